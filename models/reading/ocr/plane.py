"""A page picture looked at upright and level: reduced copies of it and cuts from it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.view import View
from models.reading.ocr.spot import Spot


@dataclass(frozen=True)
class Plane:
    """`picture` is (height, width, 3) RGB as it lies in the file; everything else here is in pixels of the level page."""

    picture: NDArray[np.uint8]
    view: View

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the page turned upright."""
        height, width = self.picture.shape[:2]
        return (height, width) if self.view.turn in (90, 270) else (width, height)

    def copy(self, width: int, height: int) -> NDArray[np.uint8]:
        """The whole page level, in `width` × `height` pixels."""
        flat = (height, width) if self.view.turn in (90, 270) else (width, height)
        way = cv2.INTER_AREA if flat[0] < self.picture.shape[1] else cv2.INTER_CUBIC
        small = np.rot90(cv2.resize(self.picture, flat, interpolation=way), -self.view.turn // 90)
        if not self.view.skew:
            return np.ascontiguousarray(small)
        matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), self.view.skew, 1.0)
        level = cv2.warpAffine(np.ascontiguousarray(small), matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(level, np.uint8)

    def cut(self, spot: Spot, times: float = 1.0) -> NDArray[np.uint8]:
        """What stands at `spot`, level, `times` as large as it is in the picture."""
        width, height = max(1, round(spot.width * times)), max(1, round(spot.height * times))
        matrix = self._to_picture(spot) @ np.diag([spot.width / width, spot.height / height, 1.0])
        corners = np.array([[0, 0, 1], [width, 0, 1], [0, height, 1], [width, height, 1]]) @ matrix.T
        # OpenCV refuses to cut from pictures with more than 32,767 pixels a side: it is given the part that it needs.
        left, top = (max(0, int(part) - 3) for part in corners.min(axis=0))
        right, bottom = (int(part) + 4 for part in corners.max(axis=0))
        part = self.picture[top : max(bottom, top + 1), left : max(right, left + 1)]
        if not part.size:
            return np.full((height, width, 3), 255, np.uint8)
        matrix[:, 2] -= (left, top)
        # Pixels are little squares, OpenCV counts from their middles.
        matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        cut = cv2.warpAffine(part, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(cut, np.uint8)

    def _to_picture(self, spot: Spot) -> NDArray[np.float64]:
        """2 × 3: from pixels of the cut to pixels of the picture."""
        width, height = self.size
        cosine, sine = (f(math.radians(spot.slope)) for f in (math.cos, math.sin))
        x, y = (spot.x0 + spot.x1) / 2, (spot.y0 + spot.y1) / 2
        level = _about(cosine, sine, (spot.width / 2, spot.height / 2), (x, y))
        cosine, sine = (f(math.radians(self.view.skew)) for f in (math.cos, math.sin))
        slant = _about(cosine, sine, (width / 2, height / 2), (width / 2, height / 2))
        turn = {
            0: [[1.0, 0, 0], [0, 1, 0]],
            90: [[0.0, 1, 0], [-1, 0, width]],
            180: [[-1.0, 0, width], [0, -1, height]],
            270: [[0.0, -1, height], [1, 0, 0]],
        }[self.view.turn]
        return np.asarray(np.array([*turn, [0.0, 0, 1]]) @ slant @ level)[:2]


def _about(cosine: float, sine: float, start: tuple[float, float], end: tuple[float, float]) -> NDArray[np.float64]:
    """Turns clockwise about `start` and moves that to `end`."""
    turn = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])
    turn[:2, 2] = np.array(end) - turn[:2, :2] @ np.array(start)
    return turn
