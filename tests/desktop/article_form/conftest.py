"""A form that shows the first article of a page, with suggestions of every sort; hands that type into it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.article_form.panel import ArticleFormPanel
from desktop.article_form.tag_bar import TagBar
from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.text_field import TextField
from models.domain.article import Article, fingerprint
from models.domain.label import Field, Suggested
from models.editing.labels import Retag

TITLE = "青石镇河堤加固工程提前完工"


@pytest.fixture
def page_id(file_page: Callable[..., int], selection: Selection, bridge: ArchiveBridge) -> int:
    """The first article has two people suggested, beside a title and a genre."""
    page_id = file_page()
    first = bridge.page(page_id).articles[0]
    news = (
        Suggested(Field.TITLE, TITLE, 0.9),
        Suggested(Field.GENRE, "消息", 0.8),
        Suggested(Field.PERSON, "林晓舟", 0.7),
        Suggested(Field.PERSON, "周定远", 0.4),
    )
    bridge.follow_up(Retag(first.id, fingerprint(first), news), page_id)
    selection.select_page(page_id)
    selection.select_article(first.id)
    return page_id


@pytest.fixture
def panel(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, page_id: int) -> ArticleFormPanel:
    assert page_id
    panel = ArticleFormPanel(bridge, selection)
    qtbot.addWidget(panel)
    panel.resize(360, 900)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def first(bridge: ArchiveBridge, page_id: int) -> Callable[[], Article]:
    """The first article as it is now."""
    return lambda: bridge.page(page_id).articles[0]


def title_field(panel: ArticleFormPanel) -> TextField:
    field = panel.sheet.fields[Field.TITLE]
    assert isinstance(field, TextField)
    return field


def people(panel: ArticleFormPanel) -> TagBar:
    return panel.sheet.bars[Field.PERSON]


def retype(field: TextField, text: str) -> None:
    """Selects all and types over it, as a hand or an input method does."""
    field.setFocus()
    field.selectAll()
    field.insertPlainText(text)
