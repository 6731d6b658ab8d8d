"""A place where a line of text was found, on the page as it is read: upright and level."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

_TALL = 1.5
"""Times as high as wide a line of characters one below the other is at least."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle in pixels, which may slope a little about its centre where paper is not flat."""

    x0: float
    y0: float
    x1: float
    y1: float
    slope: float = 0.0
    """Degrees clockwise."""

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def thickness(self) -> float:
        return min(self.width, self.height)

    @property
    def tall(self) -> bool:
        return self.height > _TALL * self.width

    def scaled(self, across: float, down: float) -> Spot:
        return Spot(self.x0 * across, self.y0 * down, self.x1 * across, self.y1 * down, self.slope)

    def between(self, x0: float, x1: float) -> Spot:
        """The part of a level line from `x0` to `x1`; a sloping one is followed."""
        drop = math.tan(math.radians(self.slope)) * ((x0 + x1) / 2 - (self.x0 + self.x1) / 2)
        return replace(self, x0=x0, x1=x1, y0=self.y0 + drop, y1=self.y1 + drop)

    def shared(self, other: Spot) -> float:
        """The area both cover, in square pixels."""
        wide, high = min(self.x1, other.x1) - max(self.x0, other.x0), min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, wide) * max(0.0, high)

    @property
    def area(self) -> float:
        return self.width * self.height


def spot(corners: NDArray[np.float32]) -> Spot:
    """From four corners in turn, beginning top left."""
    across = (corners[1] - corners[0] + corners[2] - corners[3]) / 2
    down = (corners[3] - corners[0] + corners[2] - corners[1]) / 2
    width, height = float(np.hypot(*across)), float(np.hypot(*down))
    x, y = (float(part) for part in corners.mean(axis=0))
    long = across if width >= height else np.array([down[1], -down[0]])
    slope = math.degrees(math.atan2(float(long[1]), float(long[0])))
    return Spot(x - width / 2, y - height / 2, x + width / 2, y + height / 2, slope)


def median_thickness(spots: Sequence[Spot]) -> float:
    """That of ordinary lines, in pixels; 0 where there are none."""
    return float(np.median([spot.thickness for spot in spots])) if spots else 0.0
