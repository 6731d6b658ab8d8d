"""Single keys are dead as commands while somebody types, and live again afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSpinBox, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.keys import KeyGuard

KEYS = ("S", "1", "Return", "Delete", "Ctrl+K", "F2")
CTRL = Qt.KeyboardModifier.ControlModifier


class Bench(QWidget):
    """Widgets of each kind, and what was triggered."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.choice, self.number = QLineEdit(), QTextEdit(), QComboBox(), QSpinBox()
        self.button = QPushButton()
        self.choice.addItems(["Salt", "Tea"])
        self.triggered: list[str] = []
        layout = QVBoxLayout(self)
        for widget in (self.line, self.text, self.choice, self.number, self.button):
            layout.addWidget(widget)
        for key in (*KEYS, "Esc", "Ctrl+Z"):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked, key=key: self.triggered.append(key))
            self.addAction(action)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    guard = KeyGuard()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(guard)
    bench = Bench()
    qtbot.addWidget(bench)
    with qtbot.waitExposed(bench):
        bench.show()
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    yield bench
    application.removeEventFilter(guard)


def press_all(widget: QWidget) -> None:
    widget.setFocus()
    for key in (Qt.Key.Key_S, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(widget, key)
    QTest.keyClick(widget, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_F2)


def test_all_keys_live_where_nobody_types(bench: Bench) -> None:
    press_all(bench.button)
    assert bench.triggered == list(KEYS)


@pytest.mark.parametrize("name", ["line", "text", "choice", "number"])
def test_plain_keys_are_text_in_a_field(bench: Bench, name: str) -> None:
    press_all(getattr(bench, name))
    assert bench.triggered == ["Ctrl+K", "F2"]


def test_typed_letters_arrive_in_the_field(bench: Bench) -> None:
    bench.line.setFocus()
    QTest.keyClicks(bench.line, "S1")
    assert bench.line.text() == "S1"
    assert bench.triggered == []


def test_a_field_that_can_not_be_written_takes_no_keys(bench: Bench) -> None:
    bench.text.setReadOnly(True)
    press_all(bench.text)
    assert "S" in bench.triggered


def test_composing_makes_letters_dead_wherever_the_focus_is(bench: Bench) -> None:
    """As long as an input method shows what it composes, its keys are no commands."""
    bench.button.setFocus()
    QApplication.sendEvent(bench.button, QInputMethodEvent("pin'yin", []))
    QTest.keyClick(bench.button, Qt.Key.Key_S)
    assert bench.triggered == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("拼音")
    QApplication.sendEvent(bench.button, committed)
    QTest.keyClick(bench.button, Qt.Key.Key_S)
    assert bench.triggered == ["S"]


def test_composing_ends_with_the_focus(bench: Bench) -> None:
    bench.line.setFocus()
    QApplication.sendEvent(bench.line, QInputMethodEvent("jian", []))
    bench.button.setFocus()
    QTest.keyClick(bench.button, Qt.Key.Key_S)
    assert bench.triggered == ["S"]


def test_escape_leaves_a_field_and_is_the_widgets_own_elsewhere(bench: Bench) -> None:
    bench.button.setFocus()
    QTest.keyClick(bench.button, Qt.Key.Key_Escape)
    assert bench.triggered == []
    bench.line.setFocus()
    QTest.keyClick(bench.line, Qt.Key.Key_Escape)
    assert bench.triggered == ["Esc"]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_K])
def test_emacs_keys_of_text_fields_are_left_to_the_window(bench: Bench, key: Qt.Key) -> None:
    bench.line.setFocus()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    event.accept()
    assert KeyGuard().eventFilter(bench.line, event)
    assert not event.isAccepted()


@pytest.mark.parametrize("name", ["line", "text"])
def test_undo_is_the_windows_when_the_field_has_nothing_to_take_back(bench: Bench, name: str) -> None:
    field: QLineEdit | QTextEdit = getattr(bench, name)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert bench.triggered == []
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert bench.triggered == ["Ctrl+Z"]
