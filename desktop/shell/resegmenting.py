"""Pages segmented again off the main thread: what an editor has decided stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from desktop.bridge import ArchiveBridge
from desktop.tasks import Runner, Task
from desktop.tasks.task import WorkerJob
from desktop.titles import page_title
from models.archive import Archive
from models.domain.locks import Locks
from models.domain.page import Page
from models.domain.proposal import Proposal
from models.editing.segmenting import SegmentAgain
from models.i18n import _


class Resegmenting(QObject):
    """Pages one after the other; those that are asked for together are undone together."""

    done = Signal(str, bool)
    """In words, what came of it, and whether that can be undone."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner

    def segment(self, page_ids: Iterable[int]) -> None:
        waiting = list(page_ids)
        if waiting:
            self._ask(_Round(waiting, self._bridge.archive.new_gesture()))

    def _ask(self, work: _Round) -> None:
        """What is typed is entered first, so that the page's words are the editor's."""
        self._bridge.typing_interrupted.emit(self)
        page = self._bridge.page(work.waiting[0])
        task = Task(_asking(self._bridge.archive, page, self._bridge.archive.locks(page.id)), _("Segment again"))
        task.finished.connect(lambda proposal: self._take(work, page, proposal))
        task.failed.connect(self._bridge.refused)
        self._runner.start(task)

    def _take(self, work: _Round, asked: Page, proposal: Proposal) -> None:
        now = self._bridge.page(asked.id)
        if _work_on(now) == _work_on(asked):
            work.waiting.pop(0)
            work.seen.append(now)
            work.changed += self._bridge.perform(SegmentAgain(proposal), now.id, self, work.gesture)
        # Else the editor went on meanwhile, and is asked for what he has decided since.
        if work.waiting:
            self._ask(work)
        else:
            self.done.emit(work.words(), work.changed > 0)


class _Round:
    """Pages to do, and what became of those that are done."""

    def __init__(self, waiting: list[int], gesture: int) -> None:
        self.waiting, self.gesture = waiting, gesture
        self.seen: list[Page] = []
        self.changed = 0

    def words(self) -> str:
        if len(self.seen) > 1:
            said = _("Pages segmented again: {count}. With something new: {changed}.")
            return said.format(count=len(self.seen), changed=self.changed)
        what = _("Segmented again: {page}.") if self.changed else _("Segmented again, with nothing new: {page}.")
        return what.format(page=page_title(self.seen[0]))


def _work_on(page: Page) -> tuple[object, ...]:
    """What an editor can decide about the lines of a page."""
    return page.lines, page.articles, page.loose, page.joints


def _asking(archive: Archive, page: Page, locks: Locks) -> Callable[[WorkerJob], Proposal]:
    def ask(job: WorkerJob) -> Proposal:
        return archive.segmented_again(page, locks, job)

    return ask
