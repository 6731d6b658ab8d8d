"""Blocks of a picture by keys and menus: tools, joining, cutting, order; photos by the keys of lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.page_canvas.tools.tool import ToolName
from desktop.shell.desk import Desk
from desktop.shell.menus import context_menu
from desktop.shell.window import MainWindow
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Page, Source, keeps_every_line
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.editing.photos import DrawPhoto
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage

H, B = Role.HEADLINE, Role.BODY


@pytest.fixture
def pages(archive: Archive, tmp_path: Path) -> None:
    """One scan with two articles, each a headline over a column."""
    path = tmp_path / "scan.png"
    Image.new("RGB", (600, 800), (240, 240, 230)).save(path)
    lines = tuple(
        Line(
            n,
            f"第{n}行",
            outline=Rect(0.1 if n < 5 else 0.5, 0.1 + 0.05 * ((n - 1) % 4), 0.4 if n < 5 else 0.8, 0.13 + 0.05 * ((n - 1) % 4)),
        )
        for n in range(1, 9)
    )
    articles = tuple((Segment(H, (first,)), Segment(B, (first + 1, first + 2, first + 3))) for first in (1, 5))
    source = Source(archive._shelf.put(path), path.name, SourceKind.PICTURE, 0, 600, 800)
    reading = Reading(lines, SourceKind.PICTURE, width=600, height=800)
    archive.file(Prepared(path, (PreparedPage(Header(), source, reading, Proposal(articles), ((), ())),)))


def page_in(window: MainWindow) -> Page:
    assert window.page is not None
    assert keeps_every_line(window.page)
    return window.page


def blocks(window: MainWindow) -> list[list[tuple[int, ...]]]:
    return [[block.lines for block in article.blocks] for article in page_in(window).articles]


def press(window: MainWindow, key: str) -> None:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(window.panels.canvas.view, combination.key(), combination.keyboardModifiers())


START = [[(1,), (2, 3, 4)], [(5,), (6, 7, 8)]]


@pytest.mark.parametrize(
    ("key", "tool"),
    [
        ("B", ToolName.DRAW),
        ("Shift+B", ToolName.DRAW_INTO),
        ("C", ToolName.SPLIT),
        ("A", ToolName.LASSO),
        ("O", ToolName.ORDER),
        ("P", ToolName.PHOTO),
    ],
)
def test_a_key_takes_a_tool_and_v_puts_it_away(window: MainWindow, key: str, tool: ToolName) -> None:
    pointer = window.panels.canvas.view.pointer
    press(window, key)
    assert pointer.tool.name is tool
    press(window, "V")
    assert pointer.tool.name is ToolName.CHOOSE


def test_return_ends_the_order_and_accepts_nothing(desk: Desk, window: MainWindow) -> None:
    before = desk.selection.article
    press(window, "O")
    press(window, "Return")
    assert window.panels.canvas.view.pointer.tool.name is ToolName.CHOOSE
    assert desk.selection.article == before
    assert blocks(window) == START


def test_selected_blocks_are_joined_and_the_new_one_is_selected(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_article(page_in(window).articles[0].id, (2, 3, 4, 6, 7, 8), 2)
    press(window, "Shift+J")
    assert blocks(window) == [[(1,), (2, 3, 4, 6, 7, 8)], [(5,)]]
    assert desk.selection.lines == (2, 3, 4, 6, 7, 8)
    press(window, "Ctrl+Z")
    assert blocks(window) == START


def test_one_block_can_not_be_joined(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_article(page_in(window).articles[0].id, (2, 3), 2)
    press(window, "Shift+J")
    assert "can not be joined" in window.notices.text
    assert blocks(window) == START


def test_a_block_is_cut_before_the_cursor(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_article(page_in(window).articles[0].id, (2, 3, 4), 3)
    press(window, "Shift+S")
    assert blocks(window) == [[(1,), (2,), (3, 4)], START[1]]
    assert desk.selection.lines == (3, 4)


def test_a_block_goes_up_and_down_in_its_article(desk: Desk, window: MainWindow) -> None:
    desk.selection.select_article(page_in(window).articles[0].id, (2, 3, 4), 2)
    press(window, "Alt+Shift+Up")
    assert blocks(window)[0] == [(2, 3, 4), (1,)]
    press(window, "Alt+Shift+Up")
    assert "no other on that side" in window.notices.text
    press(window, "Alt+Shift+Down")
    assert blocks(window) == START


def test_a_photo_is_given_by_digit_and_deleted_by_its_key(desk: Desk, window: MainWindow) -> None:
    page = page_in(window)
    desk.bridge.perform(DrawPhoto(Rect(0.1, 0.5, 0.5, 0.8)), page.id)
    (photo,) = page_in(window).photos
    desk.selection.select_photo(photo.id, None)
    press(window, "2")
    assert page_in(window).photos[0].article == page.articles[1].id
    assert (desk.selection.photo, desk.selection.article) == (photo.id, page.articles[1].id)
    press(window, "Delete")
    assert page_in(window).photos == ()
    assert desk.selection.photo is None
    assert blocks(window) == START


def test_the_context_menu_has_the_tools(window: MainWindow) -> None:
    shown = context_menu(window.actions_table, window)
    (blocks_of_it,) = (action.menu() for action in shown.actions() if action.text() == "Blocks")
    assert isinstance(blocks_of_it, QMenu)
    texts = {action.text() for action in blocks_of_it.actions()}
    assert {"Split a block by a line", "Join selected blocks", "Draw a photo"} <= texts


def test_lines_are_dragged_onto_a_card(desk: Desk, window: MainWindow) -> None:
    view, cards = window.panels.canvas.view, window.panels.articles.view
    desk.selection.select_article(page_in(window).articles[0].id, (3, 4), 3)
    assert view.face is not None
    rect = view.face.line_rect(3)
    assert rect is not None
    start = view.to_viewport(rect.center()).toPoint()
    card = cards.viewport().mapToGlobal(cards.visualRect(cards.list_model.index(1)).center())
    end = view.viewport().mapFromGlobal(card)
    drag = (view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QTest.mousePress(*drag, start)
    QTest.mouseMove(view.viewport(), start + QPoint(30, 30))
    _move(view.viewport(), end)
    assert blocks(window) == START
    QTest.mouseRelease(*drag, end)
    assert blocks(window) == [[(1,), (2,)], [(3, 4), (5,), (6, 7, 8)]]
    press(window, "Ctrl+Z")
    assert blocks(window) == START


def _move(widget: QWidget, point: QPoint) -> None:
    """Beyond the widget too, as while a button is held."""
    there = QPointF(point), QPointF(widget.mapToGlobal(point))
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, *there, left, left, Qt.KeyboardModifier.NoModifier))


def test_the_strip_has_the_tools_and_shows_the_one_in_hand(window: MainWindow) -> None:
    strip = window.panels.canvas.tools
    draw = next(button for button in strip.buttons() if button.accessibleName() == "Draw a new article")
    draw.click()
    assert draw.isChecked()
    assert window.panels.canvas.view.pointer.tool.name is ToolName.DRAW
    press(window, "V")
    assert not draw.isChecked()
