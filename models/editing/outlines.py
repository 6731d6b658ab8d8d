"""Edits of blocks by where their lines stand on the page: draw, reshape, split, join, and the order they are read in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from models.domain.arrangement import Spot, block_outlines, joined, placed_lines, reading_order, spots, stretches
from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.outline import Point, Polygon, around, encloses
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES
from models.editing.edit import NewId, article_of, inserted, position_of, unsettled, with_article
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class DrawBlock:
    """Lines whose centres lie in `polygon` become a block of `article`, or of a new one; lines of several roles become several.

    Polygons are in parts of the page as it lies in its file.
    """

    polygon: Polygon
    article: int | None = None

    def apply(self, page: Page, new_id: NewId) -> Page:
        chosen = lines_inside(page, (self.polygon,))
        if not chosen:
            raise EditRefused("no_lines_inside")
        target = None if self.article is None else article_of(page, self.article)
        home = next((page.article_of_line(number) for number in chosen), None)
        drawn = tuple(_drawn(page, chosen, new_id))
        rest = _without(page, chosen)
        if target is not None:
            return with_article(rest, _with_blocks(rest, article_of(rest, target.id), drawn))
        if home is not None and set(home.lines) <= set(chosen):
            # The whole article was drawn round: what was said of it holds.
            return with_article(rest, replace(home, blocks=drawn))
        position = len(page.articles) if home is None else position_of(page, home.id) + 1
        return inserted(rest, Article(new_id(), drawn), position)


def _drawn(page: Page, chosen: Iterable[int], new_id: NewId) -> Iterator[Block]:
    roles = {number: unsettled(block).role for block in page.blocks() for number in block.lines}
    for role, numbers in groupby(chosen, key=roles.__getitem__):
        yield Block(new_id(), role, tuple(numbers))


def _with_blocks(page: Page, article: Article, drawn: tuple[Block, ...]) -> Article:
    """`drawn` stand behind the block that is read before them by its place on the page."""
    placed = spots(page)
    first = drawn[0].lines[0]
    order = joined(article.lines, [first], placed)
    before = order[: order.index(first)]
    where = next((i + 1 for i, block in enumerate(article.blocks) if before and before[-1] in block.lines), 0)
    return replace(article, blocks=(*article.blocks[:where], *drawn, *article.blocks[where:]))


@dataclass(frozen=True, slots=True)
class ReshapeBlock:
    """`outlines` are those of the block from now on: lines inside join it, its lines outside are released.

    Lines of others that lay inside the block's outlines before, as between two of its lines, stay where they are.
    """

    block: int
    outlines: tuple[Polygon, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        block, placed = _block(page, self.block), spots(page)
        inside = lines_inside(page, self.outlines)
        coming, leaving = reshaped(page, block, inside)
        if not set(block.lines) - leaving | coming:
            raise EditRefused("no_lines_inside")
        if not coming and not leaving:
            return page
        kept = tuple(number for number in block.lines if number not in leaving)
        lines = joined(kept, (number for number in inside if number in coming), placed)
        released = tuple(number for number in block.lines if number in leaving)
        page = _replaced(_without(page, coming), replace(block, lines=lines))
        if released:
            page = replace(page, loose=(*page.loose, unsettled(Block(new_id(), block.role, released))))
        return page


def reshaped(page: Page, block: Block, inside: Collection[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Lines that join `block` and lines that leave it when those `inside` its new outlines are its own."""
    own = frozenset(spot.number for spot in placed_lines(page, block))
    within = frozenset(inside)
    coming = within - own
    if coming:
        coming -= frozenset(lines_inside(page, block_outlines(page, block)))
    return coming, own - within


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """The line drawn from `a` to `b` parts the block in two that follow one another."""

    block: int
    a: Point
    b: Point

    def apply(self, page: Page, new_id: NewId) -> Page:
        block = _block(page, self.block)
        first = frozenset(parted(page, block, self.a, self.b))
        pieces = [tuple(number for number in block.lines if (number in first) is early) for early in (True, False)]
        if not all(pieces):
            raise EditRefused("split_beside")
        return _replaced(page, replace(block, lines=pieces[0]), replace(block, id=new_id(), lines=pieces[1]))


def parted(page: Page, block: Block, a: Point, b: Point) -> Iterator[int]:
    """The lines of `block` before a line drawn from `a` to `b`; all of them when it meets none of the block's outlines."""
    runs = list(stretches(placed_lines(page, block)))
    centres = {line.number: line.outline.centre for line in page.lines if line.outline is not None}
    met = [i for i, run in enumerate(runs) if _meets(run, centres, a, b)]
    start: bool | None = None
    for i, run in enumerate(runs):
        for spot in run:
            side = _side(centres[spot.number], a, b)
            if i in met and start is None:
                start = side
            if not met or i < met[0] or (i <= met[-1] and side is start):
                yield spot.number


def _meets(run: Sequence[Spot], centres: dict[int, Point], a: Point, b: Point) -> bool:
    """Whether the drawn line passes between lines of the run, not beside them."""
    sides = {_side(centres[spot.number], a, b) for spot in run}
    if len(sides) == 1:
        return False
    across = [_along(centres[spot.number], a, b) for spot in run]
    return min(across) < 1 and max(across) > 0


