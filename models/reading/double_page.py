"""Whether the text layer of a sheet is that of two pages side by side: a blank band parts them near the middle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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

_BAND = 3.0
"""Width of a band that parts pages at least, in sizes of the text's type; gutters between columns are narrower."""

_MARGINS = 0.5
"""The same in parts of both outer margins together, about as wide as which the inner ones are."""


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
    left, right = _band([*_characters(glyphs, size, width, height), *_drawings(graphics, width, height)])
    margins = (
        min((glyph.ink.x0 for glyph in glyphs), default=0.0) + width - max((glyph.ink.x1 for glyph in glyphs), default=width)
    )
    if not left or (right - left) * width < max(_BAND * size, _MARGINS * margins):
        return (WHOLE,)
    fold = (left + right) / 2
    return Rect(0.0, 0.0, fold, 1.0), Rect(fold, 0.0, 1.0, 1.0)


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


def _band(obstacles: Iterable[Rect]) -> tuple[float, float]:
    """The left and right end of the widest band near the middle that is free of them; both 0 when there is none."""
    widest, end = (0.0, 0.0), 0.0
    for rect in sorted(obstacles, key=lambda rect: rect.x0):
        if end and rect.x0 - end > widest[1] - widest[0] and abs((end + rect.x0) / 2 - 0.5) < _NEAR:
            widest = end, rect.x0
        end = max(end, rect.x1)
    return widest
