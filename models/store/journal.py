"""The journal: every changeset with its intent, its time and whether it holds."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from models.changes import Changeset
from models.domain.entry import Entry, EntryState
from models.domain.label import Origin
from models.store.tables import Counter, JournalTable


def write(entry: Entry, changeset: Changeset) -> None:
    JournalTable.insert(
        id=entry.id,
        gesture=entry.gesture,
        origin=entry.origin.value,
        name=entry.name,
        detail=entry.detail,
        page=entry.page,
        at=entry.at.isoformat(),
        state=entry.state.value,
        changes=changeset.to_json(),
    ).execute()


def latest(limit: int) -> list[Entry]:
    """The last `limit` entries, newest first."""
    columns = [column for column in JournalTable._meta.sorted_fields if column is not JournalTable.changes]
    query = JournalTable.select(*columns).order_by(JournalTable.id.desc()).limit(limit)
    return [_entry(row) for row in query.dicts()]


def _entry(row: dict[str, Any]) -> Entry:
    values = {**row, "origin": Origin(row["origin"]), "state": EntryState(row["state"])}
    return Entry(**{**values, "at": datetime.datetime.fromisoformat(row["at"])})


def last_done_gesture() -> int | None:
    """The editor's latest gesture that holds."""
    return _gesture(EntryState.DONE, lambda: JournalTable.gesture.desc())


def first_undone_gesture() -> int | None:
    """The gesture that a redo would bring back."""
    return _gesture(EntryState.UNDONE, lambda: JournalTable.gesture.asc())


def editors_edits(page_id: int) -> frozenset[str]:
    """The names of all an editor has done to a page that holds."""
    query = JournalTable.select(JournalTable.name).where(
        JournalTable.page == page_id,
        JournalTable.origin == Origin.EDITOR.value,
        JournalTable.state == EntryState.DONE.value,
    )
    return frozenset(name for (name,) in query.distinct().tuples())


def _gesture(state: EntryState, order: Callable[[], Any]) -> int | None:
    query = JournalTable.select(JournalTable.gesture).where(
        JournalTable.state == state.value, JournalTable.origin == Origin.EDITOR.value
    )
    found = query.order_by(order()).tuples().first()
    return found[0] if found else None


def changesets(gesture: int, state: EntryState) -> list[Changeset]:
    """The changesets of one gesture, oldest first."""
    query = JournalTable.select(JournalTable.changes).where(JournalTable.gesture == gesture, JournalTable.state == state.value)
    return [Changeset.from_json(changes) for (changes,) in query.order_by(JournalTable.id).tuples()]


def mark(gesture: int, state: EntryState, old: EntryState) -> None:
    """All entries of the gesture that were `old` are `state` now."""
    JournalTable.update(state=state.value).where(JournalTable.gesture == gesture, JournalTable.state == old.value).execute()


def abandon_undone() -> None:
    """The editor goes another way: nothing that was undone can be redone any more."""
    JournalTable.update(state=EntryState.ABANDONED.value).where(JournalTable.state == EntryState.UNDONE.value).execute()


def next_number(counter: str, steps: int = 1) -> int:
    """The value of a counter that never goes back, after `steps` steps; within the caller's transaction."""
    Counter.update(value=Counter.value + steps).where(Counter.name == counter).execute()
    value = Counter.select(Counter.value).where(Counter.name == counter).scalar()
    assert isinstance(value, int)
    return value