def _side(point: Point, a: Point, b: Point) -> bool:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0


def _along(point: Point, a: Point, b: Point) -> float:
    """Where `point` stands beside the way from `a` (0) to `b` (1)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    return ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0.0


@dataclass(frozen=True, slots=True)
class CutBlock:
    """The block is cut in two before its line `line`."""

    line: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        block = page.block_of_line(self.line)
        if block is None:
            raise EditRefused("no_such_lines")
        at = block.lines.index(self.line)
        if not at:
            raise EditRefused("cut_at_start")
        return _replaced(page, replace(block, lines=block.lines[:at]), replace(block, id=new_id(), lines=block.lines[at:]))


@dataclass(frozen=True, slots=True)
class JoinBlocks:
    """`blocks` become one, where the first of them that is in an article stands, in the role that most of their lines have."""

    blocks: tuple[int, ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        wanted = frozenset(self.blocks)
        found = [block for block in page.blocks() if block.id in wanted]
        if len(found) < len(wanted):
            raise EditRefused("block_gone")
        if len(found) < 2:
            raise EditRefused("one_block")
        kept, lines = found[0], _in_one(page, found)
        role = unsettled(max(found, key=lambda block: (block.role not in LOOSE_ROLES, len(block.lines)))).role
        rest = _without(page, frozenset(lines) - frozenset(kept.lines))
        return _replaced(rest, replace(kept, role=role, lines=lines, repeats=()))


def _in_one(page: Page, found: Sequence[Block]) -> tuple[int, ...]:
    """The lines of all blocks: as their article is read, those from elsewhere by their place on the page."""
    home = page.article_of_line(found[0].lines[0])
    here = [block for block in found if home is not None and block in home.blocks] or found[:1]
    kept = [number for block in here for number in block.lines]
    return joined(kept, (number for block in found if block not in here for number in block.lines), spots(page))


@dataclass(frozen=True, slots=True)
class OrderBlocks:
    """`article` is read in the order of `parts`, each the lines of a block or of a stretch of one; the rest comes after."""

    article: int
    parts: tuple[tuple[int, ...], ...]

    def apply(self, page: Page, new_id: NewId) -> Page:
        article = article_of(page, self.article)
        named = tuple(dict.fromkeys(number for part in self.parts for number in part))
        if not named or not set(named) <= set(article.lines):
            raise EditRefused("line_elsewhere")
        order = (*named, *(number for number in article.lines if number not in set(named)))
        home = {number: block for block in article.blocks for number in block.lines}
        blocks: list[Block] = []
        seen: set[int] = set()
        for block_id, run in groupby(order, key=lambda number: home[number].id):
            lines = tuple(run)
            blocks.append(replace(home[lines[0]], id=new_id() if block_id in seen else block_id, lines=lines))
            seen.add(block_id)
        return with_article(page, replace(article, blocks=tuple(blocks)))


# What all of them ask of the page


def lines_inside(page: Page, outlines: Iterable[Sequence[Point]]) -> tuple[int, ...]:
    """Lines whose centres lie in one of `outlines`, in the order in which their places are read."""
    inside = lines_within(page, outlines)
    return reading_order(spot for number, spot in spots(page).items() if number in inside) if inside else ()


def lines_within(page: Page, outlines: Iterable[Sequence[Point]]) -> frozenset[int]:
    """The same lines, in no order: quick enough to be asked while the mouse moves."""
    areas = [(outline, around(outline)) for outline in outlines if len(outline) > 2]
    return frozenset(
        line.number
        for line in page.lines
        if line.outline is not None
        for outline, box in areas
        if _within(line.outline.centre, box) and encloses(outline, line.outline.centre)
    )


def _within(point: Point, box: Rect) -> bool:
    return box.x0 <= point[0] <= box.x1 and box.y0 <= point[1] <= box.y1


def _block(page: Page, block_id: int) -> Block:
    block = next((block for block in page.blocks() if block.id == block_id), None)
    if block is None:
        raise EditRefused("block_gone")
    return block


def _without(page: Page, gone: Collection[int]) -> Page:
    """What stays of each block without the lines that are `gone` is one block still."""

    def rest(blocks: Iterable[Block]) -> tuple[Block, ...]:
        thinned = (replace(block, lines=tuple(number for number in block.lines if number not in gone)) for block in blocks)
        return tuple(block for block in thinned if block.lines)

    articles = tuple(replace(article, blocks=rest(article.blocks)) for article in page.articles)
    return replace(page, articles=articles, loose=rest(page.loose))


def _replaced(page: Page, *blocks: Block) -> Page:
    """`blocks` in the place of the one with the first's id."""

    def put(old: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(new for block in old for new in (blocks if block.id == blocks[0].id else (block,)))

    articles = tuple(replace(article, blocks=put(article.blocks)) for article in page.articles)
    return replace(page, articles=articles, loose=put(page.loose))
