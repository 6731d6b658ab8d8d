"""Selects lines by drawing round or over them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.choosing import lines_choice
from desktop.page_canvas.tools.preview import draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import Tool, ToolName
from models.domain.geometry import Rect
from models.domain.outline import Point, around
from models.editing.outlines import lines_within
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

STEP = 3.0
"""Shortest way between two points of the path, in pixels."""

CLOSED = 0.25
"""Of its length a path may end so far from its start and be closed."""


class LassoTool(Tool):
    name = ToolName.LASSO
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._path: list[Point] = []
        self._passed: set[int] = set()
        """Lines that the path went over."""
        self._at = QPointF()

    @override
    def hint(self) -> str:
        return _("Select lines: draw round or over them, then type an article's number. Esc gives up.")

    @override
    def press(self, event: QMouseEvent) -> None:
        self.begin(event.position())

    def begin(self, at: QPointF) -> None:
        self._path, self._passed, self._at = [self.page_point(at)], set(), at

    @override
    def move(self, event: QMouseEvent) -> None:
        if self._path and (event.position() - self._at).manhattanLength() >= STEP:
            self.go_on(event.position())

    def go_on(self, at: QPointF) -> None:
        """Over what lies between the last point and this one too: a quick hand leaves gaps."""
        steps = max(1, round((at - self._at).manhattanLength() / (2 * STEP)))
        way = [self.page_point(self._at + (at - self._at) * (step / steps)) for step in range(1, steps + 1)]
        box = around(way)
        for line in self.page.lines:
            outline = line.outline
            if outline is not None and _meet(outline, box) and any(_holds(outline, point) for point in way):
                self._passed.add(line.number)
        self._at = at
        self._path.append(way[-1])
        self._choose()

    @property
    def _is_closed(self) -> bool:
        """A path that comes back to its start is drawn round lines, any other one over them."""
        corners = shown(self, self._path)
        length = sum((after - before).manhattanLength() for before, after in pairwise(corners))
        return length > 0 and (corners[-1] - corners[0]).manhattanLength() < CLOSED * length

    def _choose(self) -> None:
        assert self.view.placement is not None
        lines = lines_within(self.page, (self._path,)) if self._is_closed else self._passed
        self.view.choose(lines_choice(self.view.placement, lines, None))
        self.view.viewport().update()

    @override
    def release(self, event: QMouseEvent) -> None:
        drawn, self._path = bool(self._path), []
        if drawn:
            self.done()
        self.view.viewport().update()

    @override
    def cancel(self) -> bool:
        begun, self._path = bool(self._path), []
        self.view.viewport().update()
        return begun

    @property
    @override
    def is_dragging(self) -> bool:
        return bool(self._path)

    @override
    def paint(self, painter: QPainter) -> None:
        if len(self._path) > 1:
            draw_outline(painter, shown(self, self._path), self._is_closed)
            draw_word(painter, self, self._at, _("Lines: {count}").format(count=len(self.view.choice.lines)))


def _meet(one: Rect, other: Rect) -> bool:
    return one.x0 <= other.x1 and other.x0 <= one.x1 and one.y0 <= other.y1 and other.y0 <= one.y1


def _holds(outline: Rect, point: Point) -> bool:
    return outline.x0 <= point[0] <= outline.x1 and outline.y0 <= point[1] <= outline.y1
