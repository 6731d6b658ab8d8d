"""Edits of photographs: where they are on the page, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.domain.geometry import Rect
from models.domain.page import Page
from models.domain.photo import Photo
from models.editing.edit import NewId, article_of
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class DrawPhoto:
    """A photo that the reader did not find."""

    outline: Rect
    article: int | None = None

    def apply(self, page: Page, new_id: NewId) -> Page:
        _check_article(page, self.article)
        return _with(page, (*page.photos, Photo(new_id(), _on_page(self.outline), self.article)))


@dataclass(frozen=True, slots=True)
class ReshapePhoto:
    photo: int
    outline: Rect

    def apply(self, page: Page, new_id: NewId) -> Page:
        return _altered(page, replace(_photo(page, self.photo), outline=_on_page(self.outline)))


@dataclass(frozen=True, slots=True)
class DeletePhoto:
    """No photo after all; its caption's lines stay where they are."""

    photo: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        gone = _photo(page, self.photo)
        return _with(page, (photo for photo in page.photos if photo is not gone))


@dataclass(frozen=True, slots=True)
class GivePhoto:
    """The photo belongs to `article`, or to none."""

    photo: int
    article: int | None = None

    def apply(self, page: Page, new_id: NewId) -> Page:
        _check_article(page, self.article)
        return _altered(page, replace(_photo(page, self.photo), article=self.article))


def _photo(page: Page, photo_id: int) -> Photo:
    photo = next((photo for photo in page.photos if photo.id == photo_id), None)
    if photo is None:
        raise EditRefused("photo_gone")
    return photo


def _check_article(page: Page, article_id: int | None) -> None:
    if article_id is not None:
        article_of(page, article_id)


def _on_page(outline: Rect) -> Rect:
    """`outline` as far as it lies on the page, whichever corner it was drawn from."""
    xs, ys = sorted((outline.x0, outline.x1)), sorted((outline.y0, outline.y1))
    rect = Rect(max(xs[0], 0.0), max(ys[0], 0.0), min(xs[1], 1.0), min(ys[1], 1.0))
    if rect.width <= 0 or rect.height <= 0:
        raise EditRefused("empty_outline")
    return rect


def _altered(page: Page, altered: Photo) -> Page:
    return _with(page, (altered if photo.id == altered.id else photo for photo in page.photos))


def _with(page: Page, photos: Iterable[Photo]) -> Page:
    return replace(page, photos=tuple(photos))
