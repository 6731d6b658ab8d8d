"""Starts tasks in lanes of one worker each, and sees to it that none is left behind when the program quits."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from desktop.tasks.task import PostingJob, Task
from models.errors import KnownError
from models.job import Cancelled


class Lane(Enum):
    """Tasks in one lane run one after the other, tasks in different lanes side by side."""

    BATCHES = auto()
    """Imports."""
    ERRANDS = auto()
    """Tagging, exporting: what an editor is waiting for meanwhile."""
    PICTURES = auto()
    """What the page in view is waiting for."""
    AHEAD = auto()
    """What makes the next look quicker, and nobody waits for."""
    READINGS = auto()
    """Pages that are read again."""
    STRIPS = auto()
    """What the line in hand is waiting for."""
    LEARNING = auto()
    """New weights from finished pages; nobody waits for them."""


class Runner(QObject):
    """Lives on the main thread and outlives all its workers."""

    started = Signal(object)
    """The Task."""
    idle = Signal()
    """The last task has ended."""
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: _pool(self) for lane in Lane}
        self._tasks: dict[int, Task] = {}
        self._numbers = itertools.count()
        self._quit = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def start(self, task: Task, lane: Lane = Lane.ERRANDS) -> None:
        """The runner keeps the task alive until it has ended; nothing starts any more after `quit`."""
        if self._quit:
            return
        number = next(self._numbers)
        self._tasks[number] = task
        self._pools[lane].start(_runnable(task.work, PostingJob(number, task.stop, self._posted)))
        self.started.emit(task)

    def cancel_all(self) -> None:
        for task in self._tasks.values():
            task.cancel()

    def quit(self) -> None:
        """Cancels everything and blocks until no worker runs; for the very end of the program.

        What workers said until then is not heard any more: nobody is left to act on it.
        """
        self._quit = True
        self.cancel_all()
        for pool in self._pools.values():
            pool.waitForDone()

    @Slot(object)
    def _on_posted(self, message: tuple[int, str, tuple[object, ...]]) -> None:
        if self._quit:
            return
        number, name, values = message
        task = self._tasks[number]
        if name in _ENDS:
            del self._tasks[number]
        try:
            if name == "broke":
                raise values[0]  # type: ignore[misc]
            getattr(task, name).emit(*values)
        finally:
            if name in _ENDS:
                task.ended.emit()
                self._say_when_idle()

    def _say_when_idle(self) -> None:
        if not self._tasks:
            self.idle.emit()


_ENDS = frozenset({"finished", "failed", "cancelled", "broke"})


def _pool(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    return pool


def _runnable(work: Callable[[PostingJob], object], job: PostingJob) -> Callable[[], None]:
    """Holds no QObject but the runner's signal, so that nothing of Qt's can die in the worker."""

    def run() -> None:
        try:
            job.checkpoint()
            result = work(job)
        except Cancelled:
            job.post("cancelled")
        except KnownError as error:
            job.post("failed", error)
        except BaseException as error:  # a bug: raised again on the main thread, where the crash hook is
            job.post("broke", error)
        else:
            job.post("finished", result)

    return run
