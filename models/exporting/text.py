"""An article's text as it reads: paragraphs, whatever columns and pictures stood between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from models.domain.article import Article
from models.domain.line import Line, Regime
from models.domain.role import TEXT_ROLES, Role
from models.domain.text import paragraphs


def article_text(article: Article, lines: Mapping[int, Line], regime: Regime) -> str:
    """The running text, a paragraph a line; `lines` are the page's, by number."""
    # Neighbours of one role are reflowed as one, since a sentence goes on where a picture or another article cut in.
    blocks = groupby(article.with_roles(TEXT_ROLES), key=lambda block: block.role)
    runs = ((number for block in run for number in block.lines) for _, run in blocks)
    return _joined(runs, lines, regime)


def caption_text(article: Article, lines: Mapping[int, Line], regime: Regime) -> str:
    """What stands under the article's pictures, a paragraph a line."""
    return _joined((iter(block.lines) for block in article.with_roles({Role.CAPTION})), lines, regime)


def _joined(runs: Iterator[Iterator[int]], lines: Mapping[int, Line], regime: Regime) -> str:
    return "\n".join(paragraph for run in runs for paragraph in paragraphs([lines[number] for number in run], regime))
