"""The whole desk on the sample pages, and a watch on how long anybody is kept waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer, Slot

LONGEST = 0.050
"""Seconds a turn of the event loop may take."""

BEAT = 2
"""Milliseconds between two beats of the watch's timer."""


class LoopWatch(QObject):
    """Takes the time of every turn of the event loop: a beat that comes late has waited for one."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[tuple[float, str]] = []
        """Seconds, and what was going on."""
        self._doing = ""
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def loop(self, doing: str) -> Iterator[None]:
        """While the test waits in the event loop."""
        self._doing, self._last = doing, time.perf_counter()
        self._timer.start()
        yield
        self._timer.stop()

    @contextmanager
    def turn(self, doing: str) -> Iterator[None]:
        """A key or click that the test sends itself: while it is handled, nothing else is."""
        began = time.perf_counter()
        yield
        now = time.perf_counter()
        self.turns.append((now - began, doing))
        self._last = now

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.turns.append((max(now - self._last - BEAT / 1000, 0.0), self._doing))
        self._last = now

    def report(self) -> str:
        """The longest turn of everything that was done, longest first, one a line."""
        by_name = {doing: seconds for seconds, doing in sorted(self.turns)}
        worst = sorted(by_name.items(), key=lambda item: -item[1])
        return "\n".join(f"{seconds * 1000:6.1f} ms  {doing}" for doing, seconds in worst)
