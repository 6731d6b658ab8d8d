"""Tag bars in the form: mouse, keyboard, separators, and where chips stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.article_form.panel import ArticleFormPanel
from desktop.article_form.tag_bar import TagBar
from desktop.bridge import ArchiveBridge
from models.domain.article import Article, fingerprint
from models.domain.label import Field, Suggested, Verdict
from models.editing.labels import Retag
from tests.desktop.article_form.conftest import people, title_field


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


def test_typing_that_was_entered_is_no_longer_undone_in_the_input(panel: ArticleFormPanel) -> None:
    people(panel).input.setFocus()
    QTest.keyClicks(people(panel).input, "abc")
    assert people(panel).input.isUndoAvailable()
    QTest.keyClick(people(panel).input, Qt.Key.Key_Return)
    assert words(panel)[-1] == "abc"
    assert not people(panel).input.isUndoAvailable()


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
