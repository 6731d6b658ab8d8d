"""Learns from a page that has been finished, off the main thread, one task at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop.bridge import ArchiveBridge
from desktop.learning.panel import LearningPanel
from desktop.settings import Settings
from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from models.changes import Changes
from models.domain.page import PageState
from models.errors import KnownError
from models.i18n import _
from models.learning.lesson import LEAST
from models.learning.school import Record, School
from models.segmenting.versions import Version


class Learning(QObject):
    recorded = Signal(object)
    """A Record: what has been learnt so far."""
    progressed = Signal(bool, str)
    """Whether something is being learnt now, and what is to be said of it."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner, settings: Settings) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner
        self._settings = settings
        self._finished = self._all_finished()
        self._running = self._again = self._warned = False
        bridge.changed.connect(self._on_changed)

    def serve(self, panel: LearningPanel) -> None:
        """`panel` is shown what is learnt, and what it asks for is done."""
        self.recorded.connect(panel.show_record)
        self.progressed.connect(panel.show_progress)
        panel.record_wanted.connect(self.report)
        panel.learning_wanted.connect(self.learn)
        panel.version_chosen.connect(self.use)
        few = _too_few() if len(self._finished) < LEAST else ""
        panel.show_progress(self._running, _("Learning…") if self._running else few)

    def begin(self) -> None:
        """At the start: says what is wrong with what was learnt, and looks at the finished pages while there is time."""
        if self._finished:
            self.report()
            if self._settings.learns:
                self._start(_looking(self._school), lambda _nothing: "")

    @Slot()
    def report(self) -> None:
        task = Task(self._school.record)
        task.finished.connect(self._on_recorded)
        task.failed.connect(self._bridge.refused)
        self._runner.start(task, Lane.LEARNING)

    @Slot()
    def learn(self) -> None:
        """Now, or once more when what is being learnt now is done."""
        if self._running:
            self._again = True
        else:
            few = len(self._finished) < LEAST
            self._start(_learning(self._school), lambda found: _too_few() if few else _told(found))

    @Slot(str, int)
    def use(self, kind: str, number: int) -> None:
        """From now on the engine works with this version."""
        try:
            self._school.versions.use(kind, number)
        except KnownError as error:
            self._bridge.refused.emit(error)
        if not self._running:
            # What was said of the version before is no longer so.
            self.progressed.emit(False, "")
        self.report()

    @property
    def _school(self) -> School:
        return self._bridge.archive.school

    def _all_finished(self) -> frozenset[int]:
        return frozenset(page.id for page in self._bridge.pages() if page.state is PageState.FINISHED)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if "page" not in changes.tables:
            return
        before, self._finished = self._finished, self._all_finished()
        if self._finished - before and self._settings.learns:
            self.learn()

    def _start(self, work: Callable[[WorkerJob], object], told: Callable[[object], str]) -> None:
        self._running = True
        self.progressed.emit(True, _("Learning…"))
        task = Task(work)
        said: list[str] = []
        task.finished.connect(lambda result: said.append(told(result)))
        task.failed.connect(self._bridge.refused)
        task.ended.connect(lambda: self._on_ended("".join(said)))
        self._runner.start(task, Lane.LEARNING)

    def _on_ended(self, words: str) -> None:
        self._running = False
        self.progressed.emit(False, words)
        self.report()
        if self._again:
            self._again = False
            self.learn()

    @Slot(object)
    def _on_recorded(self, record: Record) -> None:
        self.recorded.emit(record)
        if record.trouble is not None and not self._warned:
            self._warned = True
            self._bridge.refused.emit(record.trouble)


def _looking(school: School) -> Callable[[WorkerJob], None]:
    return lambda job: school.look_ahead(job)


def _learning(school: School) -> Callable[[WorkerJob], list[Version]]:
    return lambda job: school.learn(job)


def _too_few() -> str:
    return _("Learning begins when {count} pages are finished.").format(count=LEAST)


def _told(found: object) -> str:
    return _("A new version is in force.") if found else _("Nothing better was found; what is in force stays.")
