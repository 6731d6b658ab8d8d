"""Reading pages, summaries and sources from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from models.changes import Row
from models.domain.line import Line
from models.domain.page import Page, PageState, PageSummary
from models.store.rows import header_from_row, line_from_row, line_row, page_from_rows, source_from_row
from models.store.tables import EDITABLE, LineTable, PageTable, insert_rows, rows


def summaries() -> list[PageSummary]:
    """All pages, deleted ones too, in the order of newspaper, date and page number."""
    query = PageTable.select().order_by(PageTable.newspaper, PageTable.date, PageTable.number, PageTable.id)
    return [_summary(row) for row in query.dicts()]


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
    return page_from_rows(row, _lines(page_id), parts)


def _lines(page_id: int) -> Iterator[Line]:
    query = LineTable.select().where(LineTable.page == page_id).order_by(LineTable.number)
    return (line_from_row(row) for row in rows(query, LineTable))


def _part(name: str, page_id: int) -> list[Row]:
    table = EDITABLE[name]
    order = (table.position, table.id) if hasattr(table, "position") else (table.id,)
    return list(rows(table.select().where(table.page == page_id).order_by(*order), table))


def add_lines(page: Page) -> None:
    """Lines are written once, with their page, and never again."""
    insert_rows(LineTable, [line_row(page.id, line) for line in page.lines])


def page_with_source(sha256: str) -> int | None:
    """A page that was read from the file with this digest, if any."""
    found = PageTable.select(PageTable.id).where(PageTable.sha256 == sha256).order_by(PageTable.id).tuples().first()
    return found[0] if found else None
