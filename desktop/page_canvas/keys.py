"""The keyboard on the canvas: arrows walk the cursor over the lines, Shift extends, Space pans, L magnifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.page_canvas.choosing import Choice, between, block_choice, line_choice, lines_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.page_canvas.view import CanvasView

LOUPE = Qt.Key.Key_L
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BLOCK_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LineKeys:
    """`anchor` is the end of a range that stays when the cursor goes on; None before anything is chosen."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.anchor: int | None = None

    def follow(self, choice: Choice) -> None:
        """The selection changed, here or elsewhere: an anchor outside of it goes to the cursor."""
        if self.anchor not in choice.lines:
            self.anchor = choice.line

    def forget(self) -> None:
        """Another page is shown."""
        self.anchor = None

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._view.pointer.pan_key(True)
            return True
        if key == LOUPE:
            self._view.hold_loupe()
            return True
        if key == Qt.Key.Key_Escape:
            return self._view.pointer.cancel() or self._widen()
        if self._view.face is None or not self._view.face.order():
            return False
        target = self._target(key, self._view.face.order())
        if target is None:
            return False
        self._go(target, key in _BLOCK_STEPS, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._view.pointer.pan_key(False)
            return True
        if event.key() == LOUPE and not event.isAutoRepeat():
            self._view.loupe.hold(None)
            return True
        return False

    def _widen(self) -> bool:
        """From a line back to its block."""
        placement, cursor = self._view.placement, self._view.choice.line
        if placement is None or cursor not in placement.places:
            return False
        choice = block_choice(placement, cursor)
        changes = choice != self._view.choice
        self._view.choose(choice)
        return changes

    def _target(self, key: Qt.Key, order: Sequence[int]) -> int | None:
        """The line a key leads to, None for a key that leads nowhere."""
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return order[0 if key == Qt.Key.Key_Home else -1]
        if key not in _STEPS and key not in _BLOCK_STEPS:
            return None
        cursor = self._view.choice.line
        if cursor not in order:
            return order[0]
        index = order.index(cursor)
        if key in _STEPS:
            return order[max(0, min(len(order) - 1, index + _STEPS[key]))]
        return self._neighbour_block(order, index, _BLOCK_STEPS[key])

    def _neighbour_block(self, order: Sequence[int], index: int, step: int) -> int:
        """The first line met in the next block that way."""
        assert self._view.placement is not None
        places = self._view.placement.places
        block = places[order[index]].block
        while 0 <= index < len(order) and places[order[index]].block is block:
            index += step
        return places[order[index]].block.lines[0] if 0 <= index < len(order) else block.lines[0]

    def _go(self, target: int, whole_block: bool, extend: bool) -> None:
        placement, face = self._view.placement, self._view.face
        assert placement is not None
        assert face is not None
        if not extend or self.anchor is None:
            self.anchor = target
        if extend:
            lines = between(face.order(), self.anchor, target)
            choice = lines_choice(placement, lines, self._view.choice.article, target)
        else:
            choice = block_choice(placement, target) if whole_block else line_choice(placement, target)
        self._view.choose(choice)
        self._view.reveal(target)
        self._view.viewport().update()
