"""Articles out of the archive: which pages can be chosen, and the task that writes the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.bridge import ArchiveBridge
from desktop.dialogs.export import ExportRequest, Scope
from desktop.tasks import Runner, Task
from desktop.tasks.task import WorkerJob
from desktop.titles import page_title
from models.archive import Archive
from models.domain.page import Page
from models.exporting.csv_file import ExportReport
from models.i18n import _


class Exporting(QObject):
    finished = Signal(object)
    """The ExportReport."""
    failed = Signal(object)
    """A KnownError."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner

    def start(self, request: ExportRequest) -> Task:
        self._bridge.typing_interrupted.emit(self)
        task = Task(_writing(self._bridge.archive, request), _("Export"))
        task.finished.connect(self.finished)
        task.failed.connect(self.failed)
        self._runner.start(task)
        return task

    def scopes(self, page: Page | None) -> list[Scope]:
        """This page, its issue when its paper and date are known, the whole archive."""
        found = [Scope(_("The whole archive"), None)]
        if page is None:
            return found
        issue = tuple(other.id for other in self._bridge.archive.issue(page.header))
        if len(issue) > 1:
            date = page.header.date.isoformat() if page.header.date else ""
            name = _("This issue: {newspaper}, {date}, pages: {count}")
            found.insert(0, Scope(name.format(newspaper=page.header.newspaper, date=date, count=len(issue)), issue))
        return [Scope(_("This page: {page}").format(page=page_title(page)), (page.id,)), *found]


def result(report: ExportReport) -> str:
    return _("Exported to “{name}”: {articles} articles, {pages} pages.").format(
        name=report.path.name, articles=report.articles, pages=report.pages
    )


def _writing(archive: Archive, request: ExportRequest) -> Callable[[WorkerJob], ExportReport]:
    def write(job: WorkerJob) -> ExportReport:
        return archive.export_csv(Path(request.path), job, request.pages)

    return write
