"""What is set in other ways than an article: briefs under one label, notices, pictures with a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.domain.role import Role
from tests.typeset.article import inset_ground
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import broken, text_ems
from tests.typeset.flow import Item, Poured, Slot, by_article, columns_of, cut, pour, slots
from tests.typeset.headings import heading
from tests.typeset.plan import Plot
from tests.typeset.sheet import BLACK, WHITE, Box
from tests.typeset.story import Story


def set_briefs(board: Board, stories: Sequence[Story], label: str, plot: Plot) -> int:
    """As many of `stories` as find room, under one label that belongs to the page; the row where they end."""
    _label(board, label, plot)
    gutter = board.style.gutter * board.glyph
    columns = columns_of(plot.x0, plot.x1, plot.columns, gutter, plot.first + 3, plot.end)
    room = slots(board, columns, [inset_ground(board, inset) for inset in plot.insets])
    signed_apart = board.rng.random() < 0.5
    items, ends = [], []
    for number, story in enumerate(stories):
        items += _brief(story, number, signed_apart)
        ends.append(len(items))
    left = pour(board, items, room).left
    count = len(stories) if left is None else sum(end <= left[0] for end in ends)
    kept = items[: ends[count - 1]] if count else cut(items[: ends[0]], left or (0, 0), sentence=True)
    poured = _evened(board, kept, room)
    for number, lines in by_article(poured):
        board.enter(board.open_article(stories[number]), lines)
    return max([board.end_row(line.box for _, line in poured.lines), plot.first + 3, *(inset.end for inset in plot.insets)])


def _evened(board: Board, items: list[Item], room: list[Slot]) -> Poured:
    """Poured into columns of one height."""
    for end in sorted({slot.row + 1 for slot in room}):
        poured = pour(board, items, [slot for slot in room if slot.row < end])
        if poured.left is None:
            return poured
    return pour(board, items, room)


def _brief(story: Story, number: int, signed_apart: bool) -> list[Item]:
    found = []
    if story.headline:
        found.append(Item(story.headline, Role.HEADLINE, number, apart=True, bold=True, factor=1.2))
    found += [Item(text, article=number) for text in story.paragraphs]
    if story.byline and signed_apart:
        found.append(Item(f"（{story.byline}）", Role.BYLINE, number, apart=True, align="right"))
    elif story.byline:
        found[-1] = Item(f"{found[-1].text}（{story.byline}）", article=number)
    last = found[-1]
    found[-1] = Item(last.text, last.role, number, last.indent, last.apart, align=last.align, after=1)
    return found


def _label(board: Board, label: str, plot: Plot) -> None:
    size = 1.9 * board.glyph
    wide = text_ems(label) * size
    x0 = (plot.x0 + plot.x1 - wide) / 2
    y0 = board.y(plot.first) + 0.3 * board.pitch
    box = Box(x0, y0, x0 + wide, y0 + size)
    ground = box.grown(0.35 * size, 0.15 * size)
    board.frame(ground, 0.0, BLACK if board.rng.random() < 0.5 else board.style.accent)
    middle = (y0 + box.y1) / 2
    if ground.x0 - plot.x0 > size:
        board.level_rule(plot.x0, ground.x0, middle)
        board.level_rule(ground.x1, plot.x1, middle)
    board.enter(None, [Placed(label, box, Face(size, True, WHITE), Role.FURNITURE)])


def set_notice(board: Board, story: Story, plot: Plot) -> int:
    """In a frame: a spaced-out headline, the text, and who gives it at the right; the row where it ends."""
    article = board.open_article(story, boxed=True)
    box = Box(plot.x0, board.y(plot.first), plot.x1, board.y(plot.end) - board.pitch + board.glyph)
    pad = board.glyph
    column = columns_of(plot.x0 + pad, plot.x1 - pad, 1 if plot.columns < 3 else 2, 2 * pad, plot.first + 1, plot.end - 1)
    size = min(2.4 * board.glyph, (box.width - 3 * pad) / text_ems(story.headline) / 1.2)
    wide = text_ems(story.headline) * size * (1.5 if len(story.headline) < 5 else 1.0)
    x0, y0 = (box.x0 + box.x1 - wide) / 2, box.y0 + pad
    head = Placed(story.headline, Box(x0, y0, x0 + wide, y0 + size), Face(size, True), Role.HEADLINE)
    room = slots(board, column, [Box(box.x0, box.y0, box.x1, y0 + size + 0.6 * board.pitch)])
    texts = [Item(text, Role.NOTICE) for text in story.paragraphs]
    signature = [Item(text, Role.SIGNATURE, apart=True, align="right") for text in story.signature]
    poured = pour(board, texts, room[: max(1, len(room) - len(signature))])
    if poured.left is not None:
        texts = cut(texts, poured.left, sentence=True) or cut(texts, poured.left, sentence=False)
    lines = [line for _, line in _evened(board, [*texts, *signature], room).lines]
    board.enter(article, [head, *lines])
    end = min(plot.end, board.end_row([head.box, *(line.box for line in lines)]) + 1)
    board.frame(replace(box, y1=board.y(end) - board.pitch + board.glyph), board.rng.choice((0.5, 1.2, 2.0)))
    return end


def set_picture(board: Board, story: Story, plot: Plot) -> int:
    """A photograph over the plot, headline and text under it, or beside it where it is wide; the row where all ends."""
    article = board.open_article(story)
    beside = plot.columns >= 3 and board.rng.random() < 0.5
    gutter = board.style.gutter * board.glyph
    columns = columns_of(plot.x0, plot.x1, plot.columns, gutter, plot.first, plot.end)
    words = columns[-1:] if beside else columns
    found = heading(board, story, words[-1].x1 - words[0].x0, len(words), 0.35 * plot.rows * board.pitch)
    below = board.rows(found.height) + 1 + -(-int(story.length / board.style.measure + 3) // len(words)) + 2
    x1 = columns[-2].x1 if beside else plot.x1
    tall = plot.rows if beside else max(5, plot.rows - below)
    tall = min(tall, max(below, round((x1 - plot.x0) * board.rng.uniform(0.6, 0.8) / board.pitch)))
    texts = broken(story.captions[0], (x1 - plot.x0) / board.glyph) if story.captions else []
    picture = Box(plot.x0, board.y(plot.first), x1, board.y(plot.first + tall - len(texts)) - 0.6 * board.pitch)
    board.photo(picture, article)
    captions = _caption(board, texts, picture)
    first = plot.first if beside else plot.first + tall
    head = found.placed(board, words[0].x0, board.y(first) + 0.2 * board.pitch)
    top = first + board.rows(found.height + 0.8 * board.pitch)
    room = slots(board, columns_of(words[0].x0, words[-1].x1, len(words), gutter, top, plot.end), [])
    items = [Item(text) for text in story.paragraphs]
    if story.byline:
        items.append(Item(story.byline, Role.BYLINE, apart=True, align="right"))
    poured = pour(board, items, room)
    if poured.left is not None:
        poured = pour(board, cut(items, poured.left, sentence=True) or cut(items, poured.left, sentence=False), room)
    lines = [*head, *(line for _, line in poured.lines), *captions]
    board.enter(article, lines)
    return board.end_row([picture, *(line.box for line in lines)])


def _caption(board: Board, texts: list[str], picture: Box) -> list[Placed]:
    size, y = 0.95 * board.glyph, picture.y1 + 0.4 * board.pitch
    found = []
    for text in texts:
        box = Box(picture.x0, y, min(picture.x1, picture.x0 + text_ems(text) * size), y + size)
        found.append(Placed(text, box, Face(size, True), Role.CAPTION))
        y += board.pitch
    return found
