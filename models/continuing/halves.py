"""Halves of articles: where the text of one may stop to go on elsewhere, and where another's may go on from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.article import Article
from models.domain.cues import Cue, Way, cue, without_cues
from models.domain.label import Field
from models.domain.line import Line
from models.domain.page import Page
from models.domain.role import HEADING_ROLES, TEXT_ROLES, Role
from models.domain.text import headline, plain

AROUND = 6
"""Lines at the seam that are looked at."""


@dataclass(frozen=True, slots=True)
class Half:
    page: Page
    article: Article
    line: int
    """The last of its text before the seam, or the first after it."""
    cue: Cue | None
    title: str
    heading: str
    """Title with kicker and subtitle."""
    seam: str
    """Its last words or its first ones."""
    text: str


def halves(page: Page, way: Way) -> Iterator[Half]:
    """All that may go on elsewhere (ON) or come from there (BACK): at each cue, and every article that has none."""
    lines, said = page.line_map(), set()
    for line in page.lines:
        found = cue(line.text, way)
        place = _at_cue(page, lines, line, way) if found is not None else None
        if place is not None:
            said.add(place[0].id)
            yield _half(page, lines, place, found, way)
    for article in page.articles:
        text = _text(article, lines, way)
        if article.id not in said and text:
            yield _half(page, lines, (article, text[-1] if way is Way.ON else text[0]), None, way)


def _at_cue(page: Page, lines: dict[int, Line], line: Line, way: Way) -> tuple[Article, int] | None:
    """The article that a cue speaks of, and the line of its text at the seam."""
    home = page.article_of_line(line.number)
    if home is not None:
        order = home.lines
        at, texts = order.index(line.number), set(_text(home, lines, way))
        side = order[: at + 1][::-1] if way is Way.ON else order[at:]
        seam = next((number for number in side if number in texts), None)
        if seam is not None:
            return home, seam
    return _beside(page, lines, line, way)


def _beside(page: Page, lines: dict[int, Line], line: Line, way: Way) -> tuple[Article, int] | None:
    """The text next above (ON) or below (BACK) a cue that stands in no article, or at the wrong end of one."""
    texts = [(lines[n], article) for article in page.articles for n in _text(article, lines, way) if n != line.number]
    near = [(far, other.number, article) for other, article in texts if (far := _distance(line, other, way)) is not None]
    if not near:
        return None
    _, number, article = min(near, key=lambda item: item[:2])
    return article, number


def _distance(line: Line, other: Line, way: Way) -> float | None:
    """How far `other` stands above (ON) or below (BACK) in the column; by the order of lines where they have no place."""
    above, below = (other, line) if way is Way.ON else (line, other)
    if above.outline is None or below.outline is None:
        return float(below.number - above.number) if below.number > above.number else None
    one, two = above.outline, below.outline
    gap = two.y0 - one.y1
    return gap if min(one.x1, two.x1) > max(one.x0, two.x0) and gap > -min(one.height, two.height) / 2 else None


def _text(article: Article, lines: dict[int, Line], way: Way) -> list[int]:
    """The lines of its text, in reading order, in which more than a cue stands."""
    numbers = (number for block in article.with_roles(TEXT_ROLES) for number in block.lines)
    return [number for number in numbers if without_cues(plain(lines[number]), way)]


def _half(page: Page, lines: dict[int, Line], place: tuple[Article, int], found: Cue | None, way: Way) -> Half:
    article, line = place
    order = _text(article, lines, way)
    texts = [without_cues(plain(lines[number]), way) for number in order]
    at = order.index(line)
    seam = texts[max(0, at - AROUND + 1) : at + 1] if way is Way.ON else texts[at : at + AROUND]
    return Half(
        page,
        article,
        line,
        found,
        found.title if found is not None and found.title else _printed(article, lines, {Role.HEADLINE}),
        _printed(article, lines, HEADING_ROLES),
        "".join(seam),
        "".join(texts),
    )


def _printed(article: Article, lines: dict[int, Line], roles: frozenset[Role] | set[Role]) -> str:
    """Headings as they stand; the title that somebody gave where none is printed."""
    numbers = [number for block in article.with_roles(roles) for number in block.lines]
    # A cue is often set as large as a heading.
    printed = [lines[n] for n in numbers if cue(lines[n].text, Way.BACK) is None and cue(lines[n].text, Way.ON) is None]
    return headline(printed) or article.value(Field.TITLE) or ""
