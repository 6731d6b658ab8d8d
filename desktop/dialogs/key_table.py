"""Every action with its key, to be changed; a key that two actions have is marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.i18n import _

_PORTABLE = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True, slots=True)
class Keyed:
    """An action as this table sees it: `own` is its first key when nobody has changed it."""

    id: str
    text: str
    own: str


class KeyTable(QWidget):
    conflicted = Signal(bool)
    """Whether two actions have the same key now."""

    def __init__(self, keyed: list[Keyed], keys: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyed = keyed
        self._own = {entry.id: QKeySequence(entry.own, _PORTABLE).toString(_PORTABLE) for entry in keyed}
        self.edits = {entry.id: self._edit(keys.get(entry.id, self._own[entry.id])) for entry in keyed}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find an action"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self._table = self._filled()
        self._warning = QLabel(_("Two actions have the same key."))
        self._warning.setStyleSheet("color: palette(bright-text)")
        self._warning.hide()
        reset = QPushButton(_("All keys as they were first"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._on_reset_clicked)
        layout = QVBoxLayout(self)
        for part in (self.filter, self._table, self._warning, reset):
            layout.addWidget(part)

    def changed(self) -> dict[str, str]:
        """The keys that differ from the actions' own."""
        return {name: key for name, key in self._now().items() if key != self._own[name]}

    def _now(self) -> dict[str, str]:
        return {name: edit.keySequence().toString(_PORTABLE) for name, edit in self.edits.items()}

    def _edit(self, key: str) -> QKeySequenceEdit:
        edit = QKeySequenceEdit(QKeySequence(key, _PORTABLE))
        edit.setMaximumSequenceLength(1)
        edit.setClearButtonEnabled(True)
        edit.keySequenceChanged.connect(self._on_key_changed)
        return edit

    def _filled(self) -> QTableWidget:
        table = QTableWidget(len(self._keyed), 2)
        table.setHorizontalHeaderLabels([_("Action"), _("Key")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 200)
        for row, entry in enumerate(self._keyed):
            table.setItem(row, 0, QTableWidgetItem(entry.text))
            table.setCellWidget(row, 1, self.edits[entry.id])
        return table

    @Slot()
    def _on_key_changed(self) -> None:
        uses = Counter(key for key in self._now().values() if key)
        conflict = any(count > 1 for count in uses.values())
        self._warning.setVisible(conflict)
        self.conflicted.emit(conflict)

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        for row, entry in enumerate(self._keyed):
            self._table.setRowHidden(row, text.casefold() not in entry.text.casefold())

    @Slot()
    def _on_reset_clicked(self) -> None:
        for name, edit in self.edits.items():
            edit.setKeySequence(QKeySequence(self._own[name], _PORTABLE))
