"""How a page is cut from its sheet and turned upright: whole pixels on the one, whole pixels on the other."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.geometry import WHOLE, Rect
from models.domain.view import View


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels, origin top left."""

    left: int
    top: int
    width: int
    height: int

    def within(self, width: int, height: int) -> Box:
        """What of it lies in a picture of that size; at least one pixel."""
        left, top = max(0, min(self.left, width - 1)), max(0, min(self.top, height - 1))
        right, bottom = min(width, self.left + self.width), min(height, self.top + self.height)
        return Box(left, top, max(1, right - left), max(1, bottom - top))


@dataclass(frozen=True, slots=True)
class Cut:
    """`region` is the page's part of the sheet; `turn` the quarters, in degrees clockwise, that set it upright."""

    region: Rect = WHOLE
    turn: int = 0

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The upright page's, from the sheet's."""
        page = self._page(width, height)
        wide, high = View(self.turn).upright_size(page.width, page.height)
        return round(wide), round(high)

    def on_sheet(self, box: Box, width: int, height: int) -> Box:
        """Where a box of the upright page lies on the sheet, whose size is given."""
        page = self._page(width, height)
        if self.turn == 90:
            lying = Box(box.top, page.height - box.left - box.width, box.height, box.width)
        elif self.turn == 180:
            lying = Box(page.width - box.left - box.width, page.height - box.top - box.height, box.width, box.height)
        elif self.turn == 270:
            lying = Box(page.width - box.top - box.height, box.left, box.height, box.width)
        else:
            lying = box
        return Box(lying.left + page.left, lying.top + page.top, lying.width, lying.height)

    def _page(self, width: int, height: int) -> Box:
        """The page on the sheet, as it lies."""
        left, top = round(self.region.x0 * width), round(self.region.y0 * height)
        return Box(left, top, round(self.region.x1 * width) - left, round(self.region.y1 * height) - top)


AS_IT_LIES = Cut()
