"""Which pages have to do with which: lines that name another page of the issue, and claims that one goes on on another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.domain.cues import cues, page_key
from models.domain.page import Header, PageState
from models.store.tables import ContinuationTable, CorrectionTable, LineTable, PageTable

_ROUGHLY = ("*转*[0-9０-９一二三四五六七八九十〇零]*", "*接*[0-9０-９一二三四五六七八九十〇零]*")
"""What lines that name another page look like to SQLite; the rest is for those who read them."""


def linked(page_id: int) -> frozenset[int]:
    """The page, and all that claims join to it, directly or by way of others."""
    table, known, fresh = ContinuationTable, {page_id}, {page_id}
    while fresh:
        query = table.select(table.page, table.onward).where(table.page.in_(fresh) | table.onward.in_(fresh))
        fresh = {page for row in query.tuples() for page in row} - known
        known |= fresh
    return frozenset(known)


def leading_to(page_id: int) -> frozenset[int]:
    """The pages from which an article is claimed to go on on this one."""
    query = ContinuationTable.select(ContinuationTable.page).where(ContinuationTable.onward == page_id)
    return frozenset(page for (page,) in query.tuples())


def naming(header: Header) -> frozenset[int]:
    """The pages of an issue that name another by a cue, and those they may name; none where newspaper or date is not known."""
    if header.newspaper is None or header.date is None:
        return frozenset()
    said = [(page, cue) for page, text in _rough(header) for cue in cues(text)]
    named = {key for _, cue in said for key in cue.pages}
    numbers = [(page, page_key(number or "")) for page, number in _numbers(header)]
    # A front page often prints no number.
    unknown = {""} if named - {key for _, key in numbers} else set()
    return frozenset({page for page, _ in said} | {page for page, key in numbers if key in named | unknown})


def _of_issue(header: Header) -> Any:
    assert header.date is not None
    known = (PageTable.newspaper == header.newspaper) & (PageTable.date == header.date.isoformat())
    return known & (PageTable.state != PageState.DELETED.value)


def _numbers(header: Header) -> Iterator[tuple[int, str | None]]:
    return iter(PageTable.select(PageTable.id, PageTable.number).where(_of_issue(header)).tuples())


def _rough(header: Header) -> Iterator[tuple[int, str]]:
    """Page and text of lines, as read and as corrected, that may name another page."""
    for table, on in (
        (LineTable, LineTable.reading == PageTable.reading),
        (CorrectionTable, CorrectionTable.page == PageTable.id),
    ):
        alike = table.text % _ROUGHLY[0] | table.text % _ROUGHLY[1]
        yield from PageTable.select(PageTable.id, table.text).join(table, on=on).where(_of_issue(header) & alike).tuples()
