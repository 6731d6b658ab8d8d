"""Working on blocks at the picture, by hand: draw, reshape, split, lasso, order, photos."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.page_canvas.picture_face import PictureFace
from desktop.page_canvas.tools.grips import Handle, dragged, handle_at, handles, with_corner
from desktop.page_canvas.tools.tool import ToolName
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Source, keeps_every_line, unplaced
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.view import View
from models.editing.photos import DrawPhoto
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage

if TYPE_CHECKING:
    from tests.desktop.page_canvas.conftest import Canvas, Open

NO, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
H, B = Role.HEADLINE, Role.BODY


def _outline(number: int) -> Rect:
    """A headline 1 over columns 2–6 and 7–11 of one article, a third column 12–16 of another."""
    if number == 1:
        return Rect(0.05, 0.05, 0.6, 0.1)
    column, row = divmod(number - 2, 5)
    return Rect(0.05 + 0.3 * column, 0.15 + 0.05 * row, 0.3 + 0.3 * column, 0.18 + 0.05 * row)


@pytest.fixture
def canvas(archive: Archive, tmp_path: Path, open_canvas: Open) -> Canvas:
    return opened(archive, tmp_path, open_canvas, View())


def opened(archive: Archive, tmp_path: Path, open_canvas: Open, view: View) -> Canvas:
    """The page as it lies in its file is turned so that it stands upright by `view`."""
    path = tmp_path / "scan.png"
    size = (900, 1200) if view.turn in (0, 180) else (1200, 900)
    Image.new("RGB", size, (240, 240, 230)).save(path)
    lines = tuple(Line(n, f"第{n}行", outline=view.in_file(_outline(n))) for n in range(1, 17))
    articles = ((Segment(H, (1,)), Segment(B, tuple(range(2, 12)))), (Segment(B, tuple(range(12, 17))),))
    reading = Reading(lines, SourceKind.PICTURE, width=size[0], height=size[1], view=view)
    source = Source(archive._shelf.put(path), path.name, SourceKind.PICTURE, 0, *size)
    page = PreparedPage(Header(), source, reading, Proposal(articles), ((), ()))
    (page_id,) = archive.file(Prepared(path, (page,))).pages
    canvas = open_canvas(page_id)
    canvas.panel.resize(800, 900)
    return canvas


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    """A point given in parts of the upright page, in the viewport."""
    lying = canvas.page.reading.view.in_file(Rect(x, y, x, y))
    return canvas.panel.view.to_viewport(face(canvas).to_content(lying).topLeft()).toPoint()


def face(canvas: Canvas) -> PictureFace:
    assert isinstance(canvas.face, PictureFace)
    return canvas.face


def click(canvas: Canvas, x: float, y: float, modifier: Qt.KeyboardModifier = NO) -> None:
    QTest.mouseClick(canvas.panel.view.viewport(), LEFT, modifier, at(canvas, x, y))


def drag(canvas: Canvas, *points: tuple[float, float], modifier: Qt.KeyboardModifier = NO, let_go: bool = True) -> None:
    viewport = canvas.panel.view.viewport()
    start, *way = (at(canvas, *point) for point in points)
    QTest.mousePress(viewport, LEFT, modifier, start)
    for before, after in zip([start, *way], way, strict=False):
        for step in range(1, 9):
            _move(canvas, before + (after - before) * step / 8, modifier)
    if let_go:
        QTest.mouseRelease(viewport, LEFT, modifier, way[-1])


def _move(canvas: Canvas, point: QPoint, modifier: Qt.KeyboardModifier) -> None:
    """QTest moves without modifiers."""
    viewport = canvas.panel.view.viewport()
    there = QPointF(point), QPointF(viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, *there, LEFT, LEFT, modifier))


def shape(canvas: Canvas) -> list[list[tuple[Role, tuple[int, ...]]]]:
    assert keeps_every_line(canvas.page)
    return [[(block.role, block.lines) for block in article.blocks] for article in canvas.page.articles]


def take(canvas: Canvas, name: ToolName) -> None:
    canvas.panel.use_tool(name)
    assert canvas.panel.view.pointer.tool.name is name


def in_hand(canvas: Canvas) -> ToolName:
    return canvas.panel.view.pointer.tool.name


HEAD = (H, (1,))
SECOND = [(B, tuple(range(12, 17)))]
START = [[HEAD, (B, tuple(range(2, 12)))], SECOND]


def undone(canvas: Canvas) -> None:
    """One step of undo, and all is as it was."""
    canvas.bridge.undo()
    assert shape(canvas) == START
    assert not canvas.bridge.archive.can_undo()


def test_a_rectangle_makes_an_article(canvas: Canvas) -> None:
    take(canvas, ToolName.DRAW)
    drag(canvas, (0.33, 0.13), (0.62, 0.42))
    assert shape(canvas) == [[HEAD, (B, (2, 3, 4, 5, 6))], [(B, (7, 8, 9, 10, 11))], SECOND]
    assert canvas.lines() == (7, 8, 9, 10, 11)
    assert canvas.selection.article == canvas.page.articles[1].id
    assert in_hand(canvas) is ToolName.CHOOSE
    undone(canvas)


def test_a_polygon_is_closed_by_enter_and_takes_what_it_encloses(canvas: Canvas) -> None:
    take(canvas, ToolName.DRAW)
    for point in ((0.02, 0.13), (0.62, 0.13), (0.62, 0.24), (0.32, 0.24), (0.32, 0.42), (0.02, 0.42), (0.9, 0.9)):
        click(canvas, *point)
    canvas.press(Qt.Key.Key_Backspace)
    assert shape(canvas) == START
    canvas.press(Qt.Key.Key_Return)
    assert shape(canvas) == [[HEAD, (B, (9, 10, 11))], [(B, (2, 3, 4, 5, 6, 7, 8))], SECOND]
    undone(canvas)


def test_a_double_click_closes_a_polygon(canvas: Canvas) -> None:
    take(canvas, ToolName.DRAW)
    for point in ((0.62, 0.13), (0.95, 0.13), (0.95, 0.24)):
        click(canvas, *point)
    QTest.mouseDClick(canvas.panel.view.viewport(), LEFT, NO, at(canvas, 0.95, 0.24))
    QTest.mouseRelease(canvas.panel.view.viewport(), LEFT, NO, at(canvas, 0.95, 0.24))
    assert sorted(len(lines) for article in shape(canvas) for _role, lines in article) == [1, 1, 4, 10]
    assert in_hand(canvas) is ToolName.CHOOSE


def test_a_block_is_drawn_into_the_selected_article(canvas: Canvas) -> None:
    canvas.selection.select_article(canvas.page.articles[1].id)
    take(canvas, ToolName.DRAW_INTO)
    drag(canvas, (0.33, 0.13), (0.62, 0.24))
    assert shape(canvas) == [[HEAD, (B, (2, 3, 4, 5, 6, 9, 10, 11))], [(B, (7, 8)), *SECOND]]
    undone(canvas)


def test_escape_gives_up_what_is_drawn_then_the_tool(canvas: Canvas) -> None:
    take(canvas, ToolName.DRAW)
    click(canvas, 0.1, 0.1)
    canvas.press(Qt.Key.Key_Escape)
    assert in_hand(canvas) is ToolName.DRAW
    canvas.press(Qt.Key.Key_Escape)
    assert in_hand(canvas) is ToolName.CHOOSE
    assert shape(canvas) == START


def test_drawing_round_nothing_is_refused_in_words(canvas: Canvas) -> None:
    refused: list[object] = []
    canvas.bridge.refused.connect(refused.append)
    take(canvas, ToolName.DRAW)
    drag(canvas, (0.1, 0.6), (0.5, 0.9))
    assert len(refused) == 1
    assert shape(canvas) == START


def test_an_edge_is_dragged_in_and_lets_lines_go(canvas: Canvas) -> None:
    click(canvas, 0.7, 0.165)
    assert canvas.lines() == tuple(range(12, 17))
    drag(canvas, (0.775, 0.38), (0.775, 0.29), let_go=False)
    assert shape(canvas) == [START[0], SECOND]
    QTest.mouseRelease(canvas.panel.view.viewport(), LEFT, NO, at(canvas, 0.775, 0.29))
    assert shape(canvas) == [START[0], [(B, (12, 13, 14))]]
    assert unplaced(canvas.page) == (15, 16)
    assert canvas.lines() == (12, 13, 14)
    undone(canvas)


def test_a_corner_is_dragged_out_and_takes_lines_of_others(canvas: Canvas) -> None:
    click(canvas, 0.7, 0.165)
    drag(canvas, (0.65, 0.38), (0.33, 0.38))
    assert shape(canvas) == [[HEAD, (B, (2, 3, 4, 5, 6))], [(B, (7, 8, 9, 10, 11, *range(12, 17)))]]
    undone(canvas)


def test_other_columns_of_a_block_stay_when_one_is_reshaped(canvas: Canvas) -> None:
    click(canvas, 0.1, 0.165)
    drag(canvas, (0.475, 0.15), (0.475, 0.19))
    assert shape(canvas) == [[HEAD, (B, (2, 3, 4, 5, 6, 8, 9, 10, 11))], SECOND]
    undone(canvas)


@pytest.mark.parametrize("modifier", [ALT, CONTROL])
def test_with_alt_an_edge_gets_a_corner(canvas: Canvas, modifier: Qt.KeyboardModifier) -> None:
    """The right edge of the third column is bent in over the line in the middle."""
    click(canvas, 0.7, 0.165)
    drag(canvas, (0.9, 0.3), (0.7, 0.265), modifier=modifier)
    assert shape(canvas)[1] == [(B, (12, 13, 15, 16))]
    assert unplaced(canvas.page) == (14,)
    undone(canvas)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_worked_on_as_it_is_seen(
    turn: int, archive: Archive, tmp_path: Path, open_canvas: Open
) -> None:
    canvas = opened(archive, tmp_path, open_canvas, View(turn))
    click(canvas, 0.7, 0.165)
    drag(canvas, (0.775, 0.38), (0.775, 0.29))
    assert shape(canvas)[1] == [(B, (12, 13, 14))]
    take(canvas, ToolName.DRAW)
    drag(canvas, (0.33, 0.13), (0.62, 0.24))
    assert shape(canvas) == [[HEAD, (B, (2, 3, 4, 5, 6, 9, 10, 11))], [(B, (7, 8))], [(B, (12, 13, 14))]]


def test_escape_gives_up_a_reshape(canvas: Canvas) -> None:
    click(canvas, 0.7, 0.165)
    drag(canvas, (0.775, 0.38), (0.775, 0.2), let_go=False)
    canvas.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.panel.view.viewport(), LEFT, NO, at(canvas, 0.775, 0.2))
    assert shape(canvas) == START


def test_a_drawn_line_splits_a_block(canvas: Canvas) -> None:
    take(canvas, ToolName.SPLIT)
    drag(canvas, (0.02, 0.24), (0.31, 0.24))
    assert shape(canvas) == [[HEAD, (B, (2, 3)), (B, tuple(range(4, 12)))], SECOND]
    assert canvas.lines() == tuple(range(4, 12))
    assert in_hand(canvas) is ToolName.CHOOSE
    undone(canvas)


def test_shift_and_drag_is_a_lasso(canvas: Canvas) -> None:
    drag(canvas, (0.4, 0.165), (0.4, 0.265), (0.7, 0.265), modifier=SHIFT)
    assert canvas.lines() == (7, 8, 9, 14)
    assert shape(canvas) == START


def test_shift_and_click_still_extends(canvas: Canvas) -> None:
    QTest.mouseDClick(canvas.panel.view.viewport(), LEFT, NO, at(canvas, 0.1, 0.165))
    click(canvas, 0.1, 0.265, SHIFT)
    assert canvas.lines() == (2, 3, 4)


def test_the_lasso_takes_what_it_encloses(canvas: Canvas) -> None:
    take(canvas, ToolName.LASSO)
    drag(canvas, (0.62, 0.13), (0.95, 0.13), (0.95, 0.24), (0.62, 0.24))
    assert canvas.lines() == (12, 13)
    assert in_hand(canvas) is ToolName.CHOOSE


def test_lassoed_lines_are_dragged_onto_another_article(canvas: Canvas) -> None:
    take(canvas, ToolName.LASSO)
    drag(canvas, (0.62, 0.13), (0.95, 0.13), (0.95, 0.24), (0.62, 0.24))
    drag(canvas, (0.8, 0.165), (0.4, 0.378))
    assert shape(canvas)[0] == [HEAD, (B, tuple(range(2, 12))), (B, (12, 13))]


def test_control_and_click_selects_whole_blocks(canvas: Canvas) -> None:
    click(canvas, 0.1, 0.07)
    click(canvas, 0.7, 0.165, CONTROL)
    assert canvas.lines() == (1, *range(12, 17))
    click(canvas, 0.1, 0.07, CONTROL)
    assert canvas.lines() == tuple(range(12, 17))


def test_blocks_are_clicked_into_order(canvas: Canvas) -> None:
    take(canvas, ToolName.ORDER)
    for point in ((0.4, 0.165), (0.7, 0.165), (0.1, 0.07)):
        click(canvas, *point)
    assert shape(canvas) == START
    canvas.press(Qt.Key.Key_Return)
    assert shape(canvas) == [[(B, (7, 8, 9, 10, 11)), HEAD, (B, (2, 3, 4, 5, 6))], SECOND]
    assert in_hand(canvas) is ToolName.CHOOSE
    undone(canvas)


def test_when_every_block_was_clicked_the_order_is_made(canvas: Canvas) -> None:
    take(canvas, ToolName.ORDER)
    for point in ((0.1, 0.07), (0.4, 0.165), (0.1, 0.165)):
        click(canvas, *point)
    assert shape(canvas) == [[HEAD, (B, (*range(7, 12), *range(2, 7)))], SECOND]


def test_a_badge_is_dragged_onto_another(canvas: Canvas) -> None:
    click(canvas, 0.1, 0.07)
    article = canvas.selection.article
    badges = [badge for badge in face(canvas).badges(article) if badge.shape.place.article == article]
    assert [badge.text for badge in badges] == ["1·1", "1·2", "1·3"]
    view = canvas.panel.view
    start, end = (view.to_viewport(badges[i].rect.center()).toPoint() for i in (2, 0))
    QTest.mousePress(view.viewport(), LEFT, NO, start)
    for step in range(1, 9):
        _move(canvas, start + (end - start) * step / 8, NO)
    QTest.mouseRelease(view.viewport(), LEFT, NO, end)
    assert shape(canvas) == [[(B, (7, 8, 9, 10, 11)), HEAD, (B, (2, 3, 4, 5, 6))], SECOND]
    undone(canvas)


def test_a_photo_is_drawn_selected_and_reshaped(canvas: Canvas) -> None:
    canvas.selection.select_article(canvas.page.articles[1].id)
    take(canvas, ToolName.PHOTO)
    drag(canvas, (0.1, 0.5), (0.5, 0.8))
    (photo,) = canvas.page.photos
    assert photo.article == canvas.page.articles[1].id
    click(canvas, 0.3, 0.6)
    assert (canvas.selection.photo, canvas.lines()) == (photo.id, ())
    drag(canvas, (0.5, 0.65), (0.7, 0.65))
    assert canvas.page.photos[0].outline.x1 == pytest.approx(0.7, abs=0.01)
    click(canvas, 0.1, 0.165)
    assert canvas.selection.photo is None


def test_a_photo_is_dragged_to_its_article(canvas: Canvas) -> None:
    canvas.bridge.perform(DrawPhoto(Rect(0.1, 0.5, 0.5, 0.8)), canvas.page_id)
    drag(canvas, (0.3, 0.6), (0.7, 0.265))
    assert canvas.page.photos[0].article == canvas.page.articles[1].id
    assert shape(canvas) == START


def test_keys_of_a_tool_are_not_commands_while_it_is_in_hand(canvas: Canvas) -> None:
    def is_wanted() -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, NO)
        asked.ignore()
        QApplication.sendEvent(canvas.panel.view, asked)
        return asked.isAccepted()

    assert not is_wanted()
    take(canvas, ToolName.DRAW)
    assert is_wanted()


def test_the_strip_says_which_tool_is_in_hand(canvas: Canvas) -> None:
    assert canvas.panel.tools.isVisible()
    assert canvas.panel.tools.accessibleDescription() == ""
    take(canvas, ToolName.SPLIT)
    assert "Split a block" in canvas.panel.tools.accessibleDescription()
    assert canvas.panel.view.viewport().cursor().shape() is Qt.CursorShape.SplitVCursor
    canvas.panel.use_tool(ToolName.SPLIT)
    assert in_hand(canvas) is ToolName.CHOOSE
    assert canvas.panel.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
CORNERS = [QPointF(100 * x, 100 * y) for x, y in SQUARE]


def test_handles_can_be_grasped_a_little_beside_what_is_seen() -> None:
    assert len(list(handles(CORNERS))) == 8
    corner, edge = handle_at(CORNERS, QPointF(105, -4)), handle_at(CORNERS, QPointF(50, -6))
    assert corner is not None
    assert edge is not None
    assert (corner.index, corner.is_edge, edge.index, edge.is_edge) == (1, False, 0, True)
    assert handle_at(CORNERS, QPointF(25, 0)) is None


def test_short_edges_have_no_handles_of_their_own() -> None:
    assert len(list(handles([QPointF(20 * x, 20 * y) for x, y in SQUARE]))) == 4


@pytest.mark.parametrize(
    ("handle", "alone", "expected"),
    [
        (Handle(1, True, QPointF()), False, ((0.0, 0.0), (2.0, 0.0), (2.0, 1.0), (0.0, 1.0))),
        (Handle(0, True, QPointF()), False, ((0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0))),
        (Handle(1, False, QPointF()), False, ((0.0, 0.5), (2.0, 0.5), (2.0, 1.0), (0.0, 1.0))),
        (Handle(1, False, QPointF()), True, ((0.0, 0.0), (2.0, 0.5), (1.0, 1.0), (0.0, 1.0))),
    ],
)
def test_dragged_handles_keep_edges_level(handle: Handle, alone: bool, expected: object) -> None:
    assert dragged(SQUARE, handle, (2.0, 0.5), alone) == expected


def test_a_corner_is_put_into_an_edge() -> None:
    assert with_corner(SQUARE, 3, (0.0, 0.5)) == (*SQUARE, (0.0, 0.5))
