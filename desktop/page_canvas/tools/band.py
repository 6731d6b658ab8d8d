"""Selects lines with a rubber band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette, QPen
from typing_extensions import override

from desktop.page_canvas.choosing import lines_choice
from desktop.page_canvas.tools.tool import Tool

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView


class BandGrip(Tool):
    """Of the tool for choosing, on dumps too."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._start: QPointF | None = None
        """In content coordinates; the page may scroll meanwhile."""
        self._at = QPointF()

    def begin(self, start: QPointF) -> None:
        self._start = start

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        self.scrolled()

    @override
    def scrolled(self) -> None:
        view = self.view
        if self._start is None or view.placement is None or view.face is None:
            return
        band = QRectF(self._start, view.to_content(self._at)).normalized()
        view.choose(lines_choice(view.placement, view.face.lines_within(band), None))
        view.viewport().update()

    @override
    def release(self, event: QMouseEvent) -> None:
        self._start = None

    @property
    @override
    def is_dragging(self) -> bool:
        return self._start is not None

    @override
    def paint(self, painter: QPainter) -> None:
        if self._start is not None:
            accent = self.view.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(accent, 1))
            painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 40))
            painter.drawRect(QRectF(self.view.to_viewport(self._start), self._at).normalized())
