"""Closed borders round what belongs together, found as the rectangular holes that lines leave."""

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
_PER_POINT = 2
"""Pixels: drawn rules are drawn again so large to see what they close in."""
_TITLE = 0.6
"""Share of a gap in a border that its title fills at least."""
_WHOLE_PAGE = 0.9
"""A border round so much of the page is the edge of the paper."""


def borders(sheet: Sheet, rules: Iterable[Rect]) -> tuple[Rect, ...]:
    """Frames drawn with lines; a headline may stand in a gap of the line."""
    sides = (sheet.glyph * side for side in _SIDES)
    holes = _holes(_lines(sheet, rules), *sides)
    return tuple(sheet.parts(x, y, x + width, y + height) for x, y, width, height in holes)


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


def drawn_frames(rules: Iterable[Rect], size: tuple[float, float], sides: tuple[float, float]) -> Iterator[Rect]:
    """Frames made of `rules` on a page of that size, all in points; `sides`: of a frame at least."""
    lines = np.zeros((int(size[1] * _PER_POINT) + 1, int(size[0] * _PER_POINT) + 1), np.uint8)
    for rect in rules:
        corners = (int(part * _PER_POINT) for part in (rect.x0, rect.y0, rect.x1, rect.y1))
        x0, y0, x1, y1 = corners
        # Ends that nearly meet do.
        cv2.rectangle(lines, (x0 - 2, y0 - 2), (x1 + 2, y1 + 2), 255, cv2.FILLED)
    for x, y, width, height in _holes(lines, *(side * _PER_POINT for side in sides)):
        yield Rect(x / _PER_POINT, y / _PER_POINT, (x + width) / _PER_POINT, (y + height) / _PER_POINT)


def _holes(lines: Bitmap, long: float, short: float) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles that `lines` close in: left, top, width, height."""
    contours, hierarchy = cv2.findContours(lines, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    page = lines.shape[0] * lines.shape[1]
    for contour, family in zip(contours, () if hierarchy is None else hierarchy[0], strict=True):
        x, y, width, height = cv2.boundingRect(contour)
        is_hole = family[3] >= 0
        if not is_hole or max(width, height) < long or min(width, height) < short:
            continue
        if cv2.contourArea(contour) > _RECTANGULAR * width * height and width * height < _WHOLE_PAGE * page:
            yield x, y, width, height
