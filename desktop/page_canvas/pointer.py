"""The mouse on the canvas: click, double click, range, rubber band, drag of lines, pan."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from desktop import colours
from desktop.page_canvas.choosing import Choice, Drop, between, block_choice, drop_at, line_choice, lines_choice
from desktop.page_canvas.marks import badge_size, draw_badge
from models.domain.joint import Joint
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.view import CanvasView

EDGE = 28
"""Pixels from the view's edge at which dragging scrolls."""


class Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    """A button is down and nothing is dragged yet."""
    BANDING = auto()
    DRAGGING = auto()
    PANNING = auto()


class Pointer:
    """Turns mouse events of one view into choices and drops."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._doing = Doing.NOTHING
        self._start = QPointF()
        """Where the button went down, in content coordinates."""
        self._at = QPointF()
        """Where the pointer is, in the viewport."""
        self._space = False
        self._was_chosen = False
        self._on_nothing = False
        """The button went down beside every line and mark."""
        self._scroller = QTimer(view, interval=30)
        self._scroller.timeout.connect(self._on_scroll_due)

    @property
    def doing(self) -> Doing:
        return self._doing

    def pan_key(self, held: bool) -> None:
        """Space goes down or up."""
        self._space = held
        if self._doing is not Doing.PANNING:
            self._show_cursor(Qt.CursorShape.OpenHandCursor if held else None)

    def press(self, event: QMouseEvent) -> None:
        self._at = event.position()
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self._doing = Doing.PANNING
            self._show_cursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton and self._view.face is not None:
            self._doing = Doing.PRESSED
            self._start = self._view.to_content(event.position())
            self._choose(event)

    def press_twice(self, event: QMouseEvent) -> None:
        """A double click: the line alone, where it stands."""
        if self._view.face is not None and event.button() is Qt.MouseButton.LeftButton:
            line = self._under(self._view.to_content(event.position()))[1]
            if line is not None:
                self._say(self._line(line))

    def _under(self, point: QPointF) -> tuple[Joint | None, int | None]:
        """The joint whose mark stands at a point of the content, and the line that a press there means."""
        assert self._view.face is not None
        joint = self._view.face.joint_at(point)
        return joint, joint.claim.right if joint is not None else self._view.face.line_at(point)

    def _choose(self, event: QMouseEvent) -> None:
        """What the press selects at once; a press on the selection may be the start of a drag, so it moves the cursor only."""
        view = self._view
        joint, line = self._under(self._start)
        self._was_chosen = line is not None and line in view.choice.lines and joint is None
        self._on_nothing = line is None
        modifiers = event.modifiers()
        if line is None:
            return
        if joint is not None:
            self._say(self._line(line))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._extend(line)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._toggle(line)
        else:
            self.point_at(line)
        view.viewport().update()

    def point_at(self, line: int) -> None:
        """The cursor goes to `line`; what is selected stays when the line is part of it."""
        chosen = self._view.choice
        if line in chosen.lines:
            self._say(replace(chosen, line=line))
        else:
            self.choose_block(line)

    def choose_block(self, line: int) -> None:
        placement = self._view.placement
        assert placement is not None
        self._view.keys.anchor = line
        self._say(block_choice(placement, line))

    def _line(self, line: int) -> Choice:
        assert self._view.placement is not None
        self._view.keys.anchor = line
        return line_choice(self._view.placement, line)

    def _toggle(self, line: int) -> None:
        self._was_chosen = False
        self._view.keys.anchor = line
        self._say_lines(set(self._view.choice.lines) ^ {line}, line)

    def _extend(self, line: int) -> None:
        self._was_chosen = False
        view = self._view
        assert view.face is not None
        anchor = view.keys.anchor if view.keys.anchor is not None else line
        self._say_lines(set(between(view.face.order(), anchor, line)), line)

    def _say_lines(self, lines: set[int], line: int) -> None:
        assert self._view.placement is not None
        self._say(lines_choice(self._view.placement, lines, self._view.choice.article, line))

    def _say(self, choice: Choice) -> None:
        self._view.choose(choice)

    def move(self, event: QMouseEvent) -> None:
        before, self._at = self._at, event.position()
        view = self._view
        if self._doing is Doing.PANNING:
            view.scroll_by((self._at - before).toPoint())
            return
        if self._doing is Doing.PRESSED and self._is_far():
            self._doing = Doing.DRAGGING if self._was_chosen else Doing.BANDING
            self._scroller.start()
        if self._doing in (Doing.BANDING, Doing.DRAGGING):
            self._drag()
        elif view.placement is not None:
            line = view.line_at(self._at)
            view.show_hovered(None if line is None else view.placement.places[line].block.id)

    def _is_far(self) -> bool:
        moved = self._view.to_content(self._at) - self._start
        return moved.manhattanLength() >= QApplication.startDragDistance()

    def _drag(self) -> None:
        view = self._view
        assert view.placement is not None
        assert view.face is not None
        if self._doing is Doing.BANDING:
            lines = view.face.lines_within(self._band())
            self._say(lines_choice(view.placement, lines, None))
            view.viewport().update()
            return
        line = view.line_at(self._at)
        rect = view.face.line_rect(line) if line is not None else None
        below = rect is not None and view.to_content(self._at).y() > rect.center().y()
        drop = drop_at(view.placement, view.choice.lines, line, below) if line is not None else None
        self._show_cursor(Qt.CursorShape.ForbiddenCursor if drop is None else Qt.CursorShape.DragMoveCursor)
        view.show_drop(drop)
        view.viewport().update()

    def _band(self) -> QRectF:
        """Between where the button went down and the pointer, in content coordinates."""
        return QRectF(self._start, self._view.to_content(self._at)).normalized()

    def _on_scroll_due(self) -> None:
        """Scrolls while something is dragged along the edge of the view."""
        height = self._view.viewport().height()
        over = min(0.0, self._at.y() - EDGE) + max(0.0, self._at.y() - (height - EDGE))
        if over and self._doing in (Doing.BANDING, Doing.DRAGGING):
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + round(over))
            self._drag()

    def release(self, event: QMouseEvent) -> None:
        doing, self._doing = self._doing, Doing.NOTHING
        self._scroller.stop()
        self._show_cursor(Qt.CursorShape.OpenHandCursor if self._space else None)
        view = self._view
        if doing is Doing.PRESSED and self._was_chosen:
            line = view.line_at(event.position())
            if line is not None:
                self.choose_block(line)
        elif doing is Doing.PRESSED and self._on_nothing:
            self._say(Choice(None, ()))
        elif doing is Doing.DRAGGING and view.drop is not None:
            drop = view.drop
            view.show_drop(None)
            view.dropped.emit(view.choice.lines, drop)
        view.viewport().update()

    def cancel(self) -> bool:
        """Escape during a drag; whether there was one."""
        dragging = self._doing is Doing.DRAGGING
        if dragging:
            self._doing = Doing.NOTHING
            self._scroller.stop()
            self._show_cursor(None)
            self._view.show_drop(None)
        return dragging

    def paint(self, painter: QPainter) -> None:
        """The rubber band, over everything, in viewport coordinates."""
        if self._doing is Doing.BANDING:
            accent = self._view.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(accent, 1))
            painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 40))
            painter.drawRect(QRectF(self._view.to_viewport(self._start), self._at).normalized())
        elif self._doing is Doing.DRAGGING and self._view.drop is not None:
            self._paint_drag(painter, self._view.drop)

    def _paint_drag(self, painter: QPainter, drop: Drop) -> None:
        """Says beside the pointer what goes where."""
        view = self._view
        assert view.placement is not None
        place, theme = view.placement.places[drop.at], view.look().theme
        text = _("Lines: {count} → article {article}").format(count=len(view.choice.lines), article=place.position + 1)
        painter.setFont(view.font())
        badge = badge_size(view.font(), text)
        badge.moveTopLeft(self._at + QPointF(16, 12))
        draw_badge(painter, badge, text, theme.strong(place), colours.badge_text(theme.dark))

    def _show_cursor(self, shape: Qt.CursorShape | None) -> None:
        viewport = self._view.viewport()
        if shape is None:
            viewport.unsetCursor()
        else:
            viewport.setCursor(shape)
