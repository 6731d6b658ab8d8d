"""No to a doubtful joint, by key and by mouse: split there, or the other choice made; one step each, and on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.page_canvas.bubble_choice import OtherChoice
from desktop.page_canvas.tools.tool import ToolName
from desktop.shell import answers
from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.domain.joint import Alternative, Certainty, Claim, Joint
from models.domain.label import Verdict
from models.domain.page import Page
from models.editing.joints import ReplaceJoint
from models.errors import EditRefused


def shown(window: MainWindow) -> Page:
    page = window.page
    assert page is not None
    return page


def at_first_doubt(window: MainWindow) -> Page:
    window.review.next_doubt()
    assert window.panels.canvas.view.choice.line == 3
    return shown(window)


def lines(page: Page) -> list[tuple[int, ...]]:
    return [article.lines for article in page.articles]


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.panels.canvas.view, key, held)


def rows(window: MainWindow) -> list[OtherChoice]:
    return [row for row in window.panels.canvas.bubble.choices if row.isVisible()]


def test_refusing_splits_there_and_goes_on(window: MainWindow) -> None:
    before = at_first_doubt(window)
    press(window, Qt.Key.Key_Backspace)
    after = shown(window)
    assert lines(after)[:2] == [(1, 2), (3, 4)]
    assert [joint.verdict for joint in after.joints if joint.claim.right == 3] == [Verdict.REJECTED]
    assert window.panels.canvas.view.choice.line == 7, "the next doubtful joint"
    window.editor.undo()
    assert shown(window) == before


def test_another_choice_is_made_by_its_key(window: MainWindow) -> None:
    before = at_first_doubt(window)
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert lines(shown(window)) == [(1, 2), (5, 6, 7, 8, 3, 4)]
    window.editor.undo()
    assert shown(window) == before


def test_another_choice_is_made_by_a_click(window: MainWindow) -> None:
    at_first_doubt(window)
    first, second = rows(window)
    assert "It goes on from line 8" in first.words()
    assert "30 %" in first.words()
    assert "<b>" not in first.accessibleName()
    assert "图为学生在菜园里浇水" in first.words()
    assert "share words" in first.words()
    assert "An article starts at line 3" in second.words()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert lines(shown(window))[:2] == [(1, 2), (3, 4)]


def test_the_line_of_the_choice_under_the_pointer_is_marked(window: MainWindow) -> None:
    at_first_doubt(window)
    view, first = window.panels.canvas.view, rows(window)[0]
    point = QPointF(5, 5)
    first.enterEvent(QEnterEvent(point, point, point))
    assert view.look().pointed == 8
    press(window, Qt.Key.Key_Backspace)
    assert view.look().pointed is None, "another joint is in view"


def test_there_is_nothing_to_answer_where_nothing_is_claimed(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.selection.select_lines((9,), 9)
    before = shown(window)
    for key, held in ((Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)):
        with qtbot.waitSignal(desk.bridge.refused) as refused:
            press(window, key, held)
        assert isinstance(refused.args[0], EditRefused)
    assert shown(window) == before


def test_a_sure_joint_is_asked_about_and_answered(desk: Desk, window: MainWindow) -> None:
    page = shown(window)
    desk.selection.select_lines((2,), 2)
    bubble = window.panels.canvas.bubble
    assert not bubble.isVisible()
    press(window, Qt.Key.Key_W)
    assert bubble.isVisible()
    assert "Line 2 goes on from line 1" in bubble.text()
    press(window, Qt.Key.Key_W)
    assert not bubble.isVisible()
    press(window, Qt.Key.Key_W)
    press(window, Qt.Key.Key_Backspace)
    assert lines(desk.bridge.page(page.id))[:2] == [(1,), (2, 3, 4)]


def test_where_nothing_is_claimed_asking_says_so(window: MainWindow, desk: Desk) -> None:
    desk.selection.select_lines((9,), 9)
    press(window, Qt.Key.Key_W)
    assert window.notices.isVisible()


def test_backspace_belongs_to_the_tool_that_takes_back_with_it(window: MainWindow) -> None:
    view = window.panels.canvas.view
    for name in (ToolName.DRAW, ToolName.ORDER):
        view.pointer.use(name)
        assert Qt.Key.Key_Backspace in view.pointer.tool.keys


@pytest.mark.parametrize(
    ("left", "others", "expected"),
    [(2, (8, None), None), (2, (), None), (None, (8, 9), 8)],
)
def test_what_refusing_means(left: int | None, others: tuple[int | None, ...], expected: int | None) -> None:
    claim = Claim(left, 3, 0.5, Certainty.UNSURE, others=tuple(Alternative(line) for line in others))
    assert answers.refusal(Joint(1, claim)) == ReplaceJoint(1, expected)


def test_a_start_without_another_choice_can_not_be_refused() -> None:
    with pytest.raises(EditRefused, match="no_other_choice"):
        answers.refusal(Joint(1, Claim(None, 3, 0.5, Certainty.UNSURE)))
