"""A program that shows tiles of one colour in a window on a scaled screen, and prints how many pixels are not of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.sheet_picture import paint_picture

GRID = Grid(10_000, 14_000)
SHADE = 240
CORNER, SIDE = 211, 400


class Given:
    sight = None

    def __init__(self) -> None:
        self._image = QImage(512, 512, QImage.Format.Format_RGB32)
        self._image.fill(QColor(SHADE, SHADE, SHADE))

    def tile(self, tile: Tile) -> QImage | None:
        return None if tile.level else self._image


class Pane(QWidget):
    scrolled = QPoint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("black"))
            painter.translate(-self.scrolled)
            clip = QRectF(event.rect()).translated(self.scrolled)
            paint_picture(painter, QRectF(16, 16, GRID.width, GRID.height), clip, Given(), GRID)


def main() -> None:
    _application = QApplication([])
    window = QWidget()
    pane = Pane(window)
    pane.setGeometry(CORNER, CORNER, SIDE, SIDE)
    window.resize(CORNER + SIDE, CORNER + SIDE)
    window.show()
    wrong = 0
    for step in range(1, 12):
        pane.scrolled = QPoint(301 * step, 502 * step)
        grey = window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
        ratio = grey.devicePixelRatio()
        start, end = int(CORNER * ratio) + 2, int((CORNER + SIDE) * ratio) - 2
        wrong += int((rows[start:end, start:end] != SHADE).sum())
    print(wrong)


if __name__ == "__main__":
    main()
