"""The versions of one kind of weights for Qt's table view, newest first, and under them what ships."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication
from typing_extensions import override

from desktop import colours
from models.i18n import _
from models.segmenting.versions import SHIPPED, Version

NUMBER = Qt.ItemDataRole.UserRole
"""The number of a row's version, SHIPPED for what ships; None for one that can not be used."""
NAME, WHEN, PAGES, REFEREE, STATE = range(5)
_NOWHERE = QModelIndex()


class VersionListModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Version | None] = [None]
        self.in_force = SHIPPED

    def show(self, versions: Sequence[Version], in_force: int) -> None:
        """Versions oldest first, and the number of that in force."""
        self.beginResetModel()
        self._rows, self.in_force = [*reversed(versions), None], in_force
        self.endResetModel()

    def row_of(self, number: int) -> int:
        return next(i for i, version in enumerate(self._rows) if (version.number if version else SHIPPED) == number)

    def before(self) -> int | None:
        """The version to go back to from that in force; None where it is what ships."""
        rows = self._rows[self.row_of(self.in_force) + 1 :]
        return next((version.number if version else SHIPPED for version in rows if version is None or version.usable), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else STATE + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Version"), _("Time"), _("Pages"), _("Repairs per article"), _("State"))[section]
        return None

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        version = self._rows[index.row()]
        number = version.number if version else SHIPPED
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(version, index.column())
            case Qt.ItemDataRole.FontRole if number == self.in_force:
                font = QFont(QGuiApplication.font())
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ForegroundRole if version is not None and not version.usable:
                return colours.quiet_colour(QGuiApplication.palette())
            case int() if role == NUMBER:
                return number if version is None or version.usable else None
        return None

    def _text(self, version: Version | None, column: int) -> str:
        if column == STATE:
            return self._state(version)
        if version is None:
            return _("Shipped") if column == NAME else ""
        told = (
            str(version.number),
            version.made.astimezone().strftime("%Y-%m-%d %H:%M"),
            str(version.pages),
            _("{before} → {after} on {pages} pages").format(
                before=f"{version.before:.2f}", after=f"{version.after:.2f}", pages=version.judged
            ),
        )
        return told[column] if column == NAME or not version.damaged else ""

    def _state(self, version: Version | None) -> str:
        if version is not None and version.damaged:
            return _("Damaged")
        if version is not None and version.outdated:
            return _("Of an earlier program")
        return _("In force") if (version.number if version else SHIPPED) == self.in_force else ""
