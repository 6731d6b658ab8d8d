"""The pages of the queue for Qt's list view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.page_queue.ordering import Order, Wanted, headline, opens_issue, queue, subline
from desktop.titles import issue_title
from models.domain.page import PageSummary

PAGE = Qt.ItemDataRole.UserRole
"""The PageSummary."""
ISSUE = Qt.ItemDataRole.UserRole + 1
"""Title of the issue that begins with this page, or None."""

_NOWHERE = QModelIndex()


class PageListModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PageSummary] = []
        self._shown: list[PageSummary] = []
        self.wanted = Wanted()

    @property
    def pages(self) -> list[PageSummary]:
        """All there are, in the order of newspaper, date and page number."""
        return self._all

    def show(self, pages: list[PageSummary]) -> None:
        """Pages in the order of newspaper, date and page number."""
        self._all = pages
        self._arrange(queue(pages, self.wanted))

    def update(self, page: PageSummary) -> None:
        """One page after an edit.  It keeps its row while its state does: pages do not jump about under the editor's hands."""
        old = next(other for other in self._all if other.id == page.id)
        self._all = [page if other is old else other for other in self._all]
        row = self.row_of(page.id)
        if row < 0 or page.state is not old.state:
            self._arrange(queue(self._all, self.wanted))
        else:
            self._shown[row] = page
            self.dataChanged.emit(self.index(row), self.index(row))

    def want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._arrange(queue(self._all, wanted))

    def _arrange(self, shown: list[PageSummary]) -> None:
        """The view's current row goes with its page."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._shown[index.row()].id for index in held]
        self._shown = shown
        rows = {page.id: row for row, page in enumerate(shown)}
        self.changePersistentIndexList(held, [self.index(rows.get(page_id, -1)) for page_id in ids])
        self.layoutChanged.emit()

    def row_of(self, page_id: int | None) -> int:
        """-1 when the page is not shown."""
        return next((row for row, page in enumerate(self._shown) if page.id == page_id), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        page = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return headline(page, self.wanted.order)
            case Qt.ItemDataRole.ToolTipRole:
                return page.source.file_name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{headline(page, Order.DOUBT)}, {subline(page)}"
        return page if role == PAGE else self._issue(index.row()) if role == ISSUE else None

    def _issue(self, row: int) -> str | None:
        by_issue = self.wanted.order is Order.ISSUE
        return issue_title(self._shown[row].header) if by_issue and opens_issue(self._shown, row) else None
