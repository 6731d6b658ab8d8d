"""A scan's whole way: read by the real recogniser, corrected under its picture, redrawn, finished, exported."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.page import PageState
from models.domain.text import plain
from tests.journeys.conftest import BLOCKED, Desktop, LoopWatch, OpenDesk
from tests.typeset import pages
from tests.typeset.scan import CLEAN, scan

WORDS = "校对员改过的一行。"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """The upper part of a typeset page, as a scanner leaves it."""
    whole = scan(pages.page(7), random.Random(7), CLEAN, width=1400).picture
    path = tmp_path / "江畔晚报 2031-05-06 03版.png"
    Image.fromarray(whole[: len(whole) * 2 // 5]).save(path)
    return path


@pytest.mark.timeout(280)
def test_a_scan_from_file_to_csv(open_desk: OpenDesk, watch: LoopWatch, picture: Path, tmp_path: Path) -> None:
    with open_desk(picture) as desk:
        with watch.loop("import of a scan"):
            desk.qtbot.waitUntil(lambda: len(desk.desk.bridge.pages()) == 6 and not desk.desk.runner.busy, timeout=240_000)
        go_to(desk, picture.name)
        assert len(desk.page.articles) >= 2
        number = correct(desk)
        draw_and_undo(desk)
        finish(desk)
        written = export(desk, tmp_path / "out.csv")
        assert desk.desk.bridge.archive is not None
    with written.open(encoding="utf-8-sig", newline="") as file:
        assert [row for row in csv.DictReader(file) if any(WORDS in cell for cell in row.values())]
    with open_desk() as desk:
        go_to(desk, picture.name)
        line = desk.page.line(number)
        assert line.text == WORDS
        assert line.machine not in (None, WORDS), "what the machine read stays beside it"
    print(f"\nLongest turns of the event loop:\n{watch.report()}")
    assert watch.longest()[0].worked < BLOCKED


def go_to(desk: Desktop, name: str) -> None:
    found = next(page for page in desk.desk.bridge.pages() if page.source.file_name == name)
    desk.desk.selection.select_page(found.id)
    desk.settle("first sight of the scan")


def correct(desk: Desktop) -> int:
    """Types over the second line of the first body; the number of the line."""
    article = max(desk.page.articles, key=lambda article: len(article.lines))
    number = article.lines[-2]
    desk.desk.selection.select_article(article.id, (number,), number)
    desk.press("E")
    field = desk.window.panels.proofreading.field
    assert field.hasFocus()
    assert field.toPlainText() == plain(desk.page.line(number)).strip()
    desk.settle("the strip over the line")
    desk.write(WORDS)
    desk.press("Return")
    desk.press("Esc")
    desk.settle("tagging after a correction")
    return number


def draw_and_undo(desk: Desktop) -> None:
    before = desk.page.articles
    view = desk.window.panels.canvas.view
    article = max(desk.page.articles, key=lambda article: len(article.lines))
    assert view.face is not None
    first, last = view.face.line_rect(article.lines[-3]), view.face.line_rect(article.lines[-1])
    assert first is not None
    assert last is not None
    rect = first.united(last).adjusted(-3, -3, 3, 3)
    start, end = view.to_viewport(rect.topLeft()).toPoint(), view.to_viewport(rect.bottomRight()).toPoint()
    desk.window.panels.canvas.setFocus()
    desk.press("B")
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    desk.settle("tagging after a drawn block")
    assert len(desk.page.articles) == len(before) + 1
    desk.press("Esc")
    desk.press("Ctrl+Z")
    assert [article.lines for article in desk.page.articles] == [article.lines for article in before]


def finish(desk: Desktop) -> None:
    page = desk.page.id
    desk.press("Ctrl+Return")
    assert desk.desk.bridge.page(page).state is PageState.FINISHED


def export(desk: Desktop, path: Path) -> Path:
    desk.press("Ctrl+E")
    desk.write(str(path), into="file")
    with desk.qtbot.waitSignal(desk.desk.exporting.finished, timeout=20_000), desk.watch.loop("export"):
        desk.press_here("Return")
    return path
