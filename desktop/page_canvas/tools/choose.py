"""Chooses: click, double click, range, rubber band, lasso, drag of lines; and the handles of what is chosen."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.choosing import Choice, between, block_choice, line_choice, lines_choice, photo_choice
from desktop.page_canvas.tools.badge_drag import BadgeGrip
from desktop.page_canvas.tools.band import BandGrip
from desktop.page_canvas.tools.carry import CarryGrip
from desktop.page_canvas.tools.lasso import LassoTool
from desktop.page_canvas.tools.photo_grip import PhotoGrip
from desktop.page_canvas.tools.reshape import ReshapeGrip
from desktop.page_canvas.tools.tool import Tool, ToolName, is_far
from models.domain.joint import Joint

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView


class Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    """The button is down and nothing is dragged yet."""
    HELD = auto()
    """A grip, the band or the lasso has the pointer."""


class ChooseTool(Tool):
    name = ToolName.CHOOSE

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._lasso, self._band, self._carry = LassoTool(view), BandGrip(view), CarryGrip(view)
        self._photos = PhotoGrip(view)
        self._grips = (ReshapeGrip(view), BadgeGrip(view), self._photos)
        self._held: Tool = self._lasso
        self._doing = Doing.NOTHING
        self._start = QPointF()
        """Where the button went down, in content coordinates."""
        self._at = QPointF()
        """Where the pointer is, in the viewport."""
        self._was_chosen = False
        self._on_nothing = False
        """The button went down beside every line and mark."""
        self._waits_to_extend: int | None = None
        """The line that Shift was held over, until it is known whether a lasso begins there."""

    @override
    def press(self, event: QMouseEvent) -> None:
        view = self.view
        self._at, self._start = event.position(), view.to_content(event.position())
        self._waits_to_extend, self._was_chosen, self._on_nothing = None, False, False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        grip = None if shift or self.face is None else next((grip for grip in self._grips if grip.grab(event)), None)
        if grip is not None:
            self._held, self._doing = grip, Doing.HELD
        elif view.face is not None:
            self._doing = Doing.PRESSED
            self._choose(event)
        view.viewport().update()

    @override
    def press_twice(self, event: QMouseEvent) -> None:
        """The line alone, where it stands."""
        if self.view.face is not None:
            line = self._under(self.view.to_content(event.position()))[1]
            if line is not None:
                self.view.choose(self._line(line))

    def _under(self, point: QPointF) -> tuple[Joint | None, int | None]:
        """The joint whose mark stands at a point of the content, and the line that a press there means."""
        assert self.view.face is not None
        joint = self.view.face.joint_at(point)
        return joint, joint.claim.right if joint is not None else self.view.face.line_at(point)

    def _choose(self, event: QMouseEvent) -> None:
        """What the press selects at once; a press on the selection may be the start of a drag, so it moves the cursor only."""
        joint, line = self._under(self._start)
        modifiers = event.modifiers()
        self._was_chosen = line is not None and line in self.view.choice.lines and joint is None
        self._on_nothing = line is None
        if line is None:
            return
        if joint is not None:
            self.view.choose(self._line(line))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._was_chosen = False
            if self.face is not None:
                self._waits_to_extend = line
            else:
                self._extend(line)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._toggle(line)
        else:
            self._go_to(line)

    def point_at(self, at: QPointF) -> None:
        """What is under a point of the viewport is selected, unless it is already."""
        line = self.view.line_at(at)
        if line is not None:
            self._go_to(line)
        elif (photo := self._photos.photo_at(at)) is not None:
            self.view.choose(photo_choice(photo))

    def _go_to(self, line: int) -> None:
        """The cursor goes to `line`; what is selected stays when the line is part of it."""
        chosen = self.view.choice
        if line in chosen.lines:
            self.view.choose(replace(chosen, line=line))
        else:
            self.choose_block(line)

    def choose_block(self, line: int) -> None:
        placement = self.view.placement
        assert placement is not None
        self.view.keys.anchor = line
        self.view.choose(block_choice(placement, line))

    def _line(self, line: int) -> Choice:
        assert self.view.placement is not None
        self.view.keys.anchor = line
        return line_choice(self.view.placement, line)

    def _toggle(self, line: int) -> None:
        """One line more or less; on a picture a whole block, as long as whole blocks are selected."""
        assert self.view.placement is not None
        self._was_chosen = False
        self.view.keys.anchor = line
        chosen, places = frozenset(self.view.choice.lines), self.view.placement.places
        are_blocks = all(chosen.issuperset(places[number].block.lines) for number in chosen)
        toggled = places[line].block.lines if self.face is not None and are_blocks else (line,)
        self._choose_lines(chosen ^ frozenset(toggled), line)

    def _extend(self, line: int) -> None:
        view = self.view
        assert view.face is not None
        anchor = view.keys.anchor if view.keys.anchor is not None else line
        self._choose_lines(frozenset(between(view.face.order(), anchor, line)), line)

    def _choose_lines(self, lines: frozenset[int], line: int) -> None:
        assert self.view.placement is not None
        at = line if line in lines else None
        self.view.choose(
            lines_choice(self.view.placement, lines, self.view.choice.article, at if self.face is not None else line)
        )

    @override
    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._doing is Doing.HELD:
            self._held.move(event)
        elif self._doing is Doing.PRESSED and is_far(self.view.to_viewport(self._start), self._at):
            self._begin_drag(event)
        elif self._doing is Doing.NOTHING and self.view.placement is not None:
            line = self.view.line_at(self._at)
            self.view.show_hovered(None if line is None else self.view.placement.places[line].block.id)
            found = (grip.cursor_at(self._at) for grip in self._grips) if self.face is not None else ()
            self.view.pointer.show_cursor(next((cursor for cursor in found if cursor is not None), None))

    def _begin_drag(self, event: QMouseEvent) -> None:
        start = self.view.to_viewport(self._start)
        if self.face is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._held = self._lasso
            self._lasso.begin(start)
        elif self._was_chosen:
            self._held = self._carry
        else:
            self._held = self._band
            self._band.begin(self._start)
        self._doing = Doing.HELD
        self._held.move(event)

    @override
    def scrolled(self) -> None:
        if self._doing is Doing.HELD:
            self._held.scrolled()

    @property
    @override
    def is_dragging(self) -> bool:
        return self._doing is Doing.HELD and self._held.is_dragging

    @override
    def release(self, event: QMouseEvent) -> None:
        doing, self._doing = self._doing, Doing.NOTHING
        if doing is Doing.HELD:
            self._held.release(event)
        elif doing is Doing.PRESSED:
            self._click(event)
        self.view.viewport().update()

    def _click(self, event: QMouseEvent) -> None:
        """What could not be known before the button went up without a drag."""
        if self._waits_to_extend is not None:
            self._extend(self._waits_to_extend)
        elif self._was_chosen:
            line = self.view.line_at(event.position())
            if line is not None:
                self.choose_block(line)
        elif self._on_nothing:
            self.view.choose(Choice(None, ()))

    @override
    def cancel(self) -> bool:
        """Only what would change something is given up: the selection stays as it was made."""
        given_up = self._doing is Doing.HELD and self._held.cancel()
        if given_up:
            self._doing = Doing.NOTHING
        return given_up

    @override
    def paint(self, painter: QPainter) -> None:
        if self._doing is Doing.HELD:
            self._held.paint(painter)
            return
        for grip in self._grips if self.face is not None else ():
            grip.paint(painter)
