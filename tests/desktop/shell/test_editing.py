"""Mouse and keys together, as an archivist uses them: click a line, split, merge, give, finish, delete."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell.commands import doubts
from desktop.shell.desk import Desk
from desktop.shell.menus import page_menu
from desktop.shell.window import MainWindow
from models.domain.label import Verdict
from models.domain.page import Page, PageState


@pytest.fixture
def pages(file_page: Callable[..., int]) -> None:
    """Both pages are whole."""
    file_page(name="one.txt")
    file_page(name="two.txt")


def page_in(window: MainWindow) -> Page:
    assert window.page is not None
    return window.page


def articles(window: MainWindow) -> list[tuple[int, ...]]:
    return [article.lines for article in page_in(window).articles]


def press(window: MainWindow, key: str) -> None:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(window.panels.canvas.view, combination.key(), combination.keyboardModifiers())


def click(window: MainWindow, line: int, twice: bool = False) -> None:
    view = window.panels.canvas.view
    assert view.face is not None
    rect = view.face.line_rect(line)
    assert rect is not None
    spot = view.to_viewport(QPointF(rect.left() + 60, rect.center().y())).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    if twice:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_a_split_is_made_at_the_line_that_was_clicked(desk: Desk, window: MainWindow) -> None:
    click(window, 4)
    press(window, "S")
    assert articles(window) == [(1, 2, 3), (4,), (5, 6, 7, 8)]
    assert desk.selection.article == page_in(window).articles[1].id
    assert (desk.selection.lines, desk.selection.line) == ((4,), 4)
    press(window, "Ctrl+Z")
    assert desk.selection.article == page_in(window).articles[0].id


def test_a_split_follows_the_cursor_within_a_selected_block(window: MainWindow) -> None:
    click(window, 2)
    click(window, 3)
    press(window, "S")
    assert articles(window)[:2] == [(1, 2), (3, 4)]


def test_role_and_digits_take_the_block_and_after_a_double_click_the_line(window: MainWindow) -> None:
    click(window, 6)
    press(window, "1")
    assert articles(window) == [(1, 2, 3, 4, 6, 7), (5, 8)]
    press(window, "Ctrl+Z")
    click(window, 6, twice=True)
    press(window, "1")
    assert articles(window) == [(1, 2, 3, 4, 6), (5, 7, 8)]


def test_next_doubt_goes_on_from_the_cursor_and_enter_judges_the_joint_there(desk: Desk, window: MainWindow) -> None:
    click(window, 4)
    press(window, "N")
    assert desk.selection.line == 7
    click(window, 2)
    press(window, "N")
    assert desk.selection.line == 3
    click(window, 2)
    press(window, "Return")
    assert all(joint.verdict is Verdict.PENDING for joint in page_in(window).joints), "no joint above line 2 is doubtful"
    assert desk.selection.line == 3
    press(window, "Return")
    assert [joint.claim.right for joint in page_in(window).joints if joint.verdict is Verdict.ACCEPTED] == [3]


def test_after_the_last_doubt_of_a_page_it_stays_in_view_to_be_finished(desk: Desk, window: MainWindow) -> None:
    page = desk.selection.page
    click(window, 2)
    press(window, "N")
    for _doubt in doubts(page_in(window)):
        press(window, "Return")
    assert not doubts(page_in(window))
    assert desk.selection.page == page
    assert window.notices.text == "No doubtful joint is left on this page."
    press(window, "Return")
    assert desk.selection.page != page


def test_articles_by_key_and_card_put_the_cursor_on_their_first_line(desk: Desk, window: MainWindow) -> None:
    click(window, 3)
    press(window, "J")
    assert desk.selection.cursor(page_in(window)) == 5
    click(window, 7)
    cards = window.panels.articles.view
    QTest.mouseClick(
        cards.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        cards.visualRect(cards.currentIndex()).center(),
    )
    assert desk.selection.cursor(page_in(window)) == 5
    assert desk.selection.lines == ()


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    found = window.panels.canvas.bubble.findChildren(QPushButton)
    return {button.text(): button for button in found if button.isVisible()}


def test_the_bubble_accepts_and_refuses_with_buttons_that_name_their_keys(window: MainWindow) -> None:
    press(window, "N")
    assert set(buttons(window)) == {"Accept and go on (Return)", "Refuse and go on (Backspace)"}
    buttons(window)["Accept and go on (Return)"].click()
    assert [joint.claim.right for joint in page_in(window).joints if joint.verdict is Verdict.ACCEPTED] == [3]
    buttons(window)["Refuse and go on (Backspace)"].click()
    assert articles(window) == [(1, 2, 3, 4), (5, 6), (7, 8)]
    window.actions_table.set_keys({"refuse": "D"})
    press(window, "Ctrl+Z")
    assert "Refuse and go on (D)" in buttons(window)


def offered(window: MainWindow, name: str) -> QMenu:
    menu = window.actions_table[name].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_lines_are_given_to_an_article_chosen_by_its_title(window: MainWindow) -> None:
    click(window, 2)
    menu = offered(window, "give_to")
    assert [action.text() for action in menu.actions()] == ["1  青石镇河堤加固工程提前完工", "2  白鹭小学开出劳动课"]
    menu.actions()[1].trigger()
    assert articles(window) == [(1,), (2, 3, 4, 5, 6, 7, 8)]


def test_the_list_of_articles_has_a_key(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "G")
    menu = window.actions_table["give_to"].menu()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


@pytest.mark.parametrize("line", [2, 6])
def test_an_article_is_merged_with_one_chosen_by_its_title(desk: Desk, window: MainWindow, line: int) -> None:
    click(window, line)
    (other,) = offered(window, "merge_with").actions()
    assert other.text().startswith("2 " if line == 2 else "1 ")
    other.trigger()
    assert articles(window) == [(1, 2, 3, 4, 5, 6, 7, 8)]
    assert desk.selection.article == page_in(window).articles[0].id


def test_merging_with_the_previous_article_keeps_it_in_hand(desk: Desk, window: MainWindow) -> None:
    press(window, "J")
    press(window, "Shift+M")
    assert desk.selection.article == page_in(window).articles[0].id


def test_finishing_says_how_many_joints_nobody_looked_at(window: MainWindow) -> None:
    finished = page_in(window)
    press(window, "Ctrl+Return")
    assert "not looked at: 2" in window.notices.text
    assert not window.notices.timer.isActive(), "it stays until somebody has seen it"
    press(window, "Ctrl+Z")
    assert page_in(window).id == finished.id
    assert page_in(window).state is PageState.OPEN


def test_finishing_a_page_without_doubts_says_nothing_of_them(desk: Desk, window: MainWindow) -> None:
    press(window, "N")
    press(window, "Return")
    press(window, "Return")
    looked_at = next(page for page in desk.bridge.pages() if page.doubtful == 0)
    desk.selection.select_page(looked_at.id)
    press(window, "Ctrl+Return")
    assert "joints" not in window.notices.text
    assert window.notices.text.startswith("Finished")


def test_the_queue_offers_what_can_be_done_with_the_page(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    def names() -> list[str]:
        return [action.objectName() for action in page_menu(window.actions_table, window).actions()]

    page = page_in(window)
    assert names() == ["describe", "segment_again", "finish", "delete_page"]
    window.actions_table["delete_page"].trigger()
    assert desk.bridge.page(page.id).state is PageState.DELETED
    assert window.notices.text.startswith("Deleted")
    qtbot.waitUntil(lambda: desk.selection.page not in (None, page.id))
    desk.selection.select_page(page.id)
    assert names() == ["describe", "reopen"]
    window.actions_table["reopen"].trigger()
    assert desk.bridge.page(page.id).state is PageState.OPEN


def test_nought_is_the_tenth_article_at_once(desk: Desk, window: MainWindow) -> None:
    for line in (2, 3, 4, 6, 7, 8, 9, 10):
        desk.selection.select_lines((line,))
        press(window, "X")
    assert len(page_in(window).articles) == 10
    last = page_in(window).articles[-1]
    click(window, 2)
    press(window, "0")
    found = page_in(window).article(last.id)
    assert found is not None
    assert 2 in found.lines
