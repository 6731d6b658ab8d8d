"""Whether the text layer of a sheet is that of two pages side by side: a blank band parts them near the middle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from models import pdf_file
from models.domain.geometry import WHOLE, Rect
from models.domain.graphics import Graphics
from models.domain.line import Reading
from models.reading.glyphs import Glyph, page_glyphs

_WIDE = 1.15
"""Width to height from which a sheet may hold two pages side by side."""

_NEAR = 0.06
"""How far from the middle a fold may lie, in parts of the width."""

_EDGE = 0.1
"""Parts of the height at top and bottom where folios and ornament may run across."""

_LARGE = 1.5
"""How many times as large as the text a headline is at least."""

_BAND = 3.5
"""Width of a band that parts pages at least, in sizes of the text's type; gutters between columns are narrower."""

_MARGINS = 1.0
"""The same in outer margins; two inner ones are wider."""


def pdf_halves(path: Path, sheet: int, found: Reading) -> tuple[Rect, ...]:
    """The left and the right page of a PDF's sheet, from 0, of which `found` is known, or the whole when it is one page.

    One page it is when a headline runs across the fold: cut in two it says nothing on either half, and its text stands on both.
    Raises what `read_pdf` raises.
    """
    if found.width < _WIDE * found.height:
        return (WHOLE,)
    with pdf_file.opened(path) as document:
        glyphs = page_glyphs(document[sheet])
    return halves(glyphs, found.graphics, found.width, found.height)


def halves(glyphs: Sequence[Glyph], graphics: Graphics, width: float, height: float) -> tuple[Rect, ...]:
    """The same of a sheet of `width` × `height` points."""
    size = _text_size(glyphs)
    obstacles = [*_characters(glyphs, size, width, height), *_drawings(graphics, width, height)]
    least = _BAND * size / width
    fold = _fold(_bands(obstacles, max(least, _MARGINS * _margin(obstacles))), least / 2)
    return (WHOLE,) if fold is None else (Rect(0.0, 0.0, fold, 1.0), Rect(fold, 0.0, 1.0, 1.0))


def _text_size(glyphs: Sequence[Glyph]) -> float:
    """That of most characters, in points."""
    sizes = sorted(glyph.size for glyph in glyphs)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _characters(glyphs: Iterable[Glyph], text: float, width: float, height: float) -> Iterator[Rect]:
    """Where no fold can be: headlines, and whatever stands between top and bottom; in parts of the sheet."""
    for glyph in glyphs:
        ink = glyph.ink
        place = Rect(ink.x0 / width, ink.y0 / height, ink.x1 / width, ink.y1 / height)
        if glyph.size >= _LARGE * text or _in_the_midst(place):
            yield place


def _drawings(graphics: Graphics, width: float, height: float) -> Iterator[Rect]:
    """The same of what is drawn; an upright rule may stand in the fold."""
    level = (rule for rule in graphics.rules if rule.width * width > rule.height * height)
    return (rect for rect in (*level, *graphics.frames, *graphics.photos) if _in_the_midst(rect))


def _in_the_midst(rect: Rect) -> bool:
    return rect.y1 > _EDGE and rect.y0 < 1 - _EDGE


def _margin(obstacles: Sequence[Rect]) -> float:
    """The narrower of the outer ones: short lines leave more."""
    return min((min(rect.x0, 1 - rect.x1) for rect in obstacles), default=0.0)


def _bands(obstacles: Sequence[Rect], least: float) -> Iterator[tuple[float, float]]:
    """The left and the right end of what is free of obstacles between two of them, `least` wide."""
    places = sorted(obstacles, key=lambda rect: rect.x0)
    ends = accumulate((rect.x1 for rect in places), max)
    return ((end, rect.x0) for end, rect in zip(ends, places[1:], strict=False) if rect.x0 - end >= least)


def _fold(bands: Iterable[tuple[float, float]], room: float) -> float | None:
    """The place nearest the middle with so much room in a band on either side; None where that is far from it."""
    folds = (min(max(0.5, left + room), right - room) for left, right in bands)
    nearest = min(folds, key=lambda fold: abs(fold - 0.5), default=0.0)
    return nearest if abs(nearest - 0.5) < _NEAR else None
