"""Performing, undoing and redoing: the one way by which anything an editor can see is changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from models.changes import Changes, Changeset, difference, summary
from models.domain.entry import Entry, EntryState
from models.domain.label import Origin
from models.domain.locks import Locks
from models.domain.page import Page, keeps_every_line, keeps_the_reading
from models.domain.standing import locks_of
from models.editing.continuations import FollowLines, Relink
from models.editing.edit import Edit, NewId, settled
from models.editing.labels import Retag
from models.editing.readings import LEAVES_ALONE, Reread, TakeReading, first_lines
from models.editing.segmenting import SegmentAgain
from models.store import changeset as rows
from models.store import issues, journal, queries, standings
from models.store.connection import Store
from models.store.rows import rows_of


class History:
    """Every change of one archive, in one line: what is undone is undone in the order it was done."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pages: dict[int, Page] = {}
        """The pages that were looked at last, as they are now."""

    def page(self, page_id: int) -> Page:
        """Raises KeyError when there is no such page."""
        page = self._taken(page_id)
        self._keep(page)
        return page

    def locks(self, page_id: int) -> Locks:
        """What editors have decided about a page's lines; raises KeyError when there is no such page."""
        return locks_of(self.page(page_id), standings.steps(page_id))

    def new_gesture(self) -> int:
        """A number for edits that belong together and are undone together: a drag, a burst of keys."""
        with self._store.transaction():
            return journal.next_number("gesture")

    def perform(self, edit: Edit, page_id: int, gesture: int | None = None) -> Changes:
        """Applies an editor's edit and writes it to the journal, or does neither.

        Edits with the same `gesture` are one step of undo, as long as nothing came between.  Raises EditRefused,
        LinesLeft, StaleEdit, DiskFull or NotWritable.
        """
        with self._store.transaction():
            page = self._taken(page_id)
            changeset, after = _planned(edit, page)
            if not changeset.rows:
                return Changes()
            if after.reading is not page.reading:
                queries.add_reading(page_id, after.reading, _now())
            journal.abandon_undone()
            self._write(changeset, _Intent(edit, page_id, Origin.EDITOR, _joined(gesture)))
        self._keep(after)
        return summary(changeset)

    def take_reading(self, fresh: Page, page_id: int, replace: bool) -> Changes:
        """The page is read again: `fresh` is the same sheet composed anew, its ids from `new_id`; raises as `perform`.

        A page that an editor has worked on keeps its words and articles, and gets suggestions; with `replace` it takes the
        reading all the same, and what the editor made is carried over.
        """
        with self._store.transaction():
            done = journal.editors_edits(page_id)
            worked_on = not done <= LEAVES_ALONE
            if worked_on and not replace and self._taken(page_id).lines:
                return self.perform(Reread(fresh.reading.lines, fresh.reading.reader), page_id)
            taking = TakeReading(fresh, worked_on, "DescribePage" in done)
            moved = taking.moved(self._taken(page_id))
            changes = self.perform(taking, page_id)
            if not changes.pages:
                return changes
            follow = FollowLines(page_id, tuple(first_lines(moved).items()))
            for other in issues.leading_to(page_id):
                changes = self.follow_up(follow, other).united(changes)
            return changes

    def follow_up(self, edit: Retag | Relink | FollowLines, page_id: int) -> Changes:
        """What an engine says after an editor's last step; it is undone together with that step.

        Nothing happens while something can be redone: the redo was made for the rows as they are.
        """
        with self._store.transaction():
            if journal.first_undone_gesture() is not None:
                return Changes()
            changeset, after = _planned(edit, self._taken(page_id))
            if not changeset.rows:
                return Changes()
            number = journal.last_done_gesture() or journal.next_number("gesture")
            self._write(changeset, _Intent(edit, page_id, Origin.ENGINE, number))
        self._keep(after)
        return summary(changeset)

    def enter(self, edit: Relink, page_id: int) -> Changes:
        """What an engine has to add to a filed page of its own accord; a step that no undo takes back.

        It may add rows and change none, so that whatever was done before can still be undone and redone.
        """
        with self._store.transaction():
            changeset, after = _planned(edit, self._taken(page_id))
            changeset = _only_added(changeset, page_id)
            if not changeset.rows:
                return Changes()
            self._write(changeset, _Intent(edit, page_id, Origin.ENGINE, journal.next_number("gesture")))
        self._keep(after)
        return summary(changeset)

    def add(self, page: Page) -> Changes:
        """Files a new page with its lines; `page.id` and all ids in it come from `new_id`."""
        _assert_lines_kept(page, "Composing")
        with self._store.transaction():
            queries.add_reading(page.id, page.reading, _now())
            changeset = difference({}, rows_of(page))
            self._write(
                changeset, _Intent(_AddPage(page.source.file_name), page.id, Origin.ENGINE, journal.next_number("gesture"))
            )
        return replace(summary(changeset), filed=frozenset({page.id}))

    def undo(self) -> Changes | None:
        """Takes back the editor's last step; None when there is none."""
        with self._store.transaction():
            gesture = journal.last_done_gesture()
            if gesture is None:
                return None
            done = reversed(journal.changesets(gesture, EntryState.DONE))
            turned = [changeset.inverse() for changeset in done]
            return self._turn(turned, gesture, EntryState.UNDONE, EntryState.DONE, turned[-1])

    def redo(self) -> Changes | None:
        """Brings back the step that was undone last; None when there is none."""
        with self._store.transaction():
            gesture = journal.first_undone_gesture()
            if gesture is None:
                return None
            again = journal.changesets(gesture, EntryState.UNDONE)
            return self._turn(again, gesture, EntryState.DONE, EntryState.UNDONE, again[0])

    def _turn(
        self, changesets: list[Changeset], gesture: int, state: EntryState, old: EntryState, editors: Changeset
    ) -> Changes:
        """`editors` is what the editor did, and the rest what followed from it, on other pages too."""
        changes = Changes()
        for changeset in changesets:
            rows.apply(changeset)
            changes = changes.united(summary(changeset))
        for page_id in changes.pages:
            self._pages.pop(page_id, None)
        journal.mark(gesture, state, old)
        return replace(changes, page=summary(editors).page)

    def _taken(self, page_id: int) -> Page:
        """The page to work on; kept no longer, so that work that fails leaves nothing behind."""
        return self._pages.pop(page_id, None) or queries.page(page_id)

    def _keep(self, page: Page) -> None:
        if self._store.in_transaction:
            # The caller's transaction may yet fail, and the rows be what they were.
            return
        self._pages[page.id] = page
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]

    def _write(self, changeset: Changeset, intent: _Intent) -> None:
        rows.apply(changeset)
        name, detail = type(intent.edit).__name__.lstrip("_"), _plain(_noted(intent.edit))
        entry = Entry(new_id(), intent.gesture, intent.origin, name, detail, intent.page, _now(), EntryState.DONE)
        journal.write(entry, changeset)


