"""Titles: what is known of a page, else its file's name."""

from __future__ import annotations

import datetime

from desktop.titles import issue_title, page_title, sheet_title
from models.domain.line import SourceKind
from models.domain.page import Header, PageState, PageSummary, Source


def page(header: Header) -> PageSummary:
    return PageSummary(1, header, Source("", "page.txt", SourceKind.DUMP), PageState.OPEN, 0, 0, 0, 0.0)


def test_what_is_known_stands_in_the_title() -> None:
    known = page(Header("青石日报", datetime.date(2031, 5, 6), None, "02", "本地"))
    assert page_title(known) == "青石日报 · 2031-05-06 · 02 · 本地"
    assert issue_title(known.header) == "青石日报 · 2031-05-06"
    assert sheet_title(known) == "02 · 本地"


def test_the_file_is_named_where_nothing_is_known() -> None:
    unknown = page(Header())
    assert page_title(unknown) == sheet_title(unknown) == "page.txt"
    assert issue_title(unknown.header) == ""
    assert sheet_title(page(Header("青石日报"))) == "page.txt"
