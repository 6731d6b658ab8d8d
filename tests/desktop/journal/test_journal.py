"""The journal: what it lists, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.journal.list_model import EDIT, PAGE
from desktop.journal.panel import GAP, JournalPanel
from desktop.selection import Selection
from models.domain.label import Field
from models.editing.articles import MoveLines, SplitArticle
from models.editing.labels import SetField


@pytest.fixture
def page_id(file_page: Callable[..., int]) -> int:
    number: int = file_page()
    return number


@pytest.fixture
def journal(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, page_id: int) -> JournalPanel:  # noqa: ARG001
    panel = JournalPanel(bridge, selection)
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    panel.show()
    return panel


def column(journal: JournalPanel, number: int, role: int = Qt.ItemDataRole.DisplayRole) -> list[Any]:
    rows = range(journal.list_model.rowCount())
    return [journal.list_model.index(row, number).data(role) for row in rows]


def edit_thrice(bridge: ArchiveBridge, page_id: int) -> None:
    article = bridge.page(page_id).articles[0]
    bridge.perform(SetField(article.id, Field.TITLE, "新题目"), page_id)
    bridge.perform(SplitArticle(article.id, 3), page_id)
    bridge.perform(MoveLines((8,), article.id), page_id)


def test_edits_stand_newest_first_in_words(journal: JournalPanel, bridge: ArchiveBridge, page_id: int) -> None:
    edit_thrice(bridge, page_id)
    assert column(journal, EDIT) == ["Move lines", "Split article", "Set field", "Add page"]
    assert set(column(journal, PAGE)) == {"青石日报 · 2031-05-06 · 02 · 本地"}


def test_undone_edits_are_struck_out(journal: JournalPanel, bridge: ArchiveBridge, page_id: int) -> None:
    edit_thrice(bridge, page_id)
    bridge.undo()
    fonts = column(journal, EDIT, Qt.ItemDataRole.FontRole)
    assert [font is not None and font.strikeOut() for font in fonts] == [True, False, False, False]


def test_back_to_an_edit_undoes_it_and_all_after_it(
    journal: JournalPanel, bridge: ArchiveBridge, page_id: int, selection: Selection, qtbot: QtBot
) -> None:
    before = bridge.page(page_id)
    edit_thrice(bridge, page_id)
    with qtbot.waitSignal(journal.returned):
        journal.undo_back_to(journal.list_model.index(2, 0))
    assert bridge.page(page_id) == before
    assert selection.page == page_id
    fonts = column(journal, EDIT, Qt.ItemDataRole.FontRole)
    assert [font is not None and font.strikeOut() for font in fonts] == [True, True, True, False]


def test_the_button_goes_back_where_that_can_be(
    journal: JournalPanel, bridge: ArchiveBridge, page_id: int, qtbot: QtBot
) -> None:
    edit_thrice(bridge, page_id)
    journal.view.setCurrentIndex(journal.list_model.index(3, 0))
    assert not journal.back.isEnabled()
    journal.view.setCurrentIndex(journal.list_model.index(0, 0))
    assert journal.back.isEnabled()
    with qtbot.waitSignal(journal.returned):
        journal.back.click()
    assert len(bridge.page(page_id).articles) == 3
    assert not journal.back.isEnabled()


def test_a_hidden_journal_catches_up_when_it_is_seen(journal: JournalPanel, bridge: ArchiveBridge, page_id: int) -> None:
    journal.hide()
    edit_thrice(bridge, page_id)
    assert journal.list_model.rowCount() == 1
    journal.show()
    assert journal.list_model.rowCount() == 4


def test_columns_keep_apart(journal: JournalPanel, bridge: ArchiveBridge, page_id: int) -> None:
    edit_thrice(bridge, page_id)
    widest = max(journal.view.fontMetrics().horizontalAdvance(text) for text in column(journal, EDIT))
    assert journal.view.columnWidth(EDIT) >= widest + GAP
