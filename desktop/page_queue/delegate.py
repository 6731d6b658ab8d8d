"""One page of the queue: state, two lines of text, and how much is doubtful."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop import colours
from desktop.icons import icon
from desktop.page_queue.list_model import ISSUE, PAGE
from desktop.page_queue.ordering import subline
from models.domain.page import PageState, PageSummary
from models.i18n import _

PAD = 8
ICON = 20

_ICONS = {PageState.UNREAD: "doubt", PageState.OPEN: "page", PageState.FINISHED: "finish", PageState.DELETED: "delete"}


class PageDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = option.fontMetrics.height() + QFontMetrics(_small(option.font)).height()
        issue = index.data(ISSUE)
        return QSize(120, lines + 2 * PAD + 2 + (_issue_height(option) if issue is not None else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        issue = index.data(ISSUE)
        if issue is not None:
            head = QRect(rect.topLeft(), QSize(rect.width(), _issue_height(option)))
            self._paint_issue(painter, head, option, issue or _("Newspaper not known"))
            rect = rect.adjusted(0, head.height(), 0, 0)
        self._paint_ground(painter, rect, option)
        self._paint_page(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), option, index)
        painter.restore()

    def _paint_issue(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, issue: str) -> None:
        painter.setFont(_small(option.font, bold=True))
        painter.setPen(colours.quiet_colour(option.palette))
        inner = rect.adjusted(PAD, 0, -PAD, -2)
        text = painter.fontMetrics().elidedText(issue, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, text)

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        accent, base = option.palette.color(QPalette.ColorRole.Highlight), option.palette.color(QPalette.ColorRole.Base)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.mixed(base, accent, 0.2 if selected else 0.07))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -1), 6, 6)
        if selected:
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(rect.left() + 3, rect.top() + 8, 3, rect.height() - 16), 1.5, 1.5)

    def _paint_page(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        page: PageSummary = index.data(PAGE)
        quiet = colours.quiet_colour(option.palette)
        done = page.state in (PageState.FINISHED, PageState.DELETED)
        strong = quiet if done else option.palette.color(QPalette.ColorRole.Text)
        spot = QRect(rect.left() + 3, rect.center().y() - ICON // 2, ICON, ICON)
        icon(_ICONS[page.state], _state_colour(page, option.palette)).paint(painter, spot)
        room = rect.adjusted(ICON + PAD + 3, 0, -self._paint_badge(painter, rect, option, page), 0)
        self._paint_line(painter, room, option.font, strong, str(index.data()))
        below = room.adjusted(0, option.fontMetrics.height() + 2, 0, 0)
        self._paint_line(painter, below, _small(option.font), quiet, subline(page))

    def _paint_line(self, painter: QPainter, rect: QRect, font: QFont, colour: QColor, text: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        # In the middle: the pages of one issue differ in their last words.
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop, text)

    def _paint_badge(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, page: PageSummary) -> int:
        """How many joints and unplaced lines wait for the editor; gives the width that it takes."""
        count = page.waiting
        if not count or page.state is not PageState.OPEN:
            return 0
        dark = colours.is_dark(option.palette)
        font = _small(option.font, bold=True)
        text = str(count)
        height = QFontMetrics(font).height() + 2
        width = max(height, QFontMetrics(font).horizontalAdvance(text) + 12)
        badge = QRect(QPoint(rect.right() - width, rect.center().y() - height // 2), QSize(width, height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.alarm_colour(dark) if page.unplaced else colours.doubt_colour(dark))
        painter.drawRoundedRect(badge, height / 2.4, height / 2.4)
        painter.setFont(font)
        painter.setPen(colours.badge_text(dark))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return width + PAD


def _state_colour(page: PageSummary, palette: QPalette) -> QColor:
    dark = colours.is_dark(palette)
    if page.state is PageState.FINISHED:
        return colours.sure_colour(dark)
    return colours.doubt_colour(dark) if page.state is PageState.UNREAD else colours.quiet_colour(palette)


def _small(font: QFont, bold: bool = False) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    small.setBold(bold)
    return small


def _issue_height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(_small(option.font, bold=True)).height() + PAD + 4
