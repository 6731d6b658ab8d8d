"""What all grips of the tool for choosing have in common: one thing is held while the button is down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from desktop.page_canvas.tools.tool import Tool

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

Held = TypeVar("Held")


class Grip(Tool, Generic[Held]):
    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._held: Held | None = None
        self._at = self._start = QPointF()

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        self.view.viewport().update()

    @override
    def cancel(self) -> bool:
        held, self._held = self._held, None
        self.view.viewport().update()
        return held is not None

    @property
    @override
    def is_dragging(self) -> bool:
        return self._held is not None
