"""What a key or menu means: pure functions from a page and what is selected on it to an edit.

Each raises EditRefused when what is selected does not do for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.domain.article import Article
from models.domain.continuation import Continuation
from models.domain.cues import Way
from models.domain.geometry import Rect, union
from models.domain.issue import Link, Part, neighbours, seam_line
from models.domain.joint import Joint
from models.domain.label import Verdict
from models.domain.page import Page, doubtful, doubtful_continuations
from models.domain.role import Role
from models.editing.articles import (
    DissolveArticle,
    MergeArticles,
    MoveLines,
    NewArticle,
    ReorderArticle,
    SplitArticle,
)
from models.editing.blocks import ReleaseLines, SetRole
from models.editing.continuations import JudgeContinuation, LinkArticles
from models.editing.labels import JudgeJoint
from models.editing.outlines import CutBlock, JoinBlocks, OrderBlocks
from models.editing.photos import DeletePhoto, GivePhoto
from models.errors import EditRefused

Doubt = Joint | Continuation


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected on a page: an article's id, line numbers in reading order, and the line with the cursor."""

    article: int | None = None
    lines: tuple[int, ...] = ()
    line: int | None = None
    photo: int | None = None


def split(page: Page, chosen: Chosen) -> SplitArticle:
    """An article begins at the cursor."""
    if chosen.line is None:
        raise EditRefused("no_such_lines")
    home = page.article_of_line(chosen.line)
    if home is None:
        raise EditRefused("article_gone")
    return SplitArticle(home.id, chosen.line)


def merge_with_next(page: Page, chosen: Chosen) -> MergeArticles:
    """The selected article takes in the next one in reading order."""
    return MergeArticles(_article(page, chosen).id, _beside(page, chosen, 1))


def merge_with_previous(page: Page, chosen: Chosen) -> MergeArticles:
    """The article before the selected one takes it in."""
    return MergeArticles(_beside(page, chosen, -1), _article(page, chosen).id)


def merge_with(page: Page, chosen: Chosen, other: int) -> MergeArticles:
    """The selected article takes in the one with the id `other`; the text of the earlier one comes first."""
    article = _article(page, chosen).id
    ids = [found.id for found in page.articles]
    if other not in ids:
        raise EditRefused("article_gone")
    return MergeArticles(*sorted((article, other), key=ids.index))


def cut_out(page: Page, chosen: Chosen) -> NewArticle:
    """The selected lines become an article of their own."""
    return NewArticle(_lines(page, chosen))


def give(page: Page, chosen: Chosen, number: int) -> MoveLines | GivePhoto:
    """The selected lines go to the article shown as `number`, after its line that comes last before them on the page.

    A photo that is selected is that article's from now on.
    """
    if not 1 <= number <= len(page.articles):
        raise EditRefused("no_such_article")
    target = page.articles[number - 1]
    if chosen.photo is not None:
        return GivePhoto(chosen.photo, target.id)
    lines = _lines(page, chosen)
    return MoveLines(lines, target.id, _place_for(target, lines))


def set_role(page: Page, chosen: Chosen, role: Role) -> SetRole:
    return SetRole(_lines(page, chosen), role)


def release(page: Page, chosen: Chosen) -> ReleaseLines | DeletePhoto:
    """The selected lines belong to nothing until somebody takes them; a photo that is selected is none after all."""
    return ReleaseLines(_lines(page, chosen)) if chosen.photo is None else DeletePhoto(chosen.photo)


def join_blocks(page: Page, chosen: Chosen) -> JoinBlocks:
    """All blocks that have a selected line become one."""
    lines = set(_lines(page, chosen))
    return JoinBlocks(tuple(block.id for block in page.blocks() if not lines.isdisjoint(block.lines)))


def cut_block(page: Page, chosen: Chosen) -> CutBlock:
    """A block begins at the cursor, in the same article."""
    if chosen.line is None or page.block_of_line(chosen.line) is None:
        raise EditRefused("no_such_lines")
    return CutBlock(chosen.line)


def move_block(page: Page, chosen: Chosen, step: int) -> OrderBlocks:
    """The block with the cursor goes up (-1) or down (1) in its article's reading order."""
    home = None if chosen.line is None else page.article_of_line(chosen.line)
    if home is None:
        raise EditRefused("article_gone")
    parts = [block.lines for block in home.blocks]
    at = next(i for i, part in enumerate(parts) if chosen.line in part)
    if not 0 <= at + step < len(parts):
        raise EditRefused("no_block_beside")
    parts.insert(at + step, parts.pop(at))
    return OrderBlocks(home.id, tuple(parts))


def dissolve(page: Page, chosen: Chosen) -> DissolveArticle:
    return DissolveArticle(_article(page, chosen).id)


