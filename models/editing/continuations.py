"""Edits of what goes on on another page: an editor links, accepts and refuses, the engine proposes anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from models.domain.continuation import Continuation, Onward
from models.domain.label import Origin, Verdict
from models.domain.page import Page
from models.editing.edit import NewId
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class LinkArticles:
    """The article with line `left` goes on in the one with line `right` of `page`, an id; an editor says so."""

    left: int
    page: int
    right: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        if page.article_of_line(self.left) is None:
            raise EditRefused("article_gone")
        if self.page == page.id:
            raise EditRefused("links_to_itself")
        claim = Onward(self.left, self.page, self.right)
        known = next((one for one in page.continuations if one.claim.seam == claim.seam), None)
        if known is not None:
            return JudgeContinuation(known.id, Verdict.ACCEPTED).apply(page, new_id)
        added = Continuation(new_id(), claim, Origin.EDITOR, Verdict.ACCEPTED)
        return replace(page, continuations=(*page.continuations, added))


@dataclass(frozen=True, slots=True)
class JudgeContinuation:
    """An editor's verdict on one continuation; a refused one is kept, so that it is not proposed again."""

    continuation: int
    verdict: Verdict

    def apply(self, page: Page, new_id: NewId) -> Page:
        if all(one.id != self.continuation for one in page.continuations):
            raise EditRefused("continuation_gone")
        verdict = Verdict(self.verdict)
        judged = (replace(one, verdict=verdict) if one.id == self.continuation else one for one in page.continuations)
        return replace(page, continuations=tuple(judged))


@dataclass(frozen=True, slots=True)
class Relink:
    """What the engine claims of the page now: its pending claims give way to `claims`, what an editor judged stays.

    With `adding` the pending ones stay too.
    """

    claims: tuple[Onward, ...]
    adding: bool = False

    def apply(self, page: Page, new_id: NewId) -> Page:
        kept = tuple(one for one in page.continuations if self.adding or not _waits(one))
        waiting = {one.claim.seam: one for one in page.continuations if _waits(one)}
        judged, lines = {one.claim.seam for one in kept}, page.line_map()
        claims = {claim.seam: claim for claim in self.claims if claim.seam not in judged and claim.left in lines}
        fresh = tuple(_refiled(waiting.get(seam), claim, new_id) for seam, claim in claims.items())
        return replace(page, continuations=tuple(sorted((*kept, *fresh), key=lambda one: one.id)))


def _waits(one: Continuation) -> bool:
    return one.origin is Origin.ENGINE and one.verdict is Verdict.PENDING


def _refiled(old: Continuation | None, claim: Onward, new_id: NewId) -> Continuation:
    return Continuation(new_id(), claim) if old is None else replace(old, claim=claim)


@dataclass(frozen=True, slots=True)
class FollowLines:
    """The page with the id `page` took another reading: what went on at a line goes on at the one that `lines` says.

    A claim whose line is nowhere is no more.
    """

    page: int
    lines: tuple[tuple[int, int], ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        places = dict(self.lines)
        moved = (
            one if one.claim.page != self.page else _moved(one, one.claim.left, places.get(one.claim.right))
            for one in page.continuations
        )
        return replace(page, continuations=_distinct(moved))


def with_lines_moved(continuations: Iterable[Continuation], last: Mapping[int, int]) -> tuple[Continuation, ...]:
    """The continuations of a page that took another reading; `last` names the new line for each old one."""
    return _distinct(_moved(one, last.get(one.claim.left), one.claim.right) for one in continuations)


def _distinct(moved: Iterable[Continuation | None]) -> tuple[Continuation, ...]:
    """What is left; of two that came to say the same, the one an editor judged."""
    there = [one for one in moved if one is not None]
    by_seam = {one.claim.seam: one for one in sorted(there, key=lambda one: not _waits(one))}
    return tuple(one for one in there if by_seam[one.claim.seam] is one)


def _moved(one: Continuation, left: int | None, right: int | None) -> Continuation | None:
    return None if left is None or right is None else replace(one, claim=replace(one.claim, left=left, right=right))
