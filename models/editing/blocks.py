"""Edits that say what lines are: their role, and whether they belong to an article at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.domain.article import Block
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES, Role
from models.editing.edit import NewId, carve, lift, unsettled


@dataclass(frozen=True, slots=True)
class SetRole:
    """`lines` have this role; furniture and duplicates leave their article."""

    lines: tuple[int, ...]
    role: Role

    def apply(self, page: Page, new_id: NewId) -> Page:
        chosen, role = frozenset(self.lines), Role(self.role)
        if role in LOOSE_ROLES:
            rest, taken = lift(page, chosen, new_id)
            return replace(rest, loose=(*rest.loose, *(_settled(block, role) for block in taken)))
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


def _settled(block: Block, role: Role) -> Block:
    return block if block.role is role else replace(block, role=role, repeats=())


@dataclass(frozen=True, slots=True)
class ReleaseLines:
    """`lines` leave their article and wait to be given to another."""

    lines: tuple[int, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        rest, taken = lift(page, frozenset(self.lines), new_id)
        return replace(rest, loose=rest.loose + tuple(unsettled(block) for block in taken))
