"""Puts an article in order by clicking its blocks one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.look import scaled_font
from desktop.page_canvas.marks import badge_size, draw_badge
from desktop.page_canvas.order_lines import arrow
from desktop.page_canvas.picture_paint import PAPER
from desktop.page_canvas.shapes import Shape
from desktop.page_canvas.tools.preview import draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import ENDS, Tool, ToolName
from models.editing.outlines import OrderBlocks
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

SIZE = 17.0
"""Height of the numbers' type, in pixels."""


class OrderTool(Tool):
    name = ToolName.ORDER
    cursor = Qt.CursorShape.PointingHandCursor
    keys = ENDS | {Qt.Key.Key_Backspace}

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._clicked: list[Shape] = []
        self._at = QPointF()

    @override
    def hint(self) -> str:
        return _("Reading order: click the article's blocks one after the other, end with Enter. Backspace takes one back.")

    @override
    def press(self, event: QMouseEvent) -> None:
        shape = self._shape(event.position())
        if shape is not None and shape not in self._clicked:
            self._clicked.append(shape)
            if len(self._clicked) == self._count(shape):
                self._finish()
        self.view.viewport().update()

    def _shape(self, at: QPointF) -> Shape | None:
        """The shape under the pointer, if it is of the article in hand."""
        line = self.view.line_at(at)
        if line is None or self.face is None:
            return None
        shape = next((shape for shape in self.face.shapes if line in shape.lines), None)
        return shape if shape is not None and shape.place.article is not None and self._is_in_hand(shape) else None

    def _is_in_hand(self, shape: Shape) -> bool:
        return not self._clicked or shape.place.article == self._clicked[0].place.article

    def _count(self, shape: Shape) -> int:
        assert self.face is not None
        return sum(other.place.article == shape.place.article for other in self.face.shapes)

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        self.view.viewport().update()

    @override
    def press_twice(self, event: QMouseEvent) -> None:
        """A quick hand clicks two blocks like this."""
        self.press(event)

    @override
    def press_key(self, event: QKeyEvent) -> bool:
        if event.key() in ENDS:
            self._finish()
            return True
        if event.key() == Qt.Key.Key_Backspace and self._clicked:
            self._clicked.pop()
            self.view.viewport().update()
            return True
        return False

    def _finish(self) -> None:
        clicked, self._clicked = self._clicked, []
        if clicked:
            article = clicked[0].place.article
            self.view.edited.emit(OrderBlocks(article or 0, tuple(shape.lines for shape in clicked)), None)
        self.done()

    @override
    def cancel(self) -> bool:
        begun, self._clicked = bool(self._clicked), []
        self.view.viewport().update()
        return begun

    @override
    def paint(self, painter: QPainter) -> None:
        under = self._shape(self._at)
        if under is not None and under not in self._clicked:
            draw_outline(painter, shown(self, under.outline))
            draw_word(painter, self, self._at, _("Number {number}").format(number=len(self._clicked) + 1))
        painter.setFont(scaled_font(self.view.font(), SIZE, bold=True))
        middles = [self.viewport_point(shape.rect.centre) for shape in self._clicked]
        for start, end in pairwise(middles):
            arrow(painter, start, end, PAPER.accent)
        for number, middle in enumerate(middles, 1):
            badge = badge_size(painter.font(), str(number))
            badge.moveCenter(middle)
            draw_badge(painter, badge, str(number), PAPER.accent, colours.badge_text(False))
