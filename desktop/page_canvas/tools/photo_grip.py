"""Selects, reshapes and gives away photographs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from typing_extensions import override

from desktop.page_canvas.choosing import photo_choice
from desktop.page_canvas.picture_paint import PAPER
from desktop.page_canvas.tools.grip import Grip
from desktop.page_canvas.tools.grips import Handle, cursor_for, dragged, handle_at, handles
from desktop.page_canvas.tools.preview import draw_grasp, draw_outline, draw_word, shown
from desktop.page_canvas.tools.tool import is_far
from models.domain.geometry import Rect
from models.domain.outline import Polygon, around
from models.domain.photo import Photo
from models.editing.photos import GivePhoto, ReshapePhoto
from models.i18n import _

if TYPE_CHECKING:
    from desktop.page_canvas.placement import Place
    from desktop.page_canvas.view import CanvasView


class PhotoGrip(Grip[Photo]):
    """Of the tool for choosing: what a press on a photo means, or on a handle of the selected one."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._handle: Handle | None = None
        """None while the photo itself is dragged, to the article it shall belong to."""

    def grab(self, event: QMouseEvent) -> bool:
        self._at = self._start = event.position()
        chosen = self._chosen()
        self._handle = handle_at(shown(self, corners_of(chosen.outline)), self._at) if chosen is not None else None
        self._held = chosen if self._handle is not None else self.photo_at(self._at)
        if self._held is not None and self._held is not chosen:
            self.view.choose(photo_choice(self._held))
        return self._held is not None

    def _chosen(self) -> Photo | None:
        wanted = self.view.choice.photo
        return next((photo for photo in self.page.photos if photo.id == wanted), None) if self._is_shown() else None

    def _is_shown(self) -> bool:
        return self.face is not None and self.view.placement is not None

    def photo_at(self, at: QPointF) -> Photo | None:
        """Where no line stands."""
        if not self._is_shown() or not self.page.photos or self.view.line_at(at) is not None:
            return None
        content = self.view.to_content(at)
        assert self.face is not None
        return next((photo for photo in self.page.photos if self.face.to_content(photo.outline).contains(content)), None)

    def cursor_at(self, at: QPointF) -> Qt.CursorShape | None:
        chosen = self._chosen()
        corners = shown(self, corners_of(chosen.outline)) if chosen is not None else []
        handle = handle_at(corners, at)
        return cursor_for(corners, handle) if handle is not None else None

    def _now(self, photo: Photo, handle: Handle) -> Rect:
        return around(dragged(corners_of(photo.outline), handle, self.page_point(self._at), alone=False))

    def _target(self) -> Place | None:
        """How the line under the pointer stands, if it is in an article."""
        line = self.view.line_at(self._at)
        place = self.view.placement.places[line] if line is not None and self.view.placement is not None else None
        return place if place is not None and place.article is not None else None

    @override
    def release(self, event: QMouseEvent) -> None:
        self._at = event.position()
        held, self._held = self._held, None
        if held is None or not is_far(self._start, self._at):
            return
        if self._handle is not None:
            self.view.edited.emit(ReshapePhoto(held.id, self._now(held, self._handle)), None)
        elif (target := self._target()) is not None and target.article != held.article:
            self.view.edited.emit(GivePhoto(held.id, target.article), None)
        self.view.viewport().update()

    @override
    def paint(self, painter: QPainter) -> None:
        photo = self._held if self._held is not None else self._chosen()
        if photo is None:
            return
        is_dragged = self._held is not None and is_far(self._start, self._at)
        outline = corners_of(self._now(photo, self._handle) if is_dragged and self._handle is not None else photo.outline)
        if is_dragged:
            draw_outline(painter, shown(self, outline))
        if is_dragged and self._handle is None:
            self._say_target(painter)
        for handle in handles(shown(self, outline)):
            draw_grasp(painter, handle.at, handle.is_edge, held=False)

    def _say_target(self, painter: QPainter) -> None:
        target = self._target()
        if target is not None:
            text = _("Photo → article {article}").format(article=target.position + 1)
            draw_word(painter, self, self._at, text, PAPER.strong(target))


def corners_of(rect: Rect) -> Polygon:
    """Clockwise from the top left."""
    return (rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)
