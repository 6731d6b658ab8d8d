"""The photographs of a page as it comes in, each with the article it most likely belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from models.domain.article import Article, Block
from models.domain.geometry import Rect, union
from models.domain.line import Line, Reading
from models.domain.photo import Photo
from models.domain.role import Role
from models.editing.edit import NewId

_NEAR = 0.04
"""Parts of the page's height or width between a photo and its caption, at most."""


def photos(reading: Reading, articles: Iterable[Article], new_id: NewId) -> tuple[Photo, ...]:
    lines, articles = {line.number: line for line in reading.lines}, tuple(articles)
    return tuple(Photo(new_id(), outline, _home(outline, articles, lines)) for outline in reading.graphics.photos)


def _home(photo: Rect, articles: tuple[Article, ...], lines: Mapping[int, Line]) -> int | None:
    """The article of the nearest caption beside or below, else the one whose text surrounds the photo; else nobody's."""
    captions = list(_hulls(articles, lines, frozenset({Role.CAPTION})))
    near = [(gap, article) for gap, article in ((_gap(photo, hull), article) for article, hull in captions) if gap <= _NEAR]
    if near:
        return min(near)[1]
    around = [article for article, hull in _hulls(articles, lines, frozenset(Role)) if _holds(hull, photo.centre)]
    return around[0] if len(set(around)) == 1 else None


def _hulls(articles: tuple[Article, ...], lines: Mapping[int, Line], roles: frozenset[Role]) -> Iterator[tuple[int, Rect]]:
    for article in articles:
        for block in article.with_roles(roles):
            hull = _hull(block, lines)
            if hull is not None:
                yield article.id, hull


def _hull(block: Block, lines: Mapping[int, Line]) -> Rect | None:
    return union(outline for number in block.lines if (outline := lines[number].outline) is not None)


def _gap(a: Rect, b: Rect) -> float:
    """The room between two rectangles, in parts of the page; 0 where they touch."""
    across, down = max(a.x0, b.x0) - min(a.x1, b.x1), max(a.y0, b.y0) - min(a.y1, b.y1)
    return max(across, 0.0) + max(down, 0.0)


def _holds(rect: Rect, point: tuple[float, float]) -> bool:
    return rect.x0 <= point[0] <= rect.x1 and rect.y0 <= point[1] <= rect.y1
