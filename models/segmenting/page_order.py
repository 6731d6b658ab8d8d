"""The order of the articles on a printed page: from the top down, from left to right; the painting order means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.domain.geometry import Rect, union
from models.domain.line import Line
from models.domain.proposal import Segment
from models.domain.role import HEADING_ROLES

BAND = 0.04
"""Part of the page's height within which two articles begin side by side."""

Article = tuple[Segment, ...]


def in_page_order(articles: Sequence[Article], lines: Iterable[Line]) -> tuple[Article, ...]:
    """`articles` by where each begins; as they are where a line has no outline, as in a dump."""
    outlines = {line.number: line.outline for line in lines}
    known = {number: outline for number, outline in outlines.items() if outline is not None}
    if len(known) < len(outlines):
        return tuple(articles)
    return tuple(sorted(articles, key=lambda article: _place(_beginning(article, known))))


def _beginning(article: Article, outlines: Mapping[int, Rect]) -> Rect:
    """Around its headings; around all of an article without any."""
    headings = [n for segment in article if segment.role in HEADING_ROLES for n in segment.lines]
    around = union(outlines[n] for n in headings or [n for segment in article for n in segment.lines])
    assert around is not None, "an article has lines"
    return around


def _place(beginning: Rect) -> tuple[int, float]:
    return int(beginning.y0 / BAND), beginning.x0
