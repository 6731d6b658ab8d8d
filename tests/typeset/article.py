"""One story set into its plot: heading, photographs, text in columns round them."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field, replace

from models.domain.role import Role
from tests.typeset.board import Board, Placed
from tests.typeset.breaking import text_ems
from tests.typeset.flow import Column, Item, Poured, Slot, columns_of, cut, pour, slots
from tests.typeset.headings import can_stand_upright, heading, upright
from tests.typeset.photos import place_photo
from tests.typeset.plan import GAP, Plot
from tests.typeset.sheet import Box
from tests.typeset.story import Signed, Story
from tests.typeset.style import Style

_LEAST_TEXT = 5
"""Rows of text that a heading leaves."""


@dataclass(slots=True)
class Setting:
    """An article in the making: its columns and what stands in them."""

    article: int
    story: Story
    columns: list[Column]
    obstacles: list[Box] = field(default_factory=list)
    head: list[Placed] = field(default_factory=list)
    captions: list[Placed] = field(default_factory=list)

    def room(self, board: Board, shorter: int = 0) -> list[Slot]:
        """Slots with all columns `shorter` by so many rows."""
        found = slots(board, self.columns, self.obstacles)
        return [slot for slot in found if slot.row < self.columns[0].end - shorter]


def set_article(board: Board, story: Story, plot: Plot) -> int:
    """Set as much of `story` as finds room, the rest goes on on another page or is cut; the row where it ends."""
    rng, style = board.rng, board.style
    whole, plot = plot, _within_frame(board, plot) if plot.boxed else plot
    article = board.open_article(story, boxed=plot.boxed)
    setting = Setting(article, story, _columns(board, plot))
    setting.obstacles += [inset_ground(board, inset) for inset in plot.insets]
    items = _items(story, rng)
    if rng.random() < style.vertical_heads and can_stand_upright(story) and plot.rows >= 18 and plot.columns > 1:
        _upright_head(board, setting, plot)
        items = [*_label_item(story, style), *items]
    elif story.label and rng.random() < style.low_labels:
        items = [*_label_item(story, style), *items]
        setting.story = replace(story, label="")
        _head(board, setting, plot, items)
    else:
        _head(board, setting, plot, items)
    if (story.captions and rng.random() < style.photos) or _slack(board, setting, items) > 12:
        place_photo(board, setting)
    poured = _fitted(board, setting, items)
    lines = [*setting.head, *(line for _, line in poured.lines), *setting.captions]
    lines.sort(key=lambda line: line.role is not Role.SECTION_LABEL)
    board.enter(article, lines)
    for box in poured.rules:
        board.rule(box, style.accent)
    end = board.end_row(
        [*(line.box for line in lines), *(photo.box for photo in board.sheet.photos if photo.article == article)]
    )
    if whole.boxed:
        end = whole.end if whole.end - end < 4 else end + 1
        _frame(board, replace(whole, end=end))
    if not plot.insets and rng.random() < style.column_rules:
        _rule_columns(board, setting, end)
    return max([end, *(inset.end for inset in plot.insets)])


def _rule_columns(board: Board, setting: Setting, end: int) -> None:
    """Thin rules in the gutters, from under whatever stands across them."""
    for left, right in itertools.pairwise(setting.columns):
        x = (left.x1 + right.x0) / 2
        across = [box.y1 for box in setting.obstacles if box.x0 < x < box.x1]
        top = max([board.y(left.first), *across])
        bottom = board.y(end - (2 if setting.columns[0].end < end else 0)) - board.pitch + board.glyph
        if bottom - top > 4 * board.pitch:
            board.upright_rule(x, top, bottom, 0.3)


def inset_ground(board: Board, inset: Plot) -> Box:
    """What an inset plot takes from the article round it."""
    side = board.style.gutter * board.glyph * 0.5
    return Box(inset.x0 - side, board.y(inset.first - GAP), inset.x1 + side, board.y(inset.end))


def _within_frame(board: Board, plot: Plot) -> Plot:
    pad = board.rng.uniform(0.7, 1.1) * board.glyph
    return replace(plot, x0=plot.x0 + pad, x1=plot.x1 - pad, first=plot.first + 1, end=plot.end - 1)


def _frame(board: Board, plot: Plot) -> None:
    """A border or a tinted ground, or both."""
    rng = board.rng
    box = Box(plot.x0, board.y(plot.first), plot.x1, board.y(plot.end) - board.pitch + board.glyph)
    tinted = rng.random() < 0.4
    tint = rng.choice(((0.93, 0.93, 0.93), (0.98, 0.94, 0.86), (0.88, 0.94, 0.97))) if tinted else None
    board.frame(box, rng.choice((0.4, 0.8, 1.5)) if not tinted or rng.random() < 0.3 else 0.0, tint)


def _columns(board: Board, plot: Plot) -> list[Column]:
    rng, gutter = board.rng, board.style.gutter * board.glyph
    count = plot.columns
    if not plot.insets and rng.random() < board.style.ragged_grid:
        wide = (plot.x1 - plot.x0) / board.glyph
        fitting = [n for n in (count - 1, count + 1) if n > 0 and 9 <= (wide - (n - 1) * board.style.gutter) / n <= 27]
        count = rng.choice(fitting) if fitting else count
    return columns_of(plot.x0, plot.x1, count, gutter, plot.first, plot.end)


def _head(board: Board, setting: Setting, plot: Plot, items: list[Item]) -> None:
    """Over all columns, or over some of them with text beside it."""
    rng, story = board.rng, setting.story
    count = len(setting.columns)
    span, start = count, 0
    if count > 1 and rng.random() < board.style.side_heads:
        span = rng.randint(max(1, count // 2), count - 1)
        start = rng.choice((0, 0, count - span, (count - span) // 2))
    x0, x1 = setting.columns[start].x0, setting.columns[start + span - 1].x1
    deepest = min([plot.end, *(inset.first - GAP for inset in plot.insets)])
    found = heading(board, story, x1 - x0, span, (deepest - plot.first - _LEAST_TEXT) * board.pitch)
    if not found.rows:
        return
    rows = board.rows(found.height + rng.uniform(0.5, 1.3) * board.pitch)
    low = not plot.insets and not plot.boxed and rng.random() < board.style.low_heads
    top = board.y(plot.end - rows) + 0.6 * board.pitch if low else board.y(plot.first)
    first = plot.end - rows if low else plot.first
    setting.obstacles.append(Box(x0 - 0.1, board.y(first), x1 + 0.1, board.y(first + rows) - 0.1))
    if span == count and not low and not story.captions:
        # What would stay empty under the text goes round its heading.
        spare = int(min(5.0, max(0.0, _slack(board, setting, items) - 1)))
        top += 0.4 * spare * board.pitch
        setting.obstacles[-1] = Box(x0 - 0.1, board.y(first), x1 + 0.1, board.y(first + rows + spare) - 0.1)
    setting.head = found.placed(board, x0, top)


def _upright_head(board: Board, setting: Setting, plot: Plot) -> None:
    rng = board.rng
    right = rng.random() < 0.7
    bottom = min([plot.end, *(inset.first - GAP for inset in plot.insets)])
    y0, y1 = board.y(plot.first), board.y(min(bottom, plot.first + rng.randint(18, 42))) - board.pitch + board.glyph
    setting.head, ground = upright(board, setting.story, Box(plot.x0, y0, plot.x1, y1), right=right)
    gutter = board.style.gutter * board.glyph
    x0, x1 = (plot.x0, ground.x0 - gutter) if right else (ground.x1 + gutter, plot.x1)
    if plot.insets or x1 - x0 < 8 * board.glyph:
        setting.obstacles.append(ground.grown(0.6 * board.glyph, 0.6 * board.pitch))
        return
    count = max(1, min(plot.columns, round((x1 - x0 + gutter) / ((board.style.measure + board.style.gutter) * board.glyph))))
    setting.columns = columns_of(x0, x1, count, gutter, plot.first, plot.end)


def _label_item(story: Story, style: Style) -> list[Item]:
    """栏目 over the text, for a heading that has no place for it."""
    label = Item(story.label, Role.SECTION_LABEL, apart=True, bold=True, factor=1.4, after=1, ruled=True, ink=style.accent)
    return [label] if story.label else []


def _items(story: Story, rng: random.Random) -> list[Item]:
    items = []
    if story.continued_from:
        items.append(Item(f"（上接第{story.continued_from}版）", apart=True, bold=True))
    if story.byline and story.signed is Signed.LINE:
        names = [Item(part, Role.BYLINE, apart=True, bold=True) for part in story.byline.split("\n")]
        items += [*names[:-1], replace(names[-1], after=1, ruled=rng.random() < 0.15)]
    crossheads = dict(story.crossheads)
    align, ruled = rng.choice(("centre", "left")), rng.random() < 0.35
    crosshead = Item("", Role.CROSSHEAD, apart=True, bold=True, factor=1.15, align=align, before=1, after=1, ruled=ruled)
    for number, text in enumerate(story.paragraphs):
        if number in crossheads:
            items.append(replace(crosshead, text=crossheads[number]))
        items.append(Item(text))
    if story.byline and story.signed is Signed.END_LINE:
        items.append(Item(f"（{story.byline}）", Role.BYLINE, apart=True, align="right"))
    elif story.byline and story.signed is Signed.END:
        items[-1] = Item(f"{items[-1].text}（{story.byline}）")
    return items


def _slack(board: Board, setting: Setting, items: list[Item]) -> float:
    """Rows over the whole width that would stay empty."""
    room = setting.room(board)
    wide = sum(column.x1 - column.x0 for column in setting.columns) / board.glyph
    have = sum((slot.x1 - slot.x0) / board.glyph for slot in room)
    need = sum(
        text_ems(item.text) + 0.5 * board.style.measure + (item.before + item.after) * board.style.measure for item in items
    )
    return (have - need) / wide


def _fitted(board: Board, setting: Setting, items: list[Item]) -> Poured:
    """The text poured in, cut to its room, or with its columns evened out at the foot."""
    poured = pour(board, items, setting.room(board))
    if poured.left is not None:
        return _shortened(board, setting, items, poured.left)
    low, high = 0, setting.columns[0].end - setting.columns[0].first - 2
    while low < high:
        middle = (low + high + 1) // 2
        trial = pour(board, items, setting.room(board, middle))
        if trial.left is None:
            low, poured = middle, trial
        else:
            high = middle - 1
    return poured


def _shortened(board: Board, setting: Setting, items: list[Item], left: tuple[int, int]) -> Poured:
    """Cut at a sentence's end, or in its midst with a word where it goes on."""
    rng, style, room = board.rng, board.style, setting.room(board)
    jumps = rng.random() < style.jumps and len(room) > 12
    tail: list[Item] = []
    if jumps:
        page = style.jump_page or str(rng.randint(2, 8))
        board.continued(setting.article, page)
        tail = [Item(f"（下转第{page}版）", apart=True, bold=True, align="right")]
    elif setting.story.byline and setting.story.signed in (Signed.END, Signed.END_LINE):
        tail = [Item(f"（{setting.story.byline}）", Role.BYLINE, apart=True, align="right")]
    poured = pour(board, items, room[: len(room) - len(tail)])
    kept = cut(items, poured.left or left, sentence=not jumps)
    if not any(not item.apart for item in kept) and poured.left:
        kept = cut(items, poured.left, sentence=False)
    return pour(board, [*kept, *tail], room)
