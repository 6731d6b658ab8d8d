"""A page segmented again: what the engine says now, with everything in its place that an editor has decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from models.domain.article import Article, Block
from models.domain.joint import Claim, Joint
from models.domain.label import Verdict
from models.domain.page import Page, PageState
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.standing import held
from models.editing.articles import merged_labels
from models.editing.edit import NewId

Segments = Sequence[Segment]


@dataclass(frozen=True, slots=True)
class SegmentAgain:
    """The page takes the articles of `proposal`, which was made with the page's locks.

    An article is the same where it has most of its lines; one that is no more leaves what an editor said of it, and its
    photos, to the one that has most of its lines.
    """

    proposal: Proposal

    def apply(self, page: Page, new_id: NewId) -> Page:
        wanted = self.proposal.articles
        heirs = _heirs(page.articles, wanted)
        made = [_article(page, segments, _owners(page, heirs, i), new_id) for i, segments in enumerate(wanted)]
        homes = {page.articles[old].id: made[new].id for old, new in heirs.items()}
        after = replace(
            page,
            articles=_in_order(page.articles, made),
            loose=tuple(_loose(page, self.proposal, new_id)),
            joints=tuple(_joints(page, self.proposal.claims, new_id)),
            photos=tuple(replace(photo, article=homes.get(photo.article or 0)) for photo in page.photos),
        )
        changed = (after.articles, after.loose) != (page.articles, page.loose)
        # What nobody has seen is not finished.
        return replace(after, state=PageState.OPEN) if changed and page.state is PageState.FINISHED else after

    def noted(self) -> dict[str, Any]:
        return {"articles": len(self.proposal.articles)}


def _heirs(old: Sequence[Article], new: Sequence[Segments]) -> dict[int, int]:
    """For the place of each old article that of the new one with most of its lines, where one has any."""
    sets = [{n for segment in segments for n in segment.lines} for segments in new]
    found = {}
    for i, article in enumerate(old):
        shared = [len(lines.intersection(article.lines)) for lines in sets]
        if any(shared):
            found[i] = max(range(len(sets)), key=lambda j: (shared[j], -j))
    return found


def _owners(page: Page, heirs: Mapping[int, int], new: int) -> list[Article]:
    """The old articles whose heir the new one is."""
    return [page.articles[i] for i, heir in heirs.items() if heir == new]


def _article(page: Page, segments: Segments, owners: Sequence[Article], new_id: NewId) -> Article:
    """The article that `segments` are now: its identity is that of the owner with most of its lines, if it has any."""
    blocks = tuple(_blocks(page, segments, new_id))
    if not owners:
        return Article(new_id(), blocks)
    lines = {n for block in blocks for n in block.lines}
    first, *rest = sorted(owners, key=lambda article: -len(lines.intersection(article.lines)))
    labels = first.labels
    for other in rest:
        labels = merged_labels(replace(first, labels=labels), other)
    return replace(first, blocks=blocks, labels=labels)


def _blocks(page: Page, segments: Segments, new_id: NewId) -> Iterator[Block]:
    """Blocks are cut where roles change and where the page has cut them between lines that still stand together."""
    known = {(block.role, block.lines): block for block in page.blocks()}
    cuts = {
        (left.lines[-1], right.lines[0]) for a in page.articles for left, right in pairwise(a.blocks) if left.role is right.role
    }
    for segment in segments:
        for lines in _pieces(segment.lines, cuts):
            yield known.get((segment.role, lines)) or Block(new_id(), segment.role, lines)


def _pieces(lines: Sequence[int], cuts: AbstractSet[tuple[int, int]]) -> Iterator[tuple[int, ...]]:
    ends = [i for i, pair in enumerate(pairwise(lines), 1) if pair in cuts]
    return (tuple(lines[a:b]) for a, b in pairwise((0, *ends, len(lines))))


def _in_order(old: Sequence[Article], made: Sequence[Article]) -> tuple[Article, ...]:
    """Articles that were there keep their order, each new one comes after the one that it follows."""
    known = {article.id for article in old}
    places = {article.id: i for i, article in enumerate(old)}
    ordered = sorted((article for article in made if article.id in known), key=lambda article: places[article.id])
    before = None
    for article in made:
        if article.id not in known:
            at = 0 if before is None else next(i for i, one in enumerate(ordered, 1) if one.id == before)
            ordered.insert(at, article)
        before = article.id
    return tuple(ordered)


def _loose(page: Page, proposal: Proposal, new_id: NewId) -> Iterator[Block]:
    """What belongs to no article: in the blocks it stood in, as far as it did; else as the engine has it together."""
    wanted = {
        Role.FURNITURE: {n for group in proposal.furniture for n in group},
        Role.DUPLICATE: {n for repeat in proposal.repeats for n in repeat.lines},
    }
    waiting = {n for group in proposal.unplaced for n in group}
    kept: set[int] = set()
    for block in page.loose:
        lines = tuple(n for n in block.lines if n in wanted.get(block.role, waiting))
        kept.update(lines)
        if lines:
            yield replace(block, lines=lines)
    yield from (Block(new_id(), Role.FURNITURE, lines) for group in proposal.furniture if (lines := _rest(group, kept)))
    for repeat in proposal.repeats:
        if lines := _rest(repeat.lines, kept):
            yield Block(new_id(), Role.DUPLICATE, lines, repeat.of)
    roles = {n: block.role for block in page.blocks() for n in block.lines}
    yield from (Block(new_id(), roles[n], (n,)) for n in sorted(waiting - kept))


def _rest(lines: Iterable[int], kept: AbstractSet[int]) -> tuple[int, ...]:
    return tuple(n for n in lines if n not in kept)


def _joints(page: Page, claims: Iterable[Claim], new_id: NewId) -> list[Joint]:
    """The new claims, each under the identity it had, and what an editor has judged, as long as he has not undone it since."""
    old = {(joint.claim.left, joint.claim.right): joint for joint in page.joints}
    now = held(page)
    judged = {
        pair: joint
        for pair, joint in old.items()
        if joint.verdict is Verdict.REJECTED or (joint.verdict is Verdict.ACCEPTED and pair in now)
    }
    made = {(claim.left, claim.right): claim for claim in claims}
    kept = [joint for pair, joint in judged.items() if pair not in made]
    filed = [Joint(old[p].id if p in old else new_id(), claim, _verdict(judged.get(p))) for p, claim in made.items()]
    return sorted((*kept, *filed), key=lambda joint: joint.id)


def _verdict(judged: Joint | None) -> Verdict:
    return Verdict.PENDING if judged is None else judged.verdict
