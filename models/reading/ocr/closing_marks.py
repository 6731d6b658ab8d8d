"""Closing quotation marks after a full stop: the finder ends the line before the blank between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.blanks import runs
from models.reading.ocr.spot import Spot

_FAR = 0.6
"""Where a mark begins at most; like all lengths here from the line's end, in its heights, with the margin it is found with."""
_WIDE = (0.2, 0.55)
_HIGH = (0.15, 0.45)
"""Sides of a mark: less is dirt, more a character."""
_BLANK = 0.25
"""Blank after a mark at least."""
_APART = 0.15
"""Blank between the two strokes of a mark at most."""
_ROWS = (-0.05, 0.9)
"""Rows of the line that hold nothing but the mark."""
_LOW = 0.55
"""Where a mark ends at most."""
_MARGIN = 0.15
"""Room that the network likes to see after it."""


def with_closing_marks(spots: Sequence[Spot], ink: NDArray[np.bool_]) -> list[Spot]:
    """`spots` and `ink` in pixels of one copy of the page."""
    taken = np.zeros(ink.shape, np.bool_)
    for spot in spots:
        # A line's margin reaches into its neighbours': only its middle is surely its own.
        inner = 0.2 * spot.thickness
        taken[max(0, int(spot.y0 + inner)) : int(spot.y1 - inner), max(0, int(spot.x0)) : int(spot.x1)] = True
    return [spot if spot.tall else replace(spot, x1=_end(spot, ink, taken)) for spot in spots]


def _end(spot: Spot, ink: NDArray[np.bool_], taken: NDArray[np.bool_]) -> float:
    """Where `spot` ends with its mark; where it does now, without one."""
    high, left = spot.height, int(np.ceil(spot.x1))
    top, bottom, low = (max(0, int(spot.y0 + share * high)) for share in (*_ROWS, _LOW))
    right = int(left + (_FAR + _WIDE[1] + _BLANK) * high)
    strokes = runs(np.asarray(ink[top:low, left:right].any(axis=0)))
    if not strokes:
        return spot.x1
    start, end = strokes[0]
    for following, last in strokes[1:]:
        end = last if following - end <= _APART * high else end
    rows, beside = slice(top, bottom), slice(left + start, int(left + end + _BLANK * high))
    if start > _FAR * high or ink[rows, left + end : beside.stop].any() or taken[top:low, beside].any():
        return spot.x1
    return left + end + _MARGIN * high if _is_mark(ink[rows, beside], end - start, low - top, high) else spot.x1


def _is_mark(seen: NDArray[np.bool_], wide: int, low: int, high: float) -> bool:
    """Whether what is `seen` beside a line `high` has a mark's sides and stands free above row `low`."""
    rows = np.flatnonzero(seen.any(axis=1))
    first, last = int(rows[0]), int(rows[-1])
    fits = _WIDE[0] * high <= wide <= _WIDE[1] * high and _HIGH[0] * high <= last + 1 - first <= _HIGH[1] * high
    return fits and first > 0 and last < low - 1
