"""What an archivist relies on: it is said what is saved, the place is kept, no notice is stale, the window fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.preferences import PreferencesDialog
from desktop.settings import place_in
from desktop.shell.desk import Desk
from desktop.shell.exporting import result
from desktop.shell.status import StatusBar
from desktop.shell.window import MainWindow
from desktop.text_field import TextField
from models.domain.label import Field
from models.domain.page import Header
from models.domain.role import Role
from models.editing.blocks import SetRole
from models.editing.pages import DescribePage
from models.errors import NotWritable
from models.exporting.csv_file import ExportReport


def pages(desk: Desk) -> dict[str, int]:
    return {page.source.file_name: page.id for page in (desk.bridge.page(page.id) for page in desk.bridge.pages())}


def test_status_says_what_is_not_saved(qtbot: QtBot, window: MainWindow) -> None:
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    assert status.saved.text() == "Everything is saved"
    window.actions_table["edit_title"].trigger()
    title = window.panels.form.sheet.fields[Field.TITLE]
    assert isinstance(title, TextField)
    assert title.hasFocus()
    QTest.keyClicks(title, "new")
    assert status.saved.text() == "Typing…"
    qtbot.waitUntil(lambda: status.saved.text() == "Everything is saved")
    assert window.page is not None
    assert "new" in {article.value(Field.TITLE) for article in window.page.articles}


def test_escape_gives_up_a_tag(desk: Desk, window: MainWindow) -> None:
    window.actions_table["edit_tags"].trigger()
    bar = window.panels.form.sheet.bars[Field.KEYWORD]
    QTest.keyClicks(bar.input, "half")
    QTest.keyClick(bar.input, Qt.Key.Key_Escape)
    assert bar.input.hasFocus()
    QTest.keyClick(bar.input, Qt.Key.Key_Escape)
    assert not bar.input.hasFocus()
    assert "AddTag" not in {entry.name for entry in desk.bridge.archive.journal()}


def test_keys_bring_up_the_form(window: MainWindow) -> None:
    form = window.panels.form
    window.docks.arrange()
    for switch in window.docks.switches():
        if switch.isChecked():
            switch.trigger()
    assert not form.isVisible()
    window.actions_table["edit_tags"].trigger()
    assert form.isVisible()


def test_place_is_kept_while_the_work_goes_on(qtbot: QtBot, desk: Desk) -> None:
    page = desk.bridge.page(pages(desk)["one.txt"])
    desk.selection.select_page(page.id)
    desk.selection.select_article(page.articles[1].id)
    qtbot.waitUntil(lambda: place_in(desk.folder).article == page.articles[1].id)
    assert place_in(desk.folder).page == page.id


def test_a_refusal_goes_with_its_page(desk: Desk, window: MainWindow) -> None:
    window.actions_table["finish"].trigger()
    assert "10" in window.notices.text
    desk.selection.select_page(pages(desk)["one.txt"])
    assert window.notices.text == ""


def test_a_refusal_goes_when_something_is_done(desk: Desk, window: MainWindow) -> None:
    window.actions_table["finish"].trigger()
    assert window.notices.text
    desk.bridge.perform(SetRole((3,), Role.CROSSHEAD), pages(desk)["one.txt"], window)
    assert window.notices.text == ""


def test_trouble_with_a_file_stays(desk: Desk, window: MainWindow) -> None:
    desk.exporting.failed.emit(NotWritable(desk.folder / "a.csv"))
    said = window.notices.text
    assert "a.csv" in said
    desk.selection.select_page(pages(desk)["one.txt"])
    desk.bridge.perform(SetRole((3,), Role.CROSSHEAD), pages(desk)["one.txt"], window)
    assert window.notices.text == said


def test_finished_is_said_on_the_next_page_until_something_is_done(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    one, two = (pages(desk)[name] for name in ("one.txt", "two.txt"))
    desk.selection.select_page(one)
    window.actions_table["finish"].trigger()
    qtbot.waitUntil(lambda: desk.selection.page == two)
    assert window.notices.text.startswith("Finished")
    desk.bridge.perform(SetRole((3,), Role.CROSSHEAD), two, window)
    assert window.notices.text == "", "its button would undo something else"


def test_window_of_a_larger_screen_fits(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.setGeometry(300, 200, 5000, 4000)
    window.save_layout()
    again = MainWindow(desk)
    qtbot.addWidget(again)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(again.geometry())


def test_issue_can_always_be_seen_among_the_scopes(desk: Desk) -> None:
    this = desk.bridge.page(pages(desk)["one.txt"])
    assert [scope.why for scope in desk.exporting.scopes(this)] == ["", "", ""]
    assert desk.exporting.scopes(this)[1].pages == tuple(sorted(pages(desk).values()))
    desk.bridge.perform(DescribePage(Header("青石日报", None, None, "02", None)), this.id)
    issue = desk.exporting.scopes(desk.bridge.page(this.id))[1]
    assert "not known" in issue.why
    assert desk.exporting.scopes(desk.bridge.page(pages(desk)["two.txt"]))[1].pages == (pages(desk)["two.txt"],)
    assert [bool(scope.why) for scope in desk.exporting.scopes(None)] == [True, True, False]


def test_pages_left_out_are_said(desk: Desk) -> None:
    path = desk.folder / "a.csv"
    assert "not read" not in result(ExportReport(path, 3, 2))
    assert result(ExportReport(path, 3, 2, 1)).endswith("1 page not read yet was left out.")


def test_preferences_show_the_archive_that_is_open(desk: Desk, window: MainWindow) -> None:
    desk.settings.archive = desk.folder / "usual"
    window.actions_table["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    assert dialog.archive.text() == str(desk.folder)
    dialog.reject()
