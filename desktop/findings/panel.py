"""What looks wrong on the page: a click goes there, one key mends what can be mended."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedLayout, QWidget
from typing_extensions import override

from desktop.bridge import ArchiveBridge
from desktop.findings.delegate import FindingDelegate
from desktop.findings.list_model import ROW, FindingRow, FindingsModel, row_of
from desktop.lists import RowList
from desktop.selection import Selection
from models.changes import Changes
from models.editing.remedies import remedy
from models.i18n import _


class FindingsPanel(QWidget):
    counted = Signal(int)
    """How many findings there are now."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._refreshing = False
        self.list_model = FindingsModel(self)
        self.view = _FindingsView(self.list_model)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setEnabled(False)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.view)
        self._layout.addWidget(self.nothing)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.view.mended.connect(self.mend)
        bridge.changed.connect(self._on_changed)
        selection.page_changed.connect(self._on_page_changed)
        self._refresh()

    @Slot(object)
    def _on_page_changed(self, _page: object) -> None:
        self._refresh()

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        """Every change counts: a finding may rest on another page of the issue."""
        self._refresh()

    def _refresh(self) -> None:
        page_id = self._selection.page
        rows: list[FindingRow] = []
        if page_id is not None:
            page = self._bridge.page(page_id)
            rows = [row_of(finding, page) for finding in self._bridge.findings(page_id)]
        here, scrolled = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        self._refreshing = True
        if self.list_model.show(rows):
            self.view.doItemsLayout()
            self.view.verticalScrollBar().setValue(scrolled)
            self.view.setCurrentIndex(self.list_model.index(min(here, len(rows) - 1)))
        self._refreshing = False
        self.nothing.setText(_("No page is open.") if page_id is None else _("Nothing looks wrong on this page."))
        self._layout.setCurrentWidget(self.view if rows else self.nothing)
        self.counted.emit(len(rows))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._refreshing:
            self._go_to(current.data(ROW))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        # The row's remedy may have taken it away.
        if index.isValid() and index.data(ROW) is not None:
            self._go_to(index.data(ROW))

    def _go_to(self, row: FindingRow) -> None:
        self._selection.select_article(row.finding.article, row.finding.lines)

    @Slot(int)
    def mend(self, row: int) -> None:
        """Applies the remedy of the finding in `row`, where it has one."""
        edit = remedy(self.list_model.rows[row].finding)
        page = self._selection.page
        if edit is not None and page is not None:
            self._bridge.perform(edit, page, self)


class _FindingsView(RowList):
    mended = Signal(int)
    """The row whose remedy is asked for."""

    def __init__(self, list_model: FindingsModel) -> None:
        super().__init__()
        delegate = FindingDelegate(self)
        delegate.remedied.connect(self.mended)
        self.setModel(list_model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(_("Findings"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(180)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space mends."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.mended.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
