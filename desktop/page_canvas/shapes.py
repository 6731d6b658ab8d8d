"""The shapes that articles make on a picture: outlines of lines gathered to columns, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.page_canvas.placement import Place, Placement
from models.domain.article import Block
from models.domain.geometry import Rect
from models.domain.line import Line

SAME_COLUMN = 0.5
"""Part of the narrower line's width that must lie under the other line."""
FARTHEST = 1.6
"""Gap between two lines of a column, in line heights."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines of one block that stand under each other."""

    place: Place
    ordinal: int
    """1-based place among the shapes of its article; 0 for loose ones."""
    lines: tuple[int, ...]
    rect: Rect


def shapes_of(placement: Placement) -> tuple[Shape, ...]:
    """In reading order, loose blocks last; lines without an outline are left out."""
    lines = placement.page.line_map()
    found: list[Shape] = []
    for article in placement.page.articles:
        parts = [part for block in article.blocks for part in _parts(block, lines)]
        found += [Shape(placement.places[part[0].number], i + 1, _numbers(part), _around(part)) for i, part in enumerate(parts)]
    for block in placement.page.loose:
        found += [Shape(placement.places[part[0].number], 0, _numbers(part), _around(part)) for part in _parts(block, lines)]
    return tuple(found)


def _parts(block: Block, lines: dict[int, Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in (lines[number] for number in block.lines):
        if line.outline is None:
            continue
        if part and not _goes_on(part[-1].outline, line.outline):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _goes_on(above: Rect | None, below: Rect) -> bool:
    assert above is not None
    shared = min(above.x1, below.x1) - max(above.x0, below.x0)
    close = below.y0 - above.y1 < FARTHEST * max(above.height, below.height)
    return shared > SAME_COLUMN * min(above.width, below.width) and below.centre[1] > above.centre[1] and close


def _numbers(part: Iterable[Line]) -> tuple[int, ...]:
    return tuple(line.number for line in part)


def _around(part: Iterable[Line]) -> Rect:
    outlines = [line.outline for line in part if line.outline is not None]
    rect = outlines[0]
    for outline in outlines[1:]:
        rect = rect.united(outline)
    return rect
