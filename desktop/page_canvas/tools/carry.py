"""Drags the selected lines: onto other lines of the page, or beyond the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.choosing import Drop, drop_at
from desktop.page_canvas.marks import badge_size, draw_badge
from desktop.page_canvas.tools.tool import Tool
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView


class CarryGrip(Tool):
    """Of the tool for choosing, on dumps too."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._at = QPointF()
        self._is_carrying = False
        self._is_outside = False
        """The lines are held beyond the view."""

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at, self._is_carrying = event.position(), True
        self.scrolled()

    @override
    def scrolled(self) -> None:
        view = self.view
        assert view.placement is not None
        assert view.face is not None
        self._tell(let_go=False)
        line = view.line_at(self._at) if not self._is_outside else None
        rect = view.face.line_rect(line) if line is not None else None
        below = rect is not None and view.to_content(self._at).y() > rect.center().y()
        drop = drop_at(view.placement, view.choice.lines, line, below) if line is not None else None
        is_taken = drop is not None or self._is_outside
        view.pointer.show_cursor(Qt.CursorShape.DragMoveCursor if is_taken else Qt.CursorShape.ForbiddenCursor)
        view.show_drop(drop)
        view.viewport().update()

    def _tell(self, let_go: bool) -> None:
        """Tells of lines beyond the view, for whoever stands there, and once when they are back."""
        viewport, was_outside = self.view.viewport(), self._is_outside
        self._is_outside = not viewport.rect().contains(self._at.toPoint())
        if self._is_outside:
            self.view.carried.emit(viewport.mapToGlobal(self._at.toPoint()), let_go)
        elif was_outside:
            self.view.carried.emit(None, False)

    @override
    def release(self, event: QMouseEvent) -> None:
        self._at, drop = event.position(), self.view.drop
        self._end()
        self._tell(let_go=True)
        self._is_outside = False
        if drop is not None:
            self.view.dropped.emit(self.view.choice.lines, drop)

    def _end(self) -> None:
        self._is_carrying = False
        self.view.show_drop(None)

    @override
    def cancel(self) -> bool:
        was_carrying = self._is_carrying
        self._end()
        if self._is_outside:
            self._is_outside = False
            self.view.carried.emit(None, False)
        return was_carrying

    @property
    @override
    def is_dragging(self) -> bool:
        return self._is_carrying

    @override
    def paint(self, painter: QPainter) -> None:
        if self.view.drop is not None:
            self._paint_target(painter, self.view.drop)

    def _paint_target(self, painter: QPainter, drop: Drop) -> None:
        """Says beside the pointer what goes where."""
        view = self.view
        assert view.placement is not None
        place, theme = view.placement.places[drop.at], view.look().theme
        text = _("Lines: {count} → article {article}").format(count=len(view.choice.lines), article=place.position + 1)
        painter.setFont(view.font())
        badge = badge_size(view.font(), text)
        badge.moveTopLeft(self._at + QPointF(16, 12))
        draw_badge(painter, badge, text, theme.strong(place), colours.badge_text(theme.dark))
