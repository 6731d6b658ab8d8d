"""A store in a real file, with one small page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.domain.article import Article, Block
from models.domain.label import Field, Label, Origin
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageReading, PageState, Source
from models.domain.role import Role
from models.editing.history import History, new_id
from models.store.connection import Store

TEXTS = ("北岸新桥通车", "本报讯 记者林小满报道，昨日上午", "新桥正式通车。", "本版编辑 何川")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "archive.sqlite")
    yield store
    store.close()


@pytest.fixture
def history(store: Store) -> History:
    return History(store)


@pytest.fixture
def page(store: Store, history: History) -> Page:
    with store.transaction():
        page = small_page()
        history.add(page)
    return page


def small_page(name: str = "a") -> Page:
    """Four lines: a headline, two of text, the editors' line."""
    blocks = (Block(new_id(), Role.HEADLINE, (1,)), Block(new_id(), Role.BODY, (2, 3)))
    article = Article(new_id(), blocks, (Label(new_id(), Field.TITLE, TEXTS[0], Origin.ENGINE, confidence=0.9),))
    lines = tuple(Line(number, text) for number, text in enumerate(TEXTS, 1))
    return Page(
        new_id(),
        Header("北岸日报"),
        Source(name, f"{name}.txt", SourceKind.DUMP),
        PageState.OPEN,
        Regime.PARAGRAPHS,
        lines,
        (article,),
        (Block(new_id(), Role.FURNITURE, (4,)),),
        reading=PageReading(new_id(), "text 1", lines=lines),
    )
