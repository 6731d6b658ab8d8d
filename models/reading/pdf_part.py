"""What of a PDF page's characters and drawings stands on a part of it, as on one half of a double page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.domain.geometry import WHOLE, Rect
from models.reading.glyphs import Glyph
from models.reading.graphics.vectors import Drawn

_LAST = 1 - 1e-9
"""The last place of a page: what is painted beyond its edge stands with what is next to the edge."""

Size = tuple[float, float]
"""Width and height in points."""


def part_size(size: Size, region: Rect) -> Size:
    """That of `region` on a page of that size."""
    return size[0] * region.width, size[1] * region.height


def glyphs_on(glyphs: Sequence[Glyph], size: Size, region: Rect) -> list[Glyph]:
    """Those with their middle in `region`, in points from its top left: each stands on one half, and on no other."""
    if region == WHOLE:
        return list(glyphs)
    left, top = size[0] * region.x0, size[1] * region.y0
    return [_glyph_moved(glyph, left, top) for glyph in glyphs if _holds(region, glyph.cell.centre, size)]


def things_on(things: Sequence[Drawn], size: Size, region: Rect) -> list[Drawn]:
    """What of `things` is seen in `region`, in points from its top left: what crosses its edge is cut off there."""
    return list(things) if region == WHOLE else list(_cut_off(things, size, region))


def _holds(region: Rect, point: tuple[float, float], size: Size) -> bool:
    x, y = (min(max(0.0, place / side), _LAST) for place, side in zip(point, size, strict=True))
    return region.x0 <= x < region.x1 and region.y0 <= y < region.y1


def _glyph_moved(glyph: Glyph, left: float, top: float) -> Glyph:
    ink, cell = _moved(glyph.ink, left, top), _moved(glyph.cell, left, top)
    return replace(glyph, ink=ink, cell=cell, baseline=glyph.baseline - top)


def _cut_off(things: Sequence[Drawn], size: Size, region: Rect) -> Iterator[Drawn]:
    width, height = part_size(size, region)
    for thing in things:
        rect = _moved(thing.rect, size[0] * region.x0, size[1] * region.y0)
        seen = Rect(max(0.0, rect.x0), max(0.0, rect.y0), min(width, rect.x1), min(height, rect.y1))
        # A stroke may have no thickness.
        if seen.width >= 0 and seen.height >= 0 and max(seen.width, seen.height) > 0:
            yield replace(thing, rect=seen)


def _moved(rect: Rect, left: float, top: float) -> Rect:
    return Rect(rect.x0 - left, rect.y0 - top, rect.x1 - left, rect.y1 - top)
