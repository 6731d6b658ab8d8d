"""The mouse on the canvas: pans, scrolls at the edge, and passes everything else to the tool in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from desktop.page_canvas.tools.choose import ChooseTool
from desktop.page_canvas.tools.draw import DrawIntoTool, DrawTool, PhotoTool
from desktop.page_canvas.tools.lasso import LassoTool
from desktop.page_canvas.tools.order import OrderTool
from desktop.page_canvas.tools.preview import draw_hint
from desktop.page_canvas.tools.split import SplitTool
from desktop.page_canvas.tools.tool import Tool, ToolName

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

EDGE = 28
"""Pixels from the view's edge at which dragging scrolls."""


class Pointer:
    """Of one view."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._choosing = ChooseTool(view)
        kinds = (DrawTool, DrawIntoTool, SplitTool, LassoTool, OrderTool, PhotoTool)
        self._tools: dict[ToolName, Tool] = {kind.name: kind(view) for kind in kinds}
        self._tools[ToolName.CHOOSE] = self._choosing
        self._tool: Tool = self._choosing
        self._at = QPointF()
        """Where the pointer is, in the viewport."""
        self._space = False
        self._is_panning = False
        self._scroller = QTimer(view, interval=30)
        self._scroller.timeout.connect(self._on_scroll_due)

    @property
    def tool(self) -> Tool:
        """The one in hand."""
        return self._tool

    def use(self, name: ToolName) -> None:
        """Takes a tool in hand; what the one before had begun is given up."""
        self._tool.cancel()
        self._scroller.stop()
        before, self._tool = self._tool, self._tools[name]
        self.show_cursor(None)
        self._view.viewport().update()
        if before is not self._tool:
            self._view.tool_changed.emit(name)

    def pan_key(self, held: bool) -> None:
        """Space goes down or up."""
        self._space = held
        if not self._is_panning:
            self.show_cursor(None)

    def press(self, event: QMouseEvent) -> None:
        self._at = event.position()
        left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (self._space and left):
            self._is_panning = True
            self.show_cursor(None)
        elif left and self._view.face is not None:
            self._tool.press(event)

    def press_twice(self, event: QMouseEvent) -> None:
        if self._view.face is not None and event.button() is Qt.MouseButton.LeftButton:
            self._tool.press_twice(event)

    def move(self, event: QMouseEvent) -> None:
        before, self._at = self._at, event.position()
        if self._is_panning:
            self._view.scroll_by((self._at - before).toPoint())
            return
        self._tool.move(event)
        if self._tool.is_dragging and not self._scroller.isActive():
            self._scroller.start()

    def release(self, event: QMouseEvent) -> None:
        self._scroller.stop()
        was_panning, self._is_panning = self._is_panning, False
        if not was_panning:
            self._tool.release(event)
        self.show_cursor(None)

    def press_key(self, event: QKeyEvent) -> bool:
        """Whether the tool in hand had a use for the key."""
        return self._tool.press_key(event)

    def cancel(self) -> bool:
        """Escape: gives up what was begun, else puts the tool away; whether there was anything to do."""
        self._scroller.stop()
        if self._tool.cancel():
            self.show_cursor(None)
            return True
        if self._tool is not self._choosing:
            self.use(ToolName.CHOOSE)
            return True
        return False

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the tool in hand has a use for a key that is a command otherwise."""
        return event.key() in self._tool.keys

    def point_at(self, at: QPointF) -> None:
        """What is under a point of the viewport is selected, unless it is already; for a menu."""
        self._choosing.point_at(at)

    def choose_block(self, line: int) -> None:
        self._choosing.choose_block(line)

    def paint(self, painter: QPainter) -> None:
        """What the tool shows, over everything, in viewport coordinates."""
        self._tool.paint(painter)
        if self._tool.hint():
            draw_hint(painter, self._view.viewport(), self._tool.hint(), self._at)

    def _on_scroll_due(self) -> None:
        """Scrolls while something is dragged along the edge of the view."""
        height = self._view.viewport().height()
        over = min(0.0, self._at.y() - EDGE) + max(0.0, self._at.y() - (height - EDGE))
        if over and self._tool.is_dragging:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + round(over))
            self._tool.scrolled()
            self._view.viewport().update()

    def show_cursor(self, shape: Qt.CursorShape | None) -> None:
        """`shape`, unless the view is being panned; None for the tool's own."""
        if self._is_panning:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif shape is None:
            shape = self._tool.cursor
        viewport = self._view.viewport()
        if shape is None:
            viewport.unsetCursor()
        else:
            viewport.setCursor(shape)
