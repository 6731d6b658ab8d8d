"""Paints the frames of photographs: hatched, with their article's number, and a line to their caption."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from desktop import colours
from desktop.page_canvas.badges import badge_font
from desktop.page_canvas.marks import badge_size, draw_badge
from desktop.page_canvas.picture_paint import PAPER
from desktop.page_canvas.placement import Placement
from desktop.page_canvas.shapes import Shape
from models.domain.geometry import Rect
from models.domain.photo import Photo
from models.domain.role import Role
from models.i18n import _


@dataclass(frozen=True, slots=True)
class PhotoPaint:
    painter: QPainter
    clip: QRectF
    font: QFont
    to_content: Callable[[Rect], QRectF]
    placement: Placement
    shapes: Sequence[Shape]

    def photos(self, photos: Iterable[Photo], selected: int | None) -> None:
        for photo in photos:
            rect = self.to_content(photo.outline)
            if rect.intersects(self.clip):
                self._photo(photo, rect, photo.id == selected)

    def _photo(self, photo: Photo, rect: QRectF, selected: bool) -> None:
        colour, number = self._owner(photo)
        self.painter.setPen(QPen(colour, 2.6 if selected else 1.4, Qt.PenStyle.DashDotLine))
        hatched = QColor(colour)
        hatched.setAlphaF(0.4 if selected else 0.22)
        self.painter.setBrush(QBrush(hatched, Qt.BrushStyle.FDiagPattern))
        self.painter.drawRect(rect)
        caption = self._caption(photo, rect)
        if caption is not None:
            self._link(rect, caption, colour)
        self.painter.setFont(badge_font(self.font))
        text = _("Photo {number}").format(number=number) if number else _("Photo")
        badge = badge_size(self.painter.font(), text)
        badge.moveTopLeft(rect.topLeft() + QPointF(4, 4))
        if badge.width() + 8 <= rect.width():
            draw_badge(self.painter, badge, text, colour, colours.badge_text(False))

    def _owner(self, photo: Photo) -> tuple[QColor, int]:
        """The colour of the photo's article and its number; 0 for none."""
        line = self.placement.first_line(photo.article) if photo.article is not None else None
        if line is None:
            return PAPER.quiet, 0
        place = self.placement.places[line]
        return PAPER.strong(place), place.position + 1

    def _caption(self, photo: Photo, rect: QRectF) -> QRectF | None:
        """The nearest caption of the photo's article."""
        captions = [
            self.to_content(shape.rect)
            for shape in self.shapes
            if photo.article is not None and shape.place.article == photo.article and shape.place.block.role is Role.CAPTION
        ]
        return min(captions, key=lambda caption: (caption.center() - rect.center()).manhattanLength(), default=None)

    def _link(self, rect: QRectF, caption: QRectF, colour: QColor) -> None:
        """From the edge of the photo to the nearest point of its caption, with a dot at each end."""
        start = _nearest(rect, caption.center())
        end = _nearest(caption, start)
        self.painter.setPen(QPen(colour, 2))
        self.painter.drawLine(start, end)
        self.painter.setBrush(colour)
        for point in (start, end):
            self.painter.drawEllipse(point, 3, 3)


def _nearest(rect: QRectF, point: QPointF) -> QPointF:
    return QPointF(max(rect.left(), min(rect.right(), point.x())), max(rect.top(), min(rect.bottom(), point.y())))
