"""What a PDF page draws beside its text: lines, filled areas and images, each as the rectangle round it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from models.domain.geometry import Rect
from models.reading.glyphs import Place, placed, placing

_DEPTH = 12
"""Forms in forms; deeper ones are made to catch readers."""
_SIMPLE = 40
"""Segments of a path at most: rectangles, also with round corners, have fewer, drawings and outlines of characters more."""
_THIN = 6.0
"""Points: a filled area no thicker than this is a line."""
_PALE = 8
"""Levels by which a visible colour differs from white."""
_FULL = 0.85
"""Share of the rectangle round it that a filled area covers when it is one itself."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


class Kind(Enum):
    LINE = auto()
    FILL = auto()
    IMAGE = auto()
    SHAPE = auto()
    """A drawing, or a character painted as its outline."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`rect` in points from the page's top left as it is shown."""

    kind: Kind
    rect: Rect


def drawn(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    """All that the page draws beside text; call it with PDFium's lock held."""
    place = placing(page)
    for index in range(pdfium_c.FPDFPage_CountObjects(page)):
        yield from _object(pdfium_c.FPDFPage_GetObject(page, index), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), place, 0)


def _object(thing: Any, outer: Matrix, place: Place, depth: int) -> Iterator[Drawn]:
    kind = pdfium_c.FPDFPageObj_GetType(thing)
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield from _path(thing, outer, place)
    elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
        corners = _clipped(thing)
        if corners:
            yield Drawn(Kind.IMAGE, _rect([_apply(outer, point) for point in corners], place))
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
        inner = _product(_matrix(thing), outer)
        for index in range(pdfium_c.FPDFFormObj_CountObjects(thing)):
            yield from _object(pdfium_c.FPDFFormObj_GetObject(thing, index), inner, place, depth + 1)


def _corners(thing: Any) -> list[Point]:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetBounds(thing, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _clipped(thing: Any) -> list[Point]:
    """The corners of what is seen of an image through its clipping paths; none when nothing is."""
    corners = _corners(thing)
    left, bottom, right, top = *corners[0], *corners[2]
    clip = pdfium_c.FPDFPageObj_GetClipPath(thing)
    # Without a clip PDFium says -1.
    for index in range(max(0, pdfium_c.FPDFClipPath_CountPaths(clip))):
        segments = range(pdfium_c.FPDFClipPath_CountPathSegments(clip, index))
        points = [_point(pdfium_c.FPDFClipPath_GetPathSegment(clip, index, segment)) for segment in segments]
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return [(left, bottom), (right, bottom), (right, top), (left, top)] if left < right and bottom < top else []


def _point(segment: Any) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _path(thing: Any, outer: Matrix, place: Place) -> Iterator[Drawn]:
    count = pdfium_c.FPDFPath_CountSegments(thing)
    if count > _SIMPLE:
        yield Drawn(Kind.SHAPE, _rect([_apply(outer, point) for point in _corners(thing)], place))
    if not 2 <= count <= _SIMPLE:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(thing, fill, stroke)
    matrix = _product(_matrix(thing), outer)
    shapes = [[_apply(matrix, point) for point in shape] for shape in _shapes(thing, count)]
    if fill.value and _is_seen(thing, pdfium_c.FPDFPageObj_GetFillColor):
        yield from (filled for shape in shapes if (filled := _filled(shape, place)) is not None)
    if stroke.value and _is_seen(thing, pdfium_c.FPDFPageObj_GetStrokeColor):
        width = ctypes.c_float()
        pdfium_c.FPDFPageObj_GetStrokeWidth(thing, width)
        half = width.value * (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5) / 2
        for shape in shapes:
            yield from (Drawn(Kind.LINE, _thick(line, half)) for line in _straight(shape, place))


def _shapes(thing: Any, count: int) -> list[list[Point]]:
    """The path's parts, each closed where the path says so; curves by their end points."""
    shapes: list[list[Point]] = []
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(thing, index)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO or not shapes:
            shapes.append([])
        shapes[-1].append(_point(segment))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            shapes[-1].append(shapes[-1][0])
    return [shape for shape in shapes if len(shape) > 1]


def _is_seen(thing: Any, ask: Any) -> bool:
    """Whether the colour is neither white nor transparent."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not ask(thing, *channels):
        return True
    *colour, opacity = (channel.value for channel in channels)
    return opacity > 2 * _PALE and min(colour) < 255 - _PALE


def _filled(shape: list[Point], place: Place) -> Drawn | None:
    """A thin area as a line, a rectangular one as a ground."""
    rect = _rect(shape, place)
    if min(rect.width, rect.height) <= _THIN:
        return Drawn(Kind.LINE, rect)
    points = [place(*point) for point in shape]
    twice = abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*points, points[0]])))
    return Drawn(Kind.FILL, rect) if twice / 2 > _FULL * rect.width * rect.height else None


def _straight(shape: list[Point], place: Place) -> Iterator[Rect]:
    """The level and upright pieces of a path."""
    for a, b in pairwise(shape):
        rect = _rect([a, b], place)
        if min(rect.width, rect.height) < 0.5 + 0.005 * max(rect.width, rect.height):
            yield rect


def _thick(line: Rect, half: float) -> Rect:
    """`line` with its stroke's thickness."""
    if line.width >= line.height:
        return Rect(line.x0, line.y0 - half, line.x1, line.y1 + half)
    return Rect(line.x0 - half, line.y0, line.x1 + half, line.y1)


def _rect(points: list[Point], place: Place) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return placed((min(xs), min(ys), max(xs), max(ys)), place)


def _matrix(thing: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    x, y = _apply(outer, (e, f))
    p, q, r, s, _, _ = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
