"""The protocol of a page's face: a dump's lines or a picture, laid out in content coordinates (logical pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from desktop.page_canvas.look import Look
from desktop.page_canvas.placement import Placement
from models.domain.joint import Joint

Anchor = tuple[float, float, float]
"""A spot of the page that keeps its meaning when the face is laid out anew; only the face knows how."""


class Face(Protocol):
    """One way to show a page.  All points and rectangles are in content coordinates."""

    fits: bool | None
    """Zoomed to the view's width (False) or so that the whole page is seen (True); None for a zoom of its own."""

    def show(self, placement: Placement) -> None:
        """Another page, or another state of the same page."""
        ...

    def size(self) -> QSizeF: ...

    def zoom(self) -> float:
        """1.0 is the size the reader sees first (dump) or one picture pixel a logical pixel (picture)."""
        ...

    def set_zoom(self, zoom: float) -> None: ...

    def fit(self, viewport: QSizeF, whole: bool) -> None:
        """Zooms so that the page's width fits, or the `whole` page."""
        ...

    def set_viewport(self, viewport: QSizeF) -> None: ...

    def paint(self, painter: QPainter, clip: QRectF, look: Look) -> None: ...

    def order(self) -> Sequence[int]:
        """The lines in the order in which the keyboard walks them."""
        ...

    def line_at(self, point: QPointF) -> int | None: ...

    def lines_within(self, rect: QRectF) -> tuple[int, ...]: ...

    def line_rect(self, line: int) -> QRectF | None: ...

    def joint_at(self, point: QPointF) -> Joint | None: ...

    def joint_spot(self, joint: Joint) -> QPointF | None:
        """Where the mark of a joint stands."""
        ...

    def anchor(self, point: QPointF) -> Anchor: ...

    def point_of(self, anchor: Anchor) -> QPointF: ...
