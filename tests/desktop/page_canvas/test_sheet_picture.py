"""The picture is painted without seams, and of the best there is."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.sheet_picture import paint_picture, wanted_level

Shades = NDArray[np.uint8]
GRID = Grid(3000, 4000)
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
        shift = QPointF(-400 * zoom - step, -300 * zoom - 3 * step)
        updates = tuple(QRect(step, 3 * step, 101 + k, 97 + k) for k in range(4))
        assert set(np.unique(painted(Given(None), ratio, zoom, shift, updates)).tolist()) == {SHARP.red()}


class Pane(QWidget):
    """Shows the page with no room around it."""

    zoom = 1.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = QRectF(0, 0, GRID.width * self.zoom, GRID.height * self.zoom)
            paint_picture(painter, sheet, QRectF(event.rect()), Given(None), GRID)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
@pytest.mark.parametrize("corner", [(211, 153), (212, 154), (1, 3)])
def test_a_pane_that_begins_within_a_pixel_has_no_seam(qtbot: QtBot, ratio: float, corner: tuple[int, int]) -> None:
    pane = Pane()
    qtbot.addWidget(pane)
    for zoom in (0.6, 1.0, 1.15):
        pane.zoom = zoom
        pane.resize(1100, 1100)
        device = filled(1800, 1800, GROUND)
        device.setDevicePixelRatio(ratio)
        pane.render(device, QPoint(*corner), renderFlags=QWidget.RenderFlag(0))
        inside = shades(device)[math.ceil(corner[1] * ratio) : 1200, math.ceil(corner[0] * ratio) : 1200]
        assert set(np.unique(inside).tolist()) == {SHARP.red()}


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
    sight = Given(filled(750, 1000, SIGHT))
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.0, sight, GRID) is None
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.5, sight, GRID) == 1
    assert wanted_level(QRectF(0, 0, 750, 1000), 1.0, Given(None), GRID) == 2
    whole = Given(filled(3000, 4000, SIGHT))
    assert wanted_level(QRectF(0, 0, 9000, 12000), 1.0, whole, GRID) is None
