"""Writing a changeset to the tables: each row only where it still is what it was before."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from peewee import Model

from models.changes import Changeset, RowChange
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
    fields, before = table._meta.fields, change.before or {}
    old = {name: fields[name].db_value(value) for name, value in before.items() if name not in DERIVED}
    place = table._meta.database.param
    # Made by hand, for making a statement costs peewee far more than running it.
    same = " AND ".join(
        [f"id = {place}", *(f'"{name}" IS NULL' if old[name] is None else f'"{name}" = {place}' for name in old)]
    )
    known = [change.id, *(value for value in old.values() if value is not None)]
    if change.after is None:
        written = _execute(table, f'DELETE FROM "{table._meta.table_name}" WHERE {same}', known)
    else:
        new = {n: fields[n].db_value(value) for n, value in change.after.items() if n not in before or value != before[n]}
        changed = ", ".join(f'"{name}" = {place}' for name in new)
        written = _execute(table, f'UPDATE "{table._meta.table_name}" SET {changed} WHERE {same}', [*new.values(), *known])
    if written != 1:
        raise StaleEdit(change.table, change.id)


def _execute(table: type[Model], statement: str, values: list[Any]) -> int:
    """The number of rows it touched."""
    return int(table._meta.database.execute_sql(statement, values).rowcount)
