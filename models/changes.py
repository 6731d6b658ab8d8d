"""Rows before and after: the only form in which anything an editor can see is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""Column names to JSON values."""

RowKey = tuple[str, int]
"""Table name and row id."""

Rows = Mapping[RowKey, Row]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where it does not exist."""

    table: str
    id: int
    before: Row | None
    after: Row | None

    def inverse(self) -> RowChange:
        return RowChange(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changeset:
    rows: tuple[RowChange, ...]

    def inverse(self) -> Changeset:
        return Changeset(tuple(change.inverse() for change in reversed(self.rows)))

    def to_json(self) -> list[list[Any]]:
        return [[change.table, change.id, change.before, change.after] for change in self.rows]

    @classmethod
    def from_json(cls, rows: list[list[Any]]) -> Changeset:
        return cls(tuple(RowChange(*row) for row in rows))


def difference(before: Rows, after: Rows) -> Changeset:
    """The changes that turn the rows `before` into the rows `after`."""
    return Changeset(tuple(_differing(before, after)))


def _differing(before: Rows, after: Rows) -> Iterator[RowChange]:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield RowChange(*key, old, new)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a changeset touched, for everyone who shows it."""

    pages: frozenset[int] = frozenset()
    tables: frozenset[str] = frozenset()
    page: int | None = None
    """The page to look at, where there is one."""
    filed: frozenset[int] = frozenset()
    """Those of the pages that are new."""

    def united(self, other: Changes) -> Changes:
        page = self.page if other.page is None else other.page
        return Changes(self.pages | other.pages, self.tables | other.tables, page, self.filed | other.filed)


def summary(changeset: Changeset) -> Changes:
    pages = frozenset(_page_of(change) for change in changeset.rows)
    return Changes(pages, frozenset(change.table for change in changeset.rows), min(pages, default=None))


def _page_of(change: RowChange) -> int:
    row = change.after if change.after is not None else change.before
    return change.id if change.table == "page" or row is None else int(row["page"])
