"""The scrolling window onto a face: scrolls, zooms at the pointer, keeps its place; mouse and keys are its tools'."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from desktop.page_canvas.choosing import Choice, Drop
from desktop.page_canvas.face import Face
from desktop.page_canvas.keys import LineKeys
from desktop.page_canvas.look import Look, Theme
from desktop.page_canvas.loupe import Loupe
from desktop.page_canvas.placement import Placement
from desktop.page_canvas.pointer import Pointer
from desktop.page_canvas.spots import Spot
from desktop.page_canvas.tips import described, tip_at
from desktop.page_canvas.tools.tool import ToolName
from models.domain.joint import Joint
from models.i18n import _

STEP = 1.15
"""Zoom of one notch of the wheel."""


class CanvasView(QAbstractScrollArea):
    """Shows one face; says what the editor chose and dropped, and changes nothing itself."""

    chosen = Signal(object)
    """A Choice, made here with mouse or keys."""
    dropped = Signal(object, object)
    """The dragged lines and the Drop."""
    carried = Signal(object, bool)
    """The selected lines, dragged beyond the view: the global QPoint, None once they are back, and whether they are let go."""
    edited = Signal(object, object)
    """An Edit that a tool asks for, and the lines to select after it, or None."""
    tool_changed = Signal(object)
    """The ToolName of what is in hand now."""
    zoomed = Signal(float)
    scrolled = Signal()
    """What is in view has moved."""
    menu_requested = Signal(object)
    """Global QPoint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Page"))
        self.viewport().setMouseTracking(True)
        self.face: Face | None = None
        self.placement: Placement | None = None
        self.choice = Choice(None, ())
        self.hovered: int | None = None
        self.drop: Drop | None = None
        self.pointed: int | None = None
        """A line that something beside the page speaks of."""
        self.pointer = Pointer(self)
        self.keys = LineKeys(self)
        self.loupe = Loupe(self)
        self._laid_out = QSizeF(self.viewport().size())
        self.is_choosing = False
        """The choice that is being made was made here, so it is in view."""

    # What is shown

    def show_face(self, face: Face | None, placement: Placement | None) -> None:
        """Another face or another state of the same one, which keeps its place."""
        shown, coming = self.placement, placement
        same = shown is not None and coming is not None and shown.page.id == coming.page.id
        anchor = self.face.anchor(self.to_content(QPointF(0, 0))) if same and self.face is not None else None
        self.face, self.placement = face, placement
        if face is not None and placement is not None:
            face.show(placement)
        self.hovered = self.drop = self.pointed = None
        self.pointer.tool.cancel()
        if not same:
            self.keys.forget()
            self.pointer.use(ToolName.CHOOSE)
        self._lay_out()
        if anchor is not None and face is not None:
            self.scroll_to(face.point_of(anchor), QPointF(0, 0))
        else:
            self.horizontalScrollBar().setValue(0)
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def show_choice(self, choice: Choice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.keys.follow(choice)
            self.setAccessibleDescription(described(self.placement, choice.lines) if self.placement is not None else "")
            self.viewport().update()

    def show_hovered(self, block: int | None) -> None:
        if block != self.hovered:
            self.hovered = block
            self.viewport().update()

    def show_pointed(self, line: int | None) -> None:
        if line != self.pointed:
            self.pointed = line
            self.viewport().update()

    def show_drop(self, drop: Drop | None) -> None:
        if drop != self.drop:
            self.drop = drop
            self.viewport().update()

    def choose(self, choice: Choice) -> None:
        """Says that mouse or keys chose something."""
        self.is_choosing = True
        try:
            self.chosen.emit(choice)
        finally:
            self.is_choosing = False

    def look(self) -> Look:
        chosen = self.choice
        theme, lines = Theme.of(self.palette()), frozenset(chosen.lines)
        return Look(theme, chosen.article, lines, self.hovered, chosen.line, self.drop, chosen.photo, self.pointed)

    # Where things are

    def _offset(self) -> QPointF:
        """Where the content's origin stands in the viewport: a page narrower than the view stands in the middle."""
        size = self.face.size() if self.face is not None else QSizeF()
        spare = max(0, round(self.viewport().width() - size.width()) // 2)
        spare_below = max(0, round(self.viewport().height() - size.height()) // 2) if self._is_picture() else 0
        return QPointF(spare - self.horizontalScrollBar().value(), spare_below - self.verticalScrollBar().value())

    def _is_picture(self) -> bool:
        return self.placement is not None and self.placement.page.source.height > 0

    def to_content(self, point: QPointF) -> QPointF:
        return point - self._offset()

    def to_viewport(self, point: QPointF) -> QPointF:
        return point + self._offset()

    def line_at(self, point: QPointF) -> int | None:
        """The line at a point of the viewport."""
        return self.face.line_at(self.to_content(point)) if self.face is not None else None

    def rects_at(self, joint: Joint) -> list[QRectF]:
        """Where the line at a joint and the line before it stand in the viewport, the line at the joint first."""
        if self.face is None:
            return []
        order, right = list(self.face.order()), joint.claim.right
        left = joint.claim.left if joint.claim.left is not None else order[max(0, order.index(right) - 1)]
        rects = [rect for rect in map(self.face.line_rect, dict.fromkeys((right, left))) if rect is not None]
        return [QRectF(self.to_viewport(rect.topLeft()), rect.size()) for rect in rects]

    # Scrolling and zooming

    def scroll_to(self, content: QPointF, viewport: QPointF) -> None:
        """Scrolls so that a point of the content stands at a point of the viewport, as far as that goes."""
        self.horizontalScrollBar().setValue(round(content.x() - viewport.x()))
        self.verticalScrollBar().setValue(round(content.y() - viewport.y()))

    def scroll_by(self, delta: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - delta.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - delta.y())

    def spot(self) -> Spot | None:
        """What is in the middle of the view, and how large; None where nothing is shown."""
        if self.face is None:
            return None
        x, y, _down = self.face.anchor(self.to_content(QPointF(self.viewport().rect().center())))
        return Spot(self.face.fits, self.face.zoom(), x, y)

    def go_to(self, spot: Spot) -> None:
        """Back to where `spot` was taken."""
        if self.face is None:
            return
        self.face.fits = spot.fits
        if spot.fits is None:
            self.face.set_zoom(spot.zoom)
        self._lay_out()
        self.scroll_to(self.face.point_of((spot.x, spot.y, 0.0)), QPointF(self.viewport().rect().center()))
        self.viewport().update()

    def seen(self) -> QRectF:
        """The part of the content that is in view."""
        return QRectF(self.to_content(QPointF(0, 0)), QSizeF(self.viewport().size()))

    def update_content(self, rect: QRectF) -> None:
        """Paints a part of the content again."""
        self.viewport().update(QRectF(self.to_viewport(rect.topLeft()), rect.size()).toAlignedRect())

    def hold_loupe(self) -> None:
        """Over what is under the pointer, until its key goes up."""
        if self._is_picture():
            self.loupe.hold(QPointF(self.viewport().mapFromGlobal(QCursor.pos())))

    def reveal(self, line: int) -> None:
        """Scrolls as little as shows `line`, but with some room around it."""
        rect = self.face.line_rect(line) if self.face is not None else None
        if rect is None:
            return
        seen = self.seen()
        if not seen.contains(rect.center()) or rect.top() < seen.top() or rect.bottom() > seen.bottom():
            x = seen.left() if seen.left() <= rect.left() and rect.right() <= seen.right() else rect.left() - 40
            self.scroll_to(QPointF(x, rect.top() - 0.25 * seen.height()), QPointF(0, 0))

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zooms so that what is at `at` (viewport, its middle when None) stays there."""
        if self.face is None:
            return
        self.face.fits = None
        at = QPointF(self.viewport().rect().center()) if at is None else at
        anchor = self.face.anchor(self.to_content(at))
        self.face.set_zoom(zoom)
        self._update_bars()
        self.scroll_to(self.face.point_of(anchor), at)
        self.zoomed.emit(self.face.zoom())
        self.viewport().update()

    def fit(self, whole: bool) -> None:
        """Shows the page's full width, or the `whole` page, also when the window's size changes."""
        if self.face is not None:
            self.face.fits = whole
            self._lay_out()
            self.viewport().update()

    def _lay_out(self) -> None:
        if self.face is None:
            self._update_bars()
            return
        viewport = self._laid_out = QSizeF(self.viewport().size())
        self.face.set_viewport(viewport)
        if self.face.fits is not None:
            self.face.fit(viewport, self.face.fits)
        self._update_bars()
        self.zoomed.emit(self.face.zoom())

    def _still_point(self) -> QPointF:
        """The point of the viewport, as it was laid out, that keeps what it shows while the size changes."""
        return QPointF(self._laid_out.width() / 2, self._laid_out.height() / 2) if self._is_picture() else QPointF(0, 0)

    def _update_bars(self) -> None:
        size = self.face.size() if self.face is not None else QSizeF()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width(), self.viewport().width()),
            (self.verticalScrollBar(), size.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(48)

    # Qt's own

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was in the middle of a picture, or at the top of a text, stays there."""
        if self.face is None:
            return
        anchor = self.face.anchor(self.to_content(self._still_point()))
        self._lay_out()
        if self.face.fits is None:
            self.scroll_to(self.face.point_of(anchor), self._still_point())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        ground = self.palette().color(QPalette.ColorRole.Base if not self._is_picture() else QPalette.ColorRole.Window)
        painter.fillRect(event.rect(), ground)
        if self.face is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            offset = self._offset()
            painter.translate(offset)
            self.face.paint(painter, QRectF(event.rect()).translated(-offset), self.look())
            painter.translate(-offset)
        self.pointer.paint(painter)
        self.loupe.paint(painter)
        painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self.scrolled.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.face is not None:
            self.set_zoom(self.face.zoom() * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)
        if self.loupe.is_held:
            self.loupe.hold(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.press_twice(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.pointer.press_key(event) and not self.keys.press(event):
            event.ignore()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer.pan_key(False)
        self.loupe.hold(None)
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pointer.point_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        self.menu_requested.emit(event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.pointer.wants(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self.show_hovered(None)
        return super().viewportEvent(event)

    def _tip(self, point: QPointF) -> str:
        if self.face is None or self.placement is None:
            return ""
        content = self.to_content(point)
        return tip_at(self.placement, self.face.joint_at(content), self.face.line_at(content))
