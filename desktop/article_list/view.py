"""The list of cards: keyboard, and dragging a card between others or onto one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from desktop.article_list.delegate import CardDelegate
from desktop.article_list.list_model import MIME, ArticleListModel
from desktop.lists import RowList
from models.i18n import _


@dataclass(frozen=True, slots=True)
class Place:
    """Where a dragged card would go: before the article at `position`, or onto it."""

    position: int
    onto: bool


class CardView(RowList):
    menu_requested = Signal(object)
    """The global point at which it was asked for."""
    dropped = Signal(int, object, object)
    """The article's id, its Place, and the keyboard modifiers."""

    def __init__(self, list_model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_model = list_model
        self._place: Place | None = None
        self.setModel(list_model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(_("Articles"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMinimumWidth(180)

    def place_at(self, point: QPoint) -> Place:
        """The middle half of a card is the card, the rest lies between two."""
        cards = len(self.list_model.cards())
        for position in range(cards):
            rect = self._card(position)
            if point.y() < rect.top() + rect.height() // 4:
                return Place(position, onto=False)
            if point.y() <= rect.bottom() - rect.height() // 4:
                return Place(position, onto=True)
        return Place(cards, onto=False)

    def point_out(self, point: QPoint | None) -> int | None:
        """Frames the card at a global point, over which something is held that it could take, and says whose it is.

        None takes the frame away.
        """
        at = self.viewport().mapFromGlobal(point) if point is not None else None
        is_here = at is not None and self.isVisible() and self.viewport().rect().contains(at)
        cards = self.list_model.cards() if is_here and at is not None else []
        found = next((card for i, card in enumerate(cards) if at is not None and self._card(i).contains(at)), None)
        self._show(Place(found.position, onto=True) if found is not None else None)
        return found.id if found is not None else None

    def _card(self, position: int) -> QRect:
        return self.visualRect(self.list_model.index(position))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and index.isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_requested.emit(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Dragging

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() is self:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show(self.place_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show(None)
        self.setState(QListView.State.NoState)
        # Not a move in Qt's sense: it would take the row out of the list model by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        article = int(bytes(event.mimeData().data(MIME).data()))
        self.dropped.emit(article, self.place_at(event.position().toPoint()), event.modifiers())

    def _show(self, place: Place | None) -> None:
        self._place = place
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._place is None or not self.list_model.cards():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        last = len(self.list_model.cards()) - 1
        rect = self._card(min(self._place.position, last))
        if self._place.onto:
            painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), 6, 6)
        else:
            y = rect.bottom() if self._place.position > last else rect.top()
            painter.drawLine(rect.left() + 6, max(y, 1), rect.right() - 6, max(y, 1))
