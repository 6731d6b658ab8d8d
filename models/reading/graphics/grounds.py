"""Photos and tinted grounds: areas of a page that are no bare paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.reading.graphics.sheet import Bitmap, Sheet, shared

_PHOTO_SIDE = 4.0
"""A photo's shorter side, in heights of body type; what is smaller is ornament."""
_PHOTO_AREA = 0.003
"""A photo's least part of the page: logos and bar codes are smaller."""
_LABEL = 5.0
"""Height of a label with white type on colour, in heights of body type, at most."""
_EVEN = 14
"""Grey levels within which a tint keeps to one colour."""
_EVEN_MARGIN = 0.6
"""Share of a tint's margin that keeps to the colour: that of a block of small type has 0.3 at most."""
_EVEN_SHARE = 0.35
"""Share of a tint that is no photograph on it."""
_MARGIN = 0.35
"""Width of the margin between a tint's side and its text that is looked at, in heights of body type."""
_RECTANGULAR = 0.85
_WHOLE = 0.92
"""A shape that fills so much of the rectangle round it is one photo."""
_CUT_GAIN = 0.93
"""A shape is cut in two where the rectangles round both halves cover less than so much of the one round it."""
_STROKES = 0.8
"""Ground that lies in text with so much of its area is a stroke of heavy type."""
_FILLED = 0.65
"""A photo goes on where so much of the next row or column is filled."""
_GRAIN = 4
"""Shapes are cut up on a copy so many times smaller."""
_EDGE = 0.04
"""What lies along the picture's edge and is narrower than this is what the scanner saw beside the paper."""


Part = tuple[slice, slice]
"""Rows and columns."""


@dataclass(frozen=True, slots=True)
class Grounds:
    tints: tuple[Rect, ...]
    """Flat colours under text."""
    labels: tuple[Rect, ...]
    """Full colours out of which a line or two of type is cut."""
    photos: tuple[Rect, ...]


def grounds(sheet: Sheet) -> Grounds:
    """What of `sheet` is no bare paper."""
    tints = [_around(sheet, shape) for shape in _shapes(sheet.tinted, sheet.glyph) if _is_tint(sheet, shape)]
    labels = [_around(sheet, shape) for shape in _shapes(sheet.strong, sheet.glyph) if _is_label(sheet, shape)]
    tints = [tint for tint in tints if not any(_holds(label, tint) for label in labels)]
    return Grounds(tuple(tints), tuple(labels), tuple(_distinct(_photos(sheet, tints, labels))))


def _distinct(rects: Iterable[Rect]) -> Iterator[Rect]:
    """Without what lies for the most part in larger ones: a strip left over where two photos overlap."""
    kept: list[Rect] = []
    for rect in sorted(rects, key=lambda rect: -rect.width * rect.height):
        if sum(shared(rect, other) for other in kept) < 0.6 * rect.width * rect.height:
            kept.append(rect)
            yield rect


def _around(sheet: Sheet, shape: NDArray[np.int32]) -> Rect:
    x, y, width, height = cv2.boundingRect(shape)
    return sheet.parts(x, y, x + width, y + height)


def _holds(a: Rect, b: Rect) -> bool:
    """Whether the middle of `b` lies in `a`."""
    x, y = b.centre
    return a.x0 <= x <= a.x1 and a.y0 <= y <= a.y1


def _is_label(sheet: Sheet, shape: NDArray[np.int32]) -> bool:
    """Whether `shape` is a full rectangle with a line or two of type cut out of it."""
    x, y, width, height = cv2.boundingRect(shape)
    if height > _LABEL * sheet.glyph or cv2.contourArea(shape) < _RECTANGULAR * width * height:
        return False
    inside = slice(y, y + height), slice(x, x + width)
    return float((sheet.text_map[inside] > 0).mean()) > 0.3 and float((sheet.strong[inside] > 0).mean()) > 0.5


