"""A field for one value that grows with what is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

IDLE = 800
"""Milliseconds without a key after which what was typed is entered."""

_MAX_LINES = 4
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class TextField(QPlainTextEdit):
    """One value, as high as its text asks for.

    Enter, leaving it or a moment's rest enters the value; Escape takes back all that was typed since the field was entered.
    """

    entered = Signal(str)
    typing_changed = Signal()
    """Something is typed and not entered, or no longer."""
    left = Signal()
    """What was entered since the last time belongs together."""
    given_up = Signal()
    """What was entered since the field was last left is to be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._composing = False
        self._has_entered = False
        """Since the field was last left."""
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._on_rested)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, value: str) -> None:
        """What the archive holds; what is being typed stays."""
        typed = self.is_dirty() and self.toPlainText().strip() != value
        self._shown = value
        if not typed:
            self._set_text(value)
        self.typing_changed.emit()

    def is_dirty(self) -> bool:
        """Whether something is typed that is not entered; blanks around it are nothing."""
        return self.toPlainText().strip() != self._shown

    def flush(self) -> None:
        """Enters what was typed, if anything was, and leaves it at that."""
        self._enter()
        if self._has_entered:
            self._has_entered = False
            self.left.emit()

    def restore(self) -> None:
        """Takes back what was typed and not entered."""
        if self.is_dirty():
            self.setPlainText(self._shown)
            self.selectAll()

    def _set_text(self, value: str) -> None:
        # The blank that was just typed between two words stays, and the cursor where it is.
        if self.toPlainText().strip() != value:
            with QSignalBlocker(self):
                self.setPlainText(value)
            self.updateGeometry()

    def _enter(self) -> None:
        self._idle.stop()
        if self.is_dirty():
            self._has_entered = True
            self.entered.emit(self.toPlainText().strip())

    def _give_up(self) -> None:
        self.restore()
        if self._has_entered:
            self._has_entered = False
            self.given_up.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if self.is_dirty():
            self._idle.start()
        else:
            self._idle.stop()
        self.typing_changed.emit()

    @Slot()
    def _on_rested(self) -> None:
        if self._composing:
            self._idle.start()
        else:
            self._enter()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Of the lines that the text takes up, the first few of them."""
        margin = round(self.document().documentMargin()) + self.frameWidth()
        room = QRect(0, 0, max(width - 2 * margin - 2, 1), 10_000)
        one, all_lines = (self.fontMetrics().boundingRect(room, _WRAPPED, text).height() for text in ("国", self.toPlainText()))
        return min(max(one, all_lines), _MAX_LINES * one) + 2 * margin + 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, self.heightForWidth(10_000))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.flush()
        elif event.key() == Qt.Key.Key_Escape and self._has_typed:
            QGuiApplication.inputMethod().reset()
            self._give_up()
        else:
            super().keyPressEvent(event)

    @property
    def _has_typed(self) -> bool:
        return self.is_dirty() or self._has_entered or self._composing

    @override
    def event(self, event: QEvent) -> bool:
        """Escape is the field's own before it is a shortcut of the window."""
        if is_escape(event) and self._has_typed:
            event.accept()
            return True
        return super().event(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """A value is one paragraph, whatever was copied."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))


def is_escape(event: QEvent) -> bool:
    """Whether it asks if Escape is to be a key here instead of a shortcut."""
    return event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
