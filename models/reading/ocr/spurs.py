"""Lines whose place has a spur towards a neighbour: the rectangle round both is mostly blank, and would be thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.blanks import runs
from models.reading.ocr.spot import Spot

_LONG = 4.0
"""Times as wide as high the middle of such a line is at least."""
_FULL = 0.5
"""Share of the place's width from which a row of pixels belongs to a line; a spur is narrower."""
_SURE = 0.8
"""Mean chance along such a line at least; what is merely likely was thrown away rightly."""
_COVERED = 0.5
"""Share of a line's middle within places already found from which it is no lost one."""


def lines_with_spurs(chances: NDArray[np.float32], found: Sequence[Spot], least: float, larger: float) -> list[Spot]:
    """Level lines where `chances` are high but `found` has nothing, in pixels of `chances`.

    `least` and `larger` are the threshold and the unclip ratio with which `found` were found.
    """
    covered = np.zeros(chances.shape, np.bool_)
    for spot in found:
        covered[max(0, int(spot.y0)) : int(spot.y1), max(0, int(spot.x0)) : int(spot.x1)] = True
    middles = [
        (left, top, right, bottom)
        for left, top, right, bottom in _middles(chances > least)
        if chances[top:bottom, left:right].mean() >= _SURE and covered[top:bottom, left:right].mean() < _COVERED
    ]
    return [_enlarged(middle, larger) for middle in middles]


def _middles(seen: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, right and bottom of the long parts of what hangs together."""
    count, parts, places, _ = cv2.connectedComponentsWithStats(seen.astype(np.uint8))
    for number in range(1, count):
        left, top, width, height, _ = (int(side) for side in places[number])
        part = parts[top : top + height, left : left + width] == number
        for start, end in runs(part.mean(axis=1) >= _FULL):
            if width >= _LONG * (end - start):
                columns = np.flatnonzero(part[start:end].any(axis=0))
                yield left + int(columns[0]), top + start, left + int(columns[-1]) + 1, top + end


def _enlarged(middle: tuple[int, int, int, int], larger: float) -> Spot:
    left, top, right, bottom = middle
    width, height = right - left, bottom - top
    margin = larger * width * height / (2 * (width + height))
    return Spot(left - margin, top - margin, right + margin, bottom + margin)
