"""Lines as they stand on the page: which go on below one another, and in what order they are read by place alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from models.domain.article import Block
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.outline import Point, Polygon, beside, hull
from models.domain.page import Page
from models.domain.view import View

SAME_COLUMN = 0.5
"""Part of the narrower line's width that must lie under the other line."""
FARTHEST = 1.6
"""Gap between two lines of a column, or two pieces of one line, in line heights."""
SLACK = 0.003
"""By how much of the page's width lines of two columns may seem to overlap."""
DEEPEST = 40
"""Cuts within cuts; a real page needs fewer than ten."""

_SIDEWAYS = View(270)
"""Columns of vertical text, the first at the right, lie on a page turned so as rows do."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands on its page turned upright and level."""

    number: int
    rect: Rect
    vertical: bool = False

    @property
    def turned(self) -> Rect:
        """The rectangle in which the line, if it is vertical, lies level."""
        return _SIDEWAYS.upright(self.rect) if self.vertical else self.rect


def spots(page: Page) -> dict[int, Spot]:
    """Of all lines of `page` that have an outline, by number."""
    view, width, height = page.reading.view, page.source.width or 1.0, page.source.height or 1.0

    def spot(line: Line, outline: Rect) -> Spot:
        return Spot(line.number, view.straight(outline, width, height), line.vertical)

    return {line.number: spot(line, line.outline) for line in page.lines if line.outline is not None}


def stretches(placed: Iterable[Spot]) -> Iterator[tuple[Spot, ...]]:
    """Runs of lines, given in the order they are read, that stand below or beside one another."""
    run: list[Spot] = []
    for spot in placed:
        if run and not _goes_on(run, spot):
            yield tuple(run)
            run = []
        run.append(spot)
    if run:
        yield tuple(run)


def _goes_on(run: Sequence[Spot], spot: Spot) -> bool:
    if run[-1].vertical != spot.vertical:
        return False
    above, below = run[-1].turned, spot.turned
    height = max(above.height, below.height)
    if beside(above, below):
        return -SLACK < below.x0 - above.x1 < FARTHEST * height
    # The line above may be the last piece of several.
    row = [above, *(other.turned for other in run[-6:-1] if beside(other.turned, above))]
    shared = min(max(rect.x1 for rect in row), below.x1) - max(min(rect.x0 for rect in row), below.x0)
    close = below.y0 - above.y1 < FARTHEST * height
    return shared > SAME_COLUMN * min(above.width, below.width) and below.centre[1] > above.centre[1] and close


def placed_lines(page: Page, block: Block) -> Iterator[Spot]:
    """Those of a block's lines that have an outline, in reading order."""
    placed = spots(page)
    return (placed[number] for number in block.lines if number in placed)


def block_outlines(page: Page, block: Block) -> Iterator[Polygon]:
    """One hull for each run of the block's lines that stand together, in parts of the page as it lies in its file."""
    lines = page.line_map()
    return (outline_of([lines[spot.number] for spot in run], page.reading.view) for run in stretches(placed_lines(page, block)))


def outline_of(lines: Sequence[Line], view: View) -> Polygon:
    """The hull of lines that stand together and run the same way."""
    way = View((view.turn + (_SIDEWAYS.turn if lines[0].vertical else 0)) % 360)
    around = hull(way.upright(line.outline) for line in lines if line.outline is not None)
    return tuple(_mapped(way.in_file, point) for point in around)


def _mapped(way: Callable[[Rect], Rect], point: Point) -> Point:
    rect = way(Rect(*point, *point))
    return rect.x0, rect.y0


def reading_order(placed: Iterable[Spot]) -> tuple[int, ...]:
    """Numbers of lines down each column, columns from the left, vertical lines from the right."""
    return tuple(spot.number for spot in _ordered(list(placed), DEEPEST))


def _ordered(placed: list[Spot], deep: int) -> list[Spot]:
    if len(placed) > 1 and all(spot.vertical for spot in placed):
        lying = {spot.number: spot for spot in placed}
        return [lying[spot.number] for spot in _ordered([Spot(s.number, s.turned) for s in placed], deep)]
    for cut in (_columns, _strips):
        parts = cut(placed) if deep else [placed]
        if len(parts) > 1:
            return [spot for part in parts for spot in _ordered(part, deep - 1)]
    return sorted(placed, key=lambda spot: (spot.rect.y0, spot.rect.x0, spot.number))


def _columns(placed: list[Spot]) -> list[list[Spot]]:
    """Cut at white gutters from top to bottom; neighbours that do not stand beside each other are no columns."""
    slim = [(replace(s.rect, x0=s.rect.x0 + SLACK, x1=max(s.rect.x1 - SLACK, s.rect.x0 + SLACK)), s) for s in placed]
    groups = _apart(slim, lambda rect: (rect.x0, rect.x1))
    columns: list[list[Spot]] = []
    for group in groups:
        if columns and not _share_height(columns[-1], group):
            columns[-1] += group
        else:
            columns.append(group)
    upright = groupby(columns, key=lambda column: all(spot.vertical for spot in column))
    return [part for vertical, run in upright for part in ([[s for c in run for s in c]] if vertical else run)]


def _strips(placed: list[Spot]) -> list[list[Spot]]:
    """Cut at white bands across, except where columns go on past them."""
    flat = [(replace(s.rect, y0=s.rect.y0 + 0.1 * s.rect.height, y1=s.rect.y1 - 0.1 * s.rect.height), s) for s in placed]
    strips: list[list[Spot]] = []
    for row in _apart(flat, lambda rect: (rect.y0, rect.y1)):
        if strips and len(_columns(strips[-1] + row)) > 1:
            strips[-1] += row
        else:
            strips.append(row)
    return strips


def _apart(placed: list[tuple[Rect, Spot]], extent: Callable[[Rect], tuple[float, float]]) -> list[list[Spot]]:
    """Groups between which nothing lies, in one direction."""
    groups: list[list[Spot]] = []
    end = 0.0
    for (start, stop), spot in sorted(((extent(rect), spot) for rect, spot in placed), key=lambda item: item[0]):
        if groups and start < end:
            groups[-1].append(spot)
        else:
            groups.append([spot])
        end = max(end, stop) if len(groups[-1]) > 1 else stop
    return groups


def _share_height(one: list[Spot], other: list[Spot]) -> bool:
    top = max(min(spot.rect.y0 for spot in one), min(spot.rect.y0 for spot in other))
    bottom = min(max(spot.rect.y1 for spot in one), max(spot.rect.y1 for spot in other))
    return top < bottom


def joined(kept: Sequence[int], coming: Iterable[int], placed: dict[int, Spot]) -> tuple[int, ...]:
    """`kept` in the order they have, each of `coming` put behind the line that it is read after by its place.

    What has no place comes last.
    """
    result, coming = list(kept), tuple(coming)
    known = set(kept)
    order = reading_order(placed[number] for number in sorted({*kept, *coming}) if number in placed)
    for before, number in pairwise((None, *order)):
        if number not in known and number is not None:
            result.insert(0 if before is None else result.index(before) + 1, number)
            known.add(number)
    return (*result, *(number for number in coming if number not in placed))
