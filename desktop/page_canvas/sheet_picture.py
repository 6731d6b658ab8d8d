"""Paints the best there is of a page's picture: where the sharpest is missing, coarser tiles and the first sight."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.page_canvas.grid import Grid, Tile

PAPER = QColor("#ffffff")

COARSEST = 4
"""Levels up from the wanted one in which a missing tile is looked for."""


class Images(Protocol):
    @property
    def sight(self) -> QImage | None: ...

    def tile(self, tile: Tile) -> QImage | None: ...


def paint_picture(painter: QPainter, sheet: QRectF, clip: QRectF, images: Images, grid: Grid) -> None:
    """`sheet` is where the upright page lies; only what `clip` shows of it is painted, since scaling costs by the pixel."""
    # An update in logical pixels may end in the middle of a pixel of the screen, which is painted too.
    shown = sheet.intersected(clip.adjusted(-1, -1, 1, 1))
    if shown.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painting = _Painting(painter, sheet, shown, images, grid)
    level = wanted_level(sheet, painter.device().devicePixelRatioF(), images, grid)
    if level is None:
        painting.sight(QRectF(0, 0, 1, 1))
    else:
        painting.level(level)
    painter.restore()


def wanted_level(sheet: QRectF, ratio: float, images: Images, grid: Grid) -> int | None:
    """The level whose tiles are sharp at this size; None where the first sight is already."""
    wide = sheet.width() * ratio
    if images.sight is not None and wide <= 1.02 * images.sight.width():
        return None
    level = grid.level_for(wide)
    is_sharper = images.sight is None or grid.level_width(level) > 1.02 * images.sight.width()
    return level if is_sharper else None


class _Painting:
    """One painting of a page; rectangles are in parts of the upright page unless they are called otherwise."""

    def __init__(self, painter: QPainter, sheet: QRectF, shown: QRectF, images: Images, grid: Grid) -> None:
        self._painter = painter
        self._sheet = sheet
        self._shown = shown
        self._images = images
        self._grid = grid
        # Not only the pixel ratio: a widget may begin in the middle of a pixel of the screen.
        screen = painter.deviceTransform()
        self._ratio = screen.m11()
        self._shift = QPointF(screen.dx(), screen.dy())

    def level(self, level: int) -> None:
        found: list[tuple[Tile, QImage]] = []
        for tile in self._grid.tiles(level, parts_of(self._shown, self._sheet)):
            image = self._images.tile(tile)
            if image is not None:
                found.append((tile, image))
            else:
                self._stand_in(tile)
        for tile, image in found:
            self._draw(image, self._grid.place(tile), self._grid.place(tile))

    def _stand_in(self, tile: Tile) -> None:
        """What there is in the place of a tile that has not come: coarser, or sharper from before the zoom changed."""
        place = self._grid.place(tile)
        coarser = next((found for up in range(1, COARSEST + 1) if (found := self._coarser(tile, up))), None)
        if coarser is not None:
            self._draw(coarser[1], self._grid.place(coarser[0]), place)
        else:
            self.sight(place)
        for row in (2 * tile.row, 2 * tile.row + 1):
            for column in (2 * tile.column, 2 * tile.column + 1):
                finer = Tile(tile.level - 1, column, row)
                image = self._images.tile(finer)
                if image is not None:
                    self._draw(image, self._grid.place(finer), self._grid.place(finer))

    def _coarser(self, tile: Tile, up: int) -> tuple[Tile, QImage] | None:
        above = Tile(tile.level + up, tile.column >> up, tile.row >> up)
        sight = self._images.sight
        if sight is not None and self._grid.level_width(above.level) <= sight.width():
            return None
        image = self._images.tile(above)
        return None if image is None else (above, image)

    def sight(self, part: QRectF) -> None:
        sight = self._images.sight
        if sight is not None:
            self._draw(sight, QRectF(0, 0, 1, 1), part)
        else:
            self._painter.fillRect(self._snapped(part), PAPER)

    def _draw(self, image: QImage, covers: QRectF, part: QRectF) -> None:
        """The `part` of an image that covers a place of the page."""
        target = self._snapped(part)
        if target.isEmpty():
            return
        seen = parts_of(target, self._sheet)
        across, down = image.width() / covers.width(), image.height() / covers.height()
        corner = QPointF((seen.left() - covers.left()) * across, (seen.top() - covers.top()) * down)
        source = QRectF(corner.x(), corner.y(), seen.width() * across, seen.height() * down)
        self._painter.drawImage(target, image, source.intersected(QRectF(image.rect())))

    def _snapped(self, part: QRectF) -> QRectF:
        """Where the shown of a part lies in content coordinates: in whole pixels of the screen, so that no seams show."""
        sheet = self._sheet
        left, top = sheet.left() + part.left() * sheet.width(), sheet.top() + part.top() * sheet.height()
        place = QRectF(left, top, part.width() * sheet.width(), part.height() * sheet.height())
        return self._whole(place).intersected(self._whole(self._shown))

    def _whole(self, rect: QRectF) -> QRectF:
        x0, x1 = (self._round(x, self._shift.x()) for x in (rect.left(), rect.right()))
        y0, y1 = (self._round(y, self._shift.y()) for y in (rect.top(), rect.bottom()))
        return QRectF(QPointF(x0, y0), QPointF(x1, y1))

    def _round(self, value: float, shift: float) -> float:
        # A little off the half, where the ends of two tiles that meet would be rounded apart.
        return (math.floor(value * self._ratio + shift + 0.501) - shift) / self._ratio


def parts_of(rect: QRectF, sheet: QRectF) -> QRectF:
    """A rectangle in content coordinates in parts of the sheet."""
    left, top = (rect.left() - sheet.left()) / sheet.width(), (rect.top() - sheet.top()) / sheet.height()
    return QRectF(left, top, rect.width() / sheet.width(), rect.height() / sheet.height())
