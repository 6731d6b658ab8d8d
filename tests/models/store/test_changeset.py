"""All or nothing: stale rows, failures in mid-way and full disks leave rows and journal as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from models.domain.label import Field
from models.domain.page import Page
from models.editing.articles import SplitArticle
from models.editing.history import History
from models.editing.labels import AddTag, SetField
from models.errors import DiskFull, EditRefused, StaleEdit
from models.store import journal, queries
from models.store.connection import Store
from models.store.tables import BlockTable, JournalTable, PageTable


def test_undo_is_refused_when_a_row_has_changed_under_it(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    block = page.articles[0].blocks[1].id
    BlockTable.update(role="notice").where(BlockTable.id == block).execute()
    before = contents(page)

    with pytest.raises(StaleEdit) as refused:
        history.undo()

    assert (refused.value.table, refused.value.id) == ("block", block)
    assert contents(page) == before


def test_undo_is_refused_when_a_row_has_gone(history: History, page: Page) -> None:
    history.perform(SetField(page.articles[0].id, Field.TITLE, "北岸新桥昨日通车"), page.id)
    with closing(sqlite3.connect(PageTable._meta.database.database)) as other, other:
        other.execute("DELETE FROM label WHERE origin = 'editor'")
    before = contents(page)

    with pytest.raises(StaleEdit):
        history.undo()

    assert contents(page) == before


def test_a_figure_worked_out_differently_stops_no_edit(history: History, page: Page) -> None:
    PageTable.update(doubt=0.1 + 0.2, article_count=9).execute()
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    assert queries.summaries()[0].articles == 2
    assert history.undo() is not None
    assert queries.page(page.id) == page


def test_failing_before_the_journal_line_leaves_the_rows(history: History, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(page)
    monkeypatch.setattr(journal, "write", _fail)
    with pytest.raises(RuntimeError):
        history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    assert contents(page) == before


def test_failing_after_the_journal_line_leaves_neither(history: History, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(page)
    monkeypatch.setattr(journal, "write", _then_fail(journal.write))
    with pytest.raises(RuntimeError):
        history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    assert contents(page) == before
    monkeypatch.undo()
    assert history.perform(SplitArticle(page.articles[0].id, 2), page.id).pages == {page.id}


def test_failing_undo_leaves_all_as_it_was(history: History, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    before = contents(page)
    monkeypatch.setattr(journal, "mark", _fail)
    with pytest.raises(RuntimeError):
        history.undo()
    assert contents(page) == before


@pytest.mark.parametrize("nested", [False, True], ids=["alone", "inside a transaction"])
def test_full_disk_loses_nothing(store: Store, history: History, page: Page, nested: bool) -> None:
    """SQLite's own limit on the file's size says what a full disk says."""
    database = PageTable._meta.database
    database.execute_sql(f"PRAGMA max_page_count = {database.pragma('page_count') + 1}")
    before = contents(page)

    with pytest.raises(DiskFull) as refused:
        _note_much(store, history, page, nested)

    assert refused.value.path == store.path
    assert contents(page) == before
    database.execute_sql("PRAGMA max_page_count = 1000000")
    assert history.perform(SplitArticle(page.articles[0].id, 2), page.id).pages == {page.id}


def test_a_page_is_what_its_rows_are_when_the_callers_transaction_fails(store: Store, history: History, page: Page) -> None:
    def split_and_look() -> None:
        history.perform(SplitArticle(page.articles[0].id, 2), page.id)
        assert history.page(page.id) != page

    with pytest.raises(RuntimeError), store.transaction():
        _then_fail(split_and_look)()
    assert history.page(page.id) == queries.page(page.id) == page


def _note_much(store: Store, history: History, page: Page, nested: bool) -> None:
    edit = AddTag(page.articles[0].id, Field.KEYWORD, "桥" * 20_000)
    if not nested:
        history.perform(edit, page.id)
        return
    with store.transaction():
        history.perform(edit, page.id)


def test_a_refused_edit_leaves_no_trace(history: History, page: Page) -> None:
    before = contents(page)
    with pytest.raises(EditRefused):
        history.perform(SplitArticle(page.articles[0].id, 1), page.id)
    assert contents(page) == before


def test_an_edit_that_changes_nothing_is_no_step(history: History, page: Page) -> None:
    changes = history.perform(SetField(page.articles[0].id, Field.GENRE, ""), page.id)
    assert not changes.pages
    assert history.undo() is None


def contents(page: Page) -> tuple[Page, list[dict[str, Any]]]:
    """What an archive holds of a page, and the whole journal."""
    return queries.page(page.id), list(JournalTable.select().order_by(JournalTable.id).dicts())


def _fail(*_: object) -> None:
    raise RuntimeError


def _then_fail(work: Callable[..., None]) -> Callable[..., None]:
    def both(*given: Any) -> None:
        work(*given)
        raise RuntimeError

    return both
