"""Where the sheet lies in its scan: what the scanner saw beside it is cut off before reading."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

_SIDE = 500
"""Pixels of the copy's longer side."""
_MOST = 0.4
"""Share of the picture that may be cut from a side."""
_LEAST = 0.5
"""Paper is at least so bright as this part of the brightest there is."""
_NEARLY_ALL = 90
"""Per cent of a row or column that are dark where it is cut off: a sheet that lies askew keeps its corners."""
_STEP = 0.25
"""Part of the brightest by which paper begins at once; the shadow of a fold goes over into it, and holds print."""


def sheet_bounds(picture: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in pixels of `picture` (height, width, 3) without its dark edges."""
    height, width = picture.shape[:2]
    factor = min(1.0, _SIDE / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    grey = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    bright = max(1.0, float(np.percentile(grey, 90)))
    left, right = _ends(np.percentile(grey, _NEARLY_ALL, axis=0) / bright)
    top, bottom = _ends(np.percentile(grey, _NEARLY_ALL, axis=1) / bright)
    across, down = width / size[0], height / size[1]
    return int(left * across), int(top * down), min(width, math.ceil(right * across)), min(height, math.ceil(bottom * down))


def _ends(light: NDArray[np.float64]) -> tuple[int, int]:
    """First and past-the-last place of the paper, by how light each row or column of the picture is."""
    return _beginning(light), len(light) - _beginning(light[::-1])


def _beginning(light: NDArray[np.float64]) -> int:
    paper = np.flatnonzero(light >= _LEAST)
    first = int(paper[0]) if paper.size else 0
    sudden = light[min(first + 2, len(light) - 1)] - light[max(0, first - 2)] >= _STEP
    return max(0, first - 1) if sudden and first <= _MOST * len(light) else 0
