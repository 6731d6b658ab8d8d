"""The tables as peewee sees them; their columns are those of the migrations' SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peewee import CompositeKey, Field, FloatField, IntegerField, Model, TextField


class JSONText(TextField):
    """A JSON value kept as text, compared as text: the same value is always written the same way."""

    def db_value(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def python_value(self, value: str) -> Any:
        return json.loads(value)


class Counter(Model):
    name = TextField(primary_key=True)
    value = IntegerField()


class PageTable(Model):
    id = IntegerField(primary_key=True)
    newspaper = TextField(null=True)
    date = TextField(null=True)
    issue_number = TextField(null=True)
    number = TextField(null=True)
    name = TextField(null=True)
    state = TextField()
    regime = TextField()
    sha256 = TextField()
    file_name = TextField()
    kind = TextField()
    sheet = IntegerField()
    width = FloatField()
    height = FloatField()
    region = JSONText()
    reading = IntegerField(null=True)
    article_count = IntegerField()
    unplaced_count = IntegerField()
    doubtful_count = IntegerField()
    doubt = FloatField()

    class Meta:
        table_name = "page"


class ReadingTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    reader = TextField()
    turn = IntegerField()
    skew = FloatField()
    graphics = JSONText()
    at = TextField()

    class Meta:
        table_name = "reading"


class LineTable(Model):
    reading = IntegerField()
    number = IntegerField()
    text = TextField()
    form = JSONText()

    class Meta:
        table_name = "line"
        primary_key = CompositeKey("reading", "number")


class ArticleTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    position = IntegerField()
    tagged = TextField(null=True)

    class Meta:
        table_name = "article"


class BlockTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    article = IntegerField(null=True)
    position = IntegerField()
    role = TextField()
    lines = JSONText()
    repeats = JSONText()

    class Meta:
        table_name = "block"


class LabelTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    article = IntegerField()
    position = IntegerField()
    field = TextField()
    value = TextField()
    origin = TextField()
    verdict = TextField()
    confidence = FloatField()
    reasons = JSONText()

    class Meta:
        table_name = "label"


class JointTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    left = IntegerField(null=True)
    right = IntegerField()
    confidence = FloatField()
    certainty = TextField()
    reasons = JSONText()
    against = JSONText()
    other = IntegerField(null=True)
    others = JSONText()
    verdict = TextField()

    class Meta:
        table_name = "joint"


class ContinuationTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    left = IntegerField()
    onward = IntegerField()
    right = IntegerField()
    confidence = FloatField()
    certainty = TextField()
    reasons = JSONText()
    against = JSONText()
    origin = TextField()
    verdict = TextField()

    class Meta:
        table_name = "continuation"


class CorrectionTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    line = IntegerField()
    text = TextField()
    origin = TextField()
    verdict = TextField()

    class Meta:
        table_name = "correction"


class PhotoTable(Model):
    id = IntegerField(primary_key=True)
    page = IntegerField()
    article = IntegerField(null=True)
    outline = JSONText()

    class Meta:
        table_name = "photo"


class JournalTable(Model):
    id = IntegerField(primary_key=True)
    gesture = IntegerField()
    origin = TextField()
    name = TextField()
    detail = JSONText()
    page = IntegerField()
    at = TextField()
    state = TextField()
    changes = JSONText()

    class Meta:
        table_name = "journal"


EDITABLE: dict[str, Any] = {
    "page": PageTable,
    "article": ArticleTable,
    "block": BlockTable,
    "label": LabelTable,
    "joint": JointTable,
    "continuation": ContinuationTable,
    "correction": CorrectionTable,
    "photo": PhotoTable,
}
"""The tables a changeset may touch, by the name it calls them."""

DERIVED = frozenset({"article_count", "unplaced_count", "doubtful_count", "doubt"})
"""Columns of a page that are worked out from its other rows; another version or Python may work them out differently."""

TABLES: tuple[type[Model], ...] = (Counter, ReadingTable, LineTable, JournalTable, *EDITABLE.values())


def columns(table: type[Model]) -> tuple[Field, ...]:
    return tuple(table._meta.sorted_fields)


def rows(query: Any, table: type[Model]) -> Iterator[dict[str, Any]]:
    """What a query of all columns of `table` finds, with JSON read; several times as quick as peewee's own dicts()."""
    fields = columns(table)
    for values in table._meta.database.execute(query):
        yield {
            field.name: field.python_value(value) if isinstance(field, JSONText) else value
            for field, value in zip(fields, values, strict=True)
        }


def insert_rows(table: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Many rows with the same columns.  The statement is made once: that costs peewee far more than running it."""
    if not rows:
        return
    database, fields = table._meta.database, [table._meta.fields[name] for name in rows[0]]
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    places = ", ".join([database.param] * len(fields))
    statement = f'INSERT INTO "{table._meta.table_name}" ({columns}) VALUES ({places})'
    for row in rows:
        database.execute_sql(statement, [field.db_value(row[field.name]) for field in fields])
