"""Writing a changeset to the tables: each row only where it still is what it was before."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from peewee import Expression, Model

from models.changes import Changeset, Row, RowChange
from models.errors import StaleEdit
from models.store.tables import DERIVED, EDITABLE, insert_rows

AT_ONCE = 200
"""Ids in one question."""


def apply(changeset: Changeset) -> None:
    """Within the caller's transaction; raises StaleEdit at the first row that is not as planned on."""
    for (name, is_new), changes in groupby(changeset.rows, key=lambda change: (change.table, change.before is None)):
        if is_new:
            _insert(EDITABLE[name], list(changes))
        else:
            for change in changes:
                _write(EDITABLE[name], change)


def _insert(table: type[Model], changes: list[RowChange]) -> None:
    for start in range(0, len(changes), AT_ONCE):
        ids = [change.id for change in changes[start : start + AT_ONCE]]
        there = table.select(table.id).where(table.id.in_(ids)).tuples().first()
        if there is not None:
            raise StaleEdit(changes[0].table, there[0])
    insert_rows(table, [{"id": change.id, **(change.after or {})} for change in changes])


def _write(table: type[Model], change: RowChange) -> None:
    unchanged = _same(table, change.id, change.before or {})
    if change.after is None:
        written = table.delete().where(*unchanged).execute()
    else:
        new = {name: value for name, value in change.after.items() if value != (change.before or {}).get(name)}
        written = table.update(new).where(*unchanged).execute()
    if written != 1:
        raise StaleEdit(change.table, change.id)


def _same(table: type[Model], row_id: int, row: Row) -> list[Expression]:
    return [table.id == row_id, *(_equal(table, name, value) for name, value in row.items() if name not in DERIVED)]


def _equal(table: type[Model], name: str, value: Any) -> Expression:
    column = getattr(table, name)
    # Without to_value peewee takes a list for a row of values.
    return column.is_null() if value is None else column == column.to_value(value)
