"""The form: what it shows of the two sides, how it saves, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.article_form.choice_field import ChoiceField
from desktop.article_form.panel import ArticleFormPanel
from desktop.article_form.states import Standing
from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.text_field import TextField
from models.domain.article import Article, fingerprint
from models.domain.issue import Part
from models.domain.label import Field, Origin, Suggested, Verdict
from models.domain.role import Role
from models.editing.articles import DissolveArticle
from models.editing.blocks import SetRole
from models.editing.labels import Retag
from models.errors import DiskFull
from models.exporting.text import running_text, shown_lines
from tests.desktop.article_form.conftest import TITLE, people, retype, title_field


def test_suggested_values_are_shown_as_such(panel: ArticleFormPanel) -> None:
    assert title_field(panel).toPlainText() == TITLE
    mark = panel.sheet.marks[Field.TITLE]
    assert mark.standing is Standing.SUGGESTED
    assert "90 %" in mark.toolTip()
    assert panel.sheet.marks[Field.KICKER].isHidden()


def test_fields_are_never_cut_off_at_the_side(panel: ArticleFormPanel) -> None:
    panel.resize(panel.minimumSizeHint().width(), 400)
    assert panel.sheet.width() + panel.sheet.x() <= panel.width()


def test_enter_saves(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    retype(title_field(panel), "河堤加固完工")
    assert first().value(Field.TITLE) == TITLE
    QTest.keyClick(title_field(panel), Qt.Key.Key_Return)
    assert first().value(Field.TITLE) == "河堤加固完工"
    mark = panel.sheet.marks[Field.TITLE]
    assert mark.standing is Standing.CHANGED
    assert TITLE in mark.toolTip()


def test_leaving_the_field_saves(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    retype(title_field(panel), "河堤加固完工")
    QTest.keyClick(title_field(panel), Qt.Key.Key_Tab)
    assert not title_field(panel).hasFocus()
    assert first().value(Field.TITLE) == "河堤加固完工"


def test_escape_restores(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    retype(title_field(panel), "河堤加固完工")
    QTest.keyClick(title_field(panel), Qt.Key.Key_Escape)
    assert title_field(panel).toPlainText() == TITLE
    panel.flush()
    assert first().value(Field.TITLE) == TITLE


def test_changing_the_selection_saves_to_the_article_that_was_shown(
    panel: ArticleFormPanel, bridge: ArchiveBridge, selection: Selection, page_id: int
) -> None:
    retype(title_field(panel), "河堤加固完工")
    people(panel).input.setText("何文茵")
    selection.select_article(bridge.page(page_id).articles[1].id)
    one, two = bridge.page(page_id).articles
    assert one.value(Field.TITLE) == "河堤加固完工"
    assert "何文茵" in one.values(Field.PERSON)
    assert two.value(Field.TITLE) == "白鹭小学开出劳动课"
    assert title_field(panel).toPlainText() == "白鹭小学开出劳动课"
    assert people(panel).input.text() == ""


def test_changing_the_page_saves_too(
    panel: ArticleFormPanel, file_page: Callable[..., int], selection: Selection, first: Callable[[], Article]
) -> None:
    other = file_page(name="two.txt")
    retype(title_field(panel), "河堤加固完工")
    selection.select_page(other)
    assert first().value(Field.TITLE) == "河堤加固完工"
    assert panel.nothing.isVisible()


def test_what_can_not_be_saved_stays_and_holds_the_editor_back(
    panel: ArticleFormPanel,
    bridge: ArchiveBridge,
    selection: Selection,
    first: Callable[[], Article],
    file_page: Callable[..., int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, other = (selection.page, selection.article), file_page(name="two.txt")
    monkeypatch.setattr(bridge.archive, "perform", Mock(side_effect=DiskFull(bridge.archive.folder)))
    retype(title_field(panel), "河堤加固完工")
    people(panel).input.setText("何文茵；江雨眠")
    selection.select_page(other)
    qtbot.waitUntil(lambda: (selection.page, selection.article) == here)
    assert title_field(panel).toPlainText() == "河堤加固完工"
    assert people(panel).input.text() == "何文茵；江雨眠"
    monkeypatch.undo()
    selection.select_page(other)
    assert first().value(Field.TITLE) == "河堤加固完工"
    assert {"何文茵", "江雨眠"} <= set(first().values(Field.PERSON))
    assert panel.nothing.isVisible()
    assert selection.page == other


def test_what_is_being_typed_survives_a_change_elsewhere(
    panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int, first: Callable[[], Article]
) -> None:
    retype(title_field(panel), "河堤加")
    bridge.follow_up(Retag(first().id, fingerprint(first()), (Suggested(Field.TITLE, "河堤", 0.5),)), page_id)
    assert title_field(panel).toPlainText() == "河堤加"
    QTest.keyClick(title_field(panel), Qt.Key.Key_Escape)
    assert title_field(panel).toPlainText() == "河堤"


def test_what_is_typed_comes_before_what_is_done_elsewhere(
    panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int, first: Callable[[], Article]
) -> None:
    retype(title_field(panel), "河堤加固完工")
    bridge.perform(SetRole((3,), Role.CROSSHEAD), page_id)
    assert first().value(Field.TITLE) == "河堤加固完工"
    assert [entry.name for entry in bridge.archive.journal(2)] == ["SetRole", "SetField"]


def test_undo_takes_back_what_is_just_typed(panel: ArticleFormPanel, bridge: ArchiveBridge) -> None:
    retype(title_field(panel), "河堤加固完工")
    bridge.undo()
    assert title_field(panel).toPlainText() == TITLE


def test_undo_is_shown(panel: ArticleFormPanel, bridge: ArchiveBridge) -> None:
    retype(title_field(panel), "河堤加固完工")
    QTest.keyClick(title_field(panel), Qt.Key.Key_Return)
    bridge.undo()
    assert title_field(panel).toPlainText() == TITLE
    assert panel.sheet.marks[Field.TITLE].standing is Standing.SUGGESTED


def test_nothing_typed_is_nothing_saved(panel: ArticleFormPanel, bridge: ArchiveBridge) -> None:
    title_field(panel).insertPlainText("  ")
    title_field(panel).moveCursor(title_field(panel).textCursor().MoveOperation.End)
    title_field(panel).insertPlainText(" ")
    panel.flush()
    assert not bridge.archive.can_undo()


def test_the_mark_accepts_and_goes_back(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    mark = panel.sheet.marks[Field.TITLE]
    mark.click()
    assert mark.standing is Standing.CONFIRMED
    assert first().current(Field.TITLE)[0].verdict is Verdict.ACCEPTED
    retype(title_field(panel), "河堤")
    mark.click()
    assert first().value(Field.TITLE) == TITLE, "what was half typed gives way to what was clicked"
    assert mark.standing is Standing.CONFIRMED


def test_clearing_a_field_and_going_back(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    retype(title_field(panel), "")
    title_field(panel).clear()
    panel.flush()
    assert first().value(Field.TITLE) is None
    assert panel.sheet.marks[Field.TITLE].standing is Standing.CHANGED
    panel.sheet.marks[Field.TITLE].click()
    assert title_field(panel).toPlainText() == TITLE


def test_own_value_without_a_suggestion(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    column = panel.sheet.fields[Field.COLUMN]
    assert isinstance(column, TextField)
    retype(column, "河畔")
    QTest.keyClick(column, Qt.Key.Key_Enter)
    assert first().value(Field.COLUMN) == "河畔"
    assert panel.sheet.marks[Field.COLUMN].standing is Standing.OWN


def test_pasted_lines_become_one(panel: ArticleFormPanel) -> None:
    QApplication.clipboard().setText("河堤加固\n提前完工\n")
    title_field(panel).selectAll()
    title_field(panel).paste()
    assert title_field(panel).toPlainText() == "河堤加固 提前完工"


def test_long_titles_grow_the_field(panel: ArticleFormPanel, qtbot: QtBot) -> None:
    low = title_field(panel).height()
    retype(title_field(panel), TITLE * 3)
    qtbot.waitUntil(lambda: title_field(panel).height() > low and not title_field(panel).verticalScrollBar().maximum())
    retype(title_field(panel), TITLE * 30)
    qtbot.waitUntil(lambda: 2.5 * low < title_field(panel).height() < 5 * low)


def choice(panel: ArticleFormPanel, field: Field) -> ChoiceField:
    box = panel.sheet.fields[field]
    assert isinstance(box, ChoiceField)
    return box


def test_choosing_a_genre(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    box = choice(panel, Field.GENRE)
    assert (box.currentData(), box.currentText()) == ("消息", "News report")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert first().value(Field.GENRE) == box.currentData() == "通讯"


def test_topics_are_kept_as_codes(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    box = choice(panel, Field.TOPIC)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    value = first().value(Field.TOPIC)
    assert value is not None
    assert value.startswith("medtop:")
    assert box.currentText() != value


def test_a_genre_that_the_vocabulary_lacks_is_shown(
    panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int, first: Callable[[], Article]
) -> None:
    bridge.follow_up(Retag(first().id, fingerprint(first()), (Suggested(Field.GENRE, "影评", 0.9),)), page_id)
    assert choice(panel, Field.GENRE).currentText() == "影评"


def test_shell_commands(panel: ArticleFormPanel) -> None:
    panel.edit_title()
    assert title_field(panel).hasFocus()
    assert title_field(panel).textCursor().selectedText() == TITLE
    panel.edit_tags()
    assert panel.sheet.bars[Field.KEYWORD].input.hasFocus()


def test_text_with_its_roles(panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int) -> None:
    page = bridge.page(page_id)
    parts = (Part(page, page.articles[0]),)
    exported = running_text(parts, shown_lines(parts))
    assert panel.length.text() == f"{len(''.join(exported.split()))} characters"
    assert panel.text.toPlainText().split("\n")[:3] == ["Headline", TITLE, "Body"]
    bridge.perform(SetRole((3,), Role.CROSSHEAD), page_id)
    assert "Crosshead" in panel.text.toPlainText()
    panel.text.selectAll()
    panel.text.copy()
    assert "投入人力三百余人" in QApplication.clipboard().text()
    assert panel.text.isReadOnly()


def test_an_article_that_goes_takes_the_form_with_it(
    panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int, first: Callable[[], Article]
) -> None:
    bridge.perform(DissolveArticle(first().id), page_id)
    assert panel.nothing.isVisible()
    bridge.undo()
    assert not panel.nothing.isVisible()
    assert title_field(panel).toPlainText() == TITLE


def test_everything_typed_is_the_editors(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    people(panel).input.setText("何文茵")
    retype(title_field(panel), "河堤")
    panel.flush()
    own = {(label.field, label.value) for label in first().labels if label.origin is Origin.EDITOR}
    assert own == {(Field.TITLE, "河堤"), (Field.PERSON, "何文茵")}
