"""The face of a scan or PDF page: its picture, under the shapes of its articles."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

from desktop.page_canvas.badges import Badge, badge_font, badges_of
from desktop.page_canvas.face import Anchor
from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.look import Look
from desktop.page_canvas.photo_paint import PhotoPaint
from desktop.page_canvas.picture_paint import MARK, SheetPaint
from desktop.page_canvas.placement import Placement
from desktop.page_canvas.shapes import Shape, shapes_of
from desktop.page_canvas.sheet import EDGE, LARGEST, Sheet
from desktop.page_canvas.sheet_picture import Images, paint_picture, parts_of, wanted_level
from desktop.page_canvas.tiles import Subject, subject_of
from models.domain.geometry import Rect
from models.domain.joint import Joint
from models.domain.line import SourceKind
from models.domain.outline import encloses


class PictureFace:
    """Content coordinates are the page's own, scaled by the zoom, with room around it."""

    def __init__(self, font: QFont, images: Images) -> None:
        self.fits: bool | None = True
        self._font = QFont(font)
        self._images = images
        self._placement: Placement | None = None
        self._sheet: Sheet | None = None
        self._shapes: tuple[Shape, ...] = ()
        self._outlines: dict[int, Rect] = {}

    def show(self, placement: Placement) -> None:
        page, before = placement.page, self._sheet
        self._placement = placement
        self._sheet = Sheet(page)
        if before is not None:
            self._sheet.zoom = before.zoom
        self._shapes = shapes_of(placement)
        self._outlines = {line.number: line.outline for line in page.lines if line.outline is not None}

    @property
    def sheet(self) -> Sheet:
        assert self._sheet is not None
        return self._sheet

    def subject(self, ratio: float) -> Subject:
        """The page as it is looked at where a logical pixel has `ratio` pixels."""
        assert self._placement is not None
        return subject_of(self._placement.page, ratio)

    def grid(self, ratio: float) -> Grid:
        density, source = self.subject(ratio).density, self.sheet.source
        size = self.sheet.view.upright_size(source.width * density, source.height * density)
        return Grid(*size, finest=-math.ceil(math.log2(LARGEST)) if source.kind is SourceKind.PDF else 0)

    def tiles(self, seen: QRectF, ratio: float) -> list[Tile]:
        """What is worth fetching where `seen` is in view, the most wanted first."""
        tiles = self._tiles_in(seen, self.sheet.rect, ratio)
        return [*tiles, *self.grid(ratio).around(tiles)]

    def is_sharp(self, seen: QRectF, ratio: float) -> bool:
        """Whether nothing is missing in `seen`."""
        tiles = self._tiles_in(seen, self.sheet.rect, ratio)
        return self._images.sight is not None and all(self._images.tile(tile) is not None for tile in tiles)

    def _tiles_in(self, seen: QRectF, sheet: QRectF, ratio: float) -> list[Tile]:
        """Those of `seen` where the sheet lies at `sheet`; none where the first sight is sharp enough."""
        grid = self.grid(ratio)
        level = wanted_level(sheet, ratio, self._images, grid)
        return [] if level is None else grid.tiles(level, parts_of(seen, sheet))

    def tile_rect(self, tile: Tile, ratio: float) -> QRectF:
        place = self.grid(ratio).place(tile)
        size = QSizeF(place.width() * self.sheet.size.width(), place.height() * self.sheet.size.height())
        return QRectF(self.sheet.point_at(place.left(), place.top()), size)

    def size(self) -> QSizeF:
        return self.sheet.size + QSizeF(2 * EDGE, 2 * EDGE)

    def zoom(self) -> float:
        return self._sheet.zoom if self._sheet is not None else 1.0

    def set_zoom(self, zoom: float) -> None:
        self.sheet.zoom = zoom

    def fit(self, viewport: QSizeF, whole: bool) -> None:
        self.sheet.zoom = self.sheet.zoom_that_fits(viewport, whole)

    def fitting_side(self, viewport: QSizeF) -> float:
        """How long the longer side of the whole page is, in logical pixels, where it fits."""
        size = self.sheet.size * (self.sheet.zoom_that_fits(viewport, whole=True) / self.sheet.zoom)
        return max(size.width(), size.height())

    def set_viewport(self, viewport: QSizeF) -> None:
        """A picture does not wrap."""

    def paint(self, painter: QPainter, clip: QRectF, look: Look) -> None:
        assert self._placement is not None
        ratio = painter.device().devicePixelRatioF()
        paint_picture(painter, self.sheet.rect, clip, self._images, self.grid(ratio))
        paint = SheetPaint(painter, clip, look, self._font, self.to_content)
        paint.edge(self.sheet.rect)
        photos = PhotoPaint(painter, clip, self._font, self.to_content, self._placement, self._shapes)
        photos.photos(self._placement.page.photos, look.photo)
        paint.shapes(self._shapes)
        paint.lines(self._outlines, self._placement)
        if look.article is not None:
            paint.order([shape for shape in self._shapes if shape.place.article == look.article])
        for joint in self._placement.doubts.values():
            spot = self.joint_spot(joint)
            if spot is not None:
                paint.joint(spot, joint, self._mark)
        paint.badges(self.badges(look.article))

    def paint_magnified(self, painter: QPainter, circle: QRectF, at: QPointF, times: float) -> None:
        """The picture alone, `times` as large, with what is at `at` in the middle of `circle`."""
        sheet = self._magnified(circle.center(), at, times)
        paint_picture(painter, sheet, circle, self._images, self.grid(painter.device().devicePixelRatioF()))

    def tiles_magnified(self, circle: QRectF, at: QPointF, times: float, ratio: float) -> list[Tile]:
        return self._tiles_in(circle, self._magnified(circle.center(), at, times), ratio)

    def _magnified(self, middle: QPointF, at: QPointF, times: float) -> QRectF:
        """Where the sheet lies when what is at `at` comes to lie in the middle."""
        return QRectF(middle - (at - self.sheet.rect.topLeft()) * times, self.sheet.size * times)

    def to_content(self, rect: Rect) -> QRectF:
        return self.sheet.to_content(rect)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return self._shapes

    def badges(self, article: int | None) -> list[Badge]:
        """Those that are shown while `article` is selected."""
        return list(badges_of(self._shapes, article, badge_font(self._font), self.to_content))

    def to_page(self, point: QPointF) -> tuple[float, float]:
        """A point in parts of the page as it lies in its file."""
        return self.sheet.to_page(point)

    def order(self) -> Sequence[int]:
        """Reading order: the source's own may be that of painting."""
        assert self._placement is not None
        return self._placement.reading_order

    def line_at(self, point: QPointF) -> int | None:
        """The line under the point, or the nearest one of the shape under it."""
        x, y = self.sheet.to_page(point)
        for number, outline in self._outlines.items():
            if outline.x0 <= x <= outline.x1 and outline.y0 <= y <= outline.y1:
                return number
        for shape in self._shapes:
            if encloses(shape.outline, (x, y)):
                return min(shape.lines, key=lambda number: abs(self._outlines[number].centre[1] - y))
        return None

    def lines_within(self, rect: QRectF) -> tuple[int, ...]:
        return tuple(number for number, outline in self._outlines.items() if self.to_content(outline).intersects(rect))

    def line_rect(self, line: int) -> QRectF | None:
        outline = self._outlines.get(line)
        return None if outline is None else self.to_content(outline)

    def joint_at(self, point: QPointF) -> Joint | None:
        assert self._placement is not None
        for joint in self._placement.doubts.values():
            spot = self.joint_spot(joint)
            if spot is not None and (spot - point).manhattanLength() < self._mark:
                return joint
        return None

    def joint_spot(self, joint: Joint) -> QPointF | None:
        rect = self.line_rect(joint.claim.right)
        return None if rect is None else QPointF(rect.left() - 0.7 * self._mark, rect.center().y())

    @property
    def _mark(self) -> float:
        """Size of a joint's mark: smaller where the whole page is in view, so that it leaves the page to be seen."""
        return max(9.0, min(MARK, 0.012 * self.sheet.size.height()))

    def anchor(self, point: QPointF) -> Anchor:
        """Parts of the upright page's width and height."""
        return *self.sheet.parts_of(point), 0.0

    def point_of(self, anchor: Anchor) -> QPointF:
        return self.sheet.point_at(anchor[0], anchor[1])
