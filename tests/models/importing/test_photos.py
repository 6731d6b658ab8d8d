"""Whose a photo is when a page comes in: by its caption, else by the text around it."""

from __future__ import annotations

import itertools

from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading, SourceKind
from models.domain.photo import Photo
from models.domain.role import Role
from models.importing.photos import photos

ABOVE, BESIDE, FAR = Rect(0.1, 0.1, 0.4, 0.3), Rect(0.45, 0.1, 0.6, 0.3), Rect(0.6, 0.6, 0.9, 0.9)
INSIDE = Rect(0.3, 0.45, 0.35, 0.5)
LINES = (
    Line(1, "图为新桥。", Rect(0.1, 0.31, 0.4, 0.32)),
    Line(2, "北岸新桥昨日通车。", Rect(0.1, 0.4, 0.5, 0.42)),
    Line(3, "市民前来观看。", Rect(0.1, 0.52, 0.5, 0.55)),
    Line(4, "夜校开班。"),
)
ARTICLES = (
    Article(10, (Block(20, Role.BODY, (4,)),)),
    Article(11, (Block(21, Role.CAPTION, (1,)), Block(22, Role.BODY, (2, 3)))),
)


def homes(*places: Rect) -> list[int | None]:
    reading = Reading(LINES, SourceKind.PICTURE, graphics=Graphics(photos=places))
    return [photo.article for photo in photos(reading, ARTICLES, lambda: 1)]


def test_a_photo_is_its_captions() -> None:
    assert homes(ABOVE) == [11]


def test_a_photo_amid_a_text_is_that_texts() -> None:
    assert homes(INSIDE) == [11]


def test_a_photo_far_from_every_text_is_nobodys() -> None:
    assert homes(FAR) == [None]


def test_photos_are_numbered_as_they_were_found() -> None:
    fresh = itertools.count(70)
    reading = Reading((), SourceKind.PICTURE, graphics=Graphics(photos=(ABOVE, BESIDE)))
    assert photos(reading, (), lambda: next(fresh)) == (Photo(70, ABOVE), Photo(71, BESIDE))
