"""The form: what it shows of the two sides, how it saves, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.article_form.fields import ChoiceField, TextField
from desktop.article_form.panel import ArticleFormPanel
from desktop.article_form.states import Standing
from desktop.article_form.tag_bar import TagBar
from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from models.domain.article import Article, fingerprint
from models.domain.label import Field, Origin, Suggested, Verdict
from models.domain.role import Role
from models.editing.articles import DissolveArticle
from models.editing.blocks import SetRole
from models.editing.labels import Retag
from models.exporting.text import article_text

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


# Single fields


def test_suggested_values_are_shown_as_such(panel: ArticleFormPanel) -> None:
    assert title_field(panel).toPlainText() == TITLE
    mark = panel.sheet.marks[Field.TITLE]
    assert mark.standing is Standing.SUGGESTED
    assert "90 %" in mark.toolTip()
    assert panel.sheet.marks[Field.KICKER].isHidden()


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


def test_long_titles_grow_the_field(panel: ArticleFormPanel) -> None:
    low = title_field(panel).sizeHint().height()
    retype(title_field(panel), TITLE * 3)
    assert low < title_field(panel).sizeHint().height()
    retype(title_field(panel), TITLE * 30)
    highest = title_field(panel).sizeHint().height()
    assert highest < 5 * low


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


# Tags


def words(panel: ArticleFormPanel) -> list[str]:
    return [chip.label.value for chip in people(panel).chips]


def spot_of(bar: TagBar, place: int, cross: bool = False) -> QPoint:
    chip = bar.chips[place]
    return chip.cross.center() if cross else chip.text.center()


def test_a_click_accepts_and_a_cross_rejects(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    assert words(panel) == ["林晓舟", "周定远"]
    QTest.mouseClick(people(panel), Qt.MouseButton.LeftButton, pos=spot_of(people(panel), 0))
    QTest.mouseClick(people(panel), Qt.MouseButton.LeftButton, pos=spot_of(people(panel), 1, cross=True))
    verdicts = {label.value: label.verdict for label in first().labels if label.field is Field.PERSON}
    assert verdicts == {"林晓舟": Verdict.ACCEPTED, "周定远": Verdict.REJECTED}
    assert words(panel) == ["林晓舟"]


def test_an_accepted_chip_is_not_accepted_again(panel: ArticleFormPanel, bridge: ArchiveBridge) -> None:
    for _ in range(2):
        QTest.mouseClick(people(panel), Qt.MouseButton.LeftButton, pos=spot_of(people(panel), 0))
    bridge.undo()
    assert not bridge.archive.can_undo()


@pytest.mark.parametrize("typed", ["何文茵；白川；何文茵", "何文茵，白川,", "何文茵、 白川", "何文茵;白川"])
def test_separators_enter_words(panel: ArticleFormPanel, first: Callable[[], Article], typed: str) -> None:
    people(panel).input.insert(typed)
    people(panel).input.textEdited.emit(typed)
    assert first().values(Field.PERSON)[:2] == ("何文茵", "白川")
    assert people(panel).input.text() == ""


def test_words_entered_together_are_undone_together(panel: ArticleFormPanel, bridge: ArchiveBridge) -> None:
    people(panel).input.setText("何文茵；白川")
    QTest.keyClick(people(panel).input, Qt.Key.Key_Return)
    assert words(panel) == ["林晓舟", "周定远", "何文茵", "白川"]
    bridge.undo()
    assert words(panel) == ["林晓舟", "周定远"]


def test_leaving_the_input_enters_the_word(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    people(panel).input.setFocus()
    people(panel).input.setText("何文茵")
    title_field(panel).setFocus()
    assert first().values(Field.PERSON)[0] == "何文茵"


def test_double_click_rewords(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    QTest.mouseDClick(people(panel), Qt.MouseButton.LeftButton, pos=spot_of(people(panel), 1))
    field = people(panel).input
    assert (field.text(), field.hasFocus()) == ("周定远", True)
    field.setText("周定元")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert first().values(Field.PERSON)[0] == "周定元"
    assert "周定远" not in first().values(Field.PERSON)


def test_escape_ends_rewording(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    before = first()
    people(panel).reword(people(panel).chips[0].label)
    people(panel).input.setText("别人")
    QTest.keyClick(people(panel).input, Qt.Key.Key_Escape)
    panel.flush()
    assert first() == before
    assert people(panel).input.text() == ""


def test_chips_by_keyboard(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    field = people(panel).input
    field.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    assert first().current(Field.PERSON)[0].value == "林晓舟"
    assert first().current(Field.PERSON)[0].verdict is Verdict.ACCEPTED
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Delete):
        QTest.keyClick(field, key)
    assert words(panel) == ["林晓舟"]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_F2):
        QTest.keyClick(field, key)
    assert field.text() == "林晓舟"


def test_suggestions_are_said_to_be_such(panel: ArticleFormPanel) -> None:
    assert "林晓舟 (suggested)" in people(panel).accessibleName()


def test_chips_never_leave_the_bar(
    panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int, first: Callable[[], Article], qtbot: QtBot
) -> None:
    news = tuple(Suggested(Field.PERSON, "何" * length, 0.5) for length in range(1, 60, 3))
    bridge.follow_up(Retag(first().id, fingerprint(first()), news), page_id)
    bar = people(panel)
    assert len(bar.chips) == 20
    qtbot.waitUntil(lambda: all(bar.rect().contains(chip.rect) for chip in bar.chips))
    rects = [chip.rect for chip in bar.chips]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])


# The whole


def test_shell_commands(panel: ArticleFormPanel) -> None:
    panel.edit_title()
    assert title_field(panel).hasFocus()
    assert title_field(panel).textCursor().selectedText() == TITLE
    panel.edit_tags()
    assert panel.sheet.bars[Field.KEYWORD].input.hasFocus()


def test_text_with_its_roles(panel: ArticleFormPanel, bridge: ArchiveBridge, page_id: int) -> None:
    page = bridge.page(page_id)
    exported = article_text(page.articles[0], page.line_map(), page.regime)
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
