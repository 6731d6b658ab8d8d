"""Dragging lines from article to article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas


def test_a_block_dragged_onto_another_article_goes_there(canvas: Canvas) -> None:
    canvas.click(3)
    target = canvas.at(7, down=0.2)
    canvas.drag(canvas.at(3), target)
    drop = canvas.panel.view.drop
    assert drop is not None
    assert (drop.at, drop.below, drop.before) == (7, False, 7)
    canvas.let_go(target)
    assert [article.lines for article in canvas.page.articles] == [(1,), (5, 6, 2, 3, 4, 7, 8)]
    assert canvas.panel.view.drop is None
    canvas.bridge.undo()
    assert [article.lines for article in canvas.page.articles] == [(1, 2, 3, 4), (5, 6, 7, 8)]


def test_the_lower_half_of_the_last_line_is_the_end_of_its_article(canvas: Canvas) -> None:
    canvas.click(1)
    target = canvas.at(8, down=0.8)
    canvas.drag(canvas.at(1), target)
    canvas.let_go(target)
    assert canvas.page.articles[1].lines == (5, 6, 7, 8, 1)


def test_nothing_moves_onto_lines_without_an_article_or_back_to_its_place(canvas: Canvas) -> None:
    before = canvas.page
    canvas.click(3)
    for line in (9, 1):
        target = canvas.at(line, down=0.9)
        canvas.drag(canvas.at(3), target)
        assert canvas.panel.view.drop is None
        canvas.let_go(target)
        canvas.selection.select_article(before.articles[0].id, (2, 3, 4))
    assert canvas.page == before


def test_escape_gives_a_drag_up(canvas: Canvas) -> None:
    before = canvas.page
    canvas.click(3)
    canvas.drag(canvas.at(3), canvas.at(7))
    canvas.press(Qt.Key.Key_Escape)
    canvas.let_go(canvas.at(7))
    assert canvas.page == before


def test_space_and_drag_pans_and_selects_nothing(canvas: Canvas) -> None:
    canvas.panel.resize(500, 180)
    view = canvas.panel.view
    view.setFocus()
    canvas.hold(Qt.Key.Key_Space)
    canvas.drag(view.viewport().rect().center(), view.viewport().rect().center() - canvas.at(2) + canvas.at(1))
    canvas.let_go(view.viewport().rect().center())
    canvas.free(Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 0
    assert canvas.lines() == ()
