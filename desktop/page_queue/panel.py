"""The queue: pages by doubt or by issue, a filter, and how many are finished."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.bridge import ArchiveBridge
from desktop.lists import RowList
from desktop.page_queue.delegate import PageDelegate
from desktop.page_queue.list_model import PAGE, PageListModel
from desktop.page_queue.ordering import Order, progress
from desktop.selection import Selection
from models.changes import Changes
from models.domain.page import summary_of
from models.i18n import _


class PageQueuePanel(QWidget):
    menu_requested = Signal(object)
    """Global QPoint of the context menu that is asked for, the page under it being selected."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self.list_model = PageListModel(self)
        self.filter = QLineEdit(placeholderText=_("Filter pages"), clearButtonEnabled=True)
        self.filter.setAccessibleName(_("Filter pages"))
        self.view = _PageList(self.list_model)
        self.count = QLabel()
        self._orders = {Order.DOUBT: _text_toggle(_("By doubt")), Order.ISSUE: _text_toggle(_("By issue"))}
        self._orders[Order.DOUBT].setChecked(True)
        self.show_deleted = _text_toggle(_("Deleted"))
        self.show_deleted.setToolTip(_("Show deleted pages too"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self._reload()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.setSpacing(6)
        orders = QHBoxLayout()
        orders.setSpacing(0)
        group = QButtonGroup(self)
        for button in self._orders.values():
            group.addButton(button)
            orders.addWidget(button)
        orders.addStretch(1)
        orders.addWidget(self.show_deleted)
        layout.addLayout(orders)
        layout.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.count)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_wanted_changed)
        self.show_deleted.toggled.connect(self._on_wanted_changed)
        for button in self._orders.values():
            button.toggled.connect(self._on_wanted_changed)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.customContextMenuRequested.connect(self._on_menu_asked)
        self._bridge.changed.connect(self._on_changed)
        self._selection.page_changed.connect(self._on_page_changed)

    def order_button(self, order: Order) -> QToolButton:
        return self._orders[order]

    # Commands that the shell wires to keys

    def focus_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def select_next(self) -> None:
        self._step(1)

    def select_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        row = self.view.currentIndex().row() + step
        if 0 <= row < self.list_model.rowCount():
            self.view.setCurrentIndex(self.list_model.index(row))

    # What is shown

    def _reload(self) -> None:
        self.list_model.show(self._bridge.pages())
        self._on_page_changed(self._selection.page)
        self._count()

    def _count(self) -> None:
        self.count.setText(progress(self.list_model.pages))

    def _on_wanted_changed(self) -> None:
        order = next(order for order, button in self._orders.items() if button.isChecked())
        wanted = replace(self.list_model.wanted, order=order, words=self.filter.text(), deleted=self.show_deleted.isChecked())
        self.list_model.want(wanted)
        self._on_page_changed(self._selection.page)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """One page that we know is looked up alone; headers decide the order, so they and new pages reload the list."""
        known = {page.id: page for page in self.list_model.pages}
        if not changes.pages <= known.keys():
            self._reload()
            return
        now = [summary_of(self._bridge.page(page_id)) for page_id in changes.pages]
        if any(page.header != known[page.id].header for page in now):
            self._reload()
            return
        for page in now:
            self.list_model.update(page)
        self._on_page_changed(self._selection.page)
        self._count()

    # The selection

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._selection.select_page(current.data(PAGE).id)

    def _on_page_changed(self, page_id: int | None) -> None:
        index = self.list_model.index(self.list_model.row_of(page_id))
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _on_menu_asked(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.menu_requested.emit(self.view.viewport().mapToGlobal(point))


class _PageList(RowList):
    def __init__(self, list_model: PageListModel) -> None:
        super().__init__()
        self.setModel(list_model)
        self.setItemDelegate(PageDelegate(self))
        self.setAccessibleName(_("Pages"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumWidth(150)


def _text_toggle(text: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setText(text)
    button.setCheckable(True)
    button.setAccessibleName(text)
    return button
