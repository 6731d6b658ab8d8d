"""The handles of an outline: where they are, which one is under the pointer, and what dragging one makes of the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from models.domain.outline import Point, Polygon

REACH = 7.0
"""So far from its middle, in pixels, a handle can be grasped: a little more than is seen of it."""
ROOM = 26.0
"""Shortest edge, in pixels, that has a handle of its own."""
LEAST = 11.0
"""Shortest edge, in pixels, whose corners have handles."""


@dataclass(frozen=True, slots=True)
class Handle:
    """At the corner `index` of an outline, or in the middle of the edge that begins there."""

    index: int
    is_edge: bool
    at: QPointF
    """In the viewport."""


def handles(corners: Sequence[QPointF]) -> Iterator[Handle]:
    """Of an outline as it is seen in the viewport; where corners stand too close, fewer."""
    count = len(corners)
    for i, corner in enumerate(corners):
        after = corners[(i + 1) % count]
        length, before = _length(corner, after), _length(corners[i - 1], corner)
        if count <= 4 or min(length, before) >= LEAST:
            yield Handle(i, False, corner)
        if length >= ROOM:
            yield Handle(i, True, (corner + after) / 2)


def handle_at(corners: Sequence[QPointF], at: QPointF) -> Handle | None:
    """The nearest within reach, a corner before an edge."""
    near = [handle for handle in handles(corners) if _length(handle.at, at) <= REACH]
    return min(near, key=lambda handle: (handle.is_edge, _length(handle.at, at)), default=None)


def edge_at(corners: Sequence[QPointF], at: QPointF) -> int | None:
    """The index of the edge under the pointer, away from its handles too."""
    for i, corner in enumerate(corners):
        way, there = corners[(i + 1) % len(corners)] - corner, at - corner
        length = QPointF.dotProduct(way, way)
        along = QPointF.dotProduct(way, there) / length if length else 0.0
        if 0 <= along <= 1 and _length(way * along, there) <= REACH:
            return i
    return None


def dragged(outline: Polygon, handle: Handle, to: Point, alone: bool) -> Polygon:
    """The outline with a handle put at `to`; edges that are level or upright stay so, unless a corner moves `alone`."""
    corners = list(outline)
    i, count = handle.index, len(outline)
    here, after, before = outline[i], outline[(i + 1) % count], outline[i - 1]
    if handle.is_edge:
        shift = to[0] - here[0] if here[0] == after[0] else 0.0, to[1] - here[1] if here[0] != after[0] else 0.0
        for j in (i, (i + 1) % count):
            corners[j] = outline[j][0] + shift[0], outline[j][1] + shift[1]
        return tuple(corners)
    corners[i] = to
    if not alone:
        corners[i - 1] = _kept(before, here, to)
        corners[(i + 1) % count] = _kept(after, here, to)
    return tuple(corners)


def _kept(neighbour: Point, here: Point, to: Point) -> Point:
    """Where the neighbour of a moved corner goes so that the edge between them stays upright or level."""
    if neighbour[0] == here[0]:
        return to[0], neighbour[1]
    return (neighbour[0], to[1]) if neighbour[1] == here[1] else neighbour


def with_corner(outline: Polygon, edge: int, at: Point) -> Polygon:
    """One more corner, on the edge that begins at corner `edge`."""
    return (*outline[: edge + 1], at, *outline[edge + 1 :])


def cursor_for(corners: Sequence[QPointF], handle: Handle) -> Qt.CursorShape:
    """The arrow that shows which way a handle goes."""
    count, i = len(corners), handle.index
    way = corners[(i + 1) % count] - corners[i]
    if handle.is_edge:
        return Qt.CursorShape.SizeHorCursor if abs(way.y()) > abs(way.x()) else Qt.CursorShape.SizeVerCursor
    middle = sum(corners, QPointF()) / count
    off = corners[i] - middle
    return Qt.CursorShape.SizeFDiagCursor if off.x() * off.y() > 0 else Qt.CursorShape.SizeBDiagCursor


def _length(one: QPointF, other: QPointF) -> float:
    way = one - other
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
