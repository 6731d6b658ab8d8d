"""What a scanner sees beside the paper, taken out of a page picture."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect

_LONGEST = 250
"""Pixels of the longer side of the copy on which it is looked for."""
_UNLIKE = 80
"""Grey levels by which it differs from the paper at least: the shadow of a gutter is lighter."""
_ALIKE = 45
"""Grey levels within which it keeps to one colour."""
_ALONG = 0.5
"""Share of a side of the picture along which it lies; photographs that reach the edge are shorter."""


def paper_only(image: NDArray[np.uint8], text: Sequence[Rect]) -> NDArray[np.uint8]:
    """`image`, (height, width, 3), with the paper's colour wherever a dark or coloured rest lies along one of its sides.

    Where one of `text` has its middle is paper.
    """
    height, width = image.shape[:2]
    factor = min(1.0, _LONGEST / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.int16)
    paper = np.median(small.reshape(-1, 3), axis=0)
    # Each side in turn is made the top.
    outside = np.zeros(small.shape[:2], np.uint8)
    for turn in range(4):
        found = np.rot90(_along_the_top(np.rot90(small, turn), paper), -turn)
        if not any(found[_pixel(rect, found.shape)] for rect in text):
            outside |= np.ascontiguousarray(found)
    if not outside.any():
        return image
    # The edge of the paper is blurred, and throws a shadow.
    outside = np.asarray(cv2.dilate(outside, np.ones((5, 5), np.uint8)), np.uint8)
    result = image.copy()
    result[cv2.resize(outside, (width, height), interpolation=cv2.INTER_NEAREST) > 0] = paper.astype(np.uint8)
    return result


def _pixel(rect: Rect, shape: tuple[int, ...]) -> tuple[int, int]:
    """The middle of `rect`: row and column."""
    (x, y), (height, width) = rect.centre, shape
    return min(height - 1, max(0, int(y * height))), min(width - 1, max(0, int(x * width)))


def _along_the_top(small: NDArray[np.int16], paper: NDArray[np.float64]) -> NDArray[np.uint8]:
    """1 for each pixel of one colour with the top of the picture, where that is no paper."""
    nothing = np.zeros(small.shape[:2], np.uint8)
    colour = np.median(small[0], axis=0)
    if np.abs(colour - paper).max() < _UNLIKE:
        return nothing
    alike = (np.abs(small - colour).max(axis=2) < _ALIKE).astype(np.uint8)
    _, labels = cv2.connectedComponents(np.ascontiguousarray(alike), connectivity=4)
    counts = np.bincount(labels[0], minlength=1)
    counts[0] = 0
    label = int(counts.argmax())
    return (labels == label).astype(np.uint8) if counts[label] >= _ALONG * small.shape[1] else nothing
