"""Editors of single values: text that grows with what is typed, and a choice from a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

_MAX_LINES = 4
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class TextField(QPlainTextEdit):
    """One value, as high as its text asks for; Enter or leaving it enters the value, Escape takes back what was typed."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self.updateGeometry)

    def show_value(self, value: str) -> None:
        """What the archive holds; what is being typed stays."""
        typed = self.is_dirty() and self.toPlainText().strip() != value
        self._shown = value
        if not typed and self.toPlainText() != value:
            with QSignalBlocker(self):
                self.setPlainText(value)
            self.updateGeometry()

    def is_dirty(self) -> bool:
        return self.toPlainText() != self._shown

    def flush(self) -> None:
        """Enters what was typed, if anything was."""
        typed = self.toPlainText().strip()
        if typed == self._shown:
            self.restore()
        else:
            self.entered.emit(typed)

    def restore(self) -> None:
        """Takes back what was typed."""
        if self.is_dirty():
            self.setPlainText(self._shown)
            self.selectAll()

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
        elif event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.restore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """A value is one paragraph, whatever was copied."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))


class ChoiceField(QComboBox):
    """One value of a vocabulary or none; a value that the vocabulary lacks is shown all the same."""

    entered = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`choices` are values with the names they go by."""
        super().__init__(parent)
        self.addItem("", "")
        for value, name in choices:
            self.addItem(name, value)
        self._usual = self.count()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _row: self.flush())
        self._shown = ""

    def show_value(self, value: str) -> None:
        self._shown = value
        row = self.findData(value)
        if row < 0:
            while self.count() > self._usual:
                self.removeItem(self._usual)
            self.addItem(value, value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def is_dirty(self) -> bool:
        return bool(self.currentData() != self._shown)

    def flush(self) -> None:
        if self.is_dirty():
            self.entered.emit(self.currentData())

    def restore(self) -> None:
        self.show_value(self._shown)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and changes nothing on its way."""
        event.ignore()
