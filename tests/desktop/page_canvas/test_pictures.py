"""Pages that have a shape: a scan that was not read, and blocks over a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas, Open

INK = (200, 30, 40)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    Image.new("RGB", (900, 1200), INK).save(path)
    return path


def file_scan(archive: Archive, path: Path, unread: bool) -> int:
    """A column on the left with a title over it, and a column on the right that goes on from it."""
    outlines = {1: (0.1, 0.1, 0.9, 0.15), 2: (0.1, 0.2, 0.45, 0.23), 3: (0.1, 0.24, 0.45, 0.27), 4: (0.55, 0.2, 0.9, 0.23)}
    lines = () if unread else tuple(Line(n, f"第{n}行", Rect(*outline)) for n, outline in outlines.items())
    article = (Segment(Role.HEADLINE, (1,)), Segment(Role.BODY, (2, 3, 4)))
    reading = Reading(lines, SourceKind.PICTURE, width=900, height=1200, unread=unread)
    source = Source(archive._shelf.put(path), path.name, SourceKind.PICTURE, 0, 900, 1200)
    page = PreparedPage(Header(), source, reading, Proposal(() if unread else (article,)), () if unread else ((),))
    (page_id,) = archive.file(Prepared(path, (page,))).pages
    return page_id


@pytest.fixture
def unread(archive: Archive, scan: Path) -> int:
    return file_scan(archive, scan, unread=True)


@pytest.fixture
def scan_page(archive: Archive, scan: Path) -> int:
    return file_scan(archive, scan, unread=False)


def test_an_unread_page_shows_its_picture_and_says_so(unread: int, open_canvas: Open, qtbot: QtBot) -> None:
    canvas = open_canvas(unread)
    qtbot.waitUntil(lambda: _colour(canvas, 0.5, 0.5) == INK)
    assert canvas.panel.banner.isVisible()
    assert "has not been read yet" in canvas.panel.banner.text()


def test_the_banner_goes_with_its_page(unread: int, open_canvas: Open, file_page: Callable[..., int]) -> None:
    canvas = open_canvas(unread)
    canvas.selection.select_page(file_page())
    assert not canvas.panel.banner.isVisible()


def test_a_picture_that_is_gone_is_said(archive: Archive, scan_page: int, open_canvas: Open, qtbot: QtBot) -> None:
    archive.source_path(archive.page(scan_page).source).unlink()
    canvas = open_canvas(scan_page)
    qtbot.waitUntil(canvas.panel.banner.isVisible)
    assert "is not there" in canvas.panel.banner.text()


def test_blocks_lie_over_the_picture_in_columns(scan_page: int, open_canvas: Open, qtbot: QtBot) -> None:
    canvas = open_canvas(scan_page)
    qtbot.waitUntil(lambda: _colour(canvas, 0.5, 0.5) == INK)
    assert not canvas.panel.banner.isVisible()
    assert _colour(canvas, 0.3, 0.235) != INK
    assert _colour(canvas, 0.7, 0.255) == INK
    canvas.click(4)
    assert canvas.lines() == (2, 3, 4)


def test_a_rubber_band_takes_the_lines_of_one_column(scan_page: int, open_canvas: Open) -> None:
    canvas = open_canvas(scan_page)
    start, end = _spot(canvas, 0.5, 0.17), _spot(canvas, 0.3, 0.3)
    canvas.drag(start, end)
    canvas.let_go(end)
    assert canvas.lines() == (2, 3)


def test_the_whole_page_fits_until_the_zoom_says_otherwise(scan_page: int, open_canvas: Open) -> None:
    canvas = open_canvas(scan_page)
    view = canvas.panel.view
    assert view.verticalScrollBar().maximum() == 0
    canvas.panel.resize(500, 400)
    assert view.verticalScrollBar().maximum() == 0
    canvas.panel.fit_width()
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0
    canvas.panel.actual_size()
    assert canvas.face.zoom() == 1.0


def _spot(canvas: Canvas, x: float, y: float) -> QPoint:
    view = canvas.panel.view
    return view.to_viewport(canvas.face.point_of((x, y, 0.0))).toPoint()


def _colour(canvas: Canvas, x: float, y: float) -> tuple[int, int, int]:
    colour = canvas.panel.view.viewport().grab().toImage().pixelColor(_spot(canvas, x, y))
    return colour.red(), colour.green(), colour.blue()


def test_a_dump_after_a_picture_has_its_usual_type(scan_page: int, open_canvas: Open, file_page: Callable[..., int]) -> None:
    canvas = open_canvas(scan_page)
    canvas.selection.select_page(file_page())
    assert canvas.face.zoom() == 1.0


def test_a_click_on_a_picture_puts_the_cursor_on_its_line_and_a_double_click_selects_it(
    scan_page: int, open_canvas: Open
) -> None:
    canvas = open_canvas(scan_page)
    canvas.click(3)
    assert canvas.lines() == (2, 3, 4)
    assert canvas.panel.view.look().cursor == 3
    canvas.click(4)
    assert (canvas.lines(), canvas.selection.line) == ((2, 3, 4), 4)
    held, viewport = Qt.KeyboardModifier.NoModifier, canvas.panel.view.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, held, canvas.at(4))
    assert canvas.lines() == (4,)
