"""A page that lies turned or askew in its file, as it would stand upright and level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading
from models.domain.view import AS_IT_LIES


def level(reading: Reading) -> Reading:
    """`reading` with all outlines straightened and sizes those of the upright page; itself where it lies straight."""
    view = reading.view
    if view == AS_IT_LIES or not reading.width or not reading.height:
        return reading
    width, height = view.upright_size(reading.width, reading.height)

    def straight(rect: Rect) -> Rect:
        return view.straight(rect, reading.width, reading.height)

    def line(old: Line) -> Line:
        glyph = old.glyph_height * reading.height / height if old.glyph_height else None
        return replace(old, outline=straight(old.outline) if old.outline else None, glyph_height=glyph)

    def all_of(rects: Iterable[Rect]) -> tuple[Rect, ...]:
        return tuple(straight(rect) for rect in rects)

    seen = reading.graphics
    graphics = Graphics(all_of(seen.rules), all_of(seen.frames), all_of(seen.photos))
    lines = tuple(line(old) for old in reading.lines)
    return replace(reading, lines=lines, width=width, height=height, view=AS_IT_LIES, graphics=graphics)
