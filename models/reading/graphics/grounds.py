"""Photos and tinted grounds: areas of a page that are no bare paper."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.reading.graphics.sheet import Bitmap, Sheet

_PHOTO_SIDE = 4.0
"""A photo's shorter side, in heights of body type; what is smaller is ornament."""
_PHOTO_AREA = 0.003
"""A photo's least part of the page: logos and bar codes are smaller."""
_EVEN = 14
"""Grey levels within which a tint keeps to one colour."""
_EVEN_SHARE = 0.7
_RECTANGULAR = 0.85
_CUT_GAIN = 0.9
"""A shape is cut in two where the rectangles round both halves cover less than so much of the one round it."""
_GRAIN = 4
"""Shapes are cut up on a copy so many times smaller."""
_EDGE = 0.04
"""What lies along the picture's edge and is narrower than this is what the scanner saw beside the paper."""


def grounds(sheet: Sheet) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Tinted grounds that carry text, and photos."""
    tints: list[Rect] = []
    photos: list[Rect] = []
    even = _even(sheet)
    for shape in _shapes(sheet.tinted, sheet.glyph):
        if _is_tint(sheet, shape, even):
            x, y, width, height = cv2.boundingRect(shape)
            tints.append(sheet.parts(x, y, x + width, y + height))
    photos = list(_photos(sheet, tints))
    return tuple(tints), tuple(photos)


def _even(sheet: Sheet) -> Bitmap:
    """Where the ground hardly changes within a few characters."""
    side = int(sheet.glyph) | 1
    kernel = np.ones((side, side), np.uint8)
    spread = cv2.subtract(cv2.dilate(sheet.ground, kernel), cv2.erode(sheet.ground, kernel)).max(axis=2)
    return np.asarray((spread < _EVEN) * 255, np.uint8)


def _shapes(where: Bitmap, glyph: float) -> Iterator[NDArray[np.int32]]:
    """Outer contours of what is wide and high enough to hold a line of type."""
    contours, _ = cv2.findContours(where, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        _, _, width, height = cv2.boundingRect(contour)
        if width > 4 * glyph and height > 1.3 * glyph:
            yield np.asarray(contour, np.int32)


def _is_tint(sheet: Sheet, shape: NDArray[np.int32], even: Bitmap) -> bool:
    """Whether `shape` is one flat colour under text, with straight sides."""
    x, y, width, height = cv2.boundingRect(shape)
    if cv2.contourArea(shape) < _RECTANGULAR * width * height or not sheet.text_map[y : y + height, x : x + width].any():
        return False
    inside = np.zeros((height, width), np.uint8)
    cv2.drawContours(inside, [shape], -1, 255, cv2.FILLED, offset=(-x, -y))
    colours = sheet.ground[y : y + height, x : x + width][inside > 0].astype(np.int16)
    near = np.abs(colours - np.median(colours, axis=0)).max(axis=1) < _EVEN
    flat = even[y : y + height, x : x + width][inside > 0] > 0
    carries = float((sheet.text_map[y : y + height, x : x + width] > 0).mean())
    return bool(near.mean() > _EVEN_SHARE) and (carries > 0.25 or bool(flat.mean() > 0.5))


def _photos(sheet: Sheet, tints: list[Rect]) -> Iterator[Rect]:
    """Rectangles round ink that is neither text nor a rule nor a tint's ground."""
    width, height = sheet.size
    for x0, y0, x1, y1 in _cut(_no_text(sheet, tints)):
        wide, high = (x1 - x0) * _GRAIN, (y1 - y0) * _GRAIN
        big = min(wide, high) > _PHOTO_SIDE * sheet.glyph and wide * high > _PHOTO_AREA * width * height
        rect = sheet.parts(x0 * _GRAIN, y0 * _GRAIN, x1 * _GRAIN, y1 * _GRAIN)
        if big and not _beside_the_paper(rect) and _text_share(sheet, rect) < 0.5:
            yield rect


def _no_text(sheet: Sheet, tints: list[Rect]) -> Bitmap:
    """Where there is ink or ground that text does not explain, without holes, on the small copy."""
    glyph = sheet.glyph
    text = cv2.dilate(sheet.text_map, np.ones((3, 3), np.uint8))
    ground = sheet.tinted.copy()
    for rect in tints:
        x0, y0, x1, y1 = sheet.pixels(rect)
        ground[y0:y1, x0:x1] = 0
    ink = cv2.bitwise_and(cv2.bitwise_or(sheet.ink, ground), cv2.bitwise_not(text))
    width, height = sheet.size
    small = cv2.resize(ink, (width // _GRAIN, height // _GRAIN), interpolation=cv2.INTER_AREA)
    dense = (small > 40).astype(np.uint8) * np.uint8(255)
    reach = max(3, int(1.2 * glyph / _GRAIN) | 1)
    closed = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    thick = max(3, int(1.6 * glyph / _GRAIN) | 1)
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8)), np.uint8)


def _cut(where: Bitmap) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles that cover the shapes, an L of two photos as two."""
    contours, _ = cv2.findContours(where, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        inside = np.zeros((height, width), np.uint8)
        cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED, offset=(-x, -y))
        for x0, y0, x1, y1 in _parts(inside, 2):
            yield x + x0, y + y0, x + x1, y + y1


def _parts(inside: NDArray[np.uint8], depth: int) -> list[tuple[int, int, int, int]]:
    box = _tight(inside)
    x0, y0, x1, y1 = box
    area = (x1 - x0) * (y1 - y0)
    if not depth or inside.sum() > _RECTANGULAR * area:
        return [box]
    best, halves = float(area), None
    for axis, ends in ((1, (x0, x1)), (0, (y0, y1))):
        for at in range(ends[0] + 2, ends[1] - 2):
            pair = (inside[:, :at], inside[:, at:]) if axis else (inside[:at], inside[at:])
            covered = sum((b[2] - b[0]) * (b[3] - b[1]) for b in map(_tight, pair))
            if covered < best:
                best, halves = covered, (axis, at)
    if halves is None or best > _CUT_GAIN * area:
        return [box]
    axis, at = halves
    first = inside[:, :at] if axis else inside[:at]
    second = inside[:, at:] if axis else inside[at:]
    moved = [
        (a + at * axis, b + at * (1 - axis), c + at * axis, d + at * (1 - axis)) for a, b, c, d in _parts(second, depth - 1)
    ]
    return [*_parts(first, depth - 1), *moved]


def _tight(inside: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    columns, rows = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
    if not len(columns):
        return 0, 0, 0, 0
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _beside_the_paper(rect: Rect) -> bool:
    """Whether `rect` is a strip along the picture's edge."""
    return (min(rect.x0, 1 - rect.x1) < 0.005 and rect.width < _EDGE) or (
        min(rect.y0, 1 - rect.y1) < 0.005 and rect.height < _EDGE
    )


def _text_share(sheet: Sheet, rect: Rect) -> float:
    x0, y0, x1, y1 = sheet.pixels(rect)
    return float((sheet.text_map[y0:y1, x0:x1] > 0).mean())
