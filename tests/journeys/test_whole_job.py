"""The whole job by keyboard: read the sample pages, mend them, undo, restart, redo, finish, export, read the CSV back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from models.domain.label import Field
from models.domain.page import PageState
from tests.journeys.conftest import BLOCKED, Desktop, LoopWatch, OpenDesk

TITLE = "编辑改过的标题"
KEYWORD = "编辑加的词"


@pytest.mark.timeout(240)
def test_the_whole_job(open_desk: OpenDesk, watch: LoopWatch, tmp_path: Path) -> None:
    with open_desk() as desk:
        desk.wait_for_samples()
        page_id = desk.page.id
        assert desk.page.id == max(desk.desk.bridge.pages(), key=lambda page: page.urgency).id, "the worst page comes first"
        split_and_merge(desk)
        retag(desk)
        undo_everything(desk)
    with open_desk() as desk:
        assert desk.page.id == page_id, "the desk opens where the editor stopped"
        redo_everything(desk)
        finish(desk)
        written = export(desk, tmp_path / "out.csv")
    read_back(written, page_id)
    print(f"\nLongest turns of the event loop:\n{watch.report()}")
    assert watch.longest()[0].worked < BLOCKED


def split_and_merge(desk: Desktop) -> None:
    desk.press("N")
    while desk.article.lines[0] in desk.selected:
        desk.press("N")
    doubtful = desk.selected
    articles = len(desk.page.articles)
    desk.press("S")
    assert len(desk.page.articles) == articles + 1
    home = desk.page.article_of_line(doubtful[0])
    assert home is not None
    assert home.lines[0] == doubtful[0]
    desk.settle("tagging after a split")
    desk.press("Shift+M")
    assert len(desk.page.articles) == articles
    desk.press("S")
    desk.press("K")
    desk.press("M")
    assert len(desk.page.articles) == articles
    desk.press("N")
    desk.press("Return")
    desk.settle("tagging after a merge")


def retag(desk: Desktop) -> None:
    desk.press("F2")
    desk.write(TITLE)
    desk.press("Return")
    desk.press("Esc")
    assert desk.article.value(Field.TITLE) == TITLE
    desk.press("T")
    desk.write(KEYWORD)
    desk.press_here("Return")
    desk.press_here("Esc")
    assert KEYWORD in desk.article.values(Field.KEYWORD)


def undo_everything(desk: Desktop) -> None:
    steps = 0
    while desk.can("undo"):
        desk.press("Ctrl+Z")
        steps += 1
    assert steps >= 6
    assert KEYWORD not in {value for article in desk.page.articles for value in article.values(Field.KEYWORD)}


def redo_everything(desk: Desktop) -> None:
    while desk.can("redo"):
        desk.press("Ctrl+Shift+Z")
    assert KEYWORD in {value for article in desk.page.articles for value in article.values(Field.KEYWORD)}
    desk.settle("after the redo")


def finish(desk: Desktop) -> None:
    """What belongs to nothing is furniture; then the page is done and the next one open."""
    finished = desk.page.id
    desk.press("Ctrl+Return")
    if desk.desk.bridge.page(finished).state is not PageState.FINISHED:
        desk.press("F")
        desk.press("Ctrl+Return")
    assert desk.desk.bridge.page(finished).state is PageState.FINISHED
    assert desk.page.id != finished


def export(desk: Desktop, path: Path) -> Path:
    desk.press("Ctrl+E")
    desk.write(str(path), into="file")
    with desk.qtbot.waitSignal(desk.desk.exporting.finished), desk.watch.loop("export"):
        desk.press_here("Return")
    assert "5 pages" in desk.window.notices.text
    return path


def read_back(path: Path, page_id: int) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert page_id
    assert len(rows) > 5
    assert [row for row in rows if TITLE in row.values()], "the editor's title is in the file"
    assert [row for row in rows if any(KEYWORD in cell for cell in row.values())]