_KEPT = 16
"""Pages whose loading is saved."""


@dataclass(frozen=True, slots=True)
class _AddPage:
    file_name: str


@dataclass(frozen=True, slots=True)
class _Intent:
    edit: Any
    page: int
    origin: Origin
    gesture: int


def new_id() -> int:
    """An id that was never used before in this archive; within a transaction."""
    return journal.next_number("id")


def new_ids(at_once: int) -> NewId:
    """Gives ids like `new_id`, quicker where many are needed: takes `at_once` from the counter whenever it has none left."""

    def taken() -> Iterator[int]:
        while True:
            last = journal.next_number("id", at_once)
            yield from range(last - at_once + 1, last + 1)

    return partial(next, taken())


_FEW = 16
"""Ids that an edit takes at once."""


def _joined(gesture: int | None) -> int:
    """The gesture an edit belongs to: the given one, unless something else was done since it began."""
    last = journal.last_done_gesture()
    if gesture is None or (last is not None and last > gesture):
        return journal.next_number("gesture")
    return gesture


def _planned(edit: Edit, page: Page) -> tuple[Changeset, Page]:
    after = settled(edit.apply(page, new_ids(_FEW)))
    _assert_lines_kept(after, type(edit).__name__)
    if after.reading is not page.reading and not isinstance(edit, Reread | TakeReading):
        raise AssertionError(f"{type(edit).__name__} altered what the machine read on page {page.id}")
    return difference(rows_of(page), rows_of(after)), after


def _only_added(changeset: Changeset, page_id: int) -> Changeset:
    """`changeset`, which adds rows and changes nothing but what is worked out from them."""
    for change in changeset.rows:
        if change.before is not None and (change.table, change.id) != ("page", page_id):
            raise AssertionError(f"an engine changed a {change.table} of page {page_id} without being asked")
    return changeset if any(change.before is None for change in changeset.rows) else Changeset(())


def _assert_lines_kept(page: Page, who: str) -> None:
    if not keeps_every_line(page):
        raise AssertionError(f"{who} lost or doubled a line of page {page.id}")
    if not keeps_the_reading(page):
        raise AssertionError(f"{who} put words on page {page.id} that are neither the machine's nor a correction")


def _noted(edit: Any) -> dict[str, Any]:
    """What the journal says of an edit: its fields, or of one that brings a whole page what tells it apart."""
    return edit.noted() if isinstance(edit, Reread | SegmentAgain | TakeReading) else asdict(edit)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _plain(value: Any) -> Any:
    """Dates and nested values as JSON can hold them."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value
