"""The segmenter: from the lines of a page to a proposal of its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.domain.joint import Alternative, Claim
from models.domain.line import Reading
from models.domain.locks import NO_LOCKS, Locks
from models.domain.proposal import Proposal
from models.segmenting import answers
from models.segmenting.articles import Draft
from models.segmenting.attach import attach
from models.segmenting.confidence import Other, Witness, certainty
from models.segmenting.decode import NONE, article_numbers, paths, successors
from models.segmenting.fragments import ON_PATHS, Fragment, fragments, source_runs
from models.segmenting.guess import Guess
from models.segmenting.habits import settled
from models.segmenting.laid_out import laid_out
from models.segmenting.line_features import Layout
from models.segmenting.locked import FREE, Bonds, Placed, bonds, constrained, obeyed
from models.segmenting.neighbours import Neighbours
from models.segmenting.page_order import Article, in_page_order
from models.segmenting.pairs import Scores, score
from models.segmenting.placed import placed
from models.segmenting.roles import kinds
from models.segmenting.scene import Scene
from models.segmenting.weights import PRINTED, Weights, counts, shipped
from models.segmenting.words import dictionary

PASSES = 3
"""A body found makes its title easier, and titles found tell the page's habits: each pass looks at what the last found."""


@dataclass(frozen=True)
class Decoded:
    """What follows what on one page, and the scores that say so."""

    scene: Scene
    links: Sequence[int]
    scores: Scores


class Segmenter:
    """Proposes the articles of a page.  Loading takes about half a second, a page some tens of milliseconds."""

    def __init__(self, weights: Weights | None = None, printed: Weights | None = None) -> None:
        """`weights` are for text dumps, `printed` for pages whose lines have outlines; those that ship where none are given."""
        self._dumps = weights or shipped()
        self._printed = printed or shipped(PRINTED)
        counts()
        dictionary()

    def propose(self, reading: Reading, locks: Locks = NO_LOCKS, newspaper: str | None = None) -> Proposal:
        """Every line of `reading` in exactly one place, as `locks` have it; an empty proposal for a page without lines.

        What was learnt of the habits of one `newspaper` holds for its own pages.
        """
        if not reading.lines:
            return Proposal(())
        page, said_again = laid_out(reading, locks)
        weights = self._dumps if page.printed is None else self._printed
        pieces = fragments(page, kinds(page, weights, locks), locks)
        scene = scene_of(pieces, page, weights)
        decoded = decode(scene, weights, bonds(scene.nodes, locks))
        drafts = [Draft([scene.nodes[i] for i in path]) for path in paths(decoded.links)]
        attached = attach(pieces, drafts, Neighbours(page.printed.page) if page.printed is not None else None)
        told = tuple(settled(draft, weights.habits, newspaper) for draft in attached.drafts)
        found = Placed(told, tuple(piece.numbers for piece in attached.furniture))
        if locks:
            found = obeyed(found, (n for node in scene.nodes for n in node.numbers), locks)
        articles = in_page_order(found.articles, (line.line for line in page.lines))
        claims = _claims(decoded, articles, weights, locks)
        proposal = Proposal(articles, found.furniture, said_again, found.unplaced, claims)
        check_partition(reading, proposal)
        return proposal


def _claims(decoded: Decoded, articles: Sequence[Article], weights: Weights, locks: Locks) -> tuple[Claim, ...]:
    """A claim for every place where the decode, and no editor, joined two fragments or began an article."""
    witness = Witness(decoded.scene, decoded.scores, weights)
    nodes = decoded.scene.nodes
    before = {right: left for left, right in enumerate(decoded.links) if right != NONE}
    at = {number: i for i, node in enumerate(nodes) for number in node.numbers}
    claims: list[Claim] = []
    for article in articles:
        lines = [number for segment in article for number in segment.lines]
        for left, right in zip((None, *lines), lines, strict=False):
            here = at.get(right)
            if here is None or (left is not None and at.get(left) == here) or (left, right) in locks.follows:
                continue
            belief = witness.belief(before.get(here, NONE), here)
            others = tuple(_alternative(nodes, other) for other in belief.others)
            claims.append(
                Claim(left, right, belief.confidence, certainty(belief.confidence), belief.reasons, belief.against, others)
            )
    return tuple(claims)


def _alternative(nodes: Sequence[Fragment], other: Other) -> Alternative:
    line = nodes[other.node].numbers[-1] if other.node != NONE else None
    return Alternative(line, round(other.confidence, 4), other.reason)


def scene_of(pieces: Sequence[Fragment], page: Layout, weights: Weights) -> Scene:
    """What those of `pieces` that stand on paths have in common, as far as `weights` can tell."""
    nodes = [piece for piece in pieces if piece.kind in ON_PATHS]
    return Scene(nodes, weights.pairs.get(answers.TABLE, {}), placed(nodes, page.printed.page) if page.printed else None)


def decode(scene: Scene, weights: Weights, held: Bonds = FREE) -> Decoded:
    """Find what follows what: each pass looks at the articles that the one before found, and leaves what is `held`."""
    scores = constrained(score(Guess(scene, source_runs(scene.nodes)), weights), held)
    links = successors(scores.follow, scores.start, scores.end)
    for _ in range(PASSES - 1):
        last = links
        scores = constrained(score(Guess(scene, article_numbers(last)), weights), held)
        links = successors(scores.follow, scores.start, scores.end)
        if links == last:
            break
    return Decoded(scene, links, scores)


def check_partition(reading: Reading, proposal: Proposal) -> None:
    """The law of a proposal: every line in exactly one place."""
    placed = [n for article in proposal.articles for segment in article for n in segment.lines]
    placed += [n for group in (*proposal.furniture, *proposal.unplaced) for n in group]
    placed += [n for repeat in proposal.repeats for n in repeat.lines]
    assert sorted(placed) == sorted(line.number for line in reading.lines), "a line is lost or doubled"
