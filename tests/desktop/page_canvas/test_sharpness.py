"""Pictures of any size on the canvas: first sight, then sharp; the cache made, used and mended."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.tasks.runner import Runner
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line, SourceKind
from models.domain.page import Source
from models.job import Quiet
from models.scans import parts
from models.scans.picture import Picture
from tests.desktop.page_canvas.scan_pages import file_picture
from tests.typeset.pdf_pages import Text, write_pdf

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas, Open

SIZE = (2600, 3400)
BLOCKED = 0.250
"""Seconds of the main thread's own work in one turn of the event loop that no busy machine explains."""


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Grain that only its own pixels show."""
    path = tmp_path / "scan.png"
    chance = np.random.default_rng(3)
    Image.fromarray(chance.integers(0, 256, (SIZE[1], SIZE[0]), dtype=np.uint8)).save(path, compress_level=1)
    return path


@pytest.fixture
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.scans.scans.HELD", 1000)


@pytest.fixture
def levels(archive: Archive) -> Callable[[], list[Path]]:
    return lambda: sorted((archive.folder / "cache" / "pyramids").glob("*"))


def sharp(qtbot: QtBot, canvas: Canvas) -> None:
    qtbot.waitUntil(canvas.panel.is_sharp, timeout=20_000)


def seen(canvas: Canvas) -> NDArray[np.uint8]:
    """What the viewport shows, as grey."""
    image = canvas.panel.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    # Copied: the memory is the image's.
    return rows[:, : image.width()].copy()


def differs(canvas: Canvas, path: Path) -> float:
    """How far the middle of the view is from the scan's own pixels, in the mean; for a view at 100 %."""
    view = canvas.panel.view
    corner = QPointF(view.viewport().rect().center() - QPoint(100, 100))
    x, y, _down = canvas.face.anchor(view.to_content(corner))
    left, top = round(x * SIZE[0]), round(y * SIZE[1])
    with Image.open(path) as picture:
        wanted = np.asarray(picture.convert("L").crop((left, top, left + 200, top + 200)), np.int16)
    found = seen(canvas)[int(corner.y()) : int(corner.y()) + 200, int(corner.x()) : int(corner.x()) + 200]
    return float(np.abs(found - wanted).mean())


def test_a_page_is_first_seen_whole(archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot) -> None:
    canvas = open_canvas(file_picture(archive, scan, SIZE))
    qtbot.waitUntil(lambda: canvas.panel.pictures.sight is not None)
    sight = canvas.panel.pictures.sight
    assert sight is not None
    assert sight.height() == pytest.approx(canvas.panel.view.viewport().height(), abs=100)
    assert seen(canvas)[300, 300:400].std() > 5


def test_pixels_are_the_scans_own_at_full_size(archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot) -> None:
    canvas = open_canvas(file_picture(archive, scan, SIZE))
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    assert differs(canvas, scan) == 0
    canvas.panel.view.scroll_by(QPoint(333, -517))
    sharp(qtbot, canvas)
    assert differs(canvas, scan) == 0


@pytest.mark.usefixtures("_all_are_large")
def test_levels_are_made_once_and_used_again(
    archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot, levels: Callable[[], list[Path]]
) -> None:
    page = file_picture(archive, scan, SIZE)
    canvas = open_canvas(page)
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    assert differs(canvas, scan) < 25
    (kept,) = levels()
    made = kept.stat().st_ino
    again = open_canvas(page)
    again.panel.actual_size()
    sharp(qtbot, again)
    assert [file.stat().st_ino for file in levels()] == [made]


@pytest.mark.usefixtures("_all_are_large")
def test_damaged_levels_are_mended_while_the_page_is_looked_at(
    archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot, levels: Callable[[], list[Path]]
) -> None:
    page = file_picture(archive, scan, SIZE)
    archive.scans.make_levels(archive.page(page).source, Quiet())
    (kept,) = levels()
    damaged = bytearray(kept.read_bytes())
    damaged[2000 : len(damaged) * 2 // 3] = bytes(len(damaged) * 2 // 3 - 2000)
    kept.write_bytes(damaged)
    canvas = open_canvas(page)
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    assert differs(canvas, scan) < 25
    assert not canvas.panel.banner.text().count("damaged")


@pytest.mark.usefixtures("_all_are_large")
def test_without_room_the_page_is_shown_and_the_notice_says_why(
    archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = file_picture(archive, scan, SIZE)
    monkeypatch.setattr(parts, "HELD", SIZE[0] * SIZE[1] // 3)
    usage = shutil.disk_usage(archive.folder)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    canvas = open_canvas(page)
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    assert "no room left" in canvas.panel.banner.text()
    assert seen(canvas)[300, 300:400].std() > 5


def test_a_pdf_is_sharp_at_any_zoom(archive: Archive, tmp_path: Path, open_canvas: Open, qtbot: QtBot) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Text(100, 300, "江", 40)]])
    canvas = open_canvas(file_picture(archive, path, (400, 600), SourceKind.PDF))
    for zoom in (0.7, 2.0, 7.5):
        view = canvas.panel.view
        view.set_zoom(zoom)
        view.scroll_to(canvas.face.point_of((120 / 400, 320 / 600, 0.0)), QPointF(view.viewport().rect().center()))
        sharp(qtbot, canvas)
    shades = seen(canvas)
    is_edge = (shades > 60) & (shades < 195)
    assert (shades < 60).mean() > 0.02
    assert is_edge.mean() < 0.02


