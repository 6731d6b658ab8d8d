"""Pages segmented again off the main thread: what an editor has decided stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.bridge import ArchiveBridge
from desktop.tasks import Runner, Task
from desktop.tasks.task import WorkerJob
from desktop.titles import page_title
from models.archive import Archive
from models.domain.locks import Locks
from models.domain.page import Page, PageState
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

    def segment(self, page_id: int) -> None:
        """One page, whatever state it is in: it was asked for."""
        self._go_on(_Round([page_id], self._bridge.archive.new_gesture()))

    def segment_open(self) -> None:
        """All pages that nobody has finished, but for those whose file says itself what their articles are."""
        waiting = [page.id for page in self._bridge.pages() if page.state is PageState.OPEN]
        self._go_on(_Round(waiting, self._bridge.archive.new_gesture(), _is_open_and_segmented))

    def _go_on(self, work: _Round) -> None:
        while work.waiting:
            page = self._bridge.page(work.waiting[0])
            if page.state is not PageState.DELETED and work.wants(page):
                self._ask(work)
                return
            work.waiting.pop(0)
        self.done.emit(work.words(), work.changed > 0)

    def _ask(self, work: _Round) -> None:
        """What is typed is entered first, so that the page's words are the editor's."""
        self._bridge.typing_interrupted.emit(self)
        page = self._bridge.page(work.waiting[0])
        asked = page, self._bridge.archive.locks(page.id)
        task = Task(_asking(self._bridge.archive, *asked), _("Segment again"))
        task.finished.connect(lambda proposal: self._take(work, asked, proposal))
        task.failed.connect(self._bridge.refused)
        self._runner.start(task)

    def _take(self, work: _Round, asked: tuple[Page, Locks], proposal: Proposal) -> None:
        page, locks = asked
        now = self._bridge.page(page.id)
        if (_work_on(now), self._bridge.archive.locks(now.id)) == (_work_on(page), locks):
            work.waiting.pop(0)
            work.seen.append(now)
            work.changed += self._bridge.perform(SegmentAgain(proposal), now.id, self, work.gesture)
        # Else the editor has gone on meanwhile, and the engine is asked again with what he has decided since, if at all.
        self._go_on(work)


@dataclass
class _Round:
    """Pages to do, and what became of those that are done."""

    waiting: list[int]
    gesture: int
    wants: Callable[[Page], bool] = lambda _page: True
    seen: list[Page] = field(default_factory=list)
    changed: int = 0

    def words(self) -> str:
        if len(self.seen) != 1:
            said = _("Pages segmented again: {count}. With something new: {changed}.")
            return said.format(count=len(self.seen), changed=self.changed)
        what = _("Segmented again: {page}.") if self.changed else _("Segmented again, with nothing new: {page}.")
        return what.format(page=page_title(self.seen[0]))


def _is_open_and_segmented(page: Page) -> bool:
    """Whether nobody has finished it, and the engine said what its articles are."""
    return page.state is PageState.OPEN and bool(page.joints)


def _work_on(page: Page) -> tuple[object, ...]:
    """What an editor can do about a page and its lines."""
    return page.state, page.lines, [(one.id, one.blocks) for one in page.articles], page.loose, page.joints


def _asking(archive: Archive, page: Page, locks: Locks) -> Callable[[WorkerJob], Proposal]:
    def ask(job: WorkerJob) -> Proposal:
        return archive.segmented_again(page, locks, job)

    return ask
