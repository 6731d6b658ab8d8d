"""One piece of work for a worker thread: what it does, how far it is, how it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from models.job import Cancelled, Job


class WorkerJob(Job, Protocol):
    """What the work is given: a job that can also hand over results before the end."""

    def hand(self, result: Any) -> None:
        """Emits the task's `handed` with `result` on the main thread."""


class Task(QObject):
    """Runs `work(job)` in a worker; every signal is emitted on the main thread, so any slot may touch widgets.

    The work must not touch widgets, pixmaps or anything else of Qt's that lives on the main thread, nor write to the archive.
    """

    progressed = Signal(int, int, str)
    """done, total, what: see Job.report."""
    handed = Signal(object)
    """A result before the end, from `job.hand(result)`."""
    finished = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The KnownError it raised; any other exception is a bug and goes to sys.excepthook."""
    cancelled = Signal()
    ended = Signal()
    """After any of the three above, or a bug."""

    def __init__(self, work: Callable[[WorkerJob], object], title: str = "", parent: QObject | None = None) -> None:
        """`title` is what the progress panel shows; a task without one is not shown."""
        super().__init__(parent)
        self.work = work
        self.title = title
        self.stop = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next checkpoint."""
        self.stop.set()


class PostingJob:
    """The job a worker holds: posts to the main thread and knows nothing of the task but its number."""

    def __init__(self, number: int, stop: threading.Event, posted: SignalInstance) -> None:
        self._number = number
        self._stop = stop
        self._posted = posted

    def post(self, name: str, *values: object) -> None:
        """Has the task's signal `name` emitted with `values` on the main thread."""
        self._posted.emit((self._number, name, values))

    def report(self, done: int, total: int, what: str) -> None:
        self.post("progressed", done, total, what)

    def hand(self, result: object) -> None:
        self.post("handed", result)

    def checkpoint(self) -> None:
        if self._stop.is_set():
            raise Cancelled
