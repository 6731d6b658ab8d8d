"""Asks, off the main thread, what goes on where in an issue of which a page has come in or changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.bridge import ArchiveBridge
from desktop.tasks import Runner, Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive
from models.changes import Changes
from models.domain.page import Page
from models.editing.continuations import Relink

_TOUCHING = frozenset({"article", "block", "correction", "continuation", "page"})
"""Tables whose change can change what goes on where."""

Relinks = list[tuple[int, Relink]]


class Continuing(QObject):
    """One task at a time; what changes meanwhile is looked at again."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner
        self._running = False
        self._waiting: dict[int, bool] = {}
        """Pages to ask about, and whether they were filed just now."""
        self._entering = False
        bridge.changed.connect(self._on_changed)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._entering or not changes.tables & _TOUCHING:
            return
        for page_id in changes.pages:
            self._waiting[page_id] = page_id in changes.filed
        self._ask()

    def _ask(self) -> None:
        while self._waiting and not self._running:
            page_id, filed = next(iter(self._waiting.items()))
            del self._waiting[page_id]
            pages = self._bridge.archive.related(page_id)
            if pages:
                self._start(pages, filed)

    def _start(self, pages: tuple[Page, ...], filed: bool) -> None:
        self._running = True
        task = Task(_asking(self._bridge.archive, pages, filed))
        task.finished.connect(partial(self._on_said, filed=filed))
        task.failed.connect(self._bridge.refused)
        task.ended.connect(self._on_ended)
        self._runner.start(task)

    def _on_said(self, relinks: Relinks, filed: bool) -> None:
        self._entering = True
        for page_id, relink in relinks:
            if filed:
                self._bridge.enter(relink, page_id)
            else:
                self._bridge.follow_up(relink, page_id)
        self._entering = False

    @Slot()
    def _on_ended(self) -> None:
        self._running = False
        self._ask()


def _asking(archive: Archive, pages: tuple[Page, ...], filed: bool) -> Callable[[WorkerJob], Relinks]:
    def ask(job: WorkerJob) -> Relinks:
        return archive.relinks(pages, job, filed=filed)

    return ask
