"""Puts a block elsewhere in its article's reading order by dragging its number onto another's."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.badges import Badge, badge_font
from desktop.page_canvas.marks import draw_badge
from desktop.page_canvas.order_lines import arrow
from desktop.page_canvas.picture_paint import PAPER
from desktop.page_canvas.shapes import Shape
from desktop.page_canvas.tools.grip import Grip
from desktop.page_canvas.tools.preview import draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import is_far
from models.editing.outlines import OrderBlocks
from models.i18n import _


class BadgeGrip(Grip[Badge]):
    """Of the tool for choosing: what a press on a number of the selected article means."""

    def _badge_at(self, at: QPointF) -> Badge | None:
        if self.face is None or self.view.choice.article is None:
            return None
        article, content = self.view.choice.article, self.view.to_content(at)
        badges = [badge for badge in self.face.badges(article) if badge.shape.place.article == article]
        return next((badge for badge in badges if len(badges) > 1 and badge.rect.contains(content)), None)

    def grab(self, event: QMouseEvent) -> bool:
        self._held, self._at, self._start = self._badge_at(event.position()), event.position(), event.position()
        return self._held is not None

    def cursor_at(self, at: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.OpenHandCursor if self._badge_at(at) is not None else None

    def _target(self, held: Badge) -> Shape | None:
        """The shape whose number or ground is under the pointer, another of the same article."""
        badge = self._badge_at(self._at)
        line = self.view.line_at(self._at) if badge is None else badge.shape.lines[0]
        shapes = self.face.shapes if self.face is not None and line is not None else ()
        shape = next((shape for shape in shapes if line in shape.lines), None)
        is_other = shape is not None and shape != held.shape and shape.place.article == held.shape.place.article
        return shape if is_other else None

    @override
    def release(self, event: QMouseEvent) -> None:
        self._at = event.position()
        held, self._held = self._held, None
        target = self._target(held) if held is not None else None
        if held is not None and target is not None:
            self.view.edited.emit(self._edit(held.shape, target), None)
        elif held is not None and not is_far(self._start, self._at):
            self.view.pointer.choose_block(held.shape.lines[0])
        self.view.viewport().update()

    def _edit(self, shape: Shape, target: Shape) -> OrderBlocks:
        """The shape takes the target's place, and what stood between moves up."""
        assert self.face is not None
        article = shape.place.article
        assert article is not None
        order = [other.lines for other in self.face.shapes if other.place.article == article]
        where = order.index(target.lines)
        order.remove(shape.lines)
        order.insert(where, shape.lines)
        return OrderBlocks(article, tuple(order))

    @override
    def paint(self, painter: QPainter) -> None:
        held = self._held
        if held is None or not is_far(self._start, self._at):
            return
        target, colour = self._target(held), PAPER.strong(held.shape.place)
        if target is not None:
            draw_outline(painter, shown(self, target.outline))
            text = _("becomes number {number}").format(number=target.ordinal)
            draw_word(painter, self, self._at, text)
        arrow(painter, self.view.to_viewport(held.rect.center()), self._at, colour)
        ghost = QRectF(held.rect)
        ghost.moveCenter(self._at)
        painter.setFont(badge_font(QFont(self.view.font())))
        draw_badge(painter, ghost, held.text, colour, colours.badge_text(False))
