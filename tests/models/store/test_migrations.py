"""Archives of every released schema, as tests/databases/make.py wrote them then: opened, whole, undone to the first step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.domain.article import Article
from models.domain.continuation import Onward
from models.domain.geometry import WHOLE, Rect
from models.domain.joint import Alternative
from models.domain.label import Field, Origin, Reason, Verdict
from models.domain.line import Line
from models.domain.page import Page, keeps_every_line, keeps_the_reading
from models.editing.articles import SplitArticle
from models.editing.history import History, new_id
from models.editing.labels import JudgeJoint
from models.store import connection, journal, queries
from models.store.connection import Store
from models.store.migrations import MIGRATIONS
from tests.models.store.conftest import TEXTS, small_page

SAVED = Path(__file__).parents[2] / "databases"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@contextmanager
def opened(path: Path, schema: int) -> Iterator[tuple[History, Page]]:
    """The archive saved with `schema`, in today's schema, and the page that was worked on."""
    path.write_bytes((SAVED / f"schema_{schema}.sqlite").read_bytes())
    with closing(Store(path)) as store:
        summary, *_ = queries.summaries()
        yield History(store), queries.page(summary.id)


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def titles(articles: tuple[Article, ...]) -> list[str | None]:
    return [article.value(Field.TITLE) for article in articles]


@pytest.mark.parametrize("schema", range(1, len(MIGRATIONS) + 1))
def test_a_saved_archive_opens_and_is_undone_to_its_first_step(path: Path, schema: int) -> None:
    with opened(path, schema) as (history, page):
        assert titles(page.articles) == ["北岸新桥昨日通车", None]
        assert [line.text for line in page.reading.lines][:4] == list(TEXTS)
        assert keeps_every_line(page)
        assert keeps_the_reading(page)
        steps = 0
        while history.undo() is not None:
            steps += 1
        assert steps == {1: 2, 2: 5, 3: 6}.get(schema, 7)
        first = queries.page(page.id)
        assert (titles(first.articles), [article.lines for article in first.articles]) == (["北岸新桥通车"], [(1, 2, 3)])
        assert [line.text for line in first.lines] == list(TEXTS)
        while history.redo() is not None:
            pass
        assert queries.page(page.id) == page


def test_every_saved_schema_is_there() -> None:
    assert {path.name for path in SAVED.glob("*.sqlite")} == {f"schema_{n}.sqlite" for n in range(1, len(MIGRATIONS) + 1)}


def test_schema_1_keeps_its_rows_and_its_journal(path: Path) -> None:
    old = SAVED / "schema_1.sqlite"
    with opened(path, 1) as (_, page):
        assert (page.source.region, page.reading.reader, page.corrections, page.photos) == (WHOLE, "", (), ())
        for query in ("SELECT * FROM journal", "SELECT * FROM block", "SELECT * FROM label", "SELECT text, form FROM line"):
            assert rows(path, query) == rows(old, query)
        assert rows(path, "PRAGMA foreign_key_check") == []
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        assert page.reading.id > max(row[0] for row in rows(old, "SELECT value FROM counter WHERE name = 'id'"))
        assert new_id() > page.reading.id
        ((at,),) = rows(path, "SELECT at FROM reading")
        assert at == journal.latest(9)[-1].at.isoformat()


def test_schema_1_can_be_worked_on(path: Path) -> None:
    with opened(path, 1) as (history, page):
        history.perform(SplitArticle(page.articles[0].id, 2), page.id)
        assert len(queries.page(page.id).articles) == 3


def test_schema_2_keeps_words_photos_and_readings(path: Path) -> None:
    with opened(path, 2) as (_, page):
        assert (page.line(3).text, page.line(3).machine) == ("新桥正式开通。", TEXTS[2])
        assert [(c.line, c.origin, c.verdict) for c in page.corrections] == [(3, Origin.EDITOR, Verdict.ACCEPTED)]
        assert [(photo.outline, photo.article) for photo in page.photos] == [(Rect(0.1, 0.2, 0.5, 0.6), page.articles[0].id)]
        found = Line(5, "图为新桥。", Rect(0.1, 0.61, 0.5, 0.63), unsure=(2,), vertical=True)
        assert (page.lines[-1], page.reading.reader) == (found, "text 1 + reader 2")


def test_schema_3_keeps_what_goes_on_elsewhere(path: Path) -> None:
    with opened(path, 3) as (_, page):
        onward = queries.summaries()[1]
        (one,) = page.continuations
        assert (one.claim, one.origin, one.verdict) == (Onward(2, onward.id, 2), Origin.EDITOR, Verdict.ACCEPTED)


def test_schema_4_keeps_what_could_be_instead(path: Path) -> None:
    with opened(path, 4) as (_, page):
        (joint,) = page.joints
        assert joint.claim.others == (Alternative(2, 0.3, Reason("open_end", 0.7)),)


def test_an_older_joint_knows_the_line_that_could_stand_there_instead_and_can_be_judged(path: Path) -> None:
    path.write_bytes((SAVED / "schema_3.sqlite").read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            """INSERT INTO joint (id, page, "left", "right", confidence, certainty, reasons, against, other, verdict)
            SELECT 9000, MIN(id), NULL, 3, 0.6, 'unsure', '[]', '[]', 2, 'pending' FROM page"""
        )
    with closing(Store(path)) as store:
        history, page = History(store), queries.page(queries.summaries()[0].id)
        (joint,) = page.joints
        assert joint.claim.others == (Alternative(2),)
        history.perform(JudgeJoint(joint.id, Verdict.ACCEPTED), page.id)
        assert queries.page(page.id).joints == (replace(joint, verdict=Verdict.ACCEPTED),)
        history.undo()
        assert queries.page(page.id) == page


def test_a_backup_is_made_before_the_first_step(path: Path) -> None:
    with opened(path, 1):
        pass
    copy = path.with_name("archive-before-schema-2.sqlite")
    assert rows(copy, "PRAGMA user_version") == [(1,)]
    for query in ("SELECT * FROM page", "SELECT * FROM line", "SELECT * FROM journal"):
        assert rows(copy, query) == rows(SAVED / "schema_1.sqlite", query)


def test_a_step_that_fails_leaves_the_archive_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes((SAVED / "schema_1.sqlite").read_bytes())
    monkeypatch.setattr(connection, "MIGRATIONS", (MIGRATIONS[0], (*MIGRATIONS[1], "INSERT INTO nowhere VALUES (1)")))
    with pytest.raises(Exception, match="nowhere"):
        Store(path)
    assert rows(path, "PRAGMA user_version") == [(1,)]
    assert rows(path, "SELECT * FROM line") == rows(SAVED / "schema_1.sqlite", "SELECT * FROM line")
    monkeypatch.undo()
    Store(path).close()


def test_two_parts_of_one_sheet_are_two_pages(store: Store, history: History) -> None:
    with store.transaction():
        for half in (Rect(0.0, 0.0, 0.5, 1.0), Rect(0.5, 0.0, 1.0, 1.0)):
            page = small_page()
            history.add(replace(page, source=replace(page.source, region=half)))
    assert [summary.source.region.x0 for summary in queries.summaries()] == [0.0, 0.5]
    with pytest.raises(Exception, match="UNIQUE"), store.transaction():
        history.add(replace(small_page(), source=queries.summaries()[0].source))
