"""The small signs of the canvas: number badges, role tags, bars, joint marks; each says by shape what it says by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop import colours
from desktop.page_canvas.look import Theme
from desktop.page_canvas.placement import Place, Standing
from models.domain.joint import Certainty

BAR = 5.0
"""Width of the bar at a block's side, in pixels."""


def badge_size(font: QFont, text: str) -> QRectF:
    metrics = QFontMetricsF(font)
    height = metrics.height() + 2
    return QRectF(0, 0, max(height, metrics.horizontalAdvance(text) + 0.7 * height), height)


def draw_badge(painter: QPainter, rect: QRectF, text: str, fill: QColor, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, rect.height() / 2.6, rect.height() / 2.6)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def draw_tag(painter: QPainter, rect: QRectF, text: str, colour: QColor, ground: QColor) -> None:
    """A name in a thin frame, left-aligned in `rect`."""
    metrics = QFontMetricsF(painter.font())
    frame = QRectF(rect.left(), rect.center().y() - metrics.height() / 2 - 1, 0, metrics.height() + 2)
    frame.setWidth(min(rect.width(), metrics.horizontalAdvance(text) + 12))
    painter.setPen(QPen(colours.mixed(ground, colour, 0.45), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(colour)
    inner = frame.adjusted(6, 0, -6, 0)
    painter.drawText(
        inner, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    )


def draw_bar(painter: QPainter, rect: QRectF, place: Place, theme: Theme) -> None:
    """The bar that says whose a line is: hatched where a colour comes round again, for repeats and for lines of nobody."""
    strong = theme.strong(place)
    style = bar_pattern(place)
    if style is not Qt.BrushStyle.SolidPattern:
        painter.fillRect(rect, colours.mixed(theme.base, strong, 0.28))
    painter.fillRect(rect, QBrush(strong, style))


def bar_pattern(place: Place) -> Qt.BrushStyle:
    match place.standing:
        case Standing.ARTICLE:
            return colours.pattern(place.position)
        case Standing.FURNITURE:
            return Qt.BrushStyle.Dense6Pattern
        case Standing.DUPLICATE:
            return Qt.BrushStyle.BDiagPattern
    return Qt.BrushStyle.DiagCrossPattern


def draw_joint(painter: QPainter, centre: QPointF, size: float, certainty: Certainty, dark: bool) -> None:
    """A diamond with a question mark for a joint to check, a triangle with an exclamation mark for an unsure one."""
    shape = _diamond(centre, size) if certainty is Certainty.CHECK else _triangle(centre, size)
    painter.setPen(
        QPen(colours.badge_text(dark), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(colours.certainty_colour(certainty, dark))
    painter.drawPolygon(shape)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(size * 0.62)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colours.badge_text(dark))
    lift = 0.0 if certainty is Certainty.CHECK else size * 0.1
    letter = QRectF(centre.x() - size, centre.y() - size + lift, 2 * size, 2 * size)
    painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, "?" if certainty is Certainty.CHECK else "!")


def draw_pointed(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Round a line that is spoken of."""
    clear = QColor(colour)
    clear.setAlphaF(0.16)
    painter.setBrush(clear)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)


def _diamond(centre: QPointF, size: float) -> QPolygonF:
    reach = size * 0.66
    return QPolygonF([centre + QPointF(*d) for d in ((0, -reach), (reach, 0), (0, reach), (-reach, 0))])


def _triangle(centre: QPointF, size: float) -> QPolygonF:
    reach = size * 0.68
    return QPolygonF([centre + QPointF(*d) for d in ((0, -reach), (reach, reach * 0.85), (-reach, reach * 0.85))])
