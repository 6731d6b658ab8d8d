"""Which pages are finished, what stands on them, and how the engine had first filed them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from peewee import fn

from models.changes import Changeset, RowChange
from models.domain.entry import EntryState
from models.domain.finished import Filed, Finished
from models.domain.page import Page, PageState
from models.domain.proposal import Segment
from models.domain.role import LOOSE_ROLES, Role
from models.store import queries
from models.store.connection import Store
from models.store.tables import JournalTable, PageTable

_FINISHING, _FILING = "FinishPage", ("AddPage", "TakeReading")


class FinishedPages:
    """Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Finished]:
        """In the order in which they were finished."""
        entry = fn.MAX(JournalTable.id)
        holds = JournalTable.name == _FINISHING, JournalTable.state == EntryState.DONE.value
        with self._store.reading():
            finished = PageTable.select(PageTable.id).where(PageTable.state == PageState.FINISHED.value)
            found = JournalTable.select(JournalTable.page, entry, fn.MAX(JournalTable.at)).where(*holds)
            rows = found.where(JournalTable.page.in_(finished)).group_by(JournalTable.page).order_by(entry).tuples()
            return [Finished(page, number, datetime.datetime.fromisoformat(at)) for page, number, at in rows]

    def page(self, page_id: int) -> Page:
        """Raises KeyError when there is no such page."""
        with self._store.reading():
            return queries.page(page_id)

    def filed(self, page_id: int) -> Filed | None:
        """None for a page whose lines no engine has filed."""
        holds = JournalTable.page == page_id, JournalTable.state == EntryState.DONE.value, JournalTable.name.in_(_FILING)
        with self._store.reading():
            query = JournalTable.select(JournalTable.changes).where(*holds).order_by(JournalTable.id).tuples()
            filings = (Changeset.from_json(changes) for (changes,) in query)
            return next((found for changeset in filings if (found := _filed(changeset.rows, page_id))), None)


def _filed(rows: Iterable[RowChange], page_id: int) -> Filed | None:
    """What a changeset filed, where it filed a reading with blocks."""
    articles: dict[int | None, list[tuple[int, Segment]]] = defaultdict(list)
    reading = None
    for change in rows:
        row = change.after or {}
        if change.table == "block" and row:
            articles[row["article"]].append((row["position"], Segment(Role(row["role"]), tuple(row["lines"]))))
        elif (change.table, change.id) == ("page", page_id):
            reading = row.get("reading", reading)
    loose = [segment for _, segment in articles.pop(None, [])]
    if reading is None or not (articles or loose):
        return None
    told = tuple(tuple(segment for _, segment in sorted(parts, key=lambda part: part[0])) for parts in articles.values())
    return Filed(reading, told, tuple(n for segment in loose if segment.role in LOOSE_ROLES for n in segment.lines))
