"""The picture is painted without seams, and of the best there is."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.sheet_picture import paint_picture, wanted_level

Shades = NDArray[np.uint8]
GRID = Grid(10_000, 14_000)
GROUND, SIGHT, COARSE, SHARP = (QColor(shade, shade, shade) for shade in (0, 80, 160, 240))


def filled(width: int, height: int, colour: QColor) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


class Given:
    """Tiles of one colour, but for those that are missing."""

    def __init__(
        self, sight: QImage | None, missing: frozenset[Tile] = frozenset(), coarse: frozenset[int] = frozenset()
    ) -> None:
        self.sight = sight
        self._missing = missing
        self._coarse = coarse

    def tile(self, tile: Tile) -> QImage | None:
        box, level = GRID.box(tile), 2**tile.level
        width = min(512, round(GRID.width / level) - box.left)
        height = min(512, round(GRID.height / level) - box.top)
        if tile.level in self._coarse:
            return filled(width, height, COARSE)
        return None if tile in self._missing or tile.level else filled(width, height, SHARP)


def painted(images: Given, ratio: float, zoom: float, shift: QPointF, updates: tuple[QRect, ...] = ()) -> Shades:
    """What a device of 900 pixels a side shows, as grey, after parts of it were painted again."""
    device = filled(900, 900, GROUND)
    device.setDevicePixelRatio(ratio)
    whole = QRect(0, 0, round(900 / ratio) + 1, round(900 / ratio) + 1)
    for update in (whole, *updates):
        with QPainter(device) as painter:
            painter.setClipRect(update)
            painter.fillRect(update, GROUND)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(shift)
            sheet = QRectF(16, 16, GRID.width * zoom, GRID.height * zoom)
            paint_picture(painter, sheet, QRectF(update).translated(-shift), images, GRID)
    return shades(device)


def shades(device: QImage) -> Shades:
    grey = device.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("zoom", [0.51, 0.75, 1.0, 1.15, 1.3225, 4.0])
def test_tiles_meet_without_a_seam(ratio: float, zoom: float) -> None:
    for step in range(7):
        shift = QPointF(-301 * step - 400, -502 * step - 300)
        updates = tuple(QRect(step, 3 * step, 101 + k, 97 + k) for k in range(4))
        assert set(np.unique(painted(Given(None), ratio, zoom, shift, updates)).tolist()) == {SHARP.red()}


@pytest.mark.parametrize("scale", ["1.25", "1.5", "1.75"])
def test_a_window_on_a_scaled_screen_shows_no_seam(scale: str) -> None:
    """A process of its own, since the scale is settled once."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "tests.desktop.page_canvas.scaled_window"]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=60)
    assert told.stdout.split() == ["0"]


def test_what_is_missing_comes_from_coarser_tiles_then_from_the_first_sight() -> None:
    sight = filled(300, 400, SIGHT)
    hole = Tile(0, 1, 1)
    shift = QPointF(-316, -316)
    coarse = painted(Given(sight, frozenset({hole}), frozenset({1})), 1.0, 1.0, shift)
    assert (coarse[300, 300], coarse[300, 800]) == (COARSE.red(), SHARP.red())
    poor = painted(Given(sight, frozenset({hole})), 1.0, 1.0, shift)
    assert (poor[300, 300], poor[300, 800]) == (SIGHT.red(), SHARP.red())
    none = painted(Given(None, frozenset({hole})), 1.0, 1.0, shift)
    assert none[300, 300] == 255


def test_no_tiles_are_wanted_where_the_first_sight_is_sharp() -> None:
    grid, sight = Grid(3000, 4000), Given(filled(750, 1000, SIGHT))
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.0, sight, grid) is None
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.5, sight, grid) == 1
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.0, Given(None), grid) == 2
    whole = Given(filled(3000, 4000, SIGHT))
    assert wanted_level(QRectF(0, 0, 9000, 12000), 1.0, whole, grid) is None