def test_a_turned_page_stands_upright_with_its_lines(archive: Archive, tmp_path: Path, open_canvas: Open, qtbot: QtBot) -> None:
    """The file lies on its side: its left edge is the upright page's top."""
    path = tmp_path / "lying.png"
    image = Image.new("RGB", (3000, 2000), "white")
    image.paste((0, 0, 0), (0, 0, 300, 2000))
    image.save(path)
    line = Line(1, "一行", Rect(0.0, 0.2, 0.1, 0.8))
    canvas = open_canvas(file_picture(archive, path, (3000, 2000), turn=90, lines=(line,)))
    sharp(qtbot, canvas)
    rect = canvas.face.line_rect(1)
    assert rect is not None
    assert rect.width() > 3 * rect.height()
    for zoom in (canvas.face.zoom(), 1.0):
        canvas.panel.view.set_zoom(zoom)
        canvas.panel.view.reveal(1)
        sharp(qtbot, canvas)
        rect = canvas.face.line_rect(1)
        assert rect is not None
        spot = canvas.panel.view.to_viewport(rect.center()).toPoint()
        assert canvas.panel.view.line_at(QPointF(spot)) == 1
        assert seen(canvas)[spot.y(), spot.x()] < 90
        below = canvas.panel.view.to_viewport(QPointF(rect.center().x(), rect.bottom() + 30)).toPoint()
        assert seen(canvas)[below.y(), below.x()] > 200


def test_the_right_half_of_a_double_page_shows_alone(archive: Archive, tmp_path: Path, open_canvas: Open, qtbot: QtBot) -> None:
    path = tmp_path / "double.png"
    image = Image.new("L", (3000, 1800), 40)
    image.paste(210, (1500, 0, 3000, 1800))
    image.save(path)
    canvas = open_canvas(file_picture(archive, path, (1500, 1800), region=Rect(0.5, 0, 1, 1)))
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    assert set(seen(canvas)[100:400, 100:400].ravel().tolist()) == {210}


def test_what_is_no_longer_looked_at_is_not_fetched(
    archive: Archive, scan: Path, tmp_path: Path, open_canvas: Open, qtbot: QtBot, runner: Runner
) -> None:
    first = file_picture(archive, scan, SIZE)
    other = tmp_path / "other.png"
    Image.new("L", (900, 1200), 99).save(other)
    second = file_picture(archive, other, (900, 1200))
    canvas = open_canvas(first)
    for _round in range(4):
        canvas.panel.actual_size()
        canvas.selection.select_page(second)
        canvas.selection.select_page(first)
    canvas.selection.select_page(second)
    sharp(qtbot, canvas)
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen(canvas)[300, 350] == 99


def test_the_next_page_is_seen_ahead(
    archive: Archive, scan: Path, tmp_path: Path, open_canvas: Open, qtbot: QtBot, runner: Runner
) -> None:
    other = tmp_path / "other.png"
    Image.new("L", (900, 1200), 99).save(other)
    second = file_picture(archive, other, (900, 1200))
    canvas = open_canvas(file_picture(archive, scan, SIZE))
    canvas.panel.expect(second)
    sharp(qtbot, canvas)
    qtbot.waitUntil(lambda: not runner.busy)
    canvas.selection.select_page(second)
    assert canvas.panel.pictures.sight is not None
    assert seen(canvas)[300, 350] == 99


def test_a_page_that_is_on_its_way_is_not_fetched_twice(
    archive: Archive,
    scan: Path,
    tmp_path: Path,
    open_canvas: Open,
    qtbot: QtBot,
    runner: Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fetched: list[str] = []
    picture = archive.scans.picture

    def counted(source: Source, longest_side: int, turn: int = 0) -> Picture:
        fetched.append(source.file_name)
        return picture(source, longest_side, turn)

    monkeypatch.setattr(archive.scans, "picture", counted)
    first = file_picture(archive, scan, SIZE)
    shutil.copy(scan, tmp_path / "other.png")
    with (tmp_path / "other.png").open("ab") as file:
        file.write(b"another file")
    second = file_picture(archive, tmp_path / "other.png", SIZE)
    canvas = open_canvas(first)
    sharp(qtbot, canvas)
    canvas.panel.expect(second)
    canvas.selection.select_page(second)
    sharp(qtbot, canvas)
    qtbot.waitUntil(lambda: not runner.busy)
    assert fetched == ["scan.png", "other.png"]


@pytest.mark.usefixtures("_all_are_large")
def test_the_window_goes_on_while_pictures_come(archive: Archive, scan: Path, open_canvas: Open, qtbot: QtBot) -> None:
    turns: list[float] = []
    last = time.thread_time()

    def on_beat() -> None:
        nonlocal last
        now = time.thread_time()
        turns.append(now - last)
        last = now

    timer = QTimer(interval=2)
    timer.timeout.connect(on_beat)
    timer.start()
    canvas = open_canvas(file_picture(archive, scan, SIZE))
    canvas.panel.actual_size()
    sharp(qtbot, canvas)
    for step in range(30):
        canvas.panel.view.scroll_by(QPoint(-60 if step < 15 else 60, -40))
        if step % 10 == 0:
            canvas.panel.zoom_out()
        sharp(qtbot, canvas)
    timer.stop()
    print(f"longest turns of the event loop: {[f'{turn * 1000:.0f} ms' for turn in sorted(turns)[-3:]]}")
    assert max(turns) < BLOCKED
