"""Choosing on the canvas with mouse and keys, and showing what is chosen elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_click_selects_the_block_and_its_article(canvas: Canvas) -> None:
    canvas.click(3)
    assert canvas.selection.article == canvas.page.articles[0].id
    assert canvas.lines() == (2, 3, 4)


def test_a_click_puts_the_cursor_on_its_line_and_further_clicks_move_it_within_the_block(canvas: Canvas) -> None:
    for line in (3, 4, 4, 2):
        canvas.click(line)
        assert canvas.selection.line == line
        assert canvas.panel.view.look().cursor == line
        assert canvas.lines() == (2, 3, 4)


def test_the_line_of_the_cursor_is_marked(canvas: Canvas) -> None:
    view = canvas.panel.view
    canvas.click(3)
    row = canvas.face.line_rect(4)
    assert row is not None
    margin = QRect(0, round(row.top()), round(row.left()), round(row.height()))
    before = view.viewport().grab(margin).toImage()
    canvas.click(4)
    assert view.viewport().grab(margin).toImage() != before, "the number of the cursor's line stands out"


def test_an_article_selected_elsewhere_has_the_cursor_on_its_first_line(canvas: Canvas) -> None:
    canvas.click(3)
    canvas.selection.select_article(canvas.page.articles[1].id)
    assert canvas.panel.view.look().cursor == 5


def test_arrows_go_on_from_the_line_that_was_clicked(canvas: Canvas) -> None:
    canvas.click(3)
    canvas.press(Qt.Key.Key_Down)
    assert canvas.lines() == (4,)
    assert canvas.selection.line == 4


def test_a_picked_range_becomes_the_block_again_with_a_click(canvas: Canvas) -> None:
    canvas.click(2)
    canvas.click(6, SHIFT)
    canvas.click(3)
    assert canvas.lines() == (2, 3, 4)
    assert canvas.selection.line == 3


def test_a_click_on_a_loose_line_leaves_every_article(canvas: Canvas) -> None:
    canvas.click(3)
    canvas.click(10)
    assert canvas.selection.article is None
    assert canvas.lines() == (10,)


def test_control_click_adds_and_takes_away_lines_of_any_block(canvas: Canvas) -> None:
    canvas.click(1)
    canvas.click(6, CTRL)
    assert canvas.lines() == (1, 6)
    canvas.click(1, CTRL)
    assert canvas.lines() == (6,)
    assert canvas.selection.article == canvas.page.articles[1].id


def test_shift_click_extends_across_blocks(canvas: Canvas) -> None:
    canvas.click(1)
    canvas.click(6, SHIFT)
    assert canvas.lines() == (1, 2, 3, 4, 5, 6)


def test_a_rubber_band_selects_the_lines_it_touches(canvas: Canvas) -> None:
    start, end = canvas.at(2), canvas.at(6) + QPoint(80, 0)
    canvas.drag(start, end)
    canvas.let_go(end)
    assert canvas.lines() == (2, 3, 4, 5, 6)


def test_arrows_walk_the_lines_and_shift_extends(canvas: Canvas) -> None:
    canvas.panel.view.setFocus()
    canvas.click(2)
    canvas.press(Qt.Key.Key_Down)
    assert canvas.lines() == (3,)
    canvas.press(Qt.Key.Key_Down, SHIFT)
    canvas.press(Qt.Key.Key_Down, SHIFT)
    assert canvas.lines() == (3, 4, 5)
    canvas.press(Qt.Key.Key_Up, SHIFT)
    assert canvas.lines() == (3, 4)
    canvas.press(Qt.Key.Key_Escape)
    assert canvas.lines() == (2, 3, 4)


def test_left_and_right_walk_the_blocks(canvas: Canvas) -> None:
    canvas.click(1)
    canvas.press(Qt.Key.Key_Right)
    assert canvas.lines() == (2, 3, 4)
    canvas.press(Qt.Key.Key_Left)
    assert canvas.lines() == (1,)


def test_an_article_selected_elsewhere_is_brought_into_view(canvas: Canvas) -> None:
    canvas.panel.resize(500, 180)
    canvas.panel.view.verticalScrollBar().setValue(0)
    canvas.selection.select_article(canvas.page.articles[1].id)
    assert canvas.panel.view.viewport().rect().contains(canvas.at(5))
    canvas.selection.select_article(canvas.page.articles[0].id, (2,))
    assert canvas.panel.view.viewport().rect().contains(canvas.at(2))


def test_a_click_does_not_scroll(canvas: Canvas) -> None:
    canvas.panel.resize(500, 200)
    canvas.panel.view.verticalScrollBar().setValue(60)
    line = canvas.panel.view.line_at(canvas.panel.view.viewport().rect().center().toPointF())
    assert line is not None
    canvas.click(line)
    assert canvas.panel.view.verticalScrollBar().value() == 60


def test_a_context_menu_is_asked_for_with_the_block_under_the_pointer_selected(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.click(1)
    spot = canvas.at(6)
    viewport = canvas.panel.view.viewport()
    with qtbot.waitSignal(canvas.panel.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
        QApplication.sendEvent(viewport, event)
    assert asked.args == [viewport.mapToGlobal(spot)]
    assert canvas.lines() == (6, 7)


def test_the_block_under_the_pointer_is_marked(canvas: Canvas) -> None:
    viewport = canvas.panel.view.viewport()
    QTest.mouseMove(viewport, canvas.at(2))
    QTest.mouseMove(viewport, canvas.at(6))
    assert canvas.panel.view.hovered == canvas.placement.places[6].block.id


def test_a_double_click_selects_the_line_alone_and_never_scrolls(canvas: Canvas) -> None:
    canvas.panel.resize(500, 180)
    canvas.panel.view.reveal(8)
    scrolled = canvas.panel.view.verticalScrollBar().value()
    assert scrolled > 0
    canvas.click(7)
    QTest.mouseDClick(canvas.panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, canvas.at(7))
    assert canvas.lines() == (7,)
    assert canvas.selection.line == 7
    assert canvas.panel.view.verticalScrollBar().value() == scrolled


def test_a_click_beside_everything_selects_nothing(canvas: Canvas) -> None:
    canvas.click(3)
    below = canvas.at(10) + QPoint(0, 60)
    QTest.mouseClick(canvas.panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
    assert canvas.selection.article is None
    assert canvas.lines() == ()
