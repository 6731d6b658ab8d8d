"""Writing a changeset to the tables: each row only where it still is what it was before."""

from __future__ import annotations

from typing import Any

from peewee import Expression, Model

from models.changes import Changeset, Row, RowChange
from models.errors import StaleEdit
from models.store.tables import DERIVED, EDITABLE


def apply(changeset: Changeset) -> None:
    """Within the caller's transaction; raises StaleEdit at the first row that is not as planned on."""
    for change in changeset.rows:
        if _write(EDITABLE[change.table], change) != 1:
            raise StaleEdit(change.table, change.id)


def _write(table: type[Model], change: RowChange) -> int:
    if change.before is None:
        return _insert(table, change)
    unchanged = _same(table, change.id, change.before)
    if change.after is None:
        return int(table.delete().where(*unchanged).execute())
    new = {name: value for name, value in change.after.items() if value != change.before.get(name)}
    return int(table.update(new).where(*unchanged).execute())


def _insert(table: type[Model], change: RowChange) -> int:
    if table.get_or_none(table.id == change.id) is not None:
        return 0
    table.insert({"id": change.id, **(change.after or {})}).execute()
    return 1


def _same(table: type[Model], row_id: int, row: Row) -> list[Expression]:
    return [table.id == row_id, *(_equal(table, name, value) for name, value in row.items() if name not in DERIVED)]


def _equal(table: type[Model], name: str, value: Any) -> Expression:
    column = getattr(table, name)
    # Without to_value peewee takes a list for a row of values.
    return column.is_null() if value is None else column == column.to_value(value)
