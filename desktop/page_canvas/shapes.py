"""The shapes that articles make on a picture: the hulls of lines that stand together, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.page_canvas.placement import Place, Placement
from models.domain.arrangement import Spot, outline_of, spots, stretches
from models.domain.article import Block
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.outline import Polygon, around
from models.domain.view import View


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines of one block that stand together."""

    place: Place
    ordinal: int
    """1-based place among the shapes of its article; 0 for loose ones."""
    lines: tuple[int, ...]
    outline: Polygon
    rect: Rect
    """Around the outline; both in parts of the page as it lies in its file."""


def shapes_of(placement: Placement) -> tuple[Shape, ...]:
    """In reading order, loose blocks last; lines without an outline are left out."""
    page = placement.page
    found = _Found(placement, spots(page), page.line_map(), page.reading.view)
    shapes = [shape for article in page.articles for shape in found.shapes(article.blocks, numbered=True)]
    return (*shapes, *found.shapes(page.loose, numbered=False))


@dataclass(frozen=True, slots=True)
class _Found:
    placement: Placement
    spots: dict[int, Spot]
    lines: dict[int, Line]
    view: View

    def shapes(self, blocks: Iterable[Block], numbered: bool) -> Iterator[Shape]:
        runs = (run for block in blocks for run in stretches(self.spots[n] for n in block.lines if n in self.spots))
        for i, run in enumerate(runs, 1):
            numbers = tuple(spot.number for spot in run)
            outline = outline_of([self.lines[number] for number in numbers], self.view)
            yield Shape(self.placement.places[numbers[0]], i if numbered else 0, numbers, outline, around(outline))
