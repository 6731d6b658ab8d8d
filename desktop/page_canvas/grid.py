"""How an upright page is cut into tiles, level by level: pure numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from models.scans.cut import Box

SIDE = 512
"""Pixels of a tile's sides."""

ROUNDING = 1e-3
"""Of a tile's side: less than a pixel."""


@dataclass(frozen=True, slots=True)
class Tile:
    level: int
    """0 for the base, each higher one half as large."""
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    width: float
    height: float
    """Pixels of the upright page at level 0."""
    finest: int = 0
    """The level below which nothing gets sharper."""

    def level_for(self, width: float) -> int:
        """The smallest level that is sharp where the page is shown `width` pixels wide."""
        return max(self.finest, math.floor(math.log2(self.width / width) + ROUNDING))

    def level_width(self, level: int) -> float:
        return self.width * 2.0**-level

    def tiles(self, level: int, part: QRectF) -> list[Tile]:
        """Those that touch `part`, in parts of the page: what is nearest to its middle first."""
        step = SIDE * 2.0**level
        part = part.intersected(QRectF(0, 0, 1, 1))
        columns = _touched(part.left() * self.width, part.right() * self.width, step, self.width)
        rows = _touched(part.top() * self.height, part.bottom() * self.height, step, self.height)
        found = [Tile(level, column, row) for row in rows for column in columns]
        return sorted(found, key=lambda tile: self._distance(tile, part.center()))

    def around(self, tiles: list[Tile]) -> Iterator[Tile]:
        """The ring of tiles outside a rectangle of tiles."""
        if not tiles:
            return
        level, known = tiles[0].level, set(tiles)
        step = SIDE * 2.0**level
        columns, rows = [tile.column for tile in tiles], [tile.row for tile in tiles]
        for row in range(max(0, min(rows) - 1), min(max(rows) + 2, math.ceil(self.height / step))):
            for column in range(max(0, min(columns) - 1), min(max(columns) + 2, math.ceil(self.width / step))):
                tile = Tile(level, column, row)
                if tile not in known:
                    yield tile

    def place(self, tile: Tile) -> QRectF:
        """Where it lies, in parts of the page."""
        step = SIDE * 2.0**tile.level
        across, down = step / self.width, step / self.height
        return QRectF(tile.column * across, tile.row * down, across, down).intersected(QRectF(0, 0, 1, 1))

    def box(self, tile: Tile) -> Box:
        """Where it lies in the pixels of its level."""
        return Box(tile.column * SIDE, tile.row * SIDE, SIDE, SIDE)

    def _distance(self, tile: Tile, point: QPointF) -> float:
        off = self.place(tile).center() - point
        return math.hypot(off.x() * self.width, off.y() * self.height)


def _touched(start: float, end: float, step: float, size: float) -> range:
    """A tile that only rounding makes touch is none."""
    last = min(math.ceil(end / step - ROUNDING), math.ceil(size / step))
    return range(math.floor(start / step + ROUNDING), last)
