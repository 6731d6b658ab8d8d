"""Files into the archive: read in a worker, filed one by one on the main thread, summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.bridge import ArchiveBridge
from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive, ImportReport
from models.i18n import _


class Importing(QObject):
    """Any number of batches, one after the other."""

    finished = Signal(object)
    """The ImportReport of a batch, also of one that was cancelled: what is filed stays."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner

    def start(self, paths: Iterable[Path]) -> Task:
        """Imports files and folders."""
        task = Task(_reading(self._bridge.archive, list(paths)), _("Import"))
        report = ImportReport()
        task.handed.connect(lambda outcome: self._bridge.settle(outcome, report))
        # In a turn of its own, for the last page may have been filed in this one.
        task.ended.connect(lambda: QTimer.singleShot(0, self, lambda: self.finished.emit(report)))
        self._runner.start(task, Lane.BATCHES)
        return task


def _reading(archive: Archive, paths: list[Path]) -> Callable[[WorkerJob], None]:
    def read(job: WorkerJob) -> None:
        for outcome in archive.outcomes(paths, job):
            job.hand(outcome)

    return read
