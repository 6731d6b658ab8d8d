"""A printed page measured in its own units, widths of a usual character (ems), where the reader saw outlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.domain.line import Line, Reading
from models.domain.text import text_width

Edges = NDArray[np.float64]
"""(n, 4): left, top, right and bottom of n rectangles, in ems."""
X0, Y0, X1, Y1 = range(4)
_TELLING = 6
"""Characters of a line from which its length tells how wide a character is."""
_LEAST = 1e-4
"""Extent of a line at least, in parts of the page's height."""
_TALL = 1.5
"""A line so much taller than wide stands upright, unless it is a single character."""


@dataclass(frozen=True, eq=False)
class Printed:
    """Where all lines and graphics of a level page stand."""

    lines: tuple[Line, ...]
    edges: Edges
    size: NDArray[np.float64]
    """(n,): type size of each line in parts of the usual."""
    vertical: NDArray[np.bool_]
    rules: Edges
    frames: Edges
    photos: Edges
    width: float
    height: float
    """Of the page, in ems."""
    stack: NDArray[np.int64]
    """(n,): the number of the stack each line stands in."""

    def picked(self, places: Sequence[int]) -> Printed:
        """Only the lines at `places`, in this order."""
        at = np.asarray(places, dtype=np.int64)
        return replace(
            self,
            lines=tuple(self.lines[i] for i in places),
            edges=self.edges[at],
            size=self.size[at],
            vertical=self.vertical[at],
            stack=self.stack[at],
        )

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """(n,): how long each line is, in ems of its own height where it stands upright."""
        wide, high = self.edges[:, X1] - self.edges[:, X0], self.edges[:, Y1] - self.edges[:, Y0]
        return np.where(self.vertical, high, wide)

    @cached_property
    def level_rules(self) -> Edges:
        """Level rules, and the upper and lower sides of frames."""
        rules = self.rules[self.rules[:, X1] - self.rules[:, X0] > self.rules[:, Y1] - self.rules[:, Y0]]
        f = self.frames
        sides = [np.stack([f[:, X0], f[:, side], f[:, X1], f[:, side]], axis=1) for side in (Y0, Y1)]
        return np.concatenate([rules, *sides])

    @cached_property
    def upright_rules(self) -> Edges:
        """Upright rules, and the sides of frames."""
        rules = self.rules[self.rules[:, X1] - self.rules[:, X0] <= self.rules[:, Y1] - self.rules[:, Y0]]
        f = self.frames
        sides = [np.stack([f[:, side], f[:, Y0], f[:, side], f[:, Y1]], axis=1) for side in (X0, X1)]
        return np.concatenate([rules, *sides])

    @cached_property
    def frame(self) -> NDArray[np.int64]:
        """(n,): the smallest frame that each line's middle lies in, -1 for none."""
        return innermost(self.edges, self.frames)


def measured(reading: Reading) -> Printed | None:
    """`reading`, which stands level, in ems; None where a line has no outline, as in a dump."""
    if not reading.lines or not reading.width or not reading.height:
        return None
    rects = [line.outline for line in reading.lines if line.outline is not None]
    if len(rects) < len(reading.lines):
        return None
    sheet = (reading.width, reading.height)
    points = _scaled(rects, *sheet)
    # A line that a reader gives no extent still is somewhere.
    points[:, X1:] = np.maximum(points[:, X1:], points[:, :X1] + _LEAST * reading.height)
    wide, high = points[:, X1] - points[:, X0], points[:, Y1] - points[:, Y0]
    length = np.array([len(line.text.strip()) for line in reading.lines])
    upright = np.array([line.vertical for line in reading.lines]) | ((high > _TALL * wide) & (length > 1))
    em = _em(reading.lines, np.where(upright, high, wide), np.minimum(wide, high))
    size = np.array([(line.glyph_height or 0.0) * reading.height for line in reading.lines])
    size = np.where((size <= 0) | upright, np.minimum(wide, high), size)
    usual = max(1e-9, _weighted_median(size[~upright], length[~upright]))
    seen = reading.graphics
    rules, frames, photos = (_scaled(found, *sheet) / em for found in (seen.rules, seen.frames, seen.photos))
    return Printed(
        reading.lines, points / em, size / usual, upright, rules, frames, photos,
        reading.width / em, reading.height / em, np.arange(len(reading.lines)),
    )  # fmt: skip


def _scaled(rects: Iterable[Rect], width: float, height: float) -> Edges:
    edges = [(rect.x0 * width, rect.y0 * height, rect.x1 * width, rect.y1 * height) for rect in rects]
    return np.array(edges, dtype=float).reshape(-1, 4)


def _em(lines: Sequence[Line], length: NDArray[np.float64], height: NDArray[np.float64]) -> float:
    """The usual width of a character, of the page's usual text; from the lines' heights where all lines are short."""
    widths = np.array([text_width(line.text) for line in lines])
    telling = widths >= _TELLING
    if not telling.any():
        return max(1e-9, float(np.median(height)))
    return max(1e-9, _weighted_median(length[telling] / widths[telling], widths[telling]))


def _weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64] | NDArray[np.int64]) -> float:
    if not len(values):
        return 1.0
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def innermost(edges: Edges, frames: Edges) -> NDArray[np.int64]:
    """(n,): the smallest of `frames` that holds the middle of each rectangle, -1 for none."""
    result = np.full(len(edges), -1)
    x, y = (edges[:, X0] + edges[:, X1]) / 2, (edges[:, Y0] + edges[:, Y1]) / 2
    area = (frames[:, X1] - frames[:, X0]) * (frames[:, Y1] - frames[:, Y0])
    for number in np.argsort(-area).tolist():
        x0, y0, x1, y1 = frames[number]
        result[(x > x0) & (x < x1) & (y > y0) & (y < y1)] = number
    return result


def overlap(a: Edges, b: Edges, low: int = X0) -> NDArray[np.float64]:
    """(a, b): shared width (`low` X0) or height (Y0) of each pair in parts of the narrower; below 0 where apart."""
    high = low + 2
    shared = np.minimum(a[:, None, high], b[None, :, high]) - np.maximum(a[:, None, low], b[None, :, low])
    least = np.minimum((a[:, high] - a[:, low])[:, None], (b[:, high] - b[:, low])[None, :])
    return np.asarray(shared / np.maximum(1e-6, least))
