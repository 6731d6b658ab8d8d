"""Finds lines of text on a reduced copy of a page."""

from __future__ import annotations

import logging
import math

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidocr.ch_ppocr_det.utils import DBPostProcess

from models.reading.ocr.networks import FINDER, opened, scaled
from models.reading.ocr.plane import Plane
from models.reading.ocr.spot import Spot, median_thickness, spot
from models.reading.ocr.spurs import lines_with_spurs

_AREA = 2800 * 2000
"""Pixels of the copy: lines of a full page are 14 to 20 pixels high on it."""
_LONGEST = 16 * 1024
"""Pixels of a copy's side, however narrow it is."""
_ENLARGED = 1.2
"""Times a small picture is enlarged at most."""
_THIN = 13.0
"""Pixels: where ordinary lines are thinner than this on the copy, a larger one is searched again."""
_LARGER = 1.6
"""Times the sides of that one at most: time and memory grow by its square."""

_LIKELY = 0.3
"""Chance from which a pixel belongs to a line."""
_UNCLIPPED = 1.6
"""What the network marks is the middle of a line: on each side its area by its girth, times this, is missing."""

_TILE = 1536
"""Pixels of a side that the network is given at once: room for a whole copy would be more than a gigabyte."""
_MARGIN = 128
"""Pixels round a tile's own part: what the network says next to an edge is not to be believed."""

logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)


class Finder:
    def __init__(self, threads: int) -> None:
        self._network = opened(FINDER, threads, keeps_room=False)
        # Ten times as many candidates as its writers thought enough: a broadsheet has 2,000 lines.
        self._outlines = DBPostProcess(
            thresh=_LIKELY,
            box_thresh=0.5,
            max_candidates=20_000,
            unclip_ratio=_UNCLIPPED,
            score_mode="fast",
            use_dilation=True,
        )

    def find(self, plane: Plane) -> tuple[list[Spot], NDArray[np.uint8]]:
        """Where lines stand in pixels of the copy that is returned, which shows the whole page."""
        copy = plane.copy(*_copy_size(plane.size, 1.0))
        spots = self._on(copy)
        thickness = median_thickness(spots)
        if 0 < thickness < _THIN and copy.shape[1] < plane.size[0]:
            copy = plane.copy(*_copy_size(plane.size, min(_LARGER, _THIN / thickness)))
            spots = self._on(copy)
        return spots, copy

    def _on(self, copy: NDArray[np.uint8]) -> list[Spot]:
        chances = self._chances(copy)
        corners, _ = self._outlines(chances[None, None], copy.shape[:2])
        spots = [spot(four) for four in corners]
        return spots + lines_with_spurs(chances, spots, _LIKELY, _UNCLIPPED)

    def _chances(self, copy: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(height, width): that each pixel belongs to a line."""
        height, width = copy.shape[:2]
        result = np.empty((height, width), np.float32)
        for top, bottom in _parts(height):
            for left, right in _parts(width):
                y0, y1 = max(0, top - _MARGIN), min(height, bottom + _MARGIN)
                x0, x1 = max(0, left - _MARGIN), min(width, right + _MARGIN)
                (chance,) = self._network.run(None, {"x": scaled(copy[y0:y1, x0:x1])[None]})
                result[top:bottom, left:right] = chance[0, 0, top - y0 : bottom - y0, left - x0 : right - x0]
        return result


def _copy_size(size: tuple[int, int], times: float) -> tuple[int, int]:
    """Width and height, divisible by 32, of the copy of a page of `size`; `times` as large as usual."""
    factor = times * min(_ENLARGED, math.sqrt(_AREA / (size[0] * size[1])), _LONGEST / max(size) / times)
    width, height = (max(32, round(side * factor / 32) * 32) for side in size)
    return width, height


def _parts(length: int) -> list[tuple[int, int]]:
    """`length`, divisible by 32, in equal parts of at most `_TILE`, each divisible by 32 but for the last."""
    count = math.ceil(length / _TILE)
    step = math.ceil(length / count / 32) * 32
    return [(start, min(length, start + step)) for start in range(0, length, step)]


def ink(copy: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where `copy` changes sharply between light and dark, whichever of them is print."""
    grey = cv2.GaussianBlur(cv2.cvtColor(copy, cv2.COLOR_RGB2GRAY), (3, 3), 0)
    change = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    bound, _ = cv2.threshold(change, 0, 255, cv2.THRESH_OTSU)
    return np.asarray(change > min(max(bound, 30.0), 80.0))
