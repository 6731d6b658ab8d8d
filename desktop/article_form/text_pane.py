"""The article's text as it reads, block by block with their roles; to select and to copy."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop import colours
from models.domain.article import Article, Block
from models.domain.line import Line, Regime
from models.domain.page import Page
from models.domain.role import HEADING_ROLES, Role
from models.domain.text import headline, paragraphs
from models.i18n import _
from models.wording import role_name

_STYLES = {
    Role.HEADLINE: "font-size: large; font-weight: bold;",
    Role.CROSSHEAD: "font-weight: bold; margin-top: 6px;",
    Role.CAPTION: "font-style: italic; margin-left: 14px;",
    Role.LEAD: "font-weight: 600;",
}


class TextPane(QTextBrowser):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._dark = False
        self.setOpenLinks(False)
        self.setAccessibleName(_("Text"))
        self.document().setDocumentMargin(8)

    def show_article(self, page: Page, article: Article) -> None:
        """Rewritten only when its blocks are others than before."""
        before, dark = self._article, colours.is_dark(self.palette())
        same = before is not None and before.id == article.id
        if before is not None and same and before.blocks == article.blocks and dark == self._dark:
            return
        self._article, self._dark = article, dark
        scrolled = self.verticalScrollBar().value()
        self.setHtml("".join(_pieces(page, article, self.palette())))
        self.verticalScrollBar().setValue(scrolled if same else 0)


def _pieces(page: Page, article: Article, palette: QPalette) -> Iterator[str]:
    lines = page.line_map()
    quiet = colours.quiet_colour(palette).name()
    for role, run in groupby(article.blocks, lambda block: block.role):
        blocks = list(run)
        name = html.escape(role_name(role))
        yield f'<p style="color: {quiet}; font-size: small; margin: 7px 0 1px 0;">{name}</p>'
        colour = f"color: {quiet};" if role in (Role.CAPTION, Role.BYLINE, Role.SIGNATURE) else ""
        for text in _texts(role, blocks, lines, page.regime):
            yield f'<p style="margin: 0 0 4px 0; line-height: 135%; {colour} {_STYLES.get(role, "")}">{html.escape(text)}</p>'


def _texts(role: Role, blocks: list[Block], lines: dict[int, Line], regime: Regime) -> Iterator[str]:
    if role in HEADING_ROLES or role is Role.CROSSHEAD:
        yield from (headline([lines[number] for number in block.lines]) for block in blocks)
    else:
        yield from paragraphs([lines[number] for block in blocks for number in block.lines], regime)
