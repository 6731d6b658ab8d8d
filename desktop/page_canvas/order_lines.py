"""The line that leads the eye from one stretch of the selected article to the next."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.page_canvas.dump_layout import DumpLayout
from desktop.page_canvas.look import Theme
from desktop.page_canvas.placement import Stretch


def draw_order(painter: QPainter, stretches: Sequence[Stretch], layout: DumpLayout, theme: Theme) -> None:
    """Arcs in the dump's left margin, from the end of each stretch to the start of the next."""
    for before, after in itertools.pairwise(stretches):
        start, end = layout.row(before.lines[-1]), layout.row(after.lines[0])
        if start is not None and end is not None:
            x = layout.columns.bar - 2
            # The arc stays between the bar and the line numbers.
            room = 1.3 * (layout.columns.bar - layout.columns.badges)
            arc = _arc(QPointF(x, start.top + start.height - 4), QPointF(x, end.top + min(end.height, 18) / 2 + 8), room)
            _stroke(painter, arc, theme.strong(start.place))


def _arc(start: QPointF, end: QPointF, room: float) -> QPainterPath:
    reach = min(room, 14 + abs(end.y() - start.y()) / 14)
    path = QPainterPath(start)
    path.cubicTo(start - QPointF(reach, 0), end - QPointF(reach, 0), end)
    return path


def _stroke(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.8))
    painter.drawPath(path)
    draw_arrow_head(painter, path.pointAtPercent(1.0), path.angleAtPercent(0.98), colour)


def draw_arrow_head(painter: QPainter, tip: QPointF, angle: float, colour: QColor) -> None:
    """`angle` in degrees as QPainterPath gives it, counter-clockwise from the right."""
    painter.save()
    painter.translate(tip)
    painter.rotate(-angle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(-8, -4), QPointF(-8, 4)]))
    painter.restore()


def connector(painter: QPainter, before: QRectF, after: QRectF, colour: QColor) -> None:
    """From one part of a picture to the one read next, beside the text where there is a gutter for it."""
    path = QPainterPath()
    if after.left() >= before.right() - 6:
        middle, up = (before.right() + after.left()) / 2, min(after.top() + 14, after.center().y())
        path.moveTo(before.right(), max(before.bottom() - 14, before.center().y()))
        path.cubicTo(QPointF(middle + 6, path.currentPosition().y()), QPointF(middle - 6, up), QPointF(after.left(), up))
    else:
        left, right = max(before.left(), after.left()), min(before.right(), after.right())
        x = (left + right) / 2 if left < right else None
        path.moveTo(before.center().x() if x is None else x, before.bottom())
        path.lineTo(after.center().x() if x is None else x, after.top())
    if path.length() > 1:
        _stroke(painter, path, colour)


def arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """A straight arrow, for pages that have a shape."""
    path = QPainterPath(start)
    path.lineTo(end)
    if QRectF(start, end).normalized().width() + QRectF(start, end).normalized().height() > 1:
        _stroke(painter, path, colour)
