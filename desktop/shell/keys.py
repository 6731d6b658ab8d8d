"""Single keys are commands only while nobody is typing: the one place that knows who types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

_EMACS = (Qt.Key.Key_E, Qt.Key.Key_K)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyGuard(QObject):
    """Watches a whole program's events: keeps plain keys from becoming shortcuts while they are text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composing: QObject | None = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
        elif event.type() is QEvent.Type.FocusOut and watched is self._composing:
            self._composing = None
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_text(event):
            event.accept()
            return True
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_command(event):
            event.ignore()
            return True
        return False

    def _is_text(self, event: QKeyEvent) -> bool:
        typing = self._composing is not None or takes_text(QApplication.focusWidget())
        if event.key() == Qt.Key.Key_Escape:
            # Leaves a text field; elsewhere it is the widget's own.
            return not typing
        return typing and is_plain(event)


def is_plain(event: QKeyEvent) -> bool:
    """Whether the key writes or edits text: no Ctrl, Alt or Meta, no function key."""
    return not event.modifiers() & _COMMANDING and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def is_command(event: QKeyEvent) -> bool:
    """Whether the window gets a key that text fields claim: their Emacs keys on X11, Undo with nothing typed to undo."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    return event.key() in _EMACS or (event.matches(QKeySequence.StandardKey.Undo) and not can_undo(QApplication.focusWidget()))


def can_undo(widget: QWidget | None) -> bool:
    """Whether something typed into `widget` can be taken back there; true of fields that do not tell."""
    match widget:
        case QLineEdit():
            return widget.isUndoAvailable()
        case QPlainTextEdit() | QTextEdit():
            return widget.document().isUndoAvailable()
        case _:
            return True


def takes_text(widget: QWidget | None) -> bool:
    """Whether keys typed into `widget` are text: it takes an input method, or chooses by typing."""
    if widget is None or not widget.isEnabled():
        return False
    if isinstance(widget, QComboBox | QAbstractSpinBox | QKeySequenceEdit):
        return True
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
