"""Where a page lies in content coordinates: the one place that knows its zoom and how it is turned."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from models.domain.geometry import Rect
from models.domain.line import SourceKind
from models.domain.page import Page

EDGE = 16.0
"""Room around the page, in pixels."""
POINT = 96 / 72
"""Logical pixels a PDF point, at zoom 1."""
SMALLEST, LARGEST = 0.005, 8.0


class Sheet:
    """The page upright, scaled by the zoom, with room around it."""

    def __init__(self, page: Page) -> None:
        self.source, self.view = page.source, page.reading.view
        self._unit = POINT if page.source.kind is SourceKind.PDF else 1.0
        self._zoom = 1.0

    @property
    def zoom(self) -> float:
        """1.0 is one pixel of a scan a logical pixel, or a PDF in its printed size."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = max(SMALLEST, min(LARGEST, zoom))

    @property
    def unit(self) -> float:
        """Logical pixels a point of a PDF, or a pixel of a scan."""
        return self._unit * self._zoom

    @property
    def size(self) -> QSizeF:
        return QSizeF(*self.view.upright_size(self.source.width * self.unit, self.source.height * self.unit))

    @property
    def rect(self) -> QRectF:
        return QRectF(QPointF(EDGE, EDGE), self.size)

    def zoom_that_fits(self, viewport: QSizeF, whole: bool) -> float:
        """The zoom at which the page's width fits, or the `whole` page."""
        size = self.size / self._zoom
        across = (viewport.width() - 2 * EDGE) / size.width()
        down = (viewport.height() - 2 * EDGE) / size.height()
        return max(SMALLEST, min(across, down) if whole else across)

    def to_content(self, rect: Rect) -> QRectF:
        """`rect`: in parts of the page as it lies in the file."""
        upright, size = self.view.upright(rect), self.size
        corner = self.point_at(upright.x0, upright.y0)
        return QRectF(corner, QSizeF(upright.width * size.width(), upright.height * size.height()))

    def to_page(self, point: QPointF) -> tuple[float, float]:
        """A point in parts of the page as it lies in the file."""
        x, y = self.parts_of(point)
        lying = self.view.in_file(Rect(x, y, x, y))
        return lying.x0, lying.y0

    def parts_of(self, point: QPointF) -> tuple[float, float]:
        """A point in parts of the upright page."""
        size = self.size
        return (point.x() - EDGE) / size.width(), (point.y() - EDGE) / size.height()

    def point_at(self, x: float, y: float) -> QPointF:
        """The other way round."""
        size = self.size
        return QPointF(EDGE + x * size.width(), EDGE + y * size.height())
