"""Tiles cover a page without gaps, and nothing that is not on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.tile_store import TileStore
from desktop.page_canvas.wanted import Wanted

WHOLE = QRectF(0, 0, 1, 1)


@pytest.mark.parametrize("level", [0, 1, 3, 6])
def test_tiles_cover_the_page_once(level: int) -> None:
    grid = Grid(10_000, 14_001)
    places = [grid.place(tile) for tile in grid.tiles(level, WHOLE)]
    assert sum(place.width() * place.height() for place in places) == pytest.approx(1.0)
    assert all(WHOLE.contains(place) or place.right() == pytest.approx(1.0) for place in places)


def test_the_tiles_of_a_view_come_from_its_middle_outwards() -> None:
    grid = Grid(10_240, 10_240)
    tiles = grid.tiles(0, QRectF(0.1, 0.1, 0.25, 0.25))
    assert tiles[0] in {Tile(0, 4, 4), Tile(0, 3, 3), Tile(0, 4, 3), Tile(0, 3, 4)}
    assert (min(tile.column for tile in tiles), max(tile.column for tile in tiles)) == (2, 6)
    assert len(tiles) == 25
    ring = list(grid.around(tiles))
    assert len(ring) == 24
    assert not set(ring) & set(tiles)


def test_a_tile_that_is_only_touched_is_none_of_the_view() -> None:
    grid = Grid(10_240, 10_240)
    assert grid.tiles(0, QRectF(0.05, 0.05, 0.05 + 1e-9, 0.05)) == [Tile(0, 1, 1)]


@pytest.mark.parametrize(("width", "level"), [(10_000, 0), (5_000, 1), (5_010, 0), (700, 3), (20_000, 0)])
def test_the_level_is_the_smallest_that_is_sharp(width: float, level: int) -> None:
    assert Grid(10_000, 14_000).level_for(width) == level


def test_a_drawn_page_has_levels_sharper_than_the_first() -> None:
    assert Grid(1_000, 1_400, finest=-3).level_for(7_900) == -3


def test_the_store_keeps_what_was_looked_at_last() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    store = TileStore(limit=3 * image.sizeInBytes())
    for number in range(3):
        store.put(number, image)
    assert store.get(0) is not None
    store.put(3, image)
    assert [number in store for number in range(4)] == [True, False, True, True]


def test_what_is_wanted_last_replaces_the_rest() -> None:
    wanted = Wanted()
    wanted.replace([Tile(0, 0, 0), Tile(0, 1, 0)])
    assert wanted.take() == Tile(0, 0, 0)
    wanted.replace([Tile(1, 0, 0)])
    assert (wanted.take(), wanted.take(), bool(wanted)) == (Tile(1, 0, 0), None, False)
