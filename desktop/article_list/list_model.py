"""Cards and loose rows as a Qt list model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.article_list.cards import Card, LooseRow, Row, sentence, tip

ROW = Qt.ItemDataRole.UserRole
MIME = "application/x-jianbao-article"

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArticleListModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> bool:
        """Whether rows came, went or moved; when not, the view keeps where it is."""
        if [_identity(row) for row in rows] == [_identity(row) for row in self.rows]:
            changed = [i for i, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
            self.rows = rows
            for i in changed:
                self.dataChanged.emit(self.index(i), self.index(i))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of_article(self, article: int | None) -> int:
        """-1 when it is not there."""
        return next((i for i, row in enumerate(self.rows) if isinstance(row, Card) and row.id == article), -1)

    def row_of_lines(self, lines: tuple[int, ...]) -> int:
        """The loose block that holds the first of `lines`; -1 when there is none."""
        return next((i for i, row in enumerate(self.rows) if isinstance(row, LooseRow) and lines and lines[0] in row.lines), -1)

    def cards(self) -> list[Card]:
        return [row for row in self.rows if isinstance(row, Card)]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.heading if isinstance(row, Card) else row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return sentence(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row)
        return row if role == ROW else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and isinstance(self.rows[index.row()], Card):
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Any) -> QMimeData:
        """The id of the one article that is dragged."""
        data = QMimeData()
        data.setData(MIME, str(self.rows[indexes[0].row()].id).encode())
        return data


def _identity(row: Row) -> object:
    return row.id if isinstance(row, Card) else (row.lines, row.waiting, row.section is None)
