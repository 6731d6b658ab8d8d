"""What layout programs call the parts of a page."""

from __future__ import annotations

from models.domain.role import Role

_ROLES = {
    "heading": Role.HEADLINE,
    "headline": Role.HEADLINE,
    "title": Role.HEADLINE,
    "main-title": Role.HEADLINE,
    "subheading": Role.SUBTITLE,
    "subheadline": Role.SUBTITLE,
    "subtitle": Role.SUBTITLE,
    "overline": Role.KICKER,
    "kicker": Role.KICKER,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "credit": Role.BYLINE,
    "caption": Role.CAPTION,
    "lead": Role.LEAD,
    "paragraph": Role.BODY,
    "body": Role.BODY,
    "text": Role.BODY,
    "signature-mark": Role.SIGNATURE,
    "header": Role.FURNITURE,
    "footer": Role.FURNITURE,
    "page-number": Role.FURNITURE,
    "pagenumber": Role.FURNITURE,
    "masthead": Role.FURNITURE,
    "running-title": Role.FURNITURE,
}


def role_named(name: str) -> Role | None:
    """The role that a program means by `name`; None for what says nothing of it."""
    return _ROLES.get(name.strip().lower().replace("_", "-").replace(" ", "-"))
