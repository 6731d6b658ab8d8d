"""What a tool would do, painted before it is done: lines that come and go, outlines, and a word beside the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop import colours
from desktop.page_canvas.badges import badge_font
from desktop.page_canvas.marks import badge_size, draw_badge
from desktop.page_canvas.picture_paint import PAPER
from desktop.page_canvas.tools.tool import Tool
from models.domain.outline import Point

GRASP = 9.0
"""Side of a handle, in pixels."""


def draw_outline(painter: QPainter, corners: Sequence[QPointF], closed: bool = True) -> None:
    """A drawn outline or path: light under dark, so that it is seen on any ground."""
    painter.setBrush(_clear(PAPER.accent, 0.1) if closed else Qt.BrushStyle.NoBrush)
    for colour, width, style in ((QColor("#ffffff"), 4.0, Qt.PenStyle.SolidLine), (PAPER.accent, 1.8, Qt.PenStyle.DashLine)):
        painter.setPen(QPen(colour, width, style))
        if closed:
            painter.drawPolygon(QPolygonF(list(corners)))
        else:
            painter.drawPolyline(QPolygonF(list(corners)))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_coming(painter: QPainter, tool: Tool, lines: Iterable[int]) -> None:
    """Lines that would be taken."""
    colour = colours.sure_colour(False)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(_clear(colour, 0.28))
    painter.drawRects(_rects(tool, lines))


def draw_leaving(painter: QPainter, tool: Tool, lines: Iterable[int]) -> None:
    """Lines that would belong to nothing: crossed out as well as coloured."""
    colour = colours.alarm_colour(False)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(QBrush(_clear(colour, 0.6), Qt.BrushStyle.BDiagPattern))
    painter.drawRects(_rects(tool, lines))


def _rects(tool: Tool, lines: Iterable[int]) -> list[QRectF]:
    view = tool.view
    origin = view.to_viewport(QPointF())
    seen = QRectF(view.viewport().rect()).translated(-origin)
    rects = (view.face.line_rect(line) for line in lines) if view.face is not None else ()
    return [rect.translated(origin) for rect in rects if rect is not None and rect.intersects(seen)]


def draw_word(painter: QPainter, tool: Tool, at: QPointF, text: str, fill: QColor = PAPER.accent) -> None:
    """Beside the pointer, and inside the view."""
    painter.setFont(badge_font(QFont(tool.view.font())))
    badge, seen = badge_size(painter.font(), text), QRectF(tool.view.viewport().rect())
    badge.moveTopLeft(at + QPointF(16, 14))
    badge.moveRight(min(badge.right(), seen.right() - 4))
    badge.moveBottom(min(badge.bottom(), seen.bottom() - 4))
    draw_badge(painter, badge, text, fill, colours.badge_text(False))


def draw_hint(painter: QPainter, view: QWidget, text: str, pointer: QPointF) -> None:
    """What to do with the tool in hand, at the foot of the view, or at its head where the pointer is at the foot."""
    room = QRectF(view.rect()).adjusted(24, 14, -24, -14)
    painter.setFont(view.font())
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    frame = painter.boundingRect(room.adjusted(14, 0, -14, 0), flags, text).adjusted(-14, -7, 14, 7)
    at_foot = pointer.y() < room.bottom() - 2 * frame.height()
    frame.moveCenter(QPointF(room.center().x(), 0))
    frame.moveTop(room.bottom() - frame.height() if at_foot else room.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PAPER.text)
    painter.drawRoundedRect(frame, 7, 7)
    painter.setPen(PAPER.base)
    painter.drawText(frame, flags, text)


def draw_grasp(painter: QPainter, at: QPointF, round_: bool, held: bool) -> None:
    """A handle: square at a corner, round on an edge."""
    rect = QRectF(at.x() - GRASP / 2, at.y() - GRASP / 2, GRASP, GRASP)
    painter.setPen(QPen(PAPER.accent, 1.6))
    painter.setBrush(PAPER.accent if held else QColor("#ffffff"))
    if round_:
        painter.drawEllipse(rect)
    else:
        painter.drawRect(rect)


def shown(tool: Tool, outline: Iterable[Point]) -> list[QPointF]:
    """An outline in parts of the page, where it is seen in the viewport."""
    return [tool.viewport_point(point) for point in outline]


def _clear(colour: QColor, part: float) -> QColor:
    clear = QColor(colour)
    clear.setAlphaF(part)
    return clear
