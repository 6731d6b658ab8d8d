"""A page, or a block of it, read again off the main thread: what an editor has written stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.bridge import ArchiveBridge
from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from desktop.titles import page_title
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.page import Page
from models.i18n import _
from models.importing.prepare import PreparedPage
from models.importing.rereading import Reader


class Rereading(QObject):
    """Pages one after the other."""

    done = Signal(str)
    """In words, what came of it."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner

    def read_page(self, page: Page, by: Reader, replace: bool) -> None:
        """A page that an editor has worked on gets suggestions, or with `replace` the new lines under what was made of it."""
        task = Task(_reading(self._bridge.archive, page, by), _("Read again"))
        task.finished.connect(lambda prepared: self._take(page, prepared, replace))
        self._start(task)

    def read_block(self, page: Page, outline: Rect) -> None:
        """What differs within `outline` is suggested, what is new waits to be given to an article."""
        task = Task(_reading_block(self._bridge.archive, page, outline), _("Read again"))
        task.finished.connect(lambda lines: self._take_lines(page, lines))
        self._start(task)

    def _start(self, task: Task) -> None:
        self._bridge.typing_interrupted.emit(self)
        task.failed.connect(self._bridge.refused)
        self._runner.start(task, Lane.READINGS)

    def _take(self, page: Page, prepared: PreparedPage, replace: bool) -> None:
        self._say(page, self._bridge.take_reading(page.id, prepared, replace))

    def _take_lines(self, page: Page, lines: tuple[Line, ...]) -> None:
        self._say(page, self._bridge.take_lines(page.id, lines))

    def _say(self, page: Page, is_news: bool) -> None:
        what = _("Read again: {page}.") if is_news else _("Read again, with nothing new: {page}.")
        self.done.emit(what.format(page=page_title(page)))


def _reading(archive: Archive, page: Page, by: Reader) -> Callable[[WorkerJob], PreparedPage]:
    def read(job: WorkerJob) -> PreparedPage:
        return archive.read_again(page, by, job)

    return read


def _reading_block(archive: Archive, page: Page, outline: Rect) -> Callable[[WorkerJob], tuple[Line, ...]]:
    def read(job: WorkerJob) -> tuple[Line, ...]:
        return archive.read_block_again(page, outline, job)

    return read
