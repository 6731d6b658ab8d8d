"""Bodies that start or stop in mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from models.checking.continuations import goes_on, went_before
from models.domain.article import Article
from models.domain.finding import Finding, FindingKind
from models.domain.line import Line, Regime
from models.domain.page import Page
from models.domain.role import Role
from models.domain.text import ends_sentence, open_end, open_start, plain, text_width

_TEXT = frozenset({Role.LEAD, Role.BODY})

_SHORT = 8.0
"""Full-width characters under which an unfinished last line reads as a name or a date, not as a cut sentence."""


def open_starts(page: Page) -> Iterator[Finding]:
    lines = page.line_map()
    for article in page.articles:
        text = _text(article, lines)
        if text and open_start(plain(text[0])) and not any(map(went_before, text[:2])):
            yield Finding(FindingKind.OPEN_START, (text[0].number,), article.id)


def open_ends(page: Page) -> Iterator[Finding]:
    lines = page.line_map()
    for article in page.articles:
        text = _text(article, lines)
        if text and _stops(text[-1]) and _is_prose(text, page.regime) and not any(map(goes_on, _all(article, lines))):
            yield Finding(FindingKind.OPEN_END, (text[-1].number,), article.id)


def _all(article: Article, lines: dict[int, Line]) -> list[Line]:
    return [lines[number] for number in article.lines]


def _text(article: Article, lines: dict[int, Line]) -> list[Line]:
    numbers = (number for block in article.with_roles(_TEXT) for number in block.lines)
    return [lines[number] for number in numbers if lines[number].text.strip()]


def _stops(line: Line) -> bool:
    text = plain(line)
    return open_end(text) and (text_width(text) >= _SHORT or text.endswith(("，", "、", ",")))


def _is_prose(text: list[Line], regime: Regime) -> bool:
    """Verse and tables do not end their lines with a full stop; in wrapped lines it stands anywhere."""
    if regime is Regime.WRAPPED:
        return any("。" in line.text for line in text)
    return 2 * sum(ends_sentence(plain(line)) for line in text) >= len(text) - 1
