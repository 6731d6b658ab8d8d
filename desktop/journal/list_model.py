"""The journal's entries for Qt's table view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication
from typing_extensions import override

from desktop import colours
from models.domain.entry import Entry, EntryState
from models.domain.label import Origin
from models.i18n import _
from models.wording import edit_name, origin_name

ENTRY = Qt.ItemDataRole.UserRole
"""The Entry of a row."""
TIME, EDIT, PAGE, WHO = range(4)

_NOWHERE = QModelIndex()


class JournalListModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._titles: Mapping[int, str] = {}

    def show(self, entries: list[Entry], titles: Mapping[int, str]) -> None:
        """Entries newest first, and what the pages are called."""
        self.beginResetModel()
        self._entries, self._titles = entries, titles
        self.endResetModel()

    @property
    def entries(self) -> list[Entry]:
        return self._entries

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else WHO + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Time"), _("Edit"), _("Page"), _("By"))[section]
        return None

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(entry, index.column())
            case Qt.ItemDataRole.ForegroundRole if entry.state is not EntryState.DONE:
                return colours.quiet_colour(QGuiApplication.palette())
            case Qt.ItemDataRole.FontRole if entry.state is not EntryState.DONE:
                return _struck()
        return entry if role == ENTRY else None

    def _text(self, entry: Entry, column: int) -> str:
        match column:
            case 0:
                return entry.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            case 1:
                return edit_name(entry.name)
            case 2:
                return self._titles.get(entry.page, "")
        return origin_name(entry.origin)


def is_undoable(entry: Entry) -> bool:
    """Whether an editor's undo can take the entry back."""
    return entry.state is EntryState.DONE and entry.origin is Origin.EDITOR


def _struck() -> QFont:
    """Dimmed alone would be a colour alone."""
    font = QGuiApplication.font()
    font.setStrikeOut(True)
    return font
