"""The print itself within the place where it was found: the finder leaves a margin that grows with the type."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.spot import Spot

_STROKES = 0.04
"""Share of a line's ink in a row of pixels, against the fullest, from which it belongs to the characters."""
_LEAST = 0.4
"""Of the place's sides that must be left; what leaves less is a dash, or no print that can be told."""
_BLUR = 1.0
"""Pixels by which `ink` is wider than the print on each side."""


def tight(spot: Spot, ink: NDArray[np.bool_]) -> Spot:
    """`spot`, in pixels of `ink`, without its blank margins; a sloping one keeps its own."""
    x0, y0 = max(0, int(spot.x0)), max(0, int(spot.y0))
    part = ink[y0 : int(np.ceil(spot.y1)), x0 : int(np.ceil(spot.x1))]
    if not part.any() or abs(spot.slope) * spot.width > 30 * spot.height:
        return spot
    left, right = _ends(part.sum(axis=0))
    top, bottom = _ends(part.sum(axis=1))
    if right - left < _LEAST * spot.width:
        left, right = 0, spot.x1 - x0
    if bottom - top < _LEAST * spot.height:
        top, bottom = 0, spot.y1 - y0
    return replace(spot, x0=x0 + left, y0=y0 + top, x1=x0 + right, y1=y0 + bottom)


def _ends(inked: NDArray[np.int64]) -> tuple[float, float]:
    """Where strokes begin and end, by the ink of each row or column of pixels."""
    full = np.flatnonzero(inked >= max(1.0, _STROKES * float(inked.max())))
    return float(full[0]) + _BLUR, max(float(full[0]) + _BLUR, float(full[-1]) + 1 - _BLUR)
