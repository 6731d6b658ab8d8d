"""Python's garbage collection, kept on the main thread and short."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 20_000
"""Milliseconds between two collections."""


class GarbageCollection(QObject):
    """Of its own accord Python collects on whatever thread happens to allocate: a worker may then destroy a widget.

    And it would walk through all that was loaded at the start, again and again, for some tenths of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(gc.collect)

    def start(self) -> None:
        """Once the window is there."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """As it was before."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
