"""Closed borders round what belongs together, found as rectangular holes in the ink of a page picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np

from models.domain.geometry import Rect
from models.reading.graphics.sheet import Bitmap, Sheet

_RECTANGULAR = 0.88
"""Rounded corners and a residue of skew take away some of the rectangle."""
_SIDES = 6.0, 3.0
"""A frame's longer and shorter side at least, in heights of body type."""
_TITLE = 0.6
"""Share of a gap in a border that its title fills at least."""
_WHOLE_PAGE = 0.9
"""A border round so much of the page is the edge of the paper."""


def borders(sheet: Sheet, rules: Iterable[Rect]) -> tuple[Rect, ...]:
    """Frames drawn with lines; a headline may stand in a gap of the line."""
    return tuple(_holes(sheet, _lines(sheet, rules)))


def _lines(sheet: Sheet, rules: Iterable[Rect]) -> Bitmap:
    """The ink outside text, with the rules drawn whole through what interrupts them."""
    lines = cv2.bitwise_and(sheet.ink, cv2.bitwise_not(sheet.text_map))
    rules = list(rules)
    for rect in (*rules, *_bridges(sheet, rules)):
        x0, y0, x1, y1 = sheet.pixels(rect)
        lines[y0:y1, x0:x1] = 255
    side = max(3, int(0.5 * sheet.glyph) | 1)
    return np.asarray(cv2.morphologyEx(lines, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8)), np.uint8)


def _bridges(sheet: Sheet, rules: Sequence[Rect]) -> Iterator[Rect]:
    """What is missing of a level border where its title stands."""
    height = sheet.size[1]
    level = sorted((rect for rect in rules if rect.width > rect.height), key=lambda rect: rect.x0)
    for i, left in enumerate(level):
        for right in level[i + 1 :]:
            y, gap = left.centre[1], right.x0 - left.x1
            if gap <= 0 or abs(right.centre[1] - y) * height > 0.4 * sheet.glyph:
                continue
            between = [text for text in sheet.text if text.y0 < y < text.y1]
            if sum(max(0.0, min(text.x1, right.x0) - max(text.x0, left.x1)) for text in between) > _TITLE * gap:
                yield Rect(left.x1, left.y0, right.x0, left.y1)


def _holes(sheet: Sheet, lines: Bitmap) -> Iterator[Rect]:
    contours, hierarchy = cv2.findContours(lines, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    long, short = (sheet.glyph * side for side in _SIDES)
    for contour, family in zip(contours, () if hierarchy is None else hierarchy[0], strict=True):
        x, y, width, height = cv2.boundingRect(contour)
        is_hole = family[3] >= 0
        if not is_hole or max(width, height) < long or min(width, height) < short:
            continue
        rect = sheet.parts(x, y, x + width, y + height)
        if cv2.contourArea(contour) > _RECTANGULAR * width * height and rect.width * rect.height < _WHOLE_PAGE:
            yield rect
