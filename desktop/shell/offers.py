"""The articles of the page to choose from, by number and title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from desktop.shell.actions import Offer
from desktop.shell.editor import Editor
from models.domain.article import Article
from models.domain.cues import Way, cues, page_key
from models.domain.issue import Part
from models.domain.label import Field
from models.domain.page import Page
from models.domain.text import plain
from models.i18n import _
from models.wording.links import page_name, part_title

SHOWN = 28
"""Characters of a title."""
MOST = 60
"""Articles of other pages to choose from."""


def giving(editor: Editor) -> Iterator[Offer]:
    """Every article may get the selected lines."""
    for number, _article, title in _titled(editor.page):
        yield Offer(title, partial(editor.give, number))


def merging(editor: Editor) -> Iterator[Offer]:
    """Every article but the selected one may be merged with it."""
    for _number, article, title in _titled(editor.page):
        if article.id != editor.chosen.article:
            yield Offer(title, partial(editor.merge_with, article.id))


def linking(editor: Editor) -> Iterator[Offer]:
    """Articles on other pages in which the selected one may go on; where it says on which page, those of that page."""
    page, article = editor.page, editor.chosen.article
    own = page.article(article) if page is not None and article is not None else None
    if page is None or own is None:
        return
    lines, rest = page.line_map(), editor.rest_of_issue()
    told = {key for n in own.lines for said in cues(lines[n].text) if said.way is Way.ON for key in said.pages}
    named = [other for other in rest if page_key(other.header.number or "") in told]
    for part in islice((Part(other, one) for other in named or rest for one in other.articles), MOST):
        text = _("Page {page}: {title}").format(page=page_name(part), title=part_title(part))
        yield Offer(text, partial(editor.link_to, part))


def _titled(page: Page | None) -> Iterator[tuple[int, Article, str]]:
    """Number, article, and both in words: by its title, else by its first line."""
    lines = page.line_map() if page is not None else {}
    for number, article in enumerate(page.articles if page is not None else (), 1):
        title = article.value(Field.TITLE) or plain(lines[article.lines[0]])
        short = title if len(title) <= SHOWN else f"{title[:SHOWN]}…"
        yield number, article, f"{number}  {short}"
