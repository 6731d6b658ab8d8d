"""Small printed pages, told in widths of a character: 100 wide, 140 tall."""

from __future__ import annotations

from collections.abc import Iterable

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.text import text_width

WIDE, TALL = 100.0, 140.0
Ems = tuple[float, float, float, float]


def rect(x0: float, y0: float, x1: float, y1: float) -> Rect:
    return Rect(x0 / WIDE, y0 / TALL, x1 / WIDE, y1 / TALL)


def line(text: str, x: float, y: float, size: float = 1.0, vertical: bool = False) -> Line:
    """With its upper left corner at (x, y); its number is 0 until it stands on a page."""
    long = text_width(text) * size
    box = rect(x, y, x + size, y + long) if vertical else rect(x, y, x + long, y + size)
    return Line(0, text, box, size / TALL, vertical=vertical)


def column(x: float, y: float, count: int, text: str = "水渠昨天通水沿线大家都来了", pitch: float = 1.4) -> list[Line]:
    """`count` full lines one under the other."""
    return [line(text, x, y + i * pitch) for i in range(count)]


def page(lines: Iterable[Line], rules: Iterable[Ems] = (), frames: Iterable[Ems] = (), photos: Iterable[Ems] = ()) -> Reading:
    """Lines numbered from 1 as they are given."""
    numbered = tuple(
        Line(i, seen.text, seen.outline, seen.glyph_height, vertical=seen.vertical) for i, seen in enumerate(lines, start=1)
    )
    graphics = Graphics(*(tuple(rect(*box) for box in boxes) for boxes in (rules, frames, photos)))
    return Reading(numbered, SourceKind.PDF, Regime.WRAPPED, 10 * WIDE, 10 * TALL, graphics=graphics)
