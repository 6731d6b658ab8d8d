"""漏标: lines that belong to no article and are not settled as furniture or repeat either."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES
from models.domain.text import plain, text_width

_ARTICLE_WIDTH = 40.0
"""Full-width characters from which waiting text is more likely an article than a folio."""


def unplaced_lines(page: Page) -> Iterator[Finding]:
    lines = page.line_map()
    for block in page.loose:
        if block.role in LOOSE_ROLES:
            continue
        width = sum(text_width(plain(lines[number])) for number in block.lines)
        remedy = Remedy.NEW_ARTICLE if width >= _ARTICLE_WIDTH else Remedy.FURNITURE
        yield Finding(FindingKind.UNPLACED, block.lines, remedy=remedy)
