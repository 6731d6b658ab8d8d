"""Rectangles on a page, in parts of its width and height, origin top left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle; all four numbers lie in 0..1 of the page's width (x) and height (y)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def united(self, other: Rect) -> Rect:
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


def union(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all of `rects`; None when there are none."""
    result: Rect | None = None
    for rect in rects:
        result = rect if result is None else result.united(rect)
    return result


WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
