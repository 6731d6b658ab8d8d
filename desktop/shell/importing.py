"""Files into the archive: read in a worker, filed one by one on the main thread, summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import paths
from desktop.bridge import ArchiveBridge
from desktop.feedback.log import now, written
from desktop.settings import Settings
from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive, ImportReport
from models.errors import KnownError
from models.i18n import _
from models.importing.unfinished import Batch
from models.wording import bug


class Importing(QObject):
    """Any number of batches, one after the other."""

    finished = Signal(object)
    """The ImportReport of a batch, also of one that was cancelled: what is filed stays."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner, settings: Settings) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner
        self._settings = settings
        self._begun: set[str] = set()
        """Batches of this run."""

    def start(self, files: Iterable[Path]) -> None:
        """Imports files and folders."""
        self._start(Batch(tuple(files), self._settings.split_folds))

    def broken_off(self) -> dict[str, Batch]:
        """Batches of an earlier run, or one for which the disk was too small."""
        left = self._bridge.archive.unfinished.left()
        return {name: batch for name, batch in left.items() if name not in self._begun}

    def go_on(self) -> None:
        """Starts what was broken off; what it has filed is there already."""
        for name, batch in self.broken_off().items():
            if self._start(batch):
                self._bridge.archive.unfinished.end(name)

    def _start(self, batch: Batch) -> bool:
        """Whether it could be written down, without which nothing starts."""
        archive = self._bridge.archive
        try:
            # It must stand there before the first file does.
            name = archive.unfinished.begin(batch)
        except KnownError as error:
            self._bridge.refused.emit(error)
            return False
        self._begun.add(name)
        task, report = Task(_reading(archive, batch), _("Import")), ImportReport()
        task.handed.connect(lambda outcome: self._bridge.settle(outcome, report))
        # In a turn of its own, for the last page may have been filed in this one.
        task.ended.connect(lambda: QTimer.singleShot(0, self, lambda: self._end(name, report)))
        self._runner.start(task, Lane.BATCHES)
        return True

    def _end(self, name: str, report: ImportReport) -> None:
        self._begun.discard(name)
        if not report.left:
            self._bridge.archive.unfinished.end(name)
        for broken in report.broken:
            written(paths.log_file(), f"{now()} · {bug(broken.path, broken.sheet)}\n{broken.report}")
        self.finished.emit(report)


def _reading(archive: Archive, batch: Batch) -> Callable[[WorkerJob], None]:
    def read(job: WorkerJob) -> None:
        for outcome in archive.outcomes(batch.paths, job, batch.split):
            job.hand(outcome)

    return read
