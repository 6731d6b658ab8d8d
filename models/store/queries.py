"""Reading pages, summaries and sources from the tables."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from models.changes import Row
from models.domain.line import Line
from models.domain.page import Page, PageReading, PageState, PageSummary
from models.files import natural
from models.store.rows import (
    header_from_row,
    line_from_row,
    line_row,
    page_from_rows,
    reading_from_row,
    reading_row,
    source_from_row,
)
from models.store.tables import EDITABLE, LineTable, PageTable, ReadingTable, insert_rows, rows


def summaries() -> list[PageSummary]:
    """All pages, deleted ones too, in the order of newspaper, date and page number, else of their files."""
    return [_summary(row) for row in sorted(PageTable.select().dicts(), key=_order)]


def _order(row: Row) -> tuple[object, ...]:
    """The same however the pages came: those read side by side are filed as they are done."""
    number, file_name = (natural(Path(row[name] or "")) for name in ("number", "file_name"))
    return row["newspaper"] or "", row["date"] or "", number, file_name, row["sheet"], row["region"], row["id"]


def _summary(row: Row) -> PageSummary:
    return PageSummary(
        row["id"],
        header_from_row(row),
        source_from_row(row),
        PageState(row["state"]),
        row["article_count"],
        row["unplaced_count"],
        row["doubtful_count"],
        row["doubt"],
    )


def page(page_id: int) -> Page:
    """Raises KeyError when there is no such page."""
    row = PageTable.select().where(PageTable.id == page_id).dicts().get_or_none()
    if row is None:
        raise KeyError(page_id)
    parts = {name: _part(name, page_id) for name in EDITABLE if name != "page"}
    return page_from_rows(row, reading(row["reading"]), parts)


def reading(reading_id: int) -> PageReading:
    """One that a page has or had; raises ValueError when there is none such."""
    (row,) = rows(ReadingTable.select().where(ReadingTable.id == reading_id), ReadingTable)
    return reading_from_row(row, _lines(reading_id))


def _lines(reading_id: int) -> Iterator[Line]:
    query = LineTable.select().where(LineTable.reading == reading_id).order_by(LineTable.number)
    return (line_from_row(row) for row in rows(query, LineTable))


def _part(name: str, page_id: int) -> list[Row]:
    table = EDITABLE[name]
    order = (table.position, table.id) if hasattr(table, "position") else (table.id,)
    return list(rows(table.select().where(table.page == page_id).order_by(*order), table))


def add_reading(page_id: int, reading: PageReading, at: datetime.datetime) -> None:
    """A reading and its lines are written once and never again."""
    insert_rows(ReadingTable, [reading_row(page_id, reading, at)])
    insert_rows(LineTable, [line_row(reading.id, line) for line in reading.lines])


def page_with_source(sha256: str) -> int | None:
    """A page that was read from the file with this digest, if any."""
    found = PageTable.select(PageTable.id).where(PageTable.sha256 == sha256).order_by(PageTable.id).tuples().first()
    return found[0] if found else None
