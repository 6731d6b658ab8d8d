"""Articles without a title, with two, with one far away, and bylines that nobody's text goes with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from models.domain.article import Block
from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.geometry import Rect, union
from models.domain.label import Field
from models.domain.line import Line
from models.domain.page import Page
from models.domain.role import HEADING_ROLES, TEXT_ROLES, Role
from models.domain.text import ends_sentence, plain, text_width

_TITLE_WIDTH = 30.0
"""Full-width characters that a line may have to be taken for a title."""

_FAR = 0.2
"""Parts of the page's height or width between a headline and its text."""

_FAR_LINES = 15
"""Lines of other articles between a headline and its text, where there are no outlines."""

_NAMES = frozenset({Role.BYLINE, Role.SIGNATURE})


def missing_titles(page: Page) -> Iterator[Finding]:
    for article in page.articles:
        if article.value(Field.TITLE) is None and not any(article.with_roles({Role.HEADLINE})):
            first, *rest = (page.line(number) for number in article.lines[:2])
            titled = article.blocks[0].role in TEXT_ROLES and bool(rest) and _like_title(plain(first), plain(rest[0]))
            yield Finding(FindingKind.NO_TITLE, (first.number,), article.id, remedy=Remedy.HEADLINE if titled else None)


def _like_title(first: str, second: str) -> bool:
    """Short, no sentence, and not a line of the same column as the next."""
    width = text_width(first)
    return 0 < width <= _TITLE_WIDTH and not ends_sentence(first) and abs(width - text_width(second)) >= 2


def second_titles(page: Page) -> Iterator[Finding]:
    """Heading blocks in one run make one title; another run with a headline in it, after text, is a second."""
    for article in page.articles:
        runs = [tuple(run) for heading, run in groupby(article.blocks, lambda block: block.role in HEADING_ROLES) if heading]
        titles = [run for run in runs if any(block.role is Role.HEADLINE for block in run)]
        for _, second in pairwise(titles):
            lines = tuple(number for block in second for number in block.lines)
            yield Finding(FindingKind.TWO_TITLES, lines, article.id, remedy=Remedy.SPLIT)


def lone_bylines(page: Page) -> Iterator[Finding]:
    for article in page.articles:
        if all(block.role in _NAMES for block in article.blocks):
            yield Finding(FindingKind.LONE_BYLINE, article.lines, article.id)


def far_headlines(page: Page) -> Iterator[Finding]:
    lines = page.line_map()
    homes = {number: article.id for article in page.articles for number in article.lines}
    for article in page.articles:
        text = [number for block in article.with_roles(TEXT_ROLES) for number in block.lines]
        for block in article.with_roles({Role.HEADLINE}):
            if text and _is_far(block, text, lines, homes):
                yield Finding(FindingKind.FAR_HEADLINE, block.lines, article.id)


def _is_far(headline: Block, text: list[int], lines: dict[int, Line], homes: dict[int, int]) -> bool:
    spot = union(outline for number in headline.lines if (outline := lines[number].outline))
    outlines = [outline for number in text if (outline := lines[number].outline)]
    if spot is not None and outlines:
        return min(_gap(spot, outline) for outline in outlines) > _FAR
    nearest = min(text, key=lambda number: min(abs(number - own) for own in headline.lines))
    own = min(headline.lines, key=lambda number: abs(number - nearest))
    between = range(min(own, nearest) + 1, max(own, nearest))
    return sum(number in homes for number in between) > _FAR_LINES


def _gap(a: Rect, b: Rect) -> float:
    """The larger of the distances between two rectangles across and down the page; 0 where they overlap."""
    across = max(a.x0 - b.x1, b.x0 - a.x1, 0.0)
    down = max(a.y0 - b.y1, b.y0 - a.y1, 0.0)
    return max(across, down)
