"""The text of one line to correct, with the characters marked that its reader was least sure of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from desktop import colours
from desktop.text_field import TextField

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_GROUND = 0.3
"""Strength of the colour behind an unsure character."""


class LineField(TextField):
    """Enter confirms; Tab and Shift+Tab go from one doubtful line to the next, Up and Down from line to line."""

    confirmed = Signal()
    doubt_asked = Signal(int)
    """1 for the next doubtful line, -1 for the one before."""
    line_asked = Signal(int)
    """1 for the next line, -1 for the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = ""
        self._unsure: tuple[int, ...] = ()
        self.textChanged.connect(self._mark)

    def show_line(self, text: str, unsure: Iterable[int]) -> None:
        """`unsure` are places in `text`; they are marked for as long as the text stays as it was read."""
        self._read, self._unsure = text, tuple(unsure)
        self.show_value(text)
        self._mark()

    def begin(self) -> None:
        """At the first doubtful character, which the next key replaces; at the end where none is doubted."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._unsure and self.toPlainText() == self._read:
            cursor.setPosition(self._unsure[0])
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _mark(self) -> None:
        stands = self.toPlainText() == self._read
        self.setExtraSelections([self._marked(place) for place in self._unsure] if stands else [])

    def _marked(self, place: int) -> QTextEdit.ExtraSelection:
        colour = colours.doubt_colour(colours.is_dark(self.palette()))
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour)
        form.setBackground(colours.mixed(self.palette().base().color(), colour, _GROUND))
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, form
        return selection

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.flush()
            self.confirmed.emit()
        elif key in _TABS:
            self.flush()
            self.doubt_asked.emit(1 if key == Qt.Key.Key_Tab else -1)
        elif key in _STEPS and not event.modifiers() and self._stands_at_edge(_STEPS[Qt.Key(key)]):
            self.flush()
            self.line_asked.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _stands_at_edge(self, step: int) -> bool:
        """Whether the cursor stands in the first or last row of a text that may fill several."""
        cursor = self.textCursor()
        moved = cursor.movePosition(QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down)
        return not moved

    @override
    def event(self, event: QEvent) -> bool:
        """Tab is a key here before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _TABS:
            self.keyPressEvent(event)
            return True
        return super().event(event)
