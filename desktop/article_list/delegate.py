"""One card: number badge in the article's colour and pattern, kicker, title, a line of facts, certainty and warnings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop import colours
from desktop.article_list.cards import Card, LooseRow, Row
from desktop.article_list.list_model import ROW
from desktop.icons import icon
from models.domain.joint import Certainty

PAD = 8
BADGE = 26
MARK = 11
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_ABOVE_BELOW = 3


class CardDelegate(QStyledItemDelegate):
    """A title takes up to two lines, so a card is as high as the width of its list asks for."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(ROW)
        small = QFontMetrics(_small(option.font)).height()
        if isinstance(row, LooseRow):
            return QSize(120, option.fontMetrics.height() + PAD + (self._section_height(option) if row.section else 0))
        width = self._view.viewport().width() - 2 * PAD - BADGE - PAD
        lines = min(2, _lines(QFontMetrics(_bold(option.font)), row.heading, width))
        title = lines * _line_height(QFontMetrics(_bold(option.font)))
        return QSize(120, 2 * PAD + (small if row.kicker else 0) + title + _ABOVE_BELOW + small * (1 + len(row.links)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Card):
            self._paint_ground(painter, option.rect, option)
            self._paint_card(painter, option.rect.adjusted(PAD, PAD, -PAD, -PAD), option, row)
        else:
            self._paint_loose(painter, option.rect, option, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        accent, base = option.palette.color(QPalette.ColorRole.Highlight), option.palette.color(QPalette.ColorRole.Base)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.mixed(base, accent, 0.2 if selected else 0.07))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -1), 6, 6)

    def _paint_card(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, card: Card) -> None:
        self._paint_badge(painter, QRect(rect.topLeft(), QSize(BADGE, BADGE)), option, card.position)
        quiet, small = colours.quiet_colour(option.palette), _small(option.font)
        room = rect.adjusted(BADGE + PAD, 0, 0, 0)
        if card.kicker:
            _one_line(painter, room, small, quiet, card.kicker)
            room.setTop(room.top() + QFontMetrics(small).height())
        bold = QFontMetrics(_bold(option.font))
        for link in reversed(card.links):
            line = QRect(room.left(), room.bottom() - QFontMetrics(small).height() + 1, room.width(), room.height())
            _one_line(painter, line, small, option.palette.color(QPalette.ColorRole.Link), f"↪ {link}")
            room.setBottom(room.bottom() - QFontMetrics(small).height())
        below = room.bottom() - QFontMetrics(small).height()
        strong = option.palette.color(QPalette.ColorRole.Text) if card.title else quiet
        painter.setFont(_bold(option.font))
        painter.setPen(strong)
        painter.drawText(room, _WRAPPED, _cut(bold, card.heading, room.width(), 2))
        facts = QRect(room.left(), below + 1, room.width(), QFontMetrics(small).height())
        spot = QRectF(facts.left(), facts.center().y() - MARK / 2, MARK, MARK)
        self._paint_certainty(painter, spot, card.certainty, option.palette)
        left = MARK + 6
        if card.findings:
            warning = QRect(facts.left() + left, facts.top(), facts.height(), facts.height())
            icon("warning", colours.doubt_colour(colours.is_dark(option.palette))).paint(painter, warning)
            left += facts.height() + 4
        _one_line(painter, facts.adjusted(left, 0, 0, 0), small, quiet, card.line)

    def _paint_badge(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, position: int) -> None:
        dark = colours.is_dark(option.palette)
        strong = colours.article_colour(position, dark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        painter.drawRoundedRect(rect, 5, 5)
        strip = QRect(rect.left(), rect.bottom() + 4, rect.width(), 6)
        painter.setBrush(QBrush(strong, colours.pattern(position)))
        painter.drawRect(strip)
        painter.setFont(_bold(option.font))
        painter.setPen(colours.badge_text(dark))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(position + 1))

    def _paint_certainty(self, painter: QPainter, spot: QRectF, certainty: Certainty, palette: QPalette) -> None:
        """Sure is a disc, to check a triangle, unsure a square on its corner."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.certainty_colour(certainty, colours.is_dark(palette)))
        match certainty:
            case Certainty.SURE:
                painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
            case Certainty.CHECK:
                painter.drawPolygon(QPolygonF([QPointF(spot.center().x(), spot.top()), spot.bottomRight(), spot.bottomLeft()]))
            case Certainty.UNSURE:
                middle = spot.center()
                corners = [
                    QPointF(middle.x(), spot.top()),
                    QPointF(spot.right(), middle.y()),
                    QPointF(middle.x(), spot.bottom()),
                    QPointF(spot.left(), middle.y()),
                ]
                painter.drawPolygon(QPolygonF(corners))

    def _paint_loose(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, row: LooseRow) -> None:
        quiet, dark = colours.quiet_colour(option.palette), colours.is_dark(option.palette)
        tone = colours.alarm_colour(dark) if row.waiting else quiet
        if row.section is not None:
            height = self._section_height(option)
            head = QRect(rect.left(), rect.top(), rect.width(), height - 3)
            _one_line(painter, head.adjusted(PAD, 0, -PAD, 0), _bold(_small(option.font)), tone, row.section, below=True)
            rect = rect.adjusted(0, height, 0, 0)
        self._paint_ground(painter, rect, option)
        bar = QRectF(rect.left() + PAD, rect.top() + 4, 3, rect.height() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        inner = rect.adjusted(2 * PAD + 2, PAD // 2, -PAD, 0)
        colour: QColor = option.palette.color(QPalette.ColorRole.Text) if row.waiting else quiet
        _one_line(painter, inner, option.font, colour, f"{row.name} · {row.text}")

    def _section_height(self, option: QStyleOptionViewItem) -> int:
        return QFontMetrics(_bold(_small(option.font))).height() + 2 * PAD


def _one_line(painter: QPainter, rect: QRect, font: QFont, colour: QColor, text: str, below: bool = False) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignBottom if below else Qt.AlignmentFlag.AlignTop, shown)


def _line_height(metrics: QFontMetrics) -> int:
    """Of Chinese text; a family that lacks it is helped out by a higher one."""
    return metrics.boundingRect(QRect(0, 0, 10_000, 10_000), _WRAPPED, "国").height()


def _lines(metrics: QFontMetrics, text: str, width: int) -> int:
    rect = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, text)
    return max(1, round(rect.height() / _line_height(metrics)))


def _cut(metrics: QFontMetrics, text: str, width: int, lines: int) -> str:
    """`text` shortened with … until it fits in so many lines."""
    while len(text) > 1 and _lines(metrics, text, width) > lines:
        text = text.rstrip("…")[:-1] + "…"
    return text


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
