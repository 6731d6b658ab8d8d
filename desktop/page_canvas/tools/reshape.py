"""Reshapes the selected block by the handles of its outlines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.shapes import Shape
from desktop.page_canvas.tools.grip import Grip
from desktop.page_canvas.tools.grips import Handle, cursor_for, dragged, edge_at, handle_at, handles, with_corner
from desktop.page_canvas.tools.preview import draw_coming, draw_grasp, draw_leaving, draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import is_far
from models.domain.article import Block
from models.domain.outline import Polygon
from models.editing.outlines import ReshapeBlock, lines_within, reshaped
from models.i18n import _


@dataclass(frozen=True, slots=True)
class _Held:
    shape: Shape
    handle: Handle
    outline: Polygon
    """As it was when the handle was grasped."""
    alone: bool
    """A corner that takes its edges along: the outline becomes a free polygon."""


class ReshapeGrip(Grip[_Held]):
    """Of the tool for choosing: what a press on a handle means."""

    def shapes(self) -> list[Shape]:
        """Those of the block that is selected as a whole."""
        placement, lines = self.view.placement, self.view.choice.lines
        if placement is None or self.face is None or not lines or lines[0] not in placement.places:
            return []
        block = placement.places[lines[0]].block
        if len(lines) != len(block.lines) or set(lines) != set(block.lines):
            return []
        return [shape for shape in self.face.shapes if shape.place.block.id == block.id]

    def grab(self, event: QMouseEvent) -> bool:
        """Whether the press was on one of the handles, or with Alt anywhere on an outline.

        Ctrl does the same, for window managers that keep Alt and the mouse for themselves.
        """
        alone = bool(event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier))
        for shape in self.shapes():
            corners = shown(self, shape.outline)
            handle, outline = handle_at(corners, event.position()), shape.outline
            edge = edge_at(corners, event.position()) if alone and (handle is None or handle.is_edge) else None
            if edge is not None:
                outline = with_corner(outline, edge, self.page_point(event.position()))
                handle = Handle(edge + 1, False, event.position())
            if handle is not None:
                self._held = _Held(shape, handle, outline, alone)
                self._at = self._start = event.position()
                return True
        return False

    def cursor_at(self, at: QPointF) -> Qt.CursorShape | None:
        for shape in self.shapes():
            corners = shown(self, shape.outline)
            handle = handle_at(corners, at)
            if handle is not None:
                return cursor_for(corners, handle)
        return None

    def _now(self, held: _Held) -> Polygon:
        return dragged(held.outline, held.handle, self.page_point(self._at), held.alone)

    def _outlines(self, held: _Held) -> tuple[Polygon, ...]:
        """Of the whole block: the one in hand and those that stay."""
        return tuple(self._now(held) if shape == held.shape else shape.outline for shape in self.shapes())

    @override
    def release(self, event: QMouseEvent) -> None:
        self._at = event.position()
        held, self._held = self._held, None
        if held is not None and is_far(self._start, self._at):
            block, outlines = held.shape.place.block, self._outlines(held)
            coming, leaving = reshaped(self.page, block, lines_within(self.page, outlines))
            if coming or leaving:
                self.view.edited.emit(ReshapeBlock(block.id, outlines), tuple(set(block.lines) - leaving | coming))
        self.view.viewport().update()

    @override
    def paint(self, painter: QPainter) -> None:
        if self._held is not None:
            self._paint_held(painter, self._held)
            return
        for shape in self.shapes():
            for handle in handles(shown(self, shape.outline)):
                draw_grasp(painter, handle.at, handle.is_edge, held=False)

    def _paint_held(self, painter: QPainter, held: _Held) -> None:
        block: Block = held.shape.place.block
        coming, leaving = reshaped(self.page, block, lines_within(self.page, self._outlines(held)))
        draw_coming(painter, self, coming)
        draw_leaving(painter, self, leaving)
        corners = shown(self, self._now(held))
        draw_outline(painter, corners)
        for handle in handles(corners):
            is_held = (handle.index, handle.is_edge) == (held.handle.index, held.handle.is_edge)
            draw_grasp(painter, handle.at, handle.is_edge, is_held)
        if coming or leaving:
            draw_word(painter, self, self._at, _("+{coming} −{leaving} lines").format(coming=len(coming), leaving=len(leaving)))
