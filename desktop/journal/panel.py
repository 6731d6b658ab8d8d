"""The journal: every edit with its time and page, and the way back to any of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.bridge import ArchiveBridge
from desktop.icons import icon
from desktop.journal.list_model import ENTRY, PAGE, JournalListModel, is_undoable
from desktop.lists import row_table
from desktop.selection import Selection
from desktop.titles import page_title
from models.changes import Changes
from models.domain.entry import Entry, EntryState
from models.i18n import _

SHOWN = 500
GAP = 18
"""Pixels between a column's longest text and the next column."""


class JournalPanel(QWidget):
    returned = Signal()
    """The archive is back where it was before the edit that was asked for."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._stale = True
        self._goal: Entry | None = None
        """The edit to go back to, while steps are being undone one a turn of the event loop."""
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._on_step_due)
        self.list_model = JournalListModel(self)
        self.view = _table(self.list_model)
        self.back = QPushButton(icon("undo"), _("Undo back to here"))
        self.back.setToolTip(_("Takes back this edit and all that were made after it"))
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.doubleClicked.connect(self.undo_back_to)
        self.back.clicked.connect(lambda: self.undo_back_to(self.view.currentIndex()))
        bridge.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        hint = QLabel(_("Struck out: undone."))
        hint.setEnabled(False)
        foot.addWidget(hint, 1)
        foot.addWidget(self.back)
        layout.addLayout(foot)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _on_changed(self, _changes: Changes, initiator: object) -> None:
        self._stale = True
        if initiator is not self:
            self._goal = None
        if self.isVisible() and self._goal is None:
            self._refresh()

    def _refresh(self) -> None:
        """Reads the journal again where it is seen and has grown."""
        if not self._stale:
            return
        self._stale = False
        current = self.view.currentIndex().data(ENTRY)
        titles = {page.id: page_title(page) for page in self._bridge.pages()}
        self.list_model.show(self._bridge.archive.journal(SHOWN), titles)
        rows = {entry.id: row for row, entry in enumerate(self.list_model.entries)}
        if current is not None and current.id in rows:
            self.view.setCurrentIndex(self.list_model.index(rows[current.id], 0))
        self._on_current_changed(self.view.currentIndex())

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry = current.data(ENTRY)
        self.back.setEnabled(entry is not None and is_undoable(entry))

    def undo_back_to(self, index: QModelIndex) -> None:
        """Undoes step by step until the entry no longer holds, then shows its page."""
        entry = index.data(ENTRY)
        if entry is not None and is_undoable(entry):
            self._goal = entry
            self._step.start()

    def _on_step_due(self) -> None:
        goal = self._goal
        if goal is None:
            return
        if self._holds(goal) and self._bridge.undo(self):
            self._step.start()
            return
        self._goal = None
        self._refresh()
        self._selection.select_page(goal.page)
        self.returned.emit()

    def _holds(self, entry: Entry) -> bool:
        found = (other for other in self._bridge.archive.journal(SHOWN) if other.id == entry.id)
        return any(other.state is EntryState.DONE for other in found)


class Spaced(QStyledItemDelegate):
    """Keeps texts of neighbouring columns apart."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(GAP, 0)


def _table(list_model: JournalListModel) -> QTableView:
    view = row_table(list_model, _("Journal"), PAGE)
    view.setItemDelegate(Spaced(view))
    view.horizontalHeader().setResizeContentsPrecision(SHOWN)
    return view
