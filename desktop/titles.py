"""What a page and its issue are called, by what is known of the paper, else by the file's name."""

from __future__ import annotations

from models.domain.page import Header, Page, PageSummary


def issue_title(header: Header) -> str:
    """Newspaper and date; empty when neither is known."""
    return _joined(header.newspaper, _date(header))


def sheet_title(page: Page | PageSummary) -> str:
    """Page number and name; the file's name where there is neither."""
    return _joined(page.header.number, page.header.name) or page.source.file_name


def page_title(page: Page | PageSummary) -> str:
    """All that is known of the paper; the file's name where nothing is."""
    header = page.header
    return _joined(header.newspaper, _date(header), header.number, header.name) or page.source.file_name


def _date(header: Header) -> str | None:
    return header.date.isoformat() if header.date is not None else None


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
