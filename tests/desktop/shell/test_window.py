"""The window: every action does something, panels stand in their docks, files can be dropped, all is remembered."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu
from pytestqt.qtbot import QtBot

from desktop.settings import place_in
from desktop.shell.actions import Menu
from desktop.shell.desk import Desk
from desktop.shell.palette import CommandPalette
from desktop.shell.window import MainWindow
from desktop.tasks import Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive, ImportReport
from models.domain.label import Verdict
from models.domain.page import PageState, doubtful, unplaced
from models.domain.role import Role


def press(window: MainWindow, key: str) -> None:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(window.panels.canvas.view, combination.key(), combination.keyboardModifiers())


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = [key.toString() for _spec, action in window.actions_table for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_action_stands_in_a_menu(window: MainWindow) -> None:
    shown = set()
    for menu in window.menuBar().findChildren(QMenu):
        shown |= {action.objectName() for action in menu.actions()}
    table = {spec.id for spec, _action in window.actions_table if spec.menu is not Menu.DIGIT}
    assert table <= shown


def test_worst_page_is_opened_on_its_first_article(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    assert window.page is not None
    assert window.page.source.file_name == "two.txt"
    first = window.page.articles[0].id
    qtbot.waitUntil(lambda: desk.selection.article == first)


def test_review_by_keyboard(desk: Desk, window: MainWindow) -> None:
    """Doubt after doubt, page after page, with N and Enter."""
    press(window, "N")
    assert desk.selection.lines == (3,)
    press(window, "Return")
    assert desk.selection.lines == (7,)
    press(window, "Return")
    assert window.page is not None
    assert window.page.source.file_name == "two.txt", "it is not finished"
    press(window, "Return")
    assert window.page.source.file_name == "one.txt"
    assert desk.selection.lines == (3,)
    press(window, "Return")
    press(window, "Return")
    assert all(not doubtful(desk.bridge.page(page.id)) for page in desk.bridge.pages())
    assert {joint.verdict for joint in window.page.joints if joint.claim.right in (3, 7)} == {Verdict.ACCEPTED}
    assert "No doubtful joint" in window.notices.text


def test_page_with_lines_left_is_not_finished_and_shows_them(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(window, "Ctrl+Return")
    assert "10" in window.notices.text
    assert desk.selection.lines == (10,)
    press(window, "F")
    assert window.page is not None
    assert unplaced(window.page) == ()
    finished = window.page.id
    press(window, "Ctrl+Return")
    assert desk.bridge.page(finished).state is PageState.FINISHED
    qtbot.waitUntil(lambda: window.page is not None and window.page.id != finished)


def test_digits_give_lines_to_an_article(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_lines((10,))
    press(window, "2")
    assert window.page is not None
    assert window.page.articles[1].lines[-1] == 10
    assert desk.selection.article == window.page.articles[1].id


def test_two_digits_wait_for_each_other(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    for line in (2, 3, 4, 6, 7, 8, 9, 10):
        desk.selection.select_lines((line,))
        press(window, "X")
    assert window.page is not None
    assert len(window.page.articles) == 10
    desk.selection.select_lines((2,))
    for digit in "10":
        press(window, digit)
    assert 2 in desk.bridge.page(window.page.id).articles[8].lines, "the tenth became the ninth when line 2 left its own"
    desk.selection.select_lines((3,))
    with qtbot.waitSignal(desk.bridge.changed):
        press(window, "1")
    assert 3 in desk.bridge.page(window.page.id).articles[0].lines


def test_letters_are_text_in_the_filter(desk: Desk, window: MainWindow) -> None:
    assert window.page is not None
    before = window.page
    desk.selection.select_lines((3,))
    press(window, "Ctrl+F")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "sx1")
    assert desk.bridge.page(before.id) == before


def test_role_by_palette(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_lines((2,))
    palette = CommandPalette(window.actions_table, window)
    palette.chosen.connect(lambda action: action.trigger())
    palette.show()
    QTest.keyClicks(palette.line, "role: lead")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.page is not None
    block = window.page.block_of_line(2)
    assert block is not None
    assert block.role is Role.LEAD


def test_undo_goes_to_the_page_it_was_made_on(desk: Desk, window: MainWindow) -> None:
    assert window.page is not None
    edited = window.page.id
    desk.selection.select_lines((3,))
    press(window, "S")
    assert len(desk.bridge.page(edited).articles) == 3
    press(window, "PgDown")
    assert desk.selection.page != edited
    press(window, "Ctrl+Z")
    assert desk.selection.page == edited
    assert len(desk.bridge.page(edited).articles) == 2


def test_actions_are_enabled_where_they_make_sense(desk: Desk, window: MainWindow) -> None:
    table = window.actions_table
    assert not table["undo"].isEnabled()
    desk.selection.select_lines((3,))
    press(window, "S")
    assert table["undo"].isEnabled()
    desk.selection.select_page(None)
    assert not table["split"].isEnabled()
    assert table["import"].isEnabled()


def test_keys_can_be_changed(desk: Desk, window: MainWindow) -> None:
    window.actions_table.set_keys({"split": "B"})
    desk.selection.select_lines((3,))
    press(window, "S")
    assert window.page is not None
    assert len(window.page.articles) == 2
    press(window, "B")
    assert len(window.page.articles) == 3


def test_dropped_files_are_imported(qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("白鹭湾渡口恢复通航\n本报讯 记者 江雨眠 白鹭湾渡口今天恢复通航。\n", encoding="utf-8")
    bad.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (bad, good)])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(desk.importing.finished, timeout=30_000) as blocker:
        window.dropEvent(drop)
    assert blocker.args
    report = blocker.args[0]
    assert isinstance(report, ImportReport)
    assert report.filed == [good]
    assert [failed.path for failed in report.failed] == [bad]
    assert "failed: 1" in window.notices.text


def test_layout_and_place_are_remembered(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    journal = window.findChild(QDockWidget, "journal")
    assert journal is not None
    journal.hide()
    window.save_layout()
    again = MainWindow(desk)
    qtbot.addWidget(again)
    again.show()
    found = again.findChild(QDockWidget, "journal")
    assert found is not None
    assert found.isHidden()


def test_work_goes_on_when_another_window_follows(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    go_on = threading.Event()

    def work(job: WorkerJob) -> None:
        go_on.wait()
        job.checkpoint()

    task = Task(work)
    desk.runner.start(task)
    window.close()
    with qtbot.waitSignal(task.finished):
        go_on.set()


def test_place_is_remembered(desk: Desk, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    page = next(page for page in desk.bridge.pages() if page.source.file_name == "one.txt")
    article = desk.bridge.page(page.id).articles[1].id
    desk.selection.select_page(page.id)
    desk.selection.select_article(article)
    with monkeypatch.context() as patch:
        patch.setattr(archive, "close", lambda: None)
        desk.close()
    place = place_in(desk.folder)
    assert (place.page, place.article) == (page.id, article)
    desk.selection.select_page(None)
    desk.resume()
    assert (desk.selection.page, desk.selection.article) == (page.id, article)
