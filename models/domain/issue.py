"""The pages of one issue together: which article of one goes on in which article of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.domain.article import Article
from models.domain.continuation import Continuation
from models.domain.cues import Way, bare
from models.domain.label import Verdict
from models.domain.page import Page, PageState
from models.domain.role import TEXT_ROLES
from models.domain.text import plain


@dataclass(frozen=True, slots=True)
class Part:
    """An article with the page it stands on: one part of an article that goes over several pages, or all of one."""

    page: Page
    article: Article


@dataclass(frozen=True, slots=True)
class Link:
    """A continuation that holds now: both its lines stand in articles of one issue."""

    continuation: Continuation
    beginning: Part
    rest: Part


def same_issue(one: Page, other: Page) -> bool:
    """Whether two pages are of the same paper and day, both known, and neither is deleted."""
    said = one.header.newspaper, one.header.date
    there = PageState.DELETED not in (one.state, other.state)
    return None not in said and said == (other.header.newspaper, other.header.date) and there and one.id != other.id


def links(pages: Iterable[Page]) -> tuple[Link, ...]:
    """The continuations that hold among `pages`, the surest first.

    An article goes on in one other at most and has one beginning at most, and none comes back to itself: what an editor
    accepted counts first, then the surer claim.
    """
    there = {page.id: page for page in pages}
    claimed = [link for page in there.values() for one in page.continuations if (link := _held(page, one, there)) is not None]
    kept: list[Link] = []
    onward: dict[int, int] = {}
    for link in sorted(claimed, key=_precedence):
        first, then = link.beginning.article.id, link.rest.article.id
        if first not in onward and then not in onward.values() and _last(onward, then) != first:
            onward[first] = then
            kept.append(link)
    return tuple(kept)


def _held(page: Page, continuation: Continuation, there: dict[int, Page]) -> Link | None:
    claim, other = continuation.claim, there.get(continuation.claim.page)
    if other is None or continuation.verdict is Verdict.REJECTED or not same_issue(page, other):
        return None
    first, then = page.article_of_line(claim.left), other.article_of_line(claim.right)
    return None if first is None or then is None else Link(continuation, Part(page, first), Part(other, then))


def _precedence(link: Link) -> tuple[bool, float, int]:
    """Of two accepted ones the later counts."""
    accepted = link.continuation.verdict is Verdict.ACCEPTED
    return not accepted, 0.0 if accepted else -link.continuation.claim.confidence, -link.continuation.id


def _last(onward: dict[int, int], article: int) -> int:
    while article in onward:
        article = onward[article]
    return article


def seam_line(part: Part, way: Way) -> int:
    """The line where a part's text stops (ON) or starts (BACK), notes that lead to another page left aside."""
    lines = part.page.line_map()
    text = [number for block in part.article.with_roles(TEXT_ROLES) for number in block.lines if bare(plain(lines[number]))]
    return (text or part.article.lines)[-1 if way is Way.ON else 0]


def neighbours(part: Part, held: Iterable[Link]) -> tuple[Link | None, Link | None]:
    """The link that leads to the part from elsewhere, and the one that leads on from it."""
    back = on = None
    for link in held:
        if link.rest.article.id == part.article.id:
            back = link
        if link.beginning.article.id == part.article.id:
            on = link
    return back, on


def whole(part: Part, held: Sequence[Link]) -> tuple[Part, ...]:
    """All parts of the article that `part` belongs to, in the order they are read; only trusted links join them."""
    trusted = [link for link in held if link.continuation.trusted]
    before = {link.rest.article.id: link.beginning for link in trusted}
    after = {link.beginning.article.id: link.rest for link in trusted}
    while part.article.id in before:
        part = before[part.article.id]
    parts = [part]
    while parts[-1].article.id in after:
        parts.append(after[parts[-1].article.id])
    return tuple(parts)
