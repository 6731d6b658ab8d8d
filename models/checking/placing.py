"""漏标: lines that belong to no article and are not settled as furniture or repeat either."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.page import Page
from models.domain.role import HEADING_ROLES, LOOSE_ROLES, Role
from models.domain.text import plain, text_width

_ARTICLE_WIDTH = 40.0
"""Full-width characters from which waiting text is more likely an article than a folio."""


def unplaced_lines(page: Page) -> Iterator[Finding]:
    lines = page.line_map()
    for block in page.loose:
        if block.role in LOOSE_ROLES:
            continue
        width = sum(text_width(plain(lines[number])) for number in block.lines)
        yield Finding(FindingKind.UNPLACED, block.lines, remedy=_remedy(block.role, width))


def _remedy(role: Role, width: float) -> Remedy | None:
    """None for a heading: somewhere is the text that it belongs to."""
    if role in HEADING_ROLES:
        return None
    return Remedy.NEW_ARTICLE if width >= _ARTICLE_WIDTH else Remedy.FURNITURE
