"""The journal beside the rows: steps, ids, reopening, what the machine says afterwards."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from models.domain.article import fingerprint
from models.domain.entry import EntryState
from models.domain.label import Field, Origin, Suggested
from models.domain.page import Page
from models.editing.articles import NewArticle, SplitArticle
from models.editing.blocks import ReleaseLines
from models.editing.history import History
from models.editing.labels import Retag, SetField
from models.store import journal, queries
from models.store.connection import Store
from tests.models.store.conftest import small_page


def test_journal_says_who_did_what(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    split, added = journal.latest(9)
    assert (split.name, split.detail, split.origin, split.page) == (
        "SplitArticle",
        {"article": page.articles[0].id, "line": 2},
        Origin.EDITOR,
        page.id,
    )
    assert (added.name, added.origin) == ("AddPage", Origin.ENGINE)
    assert split.at.utcoffset() is not None


def test_importing_a_page_is_not_undone(history: History, page: Page) -> None:
    assert history.undo() is None
    assert queries.page(page.id) == page


def test_ids_are_never_used_again(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    first = {article.id for article in queries.page(page.id).articles}
    history.undo()
    history.perform(NewArticle((2,)), page.id)
    second = {article.id for article in queries.page(page.id).articles}
    assert first & second == {page.articles[0].id}
    assert not {block.id for block in queries.page(page.id).blocks()} & first


def test_undone_steps_are_kept_when_the_editor_goes_another_way(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    history.undo()
    history.perform(ReleaseLines((2,)), page.id)
    assert history.redo() is None
    assert [entry.state for entry in journal.latest(2)] == [EntryState.DONE, EntryState.ABANDONED]


def test_undo_and_redo_after_reopening(store: Store, history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 2), page.id)
    after = queries.page(page.id)
    store.close()
    with closing(Store(store.path)) as again:
        assert History(again).undo() is not None
        assert queries.page(page.id) == page
    with closing(Store(store.path)) as again:
        assert History(again).redo() is not None
        assert queries.page(page.id) == after


def test_what_the_machine_says_after_an_edit_is_undone_with_it(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 3), page.id)
    new = queries.page(page.id).articles[1]
    history.follow_up(Retag(new.id, fingerprint(new), (Suggested(Field.GENRE, "消息", 0.8),)), page.id)
    assert queries.page(page.id).articles[1].value(Field.GENRE) == "消息"
    history.undo()
    assert queries.page(page.id) == page
    history.redo()
    assert queries.page(page.id).articles[1].value(Field.GENRE) == "消息"


def test_the_machine_keeps_still_while_something_can_be_redone(history: History, page: Page) -> None:
    history.perform(SplitArticle(page.articles[0].id, 3), page.id)
    history.undo()
    article = page.articles[0]
    news = Retag(article.id, fingerprint(article), (Suggested(Field.GENRE, "消息", 0.8),))
    assert not history.follow_up(news, page.id).pages
    assert history.redo() is not None


def test_a_suggestion_for_an_article_that_has_changed_is_dropped(history: History, page: Page) -> None:
    article = page.articles[0]
    news = Retag(article.id, fingerprint(article), (Suggested(Field.GENRE, "消息", 0.8),))
    history.perform(ReleaseLines((3,)), page.id)
    assert not history.follow_up(news, page.id).pages


def test_edits_of_one_gesture_are_one_step(history: History, page: Page) -> None:
    gesture = history.new_gesture()
    for title in ("北", "北岸", "北岸新桥"):
        history.perform(SetField(page.articles[0].id, Field.TITLE, title), page.id, gesture)
    history.undo()
    assert queries.page(page.id) == page


def test_a_page_that_lost_a_line_is_not_filed(store: Store, history: History) -> None:
    with store.transaction():
        broken = replace(small_page("broken"), loose=())
    with pytest.raises(AssertionError):
        history.add(broken)
    assert queries.summaries() == []
