"""What a block is on its page."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    SECTION_LABEL = "section_label"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    NOTICE = "notice"
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    """Masthead, folio, editors' line: belongs to the page and to no article."""
    DUPLICATE = "duplicate"
    """A repeat of other lines that the reader made; kept, not exported."""


LOOSE_ROLES = frozenset({Role.FURNITURE, Role.DUPLICATE})
"""Roles that settle a block outside every article."""

HEADING_ROLES = frozenset({Role.KICKER, Role.HEADLINE, Role.SUBTITLE})

TEXT_ROLES = frozenset({Role.LEAD, Role.BODY, Role.CROSSHEAD, Role.NOTICE, Role.SIGNATURE})
"""Roles whose lines make the article's text."""
