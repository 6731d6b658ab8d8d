"""Lines that were found as one across the gutter between two columns are cut there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.spot import Spot

_SHORT = 6.0
"""Times as long as high the lines are that can hold a gutter."""
_NARROW = 0.2
"""Parts of a line's height: the width of a gutter at least; gaps between characters are narrower."""
_EDGE = 1.0
"""Parts of a line's height from its ends within which nothing is cut off."""
_TALL = 5.0
"""Times a line's height that a gutter is free of ink at least: a blank in one line is none."""
_BESIDE = 4.0
"""Times a line's height beside the gutter where other lines must stand."""
_FULL = 0.5
"""Share of the gutter's height with ink on both sides; between lines there is none."""
_RULE = 0.4
"""Parts of a line's height: the width of a rule in a gutter at most."""


def cut_at_gutters(spots: Sequence[Spot], ink: NDArray[np.bool_]) -> list[Spot]:
    """`spots` and `ink` in pixels of one copy of the page."""
    above = np.zeros((ink.shape[0] + 1, ink.shape[1]), np.int32)
    np.cumsum(ink, axis=0, out=above[1:])
    return [part for spot in spots for part in _cut(spot, ink, above)]


def _cut(spot: Spot, ink: NDArray[np.bool_], above: NDArray[np.int32]) -> list[Spot]:
    """`above` counts the ink above each pixel."""
    if spot.tall or spot.width < _SHORT * spot.height:
        return [spot]
    ends = [spot.x0]
    for left, right in _blanks(spot, ink, above):
        ends += [float(left), float(right)]
    ends.append(spot.x1)
    return [spot.between(x0, x1) for x0, x1 in zip(ends[::2], ends[1::2], strict=True) if x1 - x0 > 0.3 * spot.height]


def _blanks(spot: Spot, ink: NDArray[np.bool_], above: NDArray[np.int32]) -> list[tuple[int, int]]:
    """Left and right of the gutters within `spot`."""
    left, right = max(0, int(spot.x0)), min(ink.shape[1], int(spot.x1))
    high, edge = spot.height, int(_EDGE * spot.height)
    found: list[tuple[int, int]] = []
    for up in (0.5, 0.0, 1.0):
        top = max(0, int(spot.y0 - up * _TALL * high))
        bottom = min(len(ink), int(spot.y1 + (1 - up) * _TALL * high))
        filled = (above[bottom, left:right] - above[top, left:right]) / max(1, bottom - top)
        for start, end in _runs(_without_rules(filled, high) <= 0.01):
            gutter = left + start, left + end
            if end - start < _NARROW * high or start < edge or right - left - end < edge:
                continue
            if _has_neighbours(gutter, (top, bottom), high, ink) and not any(a < gutter[1] and gutter[0] < b for a, b in found):
                found.append(gutter)
    return sorted(found)


def _without_rules(filled: NDArray[np.float64], high: float) -> NDArray[np.float64]:
    """Thin columns of pixels that are ink from top to bottom count as blank: a printed rule parts as well."""
    result = filled.copy()
    for start, end in _runs(filled > 0.9):
        if end - start <= max(4.0, _RULE * high):
            result[max(0, start - 1) : end + 1] = 0.0
    return result


def _has_neighbours(gutter: tuple[int, int], rows: tuple[int, int], high: float, ink: NDArray[np.bool_]) -> bool:
    """Whether lines stand on both sides of the gutter over most of its height."""
    beside = int(_BESIDE * high)
    left = ink[rows[0] : rows[1], max(0, gutter[0] - beside) : gutter[0]].any(axis=1)
    right = ink[rows[0] : rows[1], gutter[1] : gutter[1] + beside].any(axis=1)
    return bool((left & right).mean() >= _FULL)


def _runs(where: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and past-the-last place of each run of true ones."""
    changes = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))
