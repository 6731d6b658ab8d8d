"""Paints a page's picture with the shapes of its articles over it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap

from desktop import colours
from desktop.page_canvas.look import Look, Theme, scaled_font
from desktop.page_canvas.marks import badge_size, bar_pattern, draw_badge, draw_joint
from desktop.page_canvas.order_lines import arrow
from desktop.page_canvas.placement import Place, Placement, Standing
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

    def picture(self, sheet: QRectF, levels: Sequence[QPixmap]) -> None:
        """From the smallest level that is sharp enough at this size."""
        self.painter.fillRect(sheet, PAPER.base)
        if levels:
            wanted = sheet.width() * self.painter.device().devicePixelRatioF()
            level = next((level for level in reversed(levels) if level.width() >= wanted), levels[0])
            self._draw_part(sheet, level)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(colours.mixed(self.look.theme.base, self.look.theme.text, 0.25), 1))
        self.painter.drawRect(sheet)

    def _draw_part(self, sheet: QRectF, level: QPixmap) -> None:
        """Only what is in view, since scaling costs by the pixel."""
        part = sheet.intersected(self.clip)
        scale = level.width() / sheet.width(), level.height() / sheet.height()
        corner = part.topLeft() - sheet.topLeft()
        inside = QRectF(corner.x() * scale[0], corner.y() * scale[1], part.width() * scale[0], part.height() * scale[1])
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(part, level, inside)

    def shapes(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            rect = self._rect(shape)
            if rect.intersects(self.clip):
                self._shape(rect, shape.place)

    def _rect(self, shape: Shape) -> QRectF:
        return self.to_content(shape.rect).adjusted(-SWELL, -SWELL, SWELL, SWELL)

    def _shape(self, rect: QRectF, place: Place) -> None:
        selected = place.article is not None and place.article == self.look.article
        hovered = place.block.id == self.look.hovered
        colour = PAPER.strong(place)
        self.painter.setBrush(_clear(colour, 0.2 if selected else 0.14 if hovered else 0.07))
        self.painter.setPen(_frame(place, colour, selected))
        self.painter.drawRoundedRect(rect, 3, 3)
        if bar_pattern(place) is not Qt.BrushStyle.SolidPattern and place.standing is not Standing.FURNITURE:
            self.painter.fillRect(rect, QBrush(_clear(colour, 0.35), bar_pattern(place)))

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
                colour = PAPER.strong(before.place)
                arrow(self.painter, QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top()), colour)

    def badges(self, shapes: Sequence[Shape]) -> None:
        """Every article's number at its start; at all shapes of the selected article their place in its reading order."""
        self.painter.setFont(scaled_font(self.font, 12, bold=True))
        last = {shape.place.article: shape.ordinal for shape in shapes}
        for shape in shapes:
            selected = shape.place.article == self.look.article
            if shape.ordinal == 1 or (shape.ordinal and selected):
                scattered = selected and last[shape.place.article] > 1
                number = shape.place.position + 1
                self._badge(shape, f"{number}·{shape.ordinal}" if scattered else str(number))

    def _badge(self, shape: Shape, text: str) -> None:
        badge = badge_size(self.painter.font(), text)
        badge.moveBottomLeft(self._rect(shape).topLeft() + QPointF(-4, badge.height() * 0.4))
        draw_badge(self.painter, badge, text, PAPER.strong(shape.place), colours.badge_text(False))

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
