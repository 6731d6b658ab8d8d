"""Selects lines by drawing round or over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.choosing import lines_choice
from desktop.page_canvas.tools.preview import draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import Tool, ToolName
from models.domain.outline import Point
from models.editing.outlines import lines_within
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

STEP = 3.0
"""Shortest way between two points of the path, in pixels."""


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
        """Over the lines between the last point and this one too: a quick hand leaves gaps."""
        steps = max(1, round((at - self._at).manhattanLength() / (2 * STEP)))
        assert self.face is not None
        for step in range(1, steps + 1):
            line = self.face.line_at(self.view.to_content(self._at + (at - self._at) * (step / steps)))
            if line is not None:
                self._passed.add(line)
        self._at = at
        self._path.append(self.page_point(at))
        self._choose()

    def _choose(self) -> None:
        assert self.view.placement is not None
        lines = self._passed | lines_within(self.page, (self._path,))
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
            draw_outline(painter, shown(self, self._path))
            draw_word(painter, self, self._at, _("Lines: {count}").format(count=len(self.view.choice.lines)))
