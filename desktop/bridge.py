"""The one way from a panel to the archive, and the one signal by which panels hear of changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.archive import Archive, ImportReport
from models.changes import Changes
from models.domain.finding import Finding
from models.domain.issue import Link
from models.domain.line import Line
from models.domain.page import Page, PageSummary
from models.editing.continuations import Relink
from models.editing.edit import Edit
from models.editing.labels import Retag
from models.errors import KnownError
from models.importing.outcomes import Outcome
from models.importing.prepare import PreparedPage

LINKING = frozenset({"continuation", "page"})
"""Tables whose change on one page can change what another says of where its articles go on."""


class ArchiveBridge(QObject):
    """Lives on the main thread, where all writing is done."""

    changed = Signal(object, object)
    """Changes, and the object that asked for them or None; after every write."""
    typing_interrupted = Signal(object)
    """Before anything is performed, undone, exported or closed: whoever holds typed words enters them now.

    Carries the object that asked for it, or None.
    """
    refused = Signal(object)
    """A KnownError that a write met; nothing was written."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._links: dict[int, tuple[Link, ...]] = {}

    def page(self, page_id: int) -> Page:
        """The page as it is now; the archive keeps those looked at last, so asking again costs nothing."""
        return self.archive.page(page_id)

    def findings(self, page_id: int) -> tuple[Finding, ...]:
        """What looks wrong on a page, gravest first; looked for once between two changes."""
        if page_id not in self._findings:
            self._findings[page_id] = self.archive.findings(self.page(page_id))
        return self._findings[page_id]

    def links(self, page_id: int) -> tuple[Link, ...]:
        """See Archive.links; looked for once between two changes."""
        if page_id not in self._links:
            self._links[page_id] = self.archive.links(page_id)
        return self._links[page_id]

    def pages(self) -> list[PageSummary]:
        return self.archive.pages()

    def perform(self, edit: Edit, page_id: int, initiator: object = None, gesture: int | None = None) -> bool:
        """Whether the edit was made; when not, `refused` has said why, or it changed nothing."""
        self.typing_interrupted.emit(initiator)
        return self._write(lambda: self.archive.perform(edit, page_id, gesture), initiator)

    def follow_up(self, edit: Retag | Relink, page_id: int) -> bool:
        return self._write(lambda: self.archive.follow_up(edit, page_id), None)

    def enter(self, relink: Relink, page_id: int) -> bool:
        return self._write(lambda: self.archive.enter(relink, page_id), None)

    def undo(self, initiator: object = None) -> bool:
        self.typing_interrupted.emit(initiator)
        return self._write(self.archive.undo, initiator)

    def redo(self, initiator: object = None) -> bool:
        self.typing_interrupted.emit(initiator)
        return self._write(self.archive.redo, initiator)

    def settle(self, outcome: Outcome, report: ImportReport) -> bool:
        """Files one outcome of a batch."""
        return self._write(lambda: self.archive.settle(outcome, report), None)

    def take_reading(self, page_id: int, prepared: PreparedPage, replace: bool) -> bool:
        """A page that was read again: see Archive.take_reading."""
        self.typing_interrupted.emit(None)
        return self._write(lambda: self.archive.take_reading(page_id, prepared, replace=replace), None)

    def take_lines(self, page_id: int, lines: tuple[Line, ...]) -> bool:
        """A part of a page that was read again: see Archive.take_lines."""
        self.typing_interrupted.emit(None)
        return self._write(lambda: self.archive.take_lines(page_id, lines, self.archive.recogniser), None)

    def _write(self, write: Callable[[], Changes | None], initiator: object) -> bool:
        try:
            changes = write()
        except KnownError as error:
            self._forget()
            self.refused.emit(error)
            return False
        if changes is None or not changes.pages:
            return False
        self._forget()
        self.changed.emit(changes, initiator)
        return True

    def _forget(self) -> None:
        self._findings.clear()
        self._links.clear()
