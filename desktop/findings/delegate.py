"""One finding: what and where, why, and the button of its remedy."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop import colours
from desktop.findings.list_model import ROW, FindingRow
from desktop.icons import icon
from models.domain.finding import FindingKind

PAD = 8
ICON = 18
NARROW = 460
"""Pixels under which the button stands below the text."""

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class FindingDelegate(QStyledItemDelegate):
    remedied = Signal(int)
    """The row whose button was pressed."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        rect = QRect(0, 0, self._view.viewport().width(), 0)
        text = self._text_rect(rect, option, index.data(ROW))
        below = self._button_size(option, index.data(ROW)).height() + PAD // 2 if self._is_below(rect, index.data(ROW)) else 0
        return QSize(160, text.height() + below + 2 * PAD)

    def button_rect(self, rect: QRect, option: QStyleOptionViewItem, row: FindingRow) -> QRect:
        """Where the remedy's button stands in a row painted at `rect`."""
        size = self._button_size(option, row)
        if self._is_below(rect, row):
            return QRect(QPoint(rect.left() + ICON + 2 * PAD, rect.bottom() - PAD - size.height() + 1), size)
        return QRect(QPoint(rect.right() - PAD - size.width(), rect.center().y() - size.height() // 2), size)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: FindingRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        dark = colours.is_dark(option.palette)
        grave = row.finding.kind is FindingKind.UNPLACED
        spot = QRect(option.rect.left() + PAD, option.rect.top() + PAD, ICON, ICON)
        icon("warning", colours.alarm_colour(dark) if grave else colours.doubt_colour(dark)).paint(painter, spot)
        text = self._text_rect(option.rect, option, row)
        self._paint_text(painter, text, option, row)
        if row.remedy:
            self._paint_button(painter, self.button_rect(option.rect, option, row), option, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        accent, base = option.palette.color(QPalette.ColorRole.Highlight), option.palette.color(QPalette.ColorRole.Base)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.mixed(base, accent, 0.2 if selected else 0.07))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 6, 6)

    def _paint_text(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: FindingRow) -> None:
        quiet = colours.quiet_colour(option.palette)
        bold = _bold(option.font)
        metrics = QFontMetrics(bold)
        painter.setFont(bold)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignTop), row.name)
        place = rect.adjusted(metrics.horizontalAdvance(row.name) + 2 * PAD, 0, 0, 0)
        painter.setFont(option.font)
        painter.setPen(quiet)
        shown = option.fontMetrics.elidedText(row.where, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop), shown)
        painter.drawText(rect.adjusted(0, metrics.lineSpacing() + 1, 0, 0), _WRAPPED, row.reason)

    def _paint_button(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: FindingRow) -> None:
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(option.palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(option.palette.color(QPalette.ColorRole.ButtonText))
        painter.setFont(option.font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, row.remedy)

    def _text_rect(self, rect: QRect, option: QStyleOptionViewItem, row: FindingRow) -> QRect:
        left = rect.left() + ICON + 2 * PAD
        beside = 0 if self._is_below(rect, row) or not row.remedy else self._button_size(option, row).width() + PAD
        width = max(40, rect.right() - left - PAD - beside)
        room = QRect(0, 0, width, 10_000)
        reason = option.fontMetrics.boundingRect(room, _WRAPPED, row.reason).height()
        return QRect(left, rect.top() + PAD, width, QFontMetrics(_bold(option.font)).lineSpacing() + 1 + reason)

    def _is_below(self, rect: QRect, row: FindingRow) -> bool:
        return bool(row.remedy) and rect.width() < NARROW

    def _button_size(self, option: QStyleOptionViewItem, row: FindingRow) -> QSize:
        return QSize(option.fontMetrics.horizontalAdvance(row.remedy) + 20, option.fontMetrics.height() + 8)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        row: FindingRow = index.data(ROW)
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease and row.remedy:
            inside = self.button_rect(option.rect, option, row).contains(event.position().toPoint())
            if inside and event.button() is Qt.MouseButton.LeftButton:
                self.remedied.emit(index.row())
                return True
        return False


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
