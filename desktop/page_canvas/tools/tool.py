"""The protocol of a tool: what a press, a move and a key mean while it is in hand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from desktop.page_canvas.picture_face import PictureFace
from models.domain.geometry import Rect
from models.domain.outline import Point

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView
    from models.domain.page import Page


class ToolName(StrEnum):
    CHOOSE = "choose"
    DRAW = "draw"
    DRAW_INTO = "draw_into"
    """Into the selected article."""
    SPLIT = "split"
    LASSO = "lasso"
    ORDER = "order"
    PHOTO = "photo"


ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Keys that end what is being drawn."""


class Tool:
    """Does nothing itself: each tool overrides what it has a use for.  Points of events are in the viewport."""

    name = ToolName.CHOOSE
    cursor: Qt.CursorShape | None = None
    keys: frozenset[int] = frozenset()
    """Keys that are the tool's own while it is in hand, though they are commands otherwise."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view

    def hint(self) -> str:
        """What to do with it, for the strip above the page; empty where nothing needs to be said."""
        return ""

    def press(self, event: QMouseEvent) -> None:
        """The left button goes down."""

    def press_twice(self, event: QMouseEvent) -> None:
        """It goes down for the second time in a row."""

    def move(self, event: QMouseEvent) -> None: ...

    def release(self, event: QMouseEvent) -> None: ...

    def press_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Whether the key was one of ours."""
        return False

    def cancel(self) -> bool:
        """Gives up what was begun; whether there was anything."""
        return False

    @property
    def is_dragging(self) -> bool:
        """Whether the view scrolls when the pointer comes to its edge."""
        return False

    def scrolled(self) -> None:
        """The page has moved under the pointer while something is dragged."""

    def paint(self, painter: QPainter) -> None:
        """Over everything, in viewport coordinates."""

    # What tools ask of the view

    @property
    def face(self) -> PictureFace | None:
        """None for a dump, on which nothing can be drawn."""
        return self.view.face if isinstance(self.view.face, PictureFace) else None

    @property
    def page(self) -> Page:
        assert self.view.placement is not None
        return self.view.placement.page

    def page_point(self, at: QPointF) -> Point:
        """A point of the viewport in parts of the page as it lies in its file, kept on the page."""
        assert self.face is not None
        x, y = self.face.to_page(self.view.to_content(at))
        return max(0.0, min(1.0, x)), max(0.0, min(1.0, y))

    def viewport_point(self, point: Point) -> QPointF:
        """The other way round."""
        assert self.face is not None
        x, y = point
        return self.view.to_viewport(self.face.to_content(Rect(x, y, x, y)).topLeft())

    def done(self) -> None:
        """The tool has done what it was taken for."""
        self.view.pointer.use(ToolName.CHOOSE)


def is_far(start: QPointF, end: QPointF) -> bool:
    """Whether a press has become a drag."""
    return (end - start).manhattanLength() >= QApplication.startDragDistance()
