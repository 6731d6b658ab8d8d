"""Photos: drawn, moved, given and taken away, and never left with an article that is no more."""

from __future__ import annotations

import pytest

from models.domain.geometry import Rect
from models.domain.page import Page
from models.domain.photo import Photo
from models.editing.articles import DissolveArticle, MergeArticles, SplitArticle
from models.editing.history import History
from models.editing.photos import DeletePhoto, DrawPhoto, GivePhoto, ReshapePhoto
from models.errors import EditRefused
from models.store import queries

PLACE = Rect(0.1, 0.2, 0.4, 0.5)


@pytest.fixture
def photo(history: History, page: Page) -> Photo:
    history.perform(DrawPhoto(PLACE, page.articles[0].id), page.id)
    return queries.page(page.id).photos[0]


def test_a_drawn_photo_is_filed_and_undone(history: History, page: Page, photo: Photo) -> None:
    assert (photo.outline, photo.article) == (PLACE, page.articles[0].id)
    history.undo()
    assert queries.page(page.id) == page


def test_a_photo_is_reshaped_given_away_and_deleted(history: History, page: Page, photo: Photo) -> None:
    history.perform(ReshapePhoto(photo.id, Rect(0.5, 0.6, 0.2, 1.3)), page.id)
    history.perform(GivePhoto(photo.id, None), page.id)
    assert queries.page(page.id).photos == (Photo(photo.id, Rect(0.2, 0.6, 0.5, 1.0)),)
    history.perform(DeletePhoto(photo.id), page.id)
    assert queries.page(page.id) == page


def test_a_photo_goes_with_its_article(history: History, page: Page, photo: Photo) -> None:
    first = page.articles[0].id
    history.perform(SplitArticle(first, 2), page.id)
    other = queries.page(page.id).articles[1].id
    assert queries.page(page.id).photos == (photo,)
    history.perform(MergeArticles(other, first), page.id)
    assert [p.article for p in queries.page(page.id).photos] == [other]
    history.perform(DissolveArticle(other), page.id)
    assert [p.article for p in queries.page(page.id).photos] == [None]


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (DrawPhoto(Rect(1.2, 0.1, 1.4, 0.5)), "empty_outline"),
        (DrawPhoto(PLACE, -1), "article_gone"),
        (ReshapePhoto(-1, PLACE), "photo_gone"),
        (DeletePhoto(-1), "photo_gone"),
        (GivePhoto(-1), "photo_gone"),
    ],
)
def test_nonsense_is_refused(history: History, page: Page, edit: DrawPhoto, why: str) -> None:
    with pytest.raises(EditRefused) as refused:
        history.perform(edit, page.id)
    assert refused.value.why == why
    assert queries.page(page.id) == page
