"""What mends a finding, as an edit."""

from __future__ import annotations

from models.domain.finding import Finding, Remedy
from models.domain.role import Role
from models.editing.articles import NewArticle, SplitArticle
from models.editing.blocks import SetRole
from models.editing.edit import Edit

_ROLES = {Remedy.FURNITURE: Role.FURNITURE, Remedy.HEADLINE: Role.HEADLINE, Remedy.DUPLICATE: Role.DUPLICATE}


def remedy(finding: Finding) -> Edit | None:
    """None where only an editor can tell."""
    match finding.remedy:
        case None:
            return None
        case Remedy.NEW_ARTICLE:
            return NewArticle(finding.lines)
        case Remedy.SPLIT if finding.article is not None:
            return SplitArticle(finding.article, finding.lines[0])
        case _:
            return SetRole(finding.lines, _ROLES[finding.remedy])
