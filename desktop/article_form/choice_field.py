"""A choice from a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override


class ChoiceField(QComboBox):
    """One value of a vocabulary or none; a value that the vocabulary lacks is shown all the same."""

    entered = Signal(str)
    left = Signal()
    """What was entered is entered."""

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
            self.left.emit()

    def restore(self) -> None:
        self.show_value(self._shown)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and changes nothing on its way."""
        event.ignore()
