"""A page that is read again while it is worked on: what is selected is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.scans.shelf import Shelf


@pytest.fixture
def pages() -> None:
    """None at first."""


def read(desk: Desk, path: Path, count: int) -> PreparedPage:
    """A headline and a block with the other lines."""
    lines = tuple(Line(n, f"第{n}行", Rect(0.1, 0.05 * n, 0.4, 0.05 * n + 0.03)) for n in range(1, count + 1))
    article = Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, tuple(range(2, count + 1)))
    reading = Reading(lines, SourceKind.PICTURE, width=90, height=120, reader=f"test {count}")
    source = Source(Shelf(desk.folder / "shelf").put(path), path.name, SourceKind.PICTURE, 0, 90, 120)
    return PreparedPage(Header(), source, reading, Proposal((article,)), ((),))


def test_lines_that_another_reading_lacks_are_selected_no_more(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    Image.new("RGB", (90, 120), "white").save(scan)
    (page_id,) = desk.bridge.archive.file(Prepared(scan, (read(desk, scan, 9),))).pages
    window = MainWindow(desk)
    qtbot.addWidget(window)
    desk.selection.select_page(page_id)
    desk.selection.select_article(desk.bridge.page(page_id).articles[0].id, tuple(range(2, 10)), 8)
    assert desk.bridge.take_reading(page_id, read(desk, scan, 4), replace=False)
    assert (desk.selection.lines, desk.selection.line) == ((2, 3, 4), None)
    assert desk.selection.article == desk.bridge.page(page_id).articles[0].id
