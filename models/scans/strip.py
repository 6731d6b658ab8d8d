"""A strip of a page: any part of it, quickly, as for the picture over the line being corrected."""

from __future__ import annotations

from models.domain.geometry import Rect
from models.scans.cut import Box
from models.scans.parts import Parts
from models.scans.picture import Picture


def strip(parts: Parts, width: float, height: float, rect: Rect, longest_side: int) -> Picture:
    """The part `rect` of the upright page, from the smallest level at which its longer side has `longest_side` pixels.

    `width` and `height` are the upright page's at level 0, in pixels.  Raises DamagedFile.
    """
    level, longest = 0, max(rect.width * width, rect.height * height)
    while longest >= 2 * longest_side:
        level, longest = level + 1, longest / 2
    scale = 2.0**-level
    left, top = int(rect.x0 * width * scale), int(rect.y0 * height * scale)
    box = Box(left, top, round(rect.x1 * width * scale) - left, round(rect.y1 * height * scale) - top)
    return parts.part(level, box)
