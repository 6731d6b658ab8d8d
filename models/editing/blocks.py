"""Edits that say what lines are: their role, and whether they belong to an article at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.domain.page import Page
from models.domain.role import LOOSE_ROLES, Role
from models.editing.edit import NewId, carve, lift


@dataclass(frozen=True, slots=True)
class SetRole:
    """`lines` have this role; furniture and duplicates leave their article."""

    lines: tuple[int, ...]
    role: Role

    def apply(self, page: Page, new_id: NewId) -> Page:
        chosen, role = frozenset(self.lines), Role(self.role)
        if role in LOOSE_ROLES:
            rest, taken = lift(page, chosen, new_id)
            return replace(rest, loose=(*rest.loose, *(replace(block, role=role) for block in taken)))
        page = carve(page, chosen, new_id)
        articles = tuple(
            replace(
                article,
                blocks=tuple(replace(b, role=role) if b.lines[0] in chosen else b for b in article.blocks),
            )
            for article in page.articles
        )
        loose = tuple(replace(b, role=role, repeats=()) if b.lines[0] in chosen else b for b in page.loose)
        return replace(page, articles=articles, loose=loose)


@dataclass(frozen=True, slots=True)
class ReleaseLines:
    """`lines` leave their article and wait to be given to another."""

    lines: tuple[int, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        rest, taken = lift(page, frozenset(self.lines), new_id)
        freed = tuple(replace(b, role=Role.BODY, repeats=()) if b.role in LOOSE_ROLES else b for b in taken)
        return replace(rest, loose=rest.loose + freed)
