"""Splits a block by a drawn line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.tools.preview import draw_coming, draw_outline, draw_word
from desktop.page_canvas.tools.tool import Tool, ToolName, is_far
from models.domain.article import Block
from models.editing.outlines import SplitBlock, parted
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView


class SplitTool(Tool):
    name = ToolName.SPLIT
    cursor = Qt.CursorShape.SplitVCursor

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._start: QPointF | None = None
        self._at = QPointF()

    @override
    def hint(self) -> str:
        return _("Split a block: draw a line right across it, between two of its lines. Esc gives up.")

    @override
    def press(self, event: QMouseEvent) -> None:
        self._start = self._at = event.position()

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._start is not None:
            self.view.viewport().update()

    @override
    def release(self, event: QMouseEvent) -> None:
        start, self._start, self._at = self._start, None, event.position()
        if start is None or not is_far(start, self._at):
            return
        block = self._block(start)
        if block is not None:
            edit = SplitBlock(block.id, self.page_point(start), self.page_point(self._at))
            self.view.edited.emit(edit, tuple(self._after(block, start)))
            self.done()
        self.view.viewport().update()

    def _block(self, start: QPointF) -> Block | None:
        """The block that the line parts, the selected one first; where it parts none, one that it touches."""
        touched = list(self._touched(start))
        chosen = frozenset(self.view.choice.lines)
        touched.sort(key=lambda block: chosen.isdisjoint(block.lines))
        return next((block for block in touched if self._after(block, start)), touched[0] if touched else None)

    def _touched(self, start: QPointF) -> Iterator[Block]:
        view, seen = self.view, set[int]()
        for part in range(17):
            line = view.line_at(start + (self._at - start) * (part / 16))
            block = view.placement.places[line].block if line is not None and view.placement is not None else None
            if block is not None and block.id not in seen:
                seen.add(block.id)
                yield block

    def _after(self, block: Block, start: QPointF) -> frozenset[int]:
        """The lines that would be parted from the block; none when the line does not part it."""
        first = frozenset(parted(self.page, block, self.page_point(start), self.page_point(self._at)))
        return frozenset(block.lines) - first if first else frozenset()

    @override
    def cancel(self) -> bool:
        begun, self._start = self._start is not None, None
        self.view.viewport().update()
        return begun

    @property
    @override
    def is_dragging(self) -> bool:
        return self._start is not None

    @override
    def paint(self, painter: QPainter) -> None:
        if self._start is None or not is_far(self._start, self._at):
            return
        block = self._block(self._start)
        if block is not None:
            after = self._after(block, self._start)
            draw_coming(painter, self, after)
            count = (len(block.lines) - len(after), len(after))
            draw_word(painter, self, self._at, _("{before} | {after} lines").format(before=count[0], after=count[1]))
        draw_outline(painter, (self._start, self._at), closed=False)
