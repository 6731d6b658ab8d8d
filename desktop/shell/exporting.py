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
from models.wording import left_out


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
        """This page, its issue, the whole archive; what can not be chosen says why."""
        whole = Scope(_("The whole archive"), None)
        if page is None:
            why = _("no page is open")
            return [Scope(_("This page"), (), why), Scope(_("This issue"), (), why), whole]
        return [Scope(_("This page: {page}").format(page=page_title(page)), (page.id,)), self._issue(page), whole]

    def _issue(self, page: Page) -> Scope:
        header = page.header
        if header.newspaper is None or header.date is None:
            return Scope(_("This issue"), (), _("the page's newspaper or date is not known"))
        pages = tuple(other.id for other in self._bridge.archive.issue(header))
        name = _("This issue: {newspaper}, {date}, pages: {count}")
        name = name.format(newspaper=header.newspaper, date=header.date.isoformat(), count=len(pages))
        return Scope(name, pages, "" if pages else _("its pages are deleted"))


def result(report: ExportReport) -> str:
    """What stands in the file now, and what does not."""
    said = _("Exported to “{name}”: {articles} articles, {pages} pages.").format(
        name=report.path.name, articles=report.articles, pages=report.pages
    )
    return _("{what} {remedy}").format(what=said, remedy=left_out(report.unread)) if report.unread else said


def _writing(archive: Archive, request: ExportRequest) -> Callable[[WorkerJob], ExportReport]:
    def write(job: WorkerJob) -> ExportReport:
        return archive.export_csv(Path(request.path), job, request.pages)

    return write
