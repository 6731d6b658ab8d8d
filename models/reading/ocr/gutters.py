"""Lines that were found as one across the gutter between two columns are cut there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.blanks import runs, without_rules
from models.reading.ocr.spot import Spot

_SHORT = 6.0
"""Times as long as high the lines are that can hold a gutter."""
_KINDS = ((0.2, 5.0), (0.65, 2.2))
"""Width at least, and length beyond the line itself, of gutters, in heights of a line.

Gaps between characters are narrower; a blank after a comma is not, and may by chance stand below another one.
"""
_EDGE = 1.0
"""Parts of a line's height from its ends within which nothing is cut off."""
_BESIDE = 4.0
"""Times a line's height beside the gutter where other lines must stand."""
_FULL = 0.6
"""Share of a gutter's length with lines on both sides; between lines there is nothing."""
_ALIKE = 1.6
"""Times as thick as its neighbours a line is at most, and the other way round: the gaps of a headline are no gutter."""


@dataclass(frozen=True)
class _Print:
    """What stands where on a copy of the page."""

    above: NDArray[np.int32]
    """Pixels of ink above each pixel, itself left out."""
    thickness: NDArray[np.float32]
    """Of the line at each pixel; 0 where there is none."""

    @property
    def size(self) -> tuple[int, int]:
        return self.thickness.shape[1], self.thickness.shape[0]


def cut_at_gutters(spots: Sequence[Spot], ink: NDArray[np.bool_]) -> list[Spot]:
    """`spots` and `ink` in pixels of one copy of the page."""
    above = np.zeros((ink.shape[0] + 1, ink.shape[1]), np.int32)
    np.cumsum(ink, axis=0, out=above[1:])
    thickness = np.zeros(ink.shape, np.float32)
    for spot in spots:
        thickness[max(0, int(spot.y0)) : int(spot.y1), max(0, int(spot.x0)) : int(spot.x1)] = spot.thickness
    printed = _Print(above, thickness)
    return [part for spot in spots for part in _cut(spot, printed)]


def _cut(spot: Spot, printed: _Print) -> list[Spot]:
    if spot.tall or spot.width < _SHORT * spot.height:
        return [spot]
    ends = [spot.x0]
    for left, right in _blanks(spot, printed):
        ends += [float(left), float(right)]
    ends.append(spot.x1)
    return [spot.between(x0, x1) for x0, x1 in zip(ends[::2], ends[1::2], strict=True) if x1 - x0 > 0.3 * spot.height]


def _blanks(spot: Spot, printed: _Print) -> list[tuple[int, int]]:
    """Left and right of the gutters within `spot`, in order."""
    found: list[tuple[int, int]] = []
    for wide, long in _KINDS:
        for share in (0.5, 0.0, 1.0):
            top = max(0, int(spot.y0 - share * long * spot.height))
            bottom = min(printed.size[1], int(spot.y1 + (1 - share) * long * spot.height))
            for gutter in _gutters(spot, (top, bottom), (wide, 1 + long), printed):
                if not any(start < gutter[1] and gutter[0] < end for start, end in found):
                    found.append(gutter)
    return sorted(found)


def _gutters(spot: Spot, rows: tuple[int, int], least: tuple[float, float], printed: _Print) -> Iterator[tuple[int, int]]:
    """Blanks in the midst of `spot` through all of `rows`, `least` wide and long in its heights, with lines on both sides."""
    left, right = max(0, int(spot.x0)), min(printed.size[0], int(spot.x1))
    edge = int(_EDGE * spot.height)
    filled = (printed.above[rows[1], left:right] - printed.above[rows[0], left:right]) / max(1, rows[1] - rows[0])
    for start, end in runs(without_rules(filled, spot.height) <= 0.01):
        inner = start >= edge and right - left - end >= edge
        gutter = left + start, left + end
        if (
            inner
            and end - start >= least[0] * spot.height
            and _neighbours(gutter, rows, spot.height, printed) >= _FULL * least[1]
        ):
            yield gutter


def _neighbours(gutter: tuple[int, int], rows: tuple[int, int], high: float, printed: _Print) -> float:
    """Along how much of the gutter, in heights of its line, lines like that one stand on both sides."""
    beside = int(_BESIDE * high)
    sides = (
        printed.thickness[rows[0] : rows[1], max(0, gutter[0] - beside) : gutter[0]],
        printed.thickness[rows[0] : rows[1], gutter[1] : gutter[1] + beside],
    )
    left, right = (((high / _ALIKE < side) & (side < _ALIKE * high)).any(axis=1) for side in sides)
    return float((left & right).sum()) / high
