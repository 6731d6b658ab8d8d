"""By how many degrees the lines of a page slope."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

LIMIT = 5.0
"""Degrees either way; what slopes more is no scan that slipped."""

_SIDE = 1200
"""Pixels of the copy's longer side."""
_NEVER_MIND = 0.08
"""Degrees: over the width of a column that is less than a stroke."""
_CLEARER = 1.02
"""Times as clear as unturned the lines must come out, or it is left as it is."""


def skew(picture: NDArray[np.uint8]) -> float:
    """Degrees clockwise, within `LIMIT`, at which the lines of `picture` (height, width, 3) are sharpest."""
    ink = _ink(picture)
    coarse = np.arange(-LIMIT, LIMIT + 0.01, 0.5)
    best = max(coarse, key=lambda angle: _sharpness(ink, float(angle)))
    fine = np.clip(best + np.arange(-0.5, 0.51, 0.05), -LIMIT, LIMIT)
    clearness = np.array([_sharpness(ink, float(angle)) for angle in fine])
    angle = float(fine[clearness.argmax()])
    if abs(angle) < _NEVER_MIND or clearness.max() <= _CLEARER * _sharpness(ink, 0.0):
        return 0.0
    return round(angle, 2)


def _ink(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    height, width = picture.shape[:2]
    factor = min(1.0, _SIDE / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    grey = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    edges = cv2.absdiff(grey, cv2.blur(grey, (15, 15)))
    return np.asarray(cv2.threshold(edges, 30, 1, cv2.THRESH_BINARY)[1], np.float32)


def _sharpness(ink: NDArray[np.float32], angle: float) -> float:
    """How much neighbouring rows, and columns, differ once `ink` is turned back by `angle`."""
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1.0)
    turned = cv2.warpAffine(ink, matrix, (width, height))
    # What the turn moves out of or into the picture would make edges of its own.
    middle = turned[height // 20 : height - height // 20, width // 20 : width - width // 20]
    rows, columns = middle.sum(axis=1), middle.sum(axis=0)
    return float((np.diff(rows) ** 2).sum() + (np.diff(columns) ** 2).sum())
