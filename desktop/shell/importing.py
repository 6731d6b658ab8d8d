"""Files into the archive: read in a worker, filed one by one on the main thread, summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.bridge import ArchiveBridge
from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive, ImportReport
from models.errors import KnownError
from models.i18n import _
from models.importing.run import Failed, Outcome, Prepared


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
        batch = _Batch(self._bridge, task)
        task.handed.connect(batch.settle)
        # In a turn of its own, for the last page may have been filed in this one.
        task.ended.connect(lambda: QTimer.singleShot(0, self, lambda: self.finished.emit(batch.report)))
        self._runner.start(task, Lane.BATCHES)
        return task


class _Batch(QObject):
    """Files the outcomes of one batch."""

    def __init__(self, bridge: ArchiveBridge, task: Task) -> None:
        super().__init__(task)
        self.report = ImportReport()
        self._bridge = bridge
        self._refusal: KnownError | None = None

    @Slot(object)
    def settle(self, outcome: Outcome) -> None:
        """An outcome that can not be filed, as when the disk is full, is a failed one."""
        self._bridge.refused.connect(self._on_refused)
        self._bridge.settle(outcome, self.report)
        self._bridge.refused.disconnect(self._on_refused)
        if self._refusal is not None and isinstance(outcome, Prepared):
            self.report.failed.append(Failed(outcome.path, self._refusal))
        self._refusal = None

    @Slot(object)
    def _on_refused(self, error: KnownError) -> None:
        self._refusal = error


def _reading(archive: Archive, paths: list[Path]) -> Callable[[WorkerJob], None]:
    def read(job: WorkerJob) -> None:
        for outcome in archive.outcomes(paths, job):
            job.hand(outcome)

    return read
