"""Where the sheet lies in its scan: what the scanner saw beside it is cut off before reading."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_SIDE = 500
"""Pixels of the copy's longer side."""
_MOST = 0.4
"""Share of the picture that may be cut from a side."""
_LEAST = 0.5
"""Paper is at least so bright as this part of the brightest there is."""


def sheet_bounds(picture: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in pixels of `picture` (height, width, 3) without its dark edges."""
    height, width = picture.shape[:2]
    factor = min(1.0, _SIDE / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    grey = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    bright = float(np.percentile(grey, 90))
    left, right = _ends(np.median(grey, axis=0) < _LEAST * bright)
    top, bottom = _ends(np.median(grey, axis=1) < _LEAST * bright)
    return (
        int(left * width / size[0]),
        int(top * height / size[1]),
        int(np.ceil(right * width / size[0])),
        int(np.ceil(bottom * height / size[1])),
    )


def _ends(dark: NDArray[np.bool_]) -> tuple[int, int]:
    """First and past-the-last place after the runs of dark ones at either end; runs that reach too far in are no edge."""
    light = np.flatnonzero(~dark)
    if not light.size:
        return 0, len(dark)
    first, last = int(light[0]), int(light[-1]) + 1
    most = int(_MOST * len(dark))
    return (first if first <= most else 0), (last if len(dark) - last <= most else len(dark))
