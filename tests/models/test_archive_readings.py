"""The archive's way of reading a page again: what was prepared is filed, and undone in one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.archive import Archive, opened
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.page import unplaced
from models.editing.words import CorrectLine
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.job import Quiet

NEWS = "## 白塔镇桥梁通车\n\n本报讯（记者陈望）白塔镇桥梁昨天通车，两岸群众往来不再绕行。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with opened(tmp_path / "archive") as archive:
        yield archive


@pytest.fixture
def prepared(archive: Archive, tmp_path: Path) -> PreparedPage:
    """A page of two lines, filed."""
    path = tmp_path / "page.txt"
    path.write_text(NEWS, encoding="utf-8")
    (outcome,) = archive.outcomes([path], Quiet())
    assert isinstance(outcome, Prepared)
    archive.file(outcome)
    return outcome.pages[0]


def test_a_prepared_reading_is_taken_and_given_back(archive: Archive, prepared: PreparedPage) -> None:
    (summary,) = archive.pages()
    before = archive.page(summary.id)
    reading = replace(prepared.reading, reader="reader 9")
    changes = archive.take_reading(summary.id, replace(prepared, reading=reading), replace=False)
    assert changes.pages == {summary.id}
    assert archive.page(summary.id).reading.reader == "reader 9"
    assert archive.undo() is not None
    assert archive.page(summary.id) == before


def test_lines_of_a_part_are_added_to_a_page_in_work(archive: Archive, prepared: PreparedPage) -> None:
    (summary,) = archive.pages()
    first = prepared.reading.lines[0].number
    archive.perform(CorrectLine(first, "## 白塔镇大桥通车"), summary.id)
    archive.take_lines(summary.id, (Line(1, "图为大桥。", Rect(0.1, 0.1, 0.4, 0.12)),), "reader 9")
    page = archive.page(summary.id)
    assert (page.line(first).text, page.lines[-1].text) == ("## 白塔镇大桥通车", "图为大桥。")
    assert unplaced(page) == (page.lines[-1].number,)
    archive.undo()
    assert archive.page(summary.id).line(first).text == "## 白塔镇大桥通车"
