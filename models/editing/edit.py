"""The protocol of an edit, and the tools all edits are built with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from models.domain.article import Article, Block
from models.domain.page import Page, PageState, unplaced
from models.domain.role import LOOSE_ROLES, Role
from models.errors import EditRefused

NewId = Callable[[], int]
"""Gives an id that was never used before."""


class Edit(Protocol):
    """An editor's intent.  Its fields are plain values, so that the journal can keep it as JSON."""

    def apply(self, page: Page, new_id: NewId) -> Page:
        """The page as it is after the edit; raises EditRefused when the edit makes no sense on it."""
        ...


def article_of(page: Page, article_id: int) -> Article:
    article = page.article(article_id)
    if article is None:
        raise EditRefused("article_gone")
    return article


def split_block(block: Block, chosen: Collection[int], new_id: NewId) -> list[Block]:
    """`block` cut into runs that lie wholly inside or outside `chosen`; the first run keeps the block's id."""
    runs = [tuple(run) for _, run in groupby(block.lines, key=lambda number: number in chosen)]
    return [replace(block, id=block.id if i == 0 else new_id(), lines=run) for i, run in enumerate(runs)]


def carve(page: Page, chosen: Collection[int], new_id: NewId) -> Page:
    """The same page with its blocks cut so that `chosen` lines fill whole blocks."""
    if not chosen or not set(chosen) <= {line.number for line in page.lines}:
        raise EditRefused("no_such_lines")

    def cut(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(piece for block in blocks for piece in split_block(block, chosen, new_id))

    articles = tuple(replace(article, blocks=cut(article.blocks)) for article in page.articles)
    return replace(page, articles=articles, loose=cut(page.loose))


def lift(page: Page, chosen: Collection[int], new_id: NewId) -> tuple[Page, tuple[Block, ...]]:
    """Takes `chosen` lines out: the page without them, and the blocks they made, in the page's reading order."""
    carved = carve(page, chosen, new_id)
    taken = tuple(block for block in carved.blocks() if block.lines[0] in chosen)

    def rest(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if block.lines[0] not in chosen)

    articles = tuple(replace(article, blocks=rest(article.blocks)) for article in carved.articles)
    return replace(carved, articles=articles, loose=rest(carved.loose)), taken


def unsettled(block: Block) -> Block:
    """`block` as text again when it was furniture or a repeat."""
    return replace(block, role=Role.BODY, repeats=()) if block.role in LOOSE_ROLES else block


def with_article(page: Page, article: Article) -> Page:
    """`page` with `article` in the place of the one with its id."""
    return replace(page, articles=tuple(article if old.id == article.id else old for old in page.articles))


def inserted(page: Page, article: Article, position: int) -> Page:
    return replace(page, articles=(*page.articles[:position], article, *page.articles[position:]))


def position_of(page: Page, article_id: int) -> int:
    """0-based place of an article in reading order; raises EditRefused when it is not there."""
    return page.articles.index(article_of(page, article_id))


def placed(blocks: Sequence[Block], taken: Sequence[Block], before: int | None) -> tuple[Block, ...]:
    """`taken` put before the block that begins with line `before`, or at the end when that is None."""
    where = next((i for i, block in enumerate(blocks) if block.lines[0] == before), len(blocks))
    return (*blocks[:where], *taken, *blocks[where:])


def settled(page: Page) -> Page:
    """Without articles that lost their last block, and open again when finished though lines belong to nothing."""
    page = replace(page, articles=tuple(article for article in page.articles if article.blocks))
    page = _without_orphans(page)
    if page.state is PageState.FINISHED and unplaced(page):
        return replace(page, state=PageState.OPEN)
    return page


def _without_orphans(page: Page) -> Page:
    """A photo whose article is no more belongs to none."""
    there = {None, *(article.id for article in page.articles)}
    if all(photo.article in there for photo in page.photos):
        return page
    return replace(page, photos=tuple(p if p.article in there else replace(p, article=None) for p in page.photos))
