"""A round magnifier at the pointer, there while its key is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen

from desktop.page_canvas.picture_face import PictureFace
from desktop.page_canvas.sheet_picture import PAPER

if TYPE_CHECKING:
    from desktop.page_canvas.grid import Tile
    from desktop.page_canvas.view import CanvasView

SIZE = 320.0
"""Pixels across."""

TIMES = 3.0
"""How much it magnifies what is in view; more where that is less than a scan's own pixels or a PDF's printed size."""


class Loupe:
    """Shows the picture alone, without what lies over it."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._at: QPointF | None = None
        """Where the pointer is, in the viewport, while the key is held."""

    @property
    def is_held(self) -> bool:
        return self._at is not None

    def hold(self, at: QPointF | None) -> None:
        """The key goes down, or up with None; or the pointer moves meanwhile."""
        if at != self._at:
            self._at = at
            self._view.viewport().update()
            self._view.scrolled.emit()

    def tiles(self, ratio: float) -> list[Tile]:
        """What it shows, the middle first."""
        face = self._view.face
        if self._at is None or not isinstance(face, PictureFace):
            return []
        return face.tiles_magnified(self._circle(), self._view.to_content(self._at), self._times(face), ratio)

    def paint(self, painter: QPainter) -> None:
        """Over everything, in viewport coordinates."""
        face = self._view.face
        if self._at is None or not isinstance(face, PictureFace):
            return
        circle, path = self._circle(), QPainterPath()
        path.addEllipse(circle)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(circle, PAPER)
        face.paint_magnified(painter, circle, self._view.to_content(self._at), self._times(face))
        painter.restore()
        painter.setPen(QPen(self._view.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)

    def _circle(self) -> QRectF:
        assert self._at is not None
        return QRectF(self._at.x() - SIZE / 2, self._at.y() - SIZE / 2, SIZE, SIZE)

    def _times(self, face: PictureFace) -> float:
        return max(TIMES, 1.0 / face.zoom())
