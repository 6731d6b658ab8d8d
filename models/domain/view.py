"""How a page lies in its file: turned by quarters, and askew by a few degrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from models.domain.geometry import Rect


@dataclass(frozen=True, slots=True)
class View:
    """A reversible way of looking: outlines stay in the file's own coordinates, whoever needs them straight asks here."""

    turn: int = 0
    """Quarters, in degrees clockwise, by which the page must be turned to stand upright: 0, 90, 180 or 270."""
    skew: float = 0.0
    """Degrees clockwise by which its lines still slope once it stands upright; within 10 either way."""

    def upright(self, rect: Rect) -> Rect:
        """Where `rect` stands on the page turned upright, in parts of the turned page."""
        if self.turn == 90:
            return Rect(1 - rect.y1, rect.x0, 1 - rect.y0, rect.x1)
        if self.turn == 180:
            return Rect(1 - rect.x1, 1 - rect.y1, 1 - rect.x0, 1 - rect.y0)
        if self.turn == 270:
            return Rect(rect.y0, 1 - rect.x1, rect.y1, 1 - rect.x0)
        return rect

    def in_file(self, rect: Rect) -> Rect:
        """The other way round: `upright(in_file(rect)) == rect`."""
        return View((360 - self.turn) % 360).upright(rect)

    def upright_size(self, width: float, height: float) -> tuple[float, float]:
        """The turned page's width and height, from those of the page as it lies in the file."""
        return (height, width) if self.turn in (90, 270) else (width, height)

    def straight(self, rect: Rect, width: float, height: float) -> Rect:
        """The level rectangle whose slanted image `rect` encloses; `width` and `height` are the page's in the file."""
        turned = self.upright(rect)
        if not self.skew:
            return turned
        wide, high = self.upright_size(width, height)
        sine, cosine = math.sin(math.radians(self.skew)), math.cos(math.radians(self.skew))
        across, down = turned.width * wide, turned.height * high
        slant, upright = abs(sine), cosine * cosine - sine * sine
        box_width = max(0.0, (across * cosine - down * slant) / upright)
        box_height = max(0.0, (down * cosine - across * slant) / upright)
        centre_x, centre_y = (turned.centre[0] - 0.5) * wide, (turned.centre[1] - 0.5) * high
        x, y = centre_x * cosine + centre_y * sine, centre_y * cosine - centre_x * sine
        left, top = 0.5 + (x - box_width / 2) / wide, 0.5 + (y - box_height / 2) / high
        return Rect(left, top, left + box_width / wide, top + box_height / high)

    def slanted(self, rect: Rect, width: float, height: float) -> Rect:
        """The rectangle in the file round the slanted image of a level one: `straight(slanted(rect)) == rect`."""
        if not self.skew:
            return self.in_file(rect)
        wide, high = self.upright_size(width, height)
        sine, cosine = math.sin(math.radians(self.skew)), math.cos(math.radians(self.skew))
        x, y = (rect.centre[0] - 0.5) * wide, (rect.centre[1] - 0.5) * high
        across, down = rect.width * wide, rect.height * high
        box_width, box_height = across * cosine + down * abs(sine), down * cosine + across * abs(sine)
        left = 0.5 + (x * cosine - y * sine - box_width / 2) / wide
        top = 0.5 + (x * sine + y * cosine - box_height / 2) / high
        return self.in_file(Rect(left, top, left + box_width / wide, top + box_height / high))


AS_IT_LIES = View()
