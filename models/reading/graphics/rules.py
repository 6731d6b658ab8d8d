"""Printed rules, upright and level, plain or dotted, found in the ink of a page picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
from cv2.typing import MatLike

from models.domain.geometry import Rect
from models.reading.graphics.sheet import Bitmap, Sheet

_LENGTH = 6.0
"""Heights of body type that a plain rule is long at least."""
_DOTTED = 14.0
"""The same for one of dots and dashes."""
_SLENDER = 10.0
"""A rule is so many times longer than thick."""
_IN_TEXT = 0.7
"""What lies in one line of text with so much of its length is a stroke of it."""
_BEYOND = 0.05
"""So near to the picture's edge the paper may end."""
_MARGIN = 0.004
"""Nearer to the picture's edge, in parts of the page, is the edge of the paper, not print."""


def rules(sheet: Sheet, pictures: Sequence[Rect], tints: Sequence[Rect]) -> tuple[Rect, ...]:
    """The rules outside `pictures`: photos, and labels in white on colour; the edges of `tints` are none."""
    faint = _without(sheet, sheet.faint_ink, pictures, tints)
    bare = _without(sheet, cv2.bitwise_and(sheet.ink, cv2.bitwise_not(sheet.text_map)), pictures, tints)
    found: list[Rect] = []
    for upright in (False, True):
        plain = list(_components(sheet, _plain(faint, sheet.glyph, upright), faint, upright))
        dotted = _components(sheet, _dotted(bare, sheet.glyph, upright), bare, upright)
        # A plain rule has dots too, in the eyes of what looks for dots.
        found += plain + [rect for rect in dotted if not any(_same(rect, other, upright) for other in plain)]
    return tuple(rect for rect in found if not _at_edge(sheet, rect) and not _is_stroke(sheet, rect))


def _without(sheet: Sheet, printed: MatLike, pictures: Iterable[Rect], tints: Iterable[Rect]) -> Bitmap:
    """What is `printed` without what belongs to pictures and without the blurred edges of grounds."""
    ink = np.array(printed, np.uint8)
    for rect in pictures:
        x0, y0, x1, y1 = sheet.pixels(rect)
        ink[max(0, y0 - 4) : y1 + 4, max(0, x0 - 4) : x1 + 4] = 0
    for rect in tints:
        x0, y0, x1, y1 = sheet.pixels(rect)
        cv2.rectangle(ink, (x0, y0), (x1 - 1, y1 - 1), 0, thickness=7)
    ink[sheet.seams > 0] = 0
    return ink


def _plain(ink: Bitmap, glyph: float, upright: bool) -> Bitmap:
    """Long straight runs of ink."""
    # A rule that slopes by a pixel, or loses one to noise, is still one run.
    thick = cv2.dilate(ink, _bar(3, not upright))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, _bar(int(_LENGTH * glyph), upright))
    return np.asarray(cv2.morphologyEx(runs, cv2.MORPH_CLOSE, _bar(int(2.5 * glyph) | 1, upright)), np.uint8)


def _dotted(bare: Bitmap, glyph: float, upright: bool) -> Bitmap:
    """Long thin rows of dots, outside the text."""
    joined = cv2.morphologyEx(bare, cv2.MORPH_CLOSE, _bar(int(glyph) | 1, upright))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, _bar(int(_DOTTED * glyph), upright))
    thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, _bar(max(4, int(0.5 * glyph)), not upright))
    return np.asarray(cv2.subtract(runs, thick), np.uint8)


def _bar(length: int, upright: bool) -> Bitmap:
    return np.ones((length, 1) if upright else (1, length), np.uint8)


def _components(sheet: Sheet, runs: Bitmap, ink: Bitmap, upright: bool) -> Iterator[Rect]:
    """One rectangle a run, as thin as its ink is on average."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for label in range(1, count):
        x, y, width, height = (int(part) for part in stats[label][:4])
        length, across = (height, width) if upright else (width, height)
        here = (labels[y : y + height, x : x + width] == label) & (ink[y : y + height, x : x + width] > 0)
        thickness = max(1.0, float(here.sum()) / length)
        slender = length > _SLENDER * thickness and thickness < 1.2 * sheet.glyph
        if length < _LENGTH * sheet.glyph or not slender or across > thickness + 4 + 0.02 * length:
            continue
        if upright:
            middle = x + width / 2
            yield sheet.parts(middle - thickness / 2, y, middle + thickness / 2, y + height)
        else:
            middle = y + height / 2
            yield sheet.parts(x, middle - thickness / 2, x + width, middle + thickness / 2)


def _same(a: Rect, b: Rect, upright: bool) -> bool:
    """Whether `a` runs along `b` for most of its length."""
    if upright:
        return abs(a.centre[0] - b.centre[0]) < 0.006 and min(a.y1, b.y1) - max(a.y0, b.y0) > 0.5 * a.height
    return abs(a.centre[1] - b.centre[1]) < 0.006 and min(a.x1, b.x1) - max(a.x0, b.x0) > 0.5 * a.width


def _at_edge(sheet: Sheet, rect: Rect) -> bool:
    """Whether `rect` is where the paper ends: at the picture's edge, or with nothing but the scanner's dark beyond it."""
    x, y = rect.centre
    level = rect.width > rect.height
    far = min(y, 1 - y) if level else min(x, 1 - x)
    if far < _MARGIN or far > _BEYOND:
        return far < _MARGIN
    beyond = Rect(rect.x0, 0.0 if y < 0.5 else y, rect.x1, y if y < 0.5 else 1.0)
    if not level:
        beyond = Rect(0.0 if x < 0.5 else x, rect.y0, x if x < 0.5 else 1.0, rect.y1)
    x0, y0, x1, y1 = sheet.pixels(beyond)
    return bool((sheet.strong[y0:y1, x0:x1] > 0).mean() > 0.5)


def _is_stroke(sheet: Sheet, rect: Rect) -> bool:
    """Whether `rect` is part of a character: inside one line of text, lengthwise and across."""
    x, y = rect.centre
    width, height = sheet.size
    upright = rect.height * height > rect.width * width
    for text in sheet.text:
        if upright and text.x0 <= x <= text.x1:
            shared, whole = min(rect.y1, text.y1) - max(rect.y0, text.y0), rect.height
        elif not upright and text.y0 <= y <= text.y1:
            shared, whole = min(rect.x1, text.x1) - max(rect.x0, text.x0), rect.width
        else:
            continue
        if shared > _IN_TEXT * whole:
            return True
    return False
