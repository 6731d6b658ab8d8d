"""Outlines as they are drawn and grasped: from parts of the page to content coordinates, and a little off their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from models.domain.geometry import Rect
from models.domain.outline import Point


def polygon_of(outline: Iterable[Point], to_content: Callable[[Rect], QRectF]) -> QPolygonF:
    """`outline` in parts of the page."""
    return QPolygonF([to_content(Rect(x, y, x, y)).topLeft() for x, y in outline])


def swollen(polygon: QPolygonF, by: float) -> QPolygonF:
    """A level and upright polygon, clockwise, its edges moved outwards by so many pixels."""
    corners = polygon.toList()
    count = len(corners)
    return QPolygonF(
        [
            corner + _normal(corners[i - 1], corner, by) + _normal(corner, corners[(i + 1) % count], by)
            for i, corner in enumerate(corners)
        ]
    )


def _normal(start: QPointF, end: QPointF, length: float) -> QPointF:
    """Outwards of an edge of a clockwise polygon."""
    way = end - start
    if abs(way.x()) > abs(way.y()):
        return QPointF(0, -length if way.x() > 0 else length)
    return QPointF(length if way.y() > 0 else -length, 0)
