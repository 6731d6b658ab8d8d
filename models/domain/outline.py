"""Outlines on a page: polygons, what lies within one, and the hull that runs round lines standing together."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

from models.domain.geometry import Rect

Point = tuple[float, float]
Polygon = tuple[Point, ...]
"""Corners in parts of the page's width and height, the last one joined to the first."""

SAME_ROW = 0.5
"""Part of the lower rectangle's height that must lie beside the other one."""
DENT = 3
"""A hull follows its lines inwards only where this many rows or more stand back: a photograph, not a paragraph's end."""
EVEN = 1.2
"""Edges that differ by no more than this many heights of a row are one."""


def encloses(polygon: Sequence[Point], point: Point) -> bool:
    """Whether `point` lies within `polygon`, by the even-odd rule."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def around(polygon: Iterable[Point]) -> Rect:
    """The rectangle round a polygon of at least one corner."""
    xs, ys = zip(*polygon, strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def hull(rects: Iterable[Rect]) -> Polygon:
    """The upright and level outline round all of `rects`, clockwise from its top left; gaps between rows are closed."""
    groups = list(_rows(rects))
    if not groups:
        return ()
    rows = [functools.reduce(Rect.united, group) for group in groups]
    even = EVEN * sorted(row.height for row in rows)[len(rows) // 2]
    left = [-edge for edge in _edge([-row.x0 for row in rows], even)]
    right = _edge([row.x1 for row in rows], even)
    edges = [rows[0].y0, *(_between(above, below) for above, below in itertools.pairwise(groups)), rows[-1].y1]
    down = [point for i, x in enumerate(right) for point in ((x, edges[i]), (x, edges[i + 1]))]
    up = [point for i, x in reversed(list(enumerate(left))) for point in ((x, edges[i + 1]), (x, edges[i]))]
    start = up.pop()
    return _corners([start, *down, *up])


def _rows(rects: Iterable[Rect]) -> Iterator[list[Rect]]:
    """From the top; what stands side by side is one row, its rectangles by their centres' height."""
    group: list[Rect] = []
    row: Rect | None = None
    for rect in sorted(rects, key=_height):
        if row is not None and not beside(row, rect) and _height(rect) > _height(group[-1]):
            yield group
            group, row = [], None
        group.append(rect)
        row = rect if row is None else row.united(rect)
    if group:
        yield group


def _height(rect: Rect) -> float:
    return rect.centre[1]


def _between(above: Sequence[Rect], below: Sequence[Rect]) -> float:
    """Halfway through the gap of two rows; of rows that overlap, where the centres of each stay on its side."""
    last, first = _height(above[-1]), _height(below[0])
    gap = (max(rect.y1 for rect in above) + min(rect.y0 for rect in below)) / 2
    return gap if last < gap <= first else (last + first) / 2


def beside(one: Rect, other: Rect) -> bool:
    """Whether two rectangles are at the same height of the page."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > SAME_ROW * min(one.height, other.height) or one.y0 <= other.y0 <= other.y1 <= one.y1


def _edge(edges: list[float], even: float) -> list[float]:
    """A right edge, row by row, that follows the rows' ends where more than chance puts them there."""
    result: list[float] = []
    run: list[float] = []
    for edge in _filled(edges):
        if run and max(*run, edge) - min(*run, edge) > even:
            result += [max(run)] * len(run)
            run = []
        run.append(edge)
    return result + [max(run)] * len(run)


def _filled(edges: list[float]) -> list[float]:
    """Edges that stand back in fewer rows than a dent needs are put where the rows around them are."""
    size = min(DENT, len(edges))
    widest = [max(edges[start : start + size]) for start in range(len(edges) - size + 1)]
    return [min(widest[max(0, i - size + 1) : i + 1]) for i in range(len(edges))]


def _corners(points: list[Point]) -> Polygon:
    """Without points that are said twice or lie on the way from one corner to the next."""
    distinct = [point for point, _same in itertools.groupby(points)]
    if len(distinct) > 1 and distinct[0] == distinct[-1]:
        distinct.pop()
    count = len(distinct)
    return tuple(here for i, here in enumerate(distinct) if not _straight(distinct[i - 1], here, distinct[(i + 1) % count]))


def _straight(before: Point, here: Point, after: Point) -> bool:
    return before[0] == here[0] == after[0] or before[1] == here[1] == after[1]
