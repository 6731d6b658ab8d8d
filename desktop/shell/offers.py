"""The articles of the page to choose from, by number and title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from desktop.shell.actions import Offer
from desktop.shell.editor import Editor
from models.domain.article import Article
from models.domain.label import Field
from models.domain.page import Page
from models.domain.text import plain

SHOWN = 28
"""Characters of a title."""


def giving(editor: Editor) -> Iterator[Offer]:
    """Every article may get the selected lines."""
    for number, _article, title in _titled(editor.page):
        yield Offer(title, partial(editor.give, number))


def merging(editor: Editor) -> Iterator[Offer]:
    """Every article but the selected one may be merged with it."""
    for _number, article, title in _titled(editor.page):
        if article.id != editor.chosen.article:
            yield Offer(title, partial(editor.merge_with, article.id))


def _titled(page: Page | None) -> Iterator[tuple[int, Article, str]]:
    """Number, article, and both in words: by its title, else by its first line."""
    lines = page.line_map() if page is not None else {}
    for number, article in enumerate(page.articles if page is not None else (), 1):
        title = article.value(Field.TITLE) or plain(lines[article.lines[0]])
        short = title if len(title) <= SHOWN else f"{title[:SHOWN]}…"
        yield number, article, f"{number}  {short}"