def _shapes(where: Bitmap, glyph: float) -> Iterator[NDArray[np.int32]]:
    """Outer contours of what is wide and high enough to hold a line of type."""
    contours, _ = cv2.findContours(where, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        _, _, width, height = cv2.boundingRect(contour)
        if width > 4 * glyph and height > 1.3 * glyph:
            yield np.asarray(contour, np.int32)


def _is_tint(sheet: Sheet, shape: NDArray[np.int32]) -> bool:
    """Whether `shape` is one flat colour under text, with straight sides and a bare margin round the text."""
    x, y, width, height = cv2.boundingRect(shape)
    here = slice(y, y + height), slice(x, x + width)
    text = sheet.text_map[here] > 0
    if cv2.contourArea(shape) < _RECTANGULAR * width * height or not text.any():
        return False
    inside = np.zeros((height, width), np.uint8)
    cv2.drawContours(inside, [shape], -1, 1, cv2.FILLED, offset=(-x, -y))
    bare = (inside > 0) & ~text
    if not bare.any():
        return False
    margin = _margin(sheet, here)
    if not margin.any() or text[margin].mean() > 0.4:
        return False
    near = _alike(sheet, here, _EVEN)
    return bool(near[margin].mean() > _EVEN_MARGIN and near[bare].mean() > _EVEN_SHARE)


def _alike(sheet: Sheet, here: Part, levels: int) -> NDArray[np.bool_]:
    """Where the ground of a part of the sheet has nearly the colour of its margin."""
    colours, margin = sheet.ground[here].astype(np.int16), _margin(sheet, here)
    return np.asarray(np.abs(colours - np.median(colours[margin], axis=0)).max(axis=2) < levels)


def _margin(sheet: Sheet, here: Part) -> NDArray[np.bool_]:
    """Along the sides of a part of the sheet, its blurred edge and its round corners left out."""
    width = max(2, int(_MARGIN * sheet.glyph))
    corner = 3 * width
    found = np.zeros(sheet.text_map[here].shape, bool)
    found[2 : 2 + width, corner:-corner] = found[-2 - width : -2, corner:-corner] = True
    found[corner:-corner, 2 : 2 + width] = found[corner:-corner, -2 - width : -2] = True
    return found


def _photos(sheet: Sheet, tints: Sequence[Rect], labels: Sequence[Rect]) -> Iterator[Rect]:
    """Rectangles round ink that is neither text nor a rule nor a tint's ground."""
    width, height = sheet.size
    for x0, y0, x1, y1 in _cut(_no_text(sheet, tints, labels), _PHOTO_SIDE * sheet.glyph / _GRAIN):
        wide, high = (x1 - x0) * _GRAIN, (y1 - y0) * _GRAIN
        big = wide * high > _PHOTO_AREA * width * height
        rect = sheet.parts(x0 * _GRAIN, y0 * _GRAIN, x1 * _GRAIN, y1 * _GRAIN)
        if big and not _beside_the_paper(rect) and _text_share(sheet, rect) < 0.5:
            yield rect


def _no_text(sheet: Sheet, tints: Sequence[Rect], labels: Sequence[Rect]) -> Bitmap:
    """Where there is ink or ground that text does not explain, without holes, on the small copy."""
    glyph = sheet.glyph
    text = cv2.dilate(sheet.text_map, np.ones((3, 3), np.uint8))
    ink = cv2.bitwise_or(
        cv2.bitwise_and(sheet.ink, cv2.bitwise_not(cv2.bitwise_or(text, sheet.thin))),
        sheet.without_type(sheet.pictorial, _STROKES),
    )
    for rect in labels:
        x0, y0, x1, y1 = sheet.pixels(rect)
        ink[max(0, y0 - 3) : y1 + 3, max(0, x0 - 3) : x1 + 3] = 0
    for rect in tints:
        x0, y0, x1, y1 = sheet.pixels(rect)
        here = slice(y0, y1), slice(x0, x1)
        ink[here][_alike(sheet, here, 2 * _EVEN)] = 0
    width, height = sheet.size
    small = cv2.resize(ink, (max(1, width // _GRAIN), max(1, height // _GRAIN)), interpolation=cv2.INTER_AREA)
    dense = np.asarray((small > 40) * 255, np.uint8)
    # What is left of rules must not tie a photo to what stands beyond them.
    solid = cv2.morphologyEx(dense, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    reach = max(3, int(1.2 * glyph / _GRAIN) | 1)
    closed = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    thick = max(3, int(1.6 * glyph / _GRAIN) | 1)
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8)), np.uint8)


def _cut(where: Bitmap, side: float) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles that cover the shapes, an L of two photos as two; none thinner than `side`."""
    contours, _ = cv2.findContours(where, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        inside = np.zeros((height, width), np.uint8)
        cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED, offset=(-x, -y))
        for part in _parts(inside, 2):
            if min(part[2] - part[0], part[3] - part[1]) > side:
                x0, y0, x1, y1 = _grown(inside, part)
                yield x + x0, y + y0, x + x1, y + y1


def _grown(inside: NDArray[np.uint8], part: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """`part` with what a cut took from it: photos overlap."""
    x0, y0, x1, y1 = part
    height, width = inside.shape
    across, down = (x1 - x0) // 4, (y1 - y0) // 4
    left, right, top, bottom = max(0, x0 - across), min(width, x1 + across), max(0, y0 - down), min(height, y1 + down)
    while x0 > left and inside[y0:y1, x0 - 1].mean() > _FILLED:
        x0 -= 1
    while x1 < right and inside[y0:y1, x1].mean() > _FILLED:
        x1 += 1
    while y0 > top and inside[y0 - 1, x0:x1].mean() > _FILLED:
        y0 -= 1
    while y1 < bottom and inside[y1, x0:x1].mean() > _FILLED:
        y1 += 1
    return x0, y0, x1, y1


def _parts(inside: NDArray[np.uint8], depth: int) -> list[tuple[int, int, int, int]]:
    box = _tight(inside)
    x0, y0, x1, y1 = box
    area = (x1 - x0) * (y1 - y0)
    if not depth or inside.sum() > _WHOLE * area:
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
