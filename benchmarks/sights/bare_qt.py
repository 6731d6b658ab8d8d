"""The floor: a window that reads the file scaled to its size with Qt's own reader and paints it, and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from benchmarks.sights import SIZE
from benchmarks.sights.stopwatch import Stopwatch


class Window(QWidget):
    def __init__(self, path: str, watch: Stopwatch) -> None:
        super().__init__()
        self._path = path
        self._watch = watch
        self._image: QImage | None = None
        self._is_shown = False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            with QPainter(self) as painter:
                painter.drawImage(0, 0, self._image)
            self._watch.mark("first_sight")
            QTimer.singleShot(0, QApplication.quit)
        elif not self._is_shown:
            self._is_shown = True
            self._watch.restart()
            QTimer.singleShot(0, self._read)

    def _read(self) -> None:
        reader = QImageReader(self._path)
        room = self.size() * self.devicePixelRatioF()
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = reader.read()
        self.update()


def main() -> None:
    QImageReader.setAllocationLimit(2048)
    application = QApplication(sys.argv[:1])
    watch = Stopwatch()
    window = Window(sys.argv[1], watch)
    window.resize(*SIZE)
    window.show()
    application.exec()
    watch.tell()


main()
