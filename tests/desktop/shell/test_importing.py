"""Batches on the desk: what broke off is offered, bugs are said and logged, a picture is read now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.dialogs.import_summary import ImportSummary, headline_of, lines_of
from desktop.settings import Settings
from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.archive import Archive, ImportReport
from models.domain.page import PageState
from models.errors import DiskFull
from models.importing.recognisers import Recognisers
from models.importing.unfinished import Batch
from tests.models.importing.scribe import CRASHING, FAULTY, READER, SLOW, Scribe, calls, picture


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def archive(tmp_path: Path, log: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive", recognisers=Recognisers(READER, partial(Scribe, log), processes=1))
    yield archive
    archive.close()


@pytest.fixture
def pages() -> None:
    """None at first."""


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    return window


def imported(qtbot: QtBot, desk: Desk, *files: Path) -> ImportReport:
    with qtbot.waitSignal(desk.importing.finished, timeout=60_000) as finished:
        desk.importing.start(files)
    report = finished.args[0]
    assert isinstance(report, ImportReport)
    return report


def test_what_broke_off_is_offered_and_gone_on_with(
    qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path, log: Path
) -> None:
    window.errands.offer_to_go_on()
    assert window.notices.text == ""
    scan = picture(tmp_path / "scan.png", 101)
    desk.bridge.archive.unfinished.begin(Batch((scan,)))
    window.errands.offer_to_go_on()
    assert "scan.png" in window.notices.text
    with qtbot.waitSignal(desk.importing.finished, timeout=60_000):
        window.notices.remedy.click()
        assert window.notices.text == ""
    assert [page.source.file_name for page in desk.bridge.pages()] == ["scan.png"]
    assert desk.bridge.archive.unfinished.left() == {}
    assert calls(log) == [101]


def test_more_broken_off_than_can_be_named_is_not_hidden(desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    desk.bridge.archive.unfinished.begin(Batch(tuple(tmp_path / f"{number}.png" for number in range(4))))
    window.errands.offer_to_go_on()
    assert "2.png …" in window.notices.text


def test_what_can_not_be_gone_on_with_stays_remembered(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished, batch = desk.bridge.archive.unfinished, Batch((tmp_path / "scan.png",))
    unfinished.begin(batch)

    def full(_batch: Batch) -> str:
        raise DiskFull(tmp_path)

    monkeypatch.setattr(unfinished, "begin", full)
    with qtbot.waitSignal(desk.bridge.refused):
        desk.importing.go_on()
    assert list(desk.importing.broken_off().values()) == [batch]


def test_a_batch_under_way_has_not_broken_off_and_one_that_is_stopped_is_over(
    qtbot: QtBot, desk: Desk, tmp_path: Path, log: Path
) -> None:
    desk.importing.start([picture(tmp_path / "slow.png", SLOW)])
    qtbot.waitUntil(lambda: calls(log) == [SLOW], timeout=60_000)
    assert desk.bridge.archive.unfinished.left() != {}
    assert desk.importing.broken_off() == {}
    with qtbot.waitSignal(desk.importing.finished, timeout=60_000):
        desk.runner.cancel_all()
    assert desk.bridge.archive.unfinished.left() == {}


def test_a_bug_with_one_page_is_said_and_logged_and_the_others_are_filed(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    report = imported(qtbot, desk, picture(tmp_path / "odd.png", FAULTY), picture(tmp_path / "good.png", 101))
    assert len(desk.bridge.pages()) == 2
    assert headline_of(report) == "Pages filed: 2 · errors of the program: 1"
    assert "ZeroDivisionError" in paths.log_file().read_text(encoding="utf-8")
    assert any("odd.png" in line and "ZeroDivisionError" in line for line in lines_of(report))


@pytest.mark.usefixtures("window")
def test_an_unread_page_is_read_now(qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path, log: Path) -> None:
    report = imported(qtbot, desk, picture(tmp_path / "scan.png", CRASHING))
    (summary,) = window.findChildren(ImportSummary)
    summary.close()
    (page_id,) = report.pages
    desk.selection.select_page(page_id)
    assert desk.bridge.page(page_id).state is PageState.UNREAD
    assert window.panels.canvas.read_now.isVisibleTo(window)
    (log.parent / "mild").touch()
    with qtbot.waitSignal(desk.rereading.done, timeout=60_000):
        window.panels.canvas.read_now.click()
    assert desk.bridge.page(page_id).state is PageState.OPEN
    assert not window.panels.canvas.read_now.isVisibleTo(window)
    assert not window.panels.canvas.banner.isVisibleTo(window)
    assert "scan.png" in window.notices.text or "Read again" in window.notices.text


def test_a_block_is_read_again(qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    (page_id,) = imported(qtbot, desk, picture(tmp_path / "scan.png", 101)).pages
    desk.selection.select_page(page_id)
    page = desk.bridge.page(page_id)
    desk.selection.select_article(page.articles[0].id if page.articles else None, (2,), 2)
    with qtbot.waitSignal(desk.rereading.done, timeout=60_000):
        window.actions_table["read_block"].trigger()
    assert "part of 101" in {correction.text for correction in desk.bridge.page(page_id).corrections}


def test_double_pages_are_cut_as_the_settings_say(qtbot: QtBot, desk: Desk, settings: Settings, tmp_path: Path) -> None:
    settings.split_folds = True
    assert Settings(tmp_path / "settings.ini").split_folds
    desk.importing.start([picture(tmp_path / "slow.png", SLOW)])
    qtbot.waitUntil(lambda: desk.runner.busy)
    (batch,) = desk.bridge.archive.unfinished.left().values()
    assert batch.split
    with qtbot.waitSignal(desk.importing.finished, timeout=60_000):
        desk.runner.cancel_all()