def reorder(page: Page, chosen: Chosen, step: int) -> ReorderArticle:
    """The selected article goes up (-1) or down (1) in the page's reading order."""
    article = _article(page, chosen)
    _beside(page, chosen, step)
    return ReorderArticle(article.id, page.articles.index(article) + step)


def block_outline(page: Page, chosen: Chosen) -> Rect | None:
    """What the lines of the block under the cursor cover on the page; None without one."""
    block = page.block_of_line(chosen.line) if chosen.line is not None else None
    lines = page.line_map()
    return union(box for n in (block.lines if block else ()) if (box := lines[n].outline) is not None)


def doubts(page: Page) -> tuple[Doubt, ...]:
    """All on the page that is not sure and awaits a verdict."""
    return *doubtful(page), *doubtful_continuations(page)


def doubtful_line(doubt: Doubt) -> int:
    """The line at which a doubt is looked at: below a joint, and the last one before the text goes on elsewhere."""
    return doubt.claim.right if isinstance(doubt, Joint) else doubt.claim.left


def current_doubt(page: Page, chosen: Chosen) -> Doubt | None:
    """What is doubtful at the cursor."""
    return next((doubt for doubt in doubts(page) if doubtful_line(doubt) == chosen.line), None)


def next_doubt(page: Page, chosen: Chosen) -> Doubt | None:
    """The next doubt in reading order after the cursor, round the page; None when none is left but those here."""
    places = {line: place for place, line in enumerate(n for article in page.articles for n in article.lines)}
    here = -1 if chosen.line is None else places.get(chosen.line, -1)
    others = [doubt for doubt in doubts(page) if doubtful_line(doubt) != chosen.line]
    others.sort(key=lambda doubt: places[doubtful_line(doubt)])
    return next((doubt for doubt in others if places[doubtful_line(doubt)] > here), others[0] if others else None)


def judge(doubt: Doubt, verdict: Verdict) -> JudgeJoint | JudgeContinuation:
    return JudgeJoint(doubt.id, verdict) if isinstance(doubt, Joint) else JudgeContinuation(doubt.id, verdict)


def other_half(page: Page, chosen: Chosen, links: Sequence[Link]) -> tuple[Part, int]:
    """The part of the selected article that comes next, after the last one the first, and its line at the cut."""
    here = Part(page, _article(page, chosen))
    back, on = neighbours(here, links)
    if on is not None:
        return on.rest, on.continuation.claim.right
    if back is None:
        raise EditRefused("no_continuation")
    while (further := neighbours(back.beginning, links)[0]) is not None:
        back = further
    return back.beginning, back.continuation.claim.left


def link(page: Page, chosen: Chosen, rest: Part) -> LinkArticles:
    """The selected article goes on in another page's."""
    beginning = Part(page, _article(page, chosen))
    return LinkArticles(seam_line(beginning, Way.ON), rest.page.id, seam_line(rest, Way.BACK))


def unlink(page: Page, chosen: Chosen, links: Sequence[Link]) -> tuple[int, JudgeContinuation]:
    """The selected article and the part after it, else the one before it, are two articles: an edit of that page."""
    back, on = neighbours(Part(page, _article(page, chosen)), links)
    refused = on or back
    if refused is None:
        raise EditRefused("no_continuation")
    return refused.beginning.page.id, JudgeContinuation(refused.continuation.id, Verdict.REJECTED)


def neighbour(page: Page, article: int | None, step: int) -> int | None:
    """The id of the article `step` after the given one in reading order; the first or last one when none is given."""
    ids = [other.id for other in page.articles]
    if article not in ids:
        return ids[0 if step > 0 else -1] if ids else None
    position = ids.index(article) + step
    return ids[position] if 0 <= position < len(ids) else None


def _article(page: Page, chosen: Chosen) -> Article:
    article = None if chosen.article is None else page.article(chosen.article)
    if article is None:
        raise EditRefused("article_gone")
    return article


def _beside(page: Page, chosen: Chosen, step: int) -> int:
    beside = neighbour(page, _article(page, chosen).id, step)
    if beside is None:
        raise EditRefused("no_article_beside")
    return beside


def _lines(page: Page, chosen: Chosen) -> tuple[int, ...]:
    if not chosen.lines or not {line.number for line in page.lines}.issuperset(chosen.lines):
        raise EditRefused("no_such_lines")
    return chosen.lines


def _place_for(target: Article, lines: tuple[int, ...]) -> int | None:
    """The line of `target` to put `lines` before; None for its end."""
    staying = [line for line in target.lines if line not in lines]
    earlier = [line for line in staying if line < min(lines)]
    if not earlier:
        return staying[0] if staying else None
    after = staying.index(max(earlier)) + 1
    return staying[after] if after < len(staying) else None
