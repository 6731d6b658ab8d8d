"""Asks the tagger again, off the main thread, about every article that an edit has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desktop.bridge import ArchiveBridge
from desktop.tasks import Runner, Task
from desktop.tasks.task import WorkerJob
from models.archive import Archive
from models.changes import Changes
from models.domain.page import Page, untagged
from models.editing.labels import Retag

_TOUCHING = frozenset({"article", "block", "correction"})
"""Tables whose change can change what a tagger would say."""


class Retagging(QObject):
    """One task a page at a time; a page that changes meanwhile is asked about again."""

    def __init__(self, bridge: ArchiveBridge, runner: Runner) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._runner = runner
        self._running: set[int] = set()
        bridge.changed.connect(self._on_changed)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.tables & _TOUCHING:
            for page_id in changes.pages - self._running:
                self._ask(page_id)

    def _ask(self, page_id: int) -> None:
        page = self._bridge.page(page_id)
        if not untagged(page):
            return
        self._running.add(page_id)
        task = Task(_asking(self._bridge.archive, page))
        task.finished.connect(lambda retags: self._on_said(page, retags))
        task.failed.connect(self._bridge.refused)
        task.ended.connect(lambda: self._on_ended(page))
        self._runner.start(task)

    def _on_said(self, page: Page, retags: list[Retag]) -> None:
        for retag in retags:
            self._bridge.follow_up(retag, page.id)

    def _on_ended(self, page: Page) -> None:
        self._running.discard(page.id)
        now = self._bridge.page(page.id)
        if (now.articles, now.lines) != (page.articles, page.lines) and not self._bridge.archive.can_redo():
            self._ask(page.id)


def _asking(archive: Archive, page: Page) -> Callable[[WorkerJob], list[Retag]]:
    def ask(job: WorkerJob) -> list[Retag]:
        return archive.retags(page, job)

    return ask
