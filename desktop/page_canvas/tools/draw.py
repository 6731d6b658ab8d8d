"""Draws a block: a rectangle by dragging, a polygon by clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.tools.preview import draw_coming, draw_grasp, draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import ENDS, Tool, ToolName, is_far
from models.domain.outline import Point, Polygon, around
from models.editing.outlines import DrawBlock, lines_inside, lines_within
from models.editing.photos import DrawPhoto
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

CLOSE = 9.0
"""So near to the first corner, in pixels, a click closes the polygon."""


class DrawTool(Tool):
    name = ToolName.DRAW
    cursor = Qt.CursorShape.CrossCursor
    keys = ENDS | {Qt.Key.Key_Backspace}

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._corners: list[Point] = []
        self._start: QPointF | None = None
        """Where the button went down, in the viewport."""
        self._at = QPointF()
        self._is_rectangle = False

    @override
    def hint(self) -> str:
        return _("New article: drag a rectangle, or click the corners of a polygon and end with Enter. Esc gives up.")

    @override
    def press(self, event: QMouseEvent) -> None:
        self._start = self._at = event.position()

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._start is not None and not self._corners and is_far(self._start, self._at):
            self._is_rectangle = True
        self.view.viewport().update()

    @override
    def release(self, event: QMouseEvent) -> None:
        start, self._start, self._at = self._start, None, event.position()
        if start is None:
            return
        if self._is_rectangle:
            self._finish(self._rectangle(start))
        elif len(self._corners) > 2 and (self.viewport_point(self._corners[0]) - self._at).manhattanLength() < CLOSE:
            self._finish(tuple(self._corners))
        else:
            self._corners.append(self.page_point(self._at))
        self.view.viewport().update()

    def _rectangle(self, start: QPointF) -> Polygon:
        (x0, y0), (x1, y1) = self.page_point(start), self.page_point(self._at)
        return (x0, y0), (x1, y0), (x1, y1), (x0, y1)

    @override
    def press_twice(self, event: QMouseEvent) -> None:
        """The first of the two clicks has set the last corner."""
        self._close()

    @override
    def press_key(self, event: QKeyEvent) -> bool:
        if event.key() in ENDS and self._corners:
            self._close()
            return True
        if event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self.view.viewport().update()
            return True
        return False

    def _close(self) -> None:
        if len(self._corners) > 2:
            self._finish(tuple(self._corners))

    @override
    def cancel(self) -> bool:
        begun = bool(self._corners) or self._is_rectangle
        self._corners, self._start, self._is_rectangle = [], None, False
        self.view.viewport().update()
        return begun

    @property
    @override
    def is_dragging(self) -> bool:
        return self._is_rectangle

    def _finish(self, outline: Polygon) -> None:
        self.cancel()
        self.use(outline)
        self.done()

    def use(self, outline: Polygon) -> None:
        """What is done with the finished outline."""
        self.view.edited.emit(DrawBlock(outline), lines_inside(self.page, (outline,)))

    @override
    def paint(self, painter: QPainter) -> None:
        outline = self._outline()
        if not outline:
            return
        self.paint_outline(painter, outline)
        for corner in self._corners:
            draw_grasp(painter, self.viewport_point(corner), round_=False, held=corner is self._corners[0])

    def _outline(self) -> Polygon:
        if self._is_rectangle and self._start is not None:
            return self._rectangle(self._start)
        return (*self._corners, self.page_point(self._at)) if self._corners else ()

    def paint_outline(self, painter: QPainter, outline: Polygon) -> None:
        lines = lines_within(self.page, (outline,))
        draw_coming(painter, self, lines)
        draw_outline(painter, shown(self, outline), closed=len(outline) > 2)
        draw_word(painter, self, self._at, _("Lines: {count}").format(count=len(lines)))


class DrawIntoTool(DrawTool):
    """The block goes to the selected article."""

    name = ToolName.DRAW_INTO

    @override
    def hint(self) -> str:
        return _("Block for the selected article: drag a rectangle, or click the corners of a polygon and end with Enter.")

    @override
    def use(self, outline: Polygon) -> None:
        self.view.edited.emit(DrawBlock(outline, self.view.choice.article), lines_inside(self.page, (outline,)))


class PhotoTool(DrawTool):
    """Draws the frame of a photograph."""

    name = ToolName.PHOTO

    @override
    def hint(self) -> str:
        return _("Photo: drag a rectangle round it. It goes to the selected article. Esc gives up.")

    @override
    def use(self, outline: Polygon) -> None:
        self.view.edited.emit(DrawPhoto(around(outline), self.view.choice.article), ())

    @override
    def paint_outline(self, painter: QPainter, outline: Polygon) -> None:
        draw_outline(painter, shown(self, outline))
