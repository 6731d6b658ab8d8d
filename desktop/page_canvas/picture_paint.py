"""Paints a page's picture with the shapes of its articles over it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from desktop import colours
from desktop.page_canvas.badges import Badge, badge_font
from desktop.page_canvas.look import Look, Theme
from desktop.page_canvas.marks import bar_pattern, draw_badge, draw_joint, draw_pointed
from desktop.page_canvas.order_lines import connector
from desktop.page_canvas.placement import Place, Placement, Standing
from desktop.page_canvas.polygons import polygon_of, swollen
from desktop.page_canvas.shapes import Shape
from models.domain.geometry import Rect
from models.domain.joint import Joint

MARK = 15.0
"""Largest size of a joint's mark, in pixels."""
SWELL = 2.0
"""How far a shape stands off its lines, in pixels."""

PAPER = Theme(False, QColor("#ffffff"), QColor("#1f2328"), QColor("#6e7681"), QColor("#24619e"))
"""A page's picture is bright in both themes, so what stands on it has the colours of the light one."""


@dataclass(frozen=True, slots=True)
class SheetPaint:
    """One painting of the page."""

    painter: QPainter
    clip: QRectF
    look: Look
    font: QFont
    to_content: Callable[[Rect], QRectF]

    def edge(self, sheet: QRectF) -> None:
        """The line round the page."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(colours.mixed(self.look.theme.base, self.look.theme.text, 0.25), 1))
        self.painter.drawRect(sheet)

    def shapes(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            if self._rect(shape).intersects(self.clip):
                self._shape(self._polygon(shape), shape.place)

    def _rect(self, shape: Shape) -> QRectF:
        return self.to_content(shape.rect).adjusted(-SWELL, -SWELL, SWELL, SWELL)

    def _polygon(self, shape: Shape) -> QPolygonF:
        return swollen(polygon_of(shape.outline, self.to_content), SWELL)

    def _shape(self, outline: QPolygonF, place: Place) -> None:
        selected = place.article is not None and place.article == self.look.article
        hovered = place.block.id == self.look.hovered
        colour = PAPER.strong(place)
        self._fill(outline, QBrush(_clear(colour, 0.2 if selected else 0.14 if hovered else 0.07)))
        if bar_pattern(place) is not Qt.BrushStyle.SolidPattern and place.standing is not Standing.FURNITURE:
            self._fill(outline, QBrush(_clear(colour, 0.35), bar_pattern(place)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(_frame(place, colour, selected))
        self.painter.drawPolygon(outline)

    def _fill(self, outline: QPolygonF, brush: QBrush) -> None:
        """The quick way, for there are hundreds: whole pixels, whose edges the frame covers."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if outline.size() == 4:
            self.painter.fillRect(outline.boundingRect(), brush)
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(brush)
            self.painter.drawPolygon(outline)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def lines(self, outlines: Mapping[int, Rect], placement: Placement) -> None:
        """The selected lines, the cursor's and the place of a drop."""
        for number in self.look.lines & outlines.keys():
            colour = PAPER.strong(placement.places[number])
            self.painter.setPen(QPen(_clear(colour, 0.6), 1))
            self.painter.setBrush(_clear(colour, 0.12))
            self.painter.drawRect(self.to_content(outlines[number]))
        cursor = self.look.cursor
        if cursor is not None and cursor in outlines:
            self.painter.setPen(QPen(PAPER.strong(placement.places[cursor]), 2))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            # Around the line, so that small print stays readable.
            self.painter.drawRect(self.to_content(outlines[cursor]).adjusted(-2, -1, 2, 1))
        pointed = self.look.pointed
        if pointed is not None and pointed in outlines:
            draw_pointed(self.painter, self.to_content(outlines[pointed]).adjusted(-4, -3, 4, 3), PAPER.accent)
        drop = self.look.drop
        if drop is not None and drop.at in outlines:
            rect = self.to_content(outlines[drop.at])
            y = rect.bottom() if drop.below else rect.top()
            self.painter.setPen(QPen(PAPER.strong(placement.places[drop.at]), 4))
            self.painter.drawLine(QPointF(rect.left() - 4, y), QPointF(rect.right() + 4, y))

    def order(self, shapes: Sequence[Shape]) -> None:
        """Arrows from each shape of the selected article to the next one that does not stand right below it."""
        for before, after in itertools.pairwise(shapes):
            start, end = self._rect(before), self._rect(after)
            below = 0 <= end.top() - start.bottom() < 14 and abs(end.left() - start.left()) < 0.5 * start.width()
            if not below:
                connector(self.painter, start, end, PAPER.strong(before.place))

    def badges(self, badges: Iterable[Badge]) -> None:
        self.painter.setFont(badge_font(self.font))
        for badge in badges:
            if badge.rect.intersects(self.clip):
                draw_badge(self.painter, badge.rect, badge.text, PAPER.strong(badge.shape.place), colours.badge_text(False))

    def joint(self, spot: QPointF, joint: Joint, size: float) -> None:
        draw_joint(self.painter, spot, size, joint.claim.certainty, False)


def _clear(colour: QColor, part: float) -> QColor:
    clear = QColor(colour)
    clear.setAlphaF(part)
    return clear


def _frame(place: Place, colour: QColor, selected: bool) -> QPen:
    if place.standing is Standing.FURNITURE:
        return QPen(_clear(colour, 0.6), 1, Qt.PenStyle.DotLine)
    if place.standing is Standing.UNPLACED:
        return QPen(colour, 2, Qt.PenStyle.DashLine)
    return QPen(colour, 2.5) if selected else QPen(_clear(colour, 0.55), 1.2)
