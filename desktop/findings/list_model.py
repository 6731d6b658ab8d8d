"""Findings as a Qt list model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from models.domain.finding import Finding
from models.domain.page import Page
from models.i18n import _
from models.wording import finding_name, finding_reason, line_numbers, remedy_name

ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FindingRow:
    finding: Finding
    name: str
    where: str
    reason: str
    remedy: str
    """What its button says; empty where there is none."""


def row_of(finding: Finding, page: Page) -> FindingRow:
    numbers = [article.id for article in page.articles]
    where = _("Line {lines}") if len(finding.lines) == 1 else _("Lines {lines}")
    places = [where.format(lines=line_numbers(finding.lines))]
    if finding.article in numbers:
        places.insert(0, _("Article {number}").format(number=numbers.index(finding.article) + 1))
    remedy = remedy_name(finding.remedy) if finding.remedy else ""
    return FindingRow(finding, finding_name(finding.kind), " · ".join(places), finding_reason(finding), remedy)


class FindingsModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []

    def show(self, rows: list[FindingRow]) -> bool:
        """Whether anything is different."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

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
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                remedy = [_("Space: {remedy}").format(remedy=row.remedy)] if row.remedy else []
                return "; ".join([row.name, row.where, row.reason, *remedy])
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.where}\n{row.reason}"
        return row if role == ROW else None
