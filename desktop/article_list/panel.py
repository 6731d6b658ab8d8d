"""The articles of the page as cards: the canvas' accessible twin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QWidget

from desktop.article_list.cards import Card, Row, rows
from desktop.article_list.list_model import ROW, ArticleListModel
from desktop.article_list.view import CardView, Place
from desktop.bridge import LINKING, ArchiveBridge
from desktop.selection import Selection
from models.changes import Changes
from models.editing.articles import MergeArticles, ReorderArticle
from models.i18n import _


class ArticleListPanel(QWidget):
    menu_requested = Signal(object)
    """The global point at which the commands for the selected article are asked for."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._following = False
        self.list_model = ArticleListModel(self)
        self.view = CardView(self.list_model)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setContentsMargins(12, 12, 12, 12)
        self.nothing.setEnabled(False)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.view)
        self._layout.addWidget(self.nothing)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._choose)
        self.view.menu_requested.connect(self.menu_requested)
        self.view.dropped.connect(self._on_dropped)
        bridge.changed.connect(self._on_changed)
        selection.page_changed.connect(self._on_page_changed)
        selection.article_changed.connect(self._on_selection_changed)
        selection.lines_changed.connect(self._on_selection_changed)
        self._on_page_changed(selection.page)

    # What is shown

    @Slot(object)
    def _on_page_changed(self, _page: object) -> None:
        self._refresh()
        if self._selection.article is None:
            self.view.scrollToTop()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._selection.page in changes.pages or changes.tables & LINKING:
            self._refresh()

    def _refresh(self) -> None:
        page_id = self._selection.page
        shown = [] if page_id is None else self._rows(page_id)
        scrolled = self.view.verticalScrollBar().value()
        self._following = True
        if self.list_model.show(shown):
            self.view.doItemsLayout()
            self.view.verticalScrollBar().setValue(scrolled)
        self._following = False
        self._follow(scroll=False)
        self.nothing.setText(_("No page is open.") if page_id is None else _("There are no articles on this page."))
        self._layout.setCurrentWidget(self.view if shown else self.nothing)

    def _rows(self, page_id: int) -> list[Row]:
        return rows(self._bridge.page(page_id), self._bridge.findings(page_id), self._bridge.links(page_id))

    # The selection, both ways

    @Slot(object)
    def _on_selection_changed(self, _what: object) -> None:
        self._follow(scroll=True)

    def _follow(self, scroll: bool) -> None:
        row = self.list_model.row_of_article(self._selection.article)
        if row < 0:
            row = self.list_model.row_of_lines(self._selection.lines)
        index = self.list_model.index(row)
        self._following = True
        self.view.setCurrentIndex(index)
        self._following = False
        if scroll and index.isValid():
            self.view.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._choose(current)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        """The whole article, the cursor on its first line, also when the card was current already."""
        row = index.data(ROW)
        if isinstance(row, Card):
            self._selection.select_article(row.id)
        else:
            self._selection.select_article(None, row.lines)

    # Dragging

    def point_out(self, point: QPoint | None) -> int | None:
        """Frames the card at a global point, over which lines are held, and says whose it is; None takes the frame away."""
        return self.view.point_out(point)

    @Slot(int, object, object)
    def _on_dropped(self, article: int, place: Place, modifiers: Qt.KeyboardModifier) -> None:
        if not place.onto:
            self._reorder(article, place.position)
            return
        target = self.list_model.cards()[place.position]
        if target.id == article:
            return
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._merge(target.id, article)
        else:
            self.drop_menu(article, target).popup(QCursor.pos())

    def drop_menu(self, article: int, target: Card) -> QMenu:
        """What dropping a card onto another can mean."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = target.position + 1
        menu.addAction(_("Merge into article {number}").format(number=number), lambda: self._merge(target.id, article))
        menu.addAction(_("Put before article {number}").format(number=number), lambda: self._reorder(article, target.position))
        menu.addSeparator()
        menu.addAction(_("Cancel"))
        return menu

    def _reorder(self, article: int, position: int) -> None:
        here = self.list_model.row_of_article(article)
        after = position - 1 if position > here else position
        if after != here:
            self._perform(ReorderArticle(article, after))

    def _merge(self, into: int, article: int) -> None:
        if self._perform(MergeArticles(into, article)):
            self._selection.select_article(into)

    def _perform(self, edit: ReorderArticle | MergeArticles) -> bool:
        page = self._selection.page
        return page is not None and self._bridge.perform(edit, page, self)
