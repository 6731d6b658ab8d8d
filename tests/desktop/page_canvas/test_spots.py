"""Each page is shown where it was left, also by another run of the program; the loupe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.page_canvas.loupe import SIZE
from desktop.page_canvas.spots import KEPT, Spot, Spots
from models.archive import Archive
from tests.desktop.page_canvas.scan_pages import file_picture

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas, Open


@pytest.fixture
def pages(archive: Archive, tmp_path: Path) -> tuple[int, int]:
    """White, with a black square of 40 pixels at (1000, 1500)."""
    image = Image.new("L", (2000, 3000), 255)
    image.paste(0, (1000, 1500, 1040, 1540))
    image.save(tmp_path / "one.png")
    Image.new("L", (900, 1200), 99).save(tmp_path / "two.png")
    return file_picture(archive, tmp_path / "one.png", (2000, 3000)), file_picture(archive, tmp_path / "two.png", (900, 1200))


def middle(canvas: Canvas) -> tuple[float, float]:
    view = canvas.panel.view
    x, y, _down = canvas.face.anchor(view.to_content(QPointF(view.viewport().rect().center())))
    return x, y


def shade(canvas: Canvas, at: QPoint) -> int:
    return canvas.panel.view.viewport().grab().toImage().pixelColor(at).lightness()


def test_a_page_comes_back_where_it_was_left(pages: tuple[int, int], open_canvas: Open) -> None:
    canvas = open_canvas(pages[0])
    canvas.panel.view.set_zoom(0.8)
    canvas.panel.view.scroll_by(QPoint(-120, -340))
    left = canvas.face.zoom(), *middle(canvas)
    canvas.selection.select_page(pages[1])
    assert canvas.face.fits is True
    canvas.panel.fit_width()
    canvas.selection.select_page(pages[0])
    assert (canvas.face.zoom(), *middle(canvas)) == pytest.approx(left, abs=0.002)
    canvas.selection.select_page(pages[1])
    assert canvas.face.fits is False


def test_another_run_of_the_program_knows_the_place(pages: tuple[int, int], open_canvas: Open, qtbot: QtBot) -> None:
    canvas = open_canvas(pages[0])
    canvas.panel.view.set_zoom(0.8)
    canvas.panel.view.scroll_by(QPoint(-120, -340))
    left = canvas.face.zoom(), *middle(canvas)
    folder = canvas.bridge.archive.folder
    qtbot.waitUntil(lambda: Spots(folder).get(pages[0]) == canvas.panel.view.spot())
    again = open_canvas(pages[0])
    assert (again.face.zoom(), *middle(again)) == pytest.approx(left, abs=0.002)


def test_as_many_places_as_are_kept_and_nonsense_is_none(tmp_path: Path) -> None:
    spots = Spots(tmp_path)
    for page in range(KEPT + 5):
        spots.put(page, Spot(None, 1.0, 0.5, 0.25))
    again = Spots(tmp_path)
    assert again.get(4) is None
    assert again.get(5) == again.get(KEPT + 4) == Spot(None, 1.0, 0.5, 0.25)
    for nonsense in ("[[1]]", "{", '[["a", 2]]', "[7]", '[[1, null, "x", 0, 0]]'):
        store = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
        store.setValue("spots", nonsense)
        store.sync()
        assert Spots(tmp_path).get(1) is None


def test_the_loupe_shows_the_scans_own_pixels_while_its_key_is_held(
    pages: tuple[int, int], open_canvas: Open, qtbot: QtBot
) -> None:
    canvas = open_canvas(pages[0])
    qtbot.waitUntil(canvas.panel.is_sharp)
    view = canvas.panel.view
    spot = view.to_viewport(canvas.face.point_of((1020 / 2000, 1520 / 3000, 0.0))).toPoint()
    beside = spot + QPoint(12, 0)
    assert shade(canvas, beside) == 255
    QCursor.setPos(view.viewport().mapToGlobal(spot))
    QTest.mouseMove(view.viewport(), spot)
    canvas.hold(Qt.Key.Key_L)
    assert view.loupe.is_held
    qtbot.waitUntil(lambda: shade(canvas, beside) < 30)
    assert shade(canvas, spot + QPoint(0, 30)) > 245
    QTest.mouseMove(view.viewport(), spot + QPoint(60, 60))
    qtbot.waitUntil(lambda: shade(canvas, spot + QPoint(60, 60)) > 245)
    canvas.free(Qt.Key.Key_L)
    assert not view.loupe.is_held
    assert shade(canvas, beside) == 255
    assert SIZE > 4 * 40


def test_space_and_drag_moves_the_picture(pages: tuple[int, int], open_canvas: Open) -> None:
    canvas = open_canvas(pages[0])
    canvas.panel.actual_size()
    view = canvas.panel.view
    before = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    start = view.viewport().rect().center()
    canvas.hold(Qt.Key.Key_Space)
    canvas.drag(start, start - QPoint(60, 85))
    canvas.let_go(start - QPoint(60, 85))
    canvas.free(Qt.Key.Key_Space)
    assert (view.horizontalScrollBar().value() - before[0], view.verticalScrollBar().value() - before[1]) == (60, 85)


def test_a_dump_has_no_loupe(canvas: Canvas) -> None:
    canvas.hold(Qt.Key.Key_L)
    assert not canvas.panel.view.loupe.is_held
