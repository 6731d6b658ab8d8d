"""The face of a text dump: its lines wrapped to the view, each beside the colour of its article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

from desktop.page_canvas.dump_layout import EDGE, DumpLayout, lay_out
from desktop.page_canvas.dump_paint import MARK, paint_dump
from desktop.page_canvas.face import Anchor
from desktop.page_canvas.look import Look
from desktop.page_canvas.placement import Placement
from desktop.page_canvas.typesetting import Typesetter
from models.domain.joint import Joint

SMALLEST, LARGEST = 7, 64
"""Font sizes in pixels."""


class DumpFace:
    """Zooming changes the size of the type; lines are always wrapped to the view."""

    def __init__(self, font: QFont, size: int) -> None:
        """`size` is the type's height at zoom 1, in pixels."""
        self.fits: bool | None = None
        self._font = QFont(font)
        self._usual = size
        self._font.setPixelSize(size)
        self._typesetter = Typesetter()
        self._placement: Placement | None = None
        self._layout: DumpLayout | None = None
        self._width = 0.0

    def show(self, placement: Placement) -> None:
        """Another page, or the same page after an edit, whose lines need not be set again."""
        if self._placement is None or self._placement.page.lines != placement.page.lines:
            self._typesetter.forget()
        self._placement, self._layout = placement, None

    @property
    def layout(self) -> DumpLayout:
        if self._layout is None:
            assert self._placement is not None
            self._layout = lay_out(self._placement, self._typesetter, self._font, self._width)
        return self._layout

    def size(self) -> QSizeF:
        return QSizeF(self.layout.width, self.layout.height)

    def zoom(self) -> float:
        return self._font.pixelSize() / self._usual

    def set_zoom(self, zoom: float) -> None:
        size = max(SMALLEST, min(LARGEST, round(self._usual * zoom)))
        if size == self._font.pixelSize() and zoom != self.zoom():
            size = max(SMALLEST, min(LARGEST, size + (1 if zoom > self.zoom() else -1)))
        if size != self._font.pixelSize():
            self._font.setPixelSize(size)
            self._layout = None

    def fit(self, viewport: QSizeF, whole: bool) -> None:
        """The usual size, which is wrapped to fit; for the `whole` page the largest that fits, as far as it can be read."""
        self.set_zoom(1.0)
        if whole:
            while self._font.pixelSize() > SMALLEST and self.size().height() > viewport.height():
                self.set_zoom((self._font.pixelSize() - 1) / self._usual)

    def set_viewport(self, viewport: QSizeF) -> None:
        if viewport.width() != self._width:
            self._width = viewport.width()
            self._layout = None

    def paint(self, painter: QPainter, clip: QRectF, look: Look) -> None:
        assert self._placement is not None
        paint_dump(painter, clip, look, self._placement, self.layout, self._typesetter, self._font)

    def order(self) -> Sequence[int]:
        assert self._placement is not None
        return self._placement.source_order

    def line_at(self, point: QPointF) -> int | None:
        row = self.layout.row_at(point.y())
        return row.line.number if row is not None and row.top <= point.y() < row.top + row.height else None

    def lines_within(self, rect: QRectF) -> tuple[int, ...]:
        rows = self.layout.rows_between(rect.top(), rect.bottom())
        return tuple(row.line.number for row in rows if row.top + row.height > rect.top())

    def line_rect(self, line: int) -> QRectF | None:
        row = self.layout.row(line)
        return None if row is None else self.layout.rect(row)

    def joint_at(self, point: QPointF) -> Joint | None:
        assert self._placement is not None
        reach = self._font.pixelSize() * MARK
        for row in self.layout.rows_between(point.y() - reach, point.y() + reach):
            joint = self._placement.doubts.get(row.line.number)
            if joint is not None and (self.layout.spot(row) - point).manhattanLength() < 1.6 * reach:
                return joint
        return None

    def joint_spot(self, joint: Joint) -> QPointF | None:
        row = self.layout.row(joint.claim.right)
        return None if row is None else self.layout.spot(row)

    def anchor(self, point: QPointF) -> Anchor:
        """Line number, part of its height, part of the width."""
        row = self.layout.row_at(point.y())
        across = point.x() / max(self.layout.width, 1.0)
        return (0.0, 0.0, across) if row is None else (row.line.number, (point.y() - row.top) / row.height, across)

    def point_of(self, anchor: Anchor) -> QPointF:
        number, down, across = anchor
        row = self.layout.row(int(number))
        y = EDGE if row is None else row.top + down * row.height
        return QPointF(across * self.layout.width, y)
