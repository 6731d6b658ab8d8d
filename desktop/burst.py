"""What is entered while one field is being typed in: one step of undo, however often the hands rest."""

from __future__ import annotations

from desktop.bridge import ArchiveBridge
from models.domain.entry import Entry, EntryState
from models.domain.label import Origin
from models.editing.edit import Edit

_FEW = 50
"""Entries of the journal among which an editor's last one is looked for."""


class Burst:
    """The edits of one stay in a field, all in one gesture."""

    def __init__(self, bridge: ArchiveBridge, initiator: object) -> None:
        self._bridge = bridge
        self._initiator = initiator
        self._gesture: int | None = None

    def perform(self, edit: Edit, page: int) -> bool:
        """Whether the edit was made; see ArchiveBridge.perform."""
        made = self._bridge.perform(edit, page, self._initiator, self._gesture)
        if made:
            self._gesture = self._bridge.archive.journal(1)[0].gesture
        return made

    def end(self) -> None:
        """The field was left: what comes next is a step of its own."""
        self._gesture = None

    def take_back(self) -> None:
        """Undoes what was entered since the field was entered, unless something else was done since."""
        last = next(filter(_is_editors, self._bridge.archive.journal(_FEW)), None)
        gesture, self._gesture = self._gesture, None
        if last is not None and last.gesture == gesture:
            self._bridge.undo(self._initiator)


def _is_editors(entry: Entry) -> bool:
    return entry.origin is Origin.EDITOR and entry.state is EntryState.DONE
