"""The face of a scan or PDF page: its picture, under the shapes of its articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPixmap

from desktop.page_canvas.face import Anchor
from desktop.page_canvas.look import Look
from desktop.page_canvas.picture_paint import MARK, SheetPaint
from desktop.page_canvas.placement import Placement
from desktop.page_canvas.shapes import Shape, shapes_of
from models.domain.geometry import Rect
from models.domain.joint import Joint
from models.domain.line import SourceKind

EDGE = 16.0
"""Room around the page, in pixels."""
POINT = 96 / 72
"""Logical pixels a PDF point, at zoom 1."""
SMALLEST, LARGEST = 0.02, 8.0


class PictureFace:
    """Content coordinates are the page's own, scaled by the zoom, with room around it."""

    def __init__(self, font: QFont) -> None:
        self.fits: bool | None = True
        self._font = QFont(font)
        self._placement: Placement | None = None
        self._shapes: tuple[Shape, ...] = ()
        self._outlines: dict[int, Rect] = {}
        self._levels: tuple[QPixmap, ...] = ()
        self._zoom = 1.0

    def show(self, placement: Placement) -> None:
        if self._placement is not None and self._placement.page.id != placement.page.id:
            self._levels = ()
        self._placement = placement
        self._shapes = shapes_of(placement)
        self._outlines = {line.number: line.outline for line in placement.page.lines if line.outline is not None}

    def show_picture(self, levels: tuple[QPixmap, ...]) -> None:
        """The page's picture, largest first, each half the one before."""
        self._levels = levels

    @property
    def sharpness(self) -> int:
        """Longest side of the largest picture there is, in pixels; 0 without one."""
        return max(self._levels[0].width(), self._levels[0].height()) if self._levels else 0

    @property
    def sheet(self) -> QSizeF:
        """The page's size in content coordinates."""
        assert self._placement is not None
        source = self._placement.page.source
        unit = self._zoom * (POINT if source.kind is SourceKind.PDF else 1.0)
        return QSizeF(source.width * unit, source.height * unit)

    def size(self) -> QSizeF:
        return QSizeF(self.sheet.width() + 2 * EDGE, self.sheet.height() + 2 * EDGE)

    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = max(SMALLEST, min(LARGEST, zoom))

    def fit(self, viewport: QSizeF, whole: bool) -> None:
        self._zoom = 1.0
        across = (viewport.width() - 2 * EDGE) / self.sheet.width()
        down = (viewport.height() - 2 * EDGE) / self.sheet.height()
        self.set_zoom(min(across, down) if whole else across)

    def set_viewport(self, viewport: QSizeF) -> None:
        """A picture does not wrap."""

    def paint(self, painter: QPainter, clip: QRectF, look: Look) -> None:
        assert self._placement is not None
        paint = SheetPaint(painter, clip, look, self._font, self.to_content)
        paint.picture(QRectF(QPointF(EDGE, EDGE), self.sheet), self._levels)
        paint.shapes(self._shapes)
        paint.lines(self._outlines, self._placement)
        if look.article is not None:
            paint.order([shape for shape in self._shapes if shape.place.article == look.article])
        for joint in self._placement.doubts.values():
            spot = self.joint_spot(joint)
            if spot is not None:
                paint.joint(spot, joint, self._mark)
        paint.badges(self._shapes)

    def to_content(self, rect: Rect) -> QRectF:
        sheet = self.sheet
        corner = QPointF(EDGE + rect.x0 * sheet.width(), EDGE + rect.y0 * sheet.height())
        return QRectF(corner, QSizeF(rect.width * sheet.width(), rect.height * sheet.height()))

    def order(self) -> Sequence[int]:
        """Reading order: the source's own may be that of painting."""
        assert self._placement is not None
        return self._placement.reading_order

    def line_at(self, point: QPointF) -> int | None:
        """The line under the point, or the nearest one of the shape under it."""
        x, y = self._page_point(point)
        for number, outline in self._outlines.items():
            if outline.x0 <= x <= outline.x1 and outline.y0 <= y <= outline.y1:
                return number
        for shape in self._shapes:
            if shape.rect.x0 <= x <= shape.rect.x1 and shape.rect.y0 <= y <= shape.rect.y1:
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
        return max(9.0, min(MARK, 0.012 * self.sheet.height()))

    def anchor(self, point: QPointF) -> Anchor:
        """Parts of the page's width and height."""
        x, y = self._page_point(point)
        return x, y, 0.0

    def point_of(self, anchor: Anchor) -> QPointF:
        return QPointF(EDGE + anchor[0] * self.sheet.width(), EDGE + anchor[1] * self.sheet.height())

    def _page_point(self, point: QPointF) -> tuple[float, float]:
        return (point.x() - EDGE) / self.sheet.width(), (point.y() - EDGE) / self.sheet.height()
