"""The strip of the scan over the line that is being edited."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from models.i18n import _

HEIGHT = 64
"""Pixels of the desk."""
_MOST = 4.0
"""A strip is enlarged no more than so many times."""


class StripView(QWidget):
    """A level picture as wide as it needs to be; where it is wider than the view, the part round the cursor shows.

    Upright lines come as one picture a character, side by side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._cells = 0
        self._place = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Picture of the line"))

    def show_strip(self, image: QImage | None, cells: int = 0) -> None:
        """`cells`: characters of a line whose characters stand one below the other; 0 for an ordinary line."""
        self._image, self._cells = image, cells
        self.update()

    def follow(self, place: float) -> None:
        """`place` of the cursor along the line, in 0..1."""
        self._place = place
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._image is None:
                return
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            width, scale = self._measure()
            left = self._left(width)
            for source, target in self._pieces(scale):
                painter.drawImage(target.translated(left, 0), self._image, source)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            x = left + self._place * width
            painter.drawLine(round(x), self.height() - 7, round(x), self.height() - 1)

    def _measure(self) -> tuple[float, float]:
        """Width of the whole strip in the view, and how much it is enlarged."""
        assert self._image is not None
        if self._cells:
            cell = self._image.height() / self._cells
            scale = min(_MOST, self.height() / max(cell, self._image.width()))
            return self._cells * self._image.width() * scale, scale
        scale = min(_MOST, self.height() / self._image.height())
        return self._image.width() * scale, scale

    def _left(self, width: float) -> float:
        spare = self.width() - width
        return 0.0 if spare >= 0 else max(spare, min(0.0, self.width() / 2 - self._place * width))

    def _pieces(self, scale: float) -> list[tuple[QRectF, QRectF]]:
        """Parts of the image, and where each goes."""
        assert self._image is not None
        width, height = self._image.width(), self._image.height()
        if not self._cells:
            return [
                (QRectF(0, 0, width, height), QRectF(0, (self.height() - height * scale) / 2, width * scale, height * scale))
            ]
        cell = height / self._cells
        top = (self.height() - cell * scale) / 2
        return [
            (QRectF(0, i * cell, width, cell), QRectF(i * width * scale, top, width * scale, cell * scale))
            for i in range(self._cells)
        ]
