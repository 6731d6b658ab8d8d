"""Typing: entered when the hands rest, taken back as one, never while an input method composes, and never out of sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.article_form.panel import ArticleFormPanel
from desktop.bridge import ArchiveBridge
from desktop.text_field import IDLE
from models.domain.article import Article
from models.domain.label import Field
from tests.desktop.article_form.conftest import TITLE, people, retype, title_field


def asks_for_escape(widget: QWidget) -> bool:
    """Whether Escape is the widget's own now, before any shortcut of the window."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_what_is_typed_is_entered_when_the_hands_rest(
    qtbot: QtBot, panel: ArticleFormPanel, bridge: ArchiveBridge, first: Callable[[], Article]
) -> None:
    retype(title_field(panel), "河堤加固 ")
    assert first().value(Field.TITLE) == TITLE
    with qtbot.waitSignal(bridge.changed):
        pass
    assert first().value(Field.TITLE) == "河堤加固"
    assert title_field(panel).toPlainText() == "河堤加固 ", "the blank before the next word stays"
    assert title_field(panel).textCursor().atEnd()
    assert title_field(panel).hasFocus()


def test_one_burst_is_one_step_of_undo(
    qtbot: QtBot, panel: ArticleFormPanel, bridge: ArchiveBridge, first: Callable[[], Article]
) -> None:
    retype(title_field(panel), "河堤")
    with qtbot.waitSignal(bridge.changed):
        pass
    title_field(panel).insertPlainText("加固")
    with qtbot.waitSignal(bridge.changed):
        pass
    assert first().value(Field.TITLE) == "河堤加固"
    bridge.undo()
    assert first().value(Field.TITLE) == TITLE
    assert title_field(panel).toPlainText() == TITLE


def test_a_field_that_was_left_begins_a_new_step(
    panel: ArticleFormPanel, bridge: ArchiveBridge, first: Callable[[], Article]
) -> None:
    for words in ("河堤", "河堤加固"):
        retype(title_field(panel), words)
        QTest.keyClick(title_field(panel), Qt.Key.Key_Return)
    bridge.undo()
    assert first().value(Field.TITLE) == "河堤"


def test_escape_takes_back_what_was_entered_while_typing(
    qtbot: QtBot, panel: ArticleFormPanel, bridge: ArchiveBridge, first: Callable[[], Article]
) -> None:
    retype(title_field(panel), "河堤")
    with qtbot.waitSignal(bridge.changed):
        pass
    assert asks_for_escape(title_field(panel))
    QTest.keyClick(title_field(panel), Qt.Key.Key_Escape)
    assert first().value(Field.TITLE) == TITLE
    assert title_field(panel).toPlainText() == TITLE
    assert not asks_for_escape(title_field(panel)), "the second one leaves the field"


def test_nothing_is_entered_while_composing(qtbot: QtBot, panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    field = title_field(panel)
    retype(field, "河")
    QApplication.sendEvent(field, QInputMethodEvent("di", []))
    over = QTimer(field, singleShot=True, interval=IDLE * 3 // 2)
    over.start()
    with qtbot.waitSignal(over.timeout):
        pass
    assert first().value(Field.TITLE) == TITLE
    assert field.is_dirty()
    done = QInputMethodEvent("", [])
    done.setCommitString("堤")
    QApplication.sendEvent(field, done)
    qtbot.waitUntil(lambda: first().value(Field.TITLE) == "河堤")


def test_it_is_said_while_something_is_not_saved(qtbot: QtBot, panel: ArticleFormPanel) -> None:
    said = list[bool]()
    panel.typing_changed.connect(said.append)
    retype(title_field(panel), "河堤")
    assert said[-1]
    QTest.keyClick(title_field(panel), Qt.Key.Key_Return)
    assert not said[-1]
    people(panel).input.setText("何")
    assert said[-1]
    people(panel).flush()
    assert not said[-1]
    qtbot.waitUntil(lambda: not panel.sheet.is_dirty())


def test_escape_in_a_tag_bar_is_its_own_while_something_is_typed(panel: ArticleFormPanel, first: Callable[[], Article]) -> None:
    bar = people(panel)
    before = first().values(Field.PERSON)
    bar.setFocus()
    assert not asks_for_escape(bar.input)
    QTest.keyClicks(bar.input, "he")
    assert asks_for_escape(bar.input)
    QTest.keyClick(bar.input, Qt.Key.Key_Escape)
    panel.flush()
    assert first().values(Field.PERSON) == before
    QApplication.sendEvent(bar.input, QInputMethodEvent("he", []))
    assert asks_for_escape(bar.input), "a word that is being composed is typed too"


def test_the_field_that_is_typed_in_is_seen(qtbot: QtBot, panel: ArticleFormPanel) -> None:
    panel.resize(360, 330)
    bar = panel.sheet.bars[Field.KEYWORD]
    qtbot.waitUntil(lambda: bar.visibleRegion().isEmpty())
    panel.edit_tags()
    assert bar.input.visibleRegion().boundingRect().height() == bar.input.height()
    panel.edit_title()
    field = title_field(panel)
    assert field.visibleRegion().boundingRect().height() == field.height()
    panel.sheet.bars[Field.ORGANISATION].setFocus()
    qtbot.waitUntil(lambda: not panel.sheet.bars[Field.ORGANISATION].input.visibleRegion().isEmpty())
