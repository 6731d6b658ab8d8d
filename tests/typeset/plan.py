"""The page divided into blocks: cut again and again, upright or level, as newspapers are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import text_ems
from tests.typeset.sheet import WHITE, Box

LEAST_ROWS = 11
GAP = 2
"""Rows between two blocks that stand one above the other."""


@dataclass(slots=True)
class Plot:
    """Room for one article: `columns` basic columns wide, rows `first` to before `end`."""

    x0: float
    x1: float
    columns: int
    first: int
    end: int
    insets: list[Plot] = field(default_factory=list)
    """Plots of other articles that lie within this one; its text runs round them."""
    boxed: bool = False
    framed: bool = True
    """Whether it may be given a frame."""

    @property
    def rows(self) -> int:
        return self.end - self.first

    @property
    def area(self) -> float:
        """In points by rows."""
        own = (self.x1 - self.x0) * self.rows
        return own - sum((plot.x1 - plot.x0) * (plot.rows + GAP) for plot in self.insets)


def divided(board: Board, whole: Plot, count: int) -> list[Plot]:
    """About `count` plots; those that are inset follow the one they are in."""
    return list(_divided(board, whole, count))


def _divided(board: Board, plot: Plot, count: int) -> list[Plot]:
    rng = board.rng
    if count in (2, 3) and plot.columns > 1 and not plot.boxed and rng.random() < board.style.grouped:
        return _grouped(board, plot, count)
    if count <= 1 or (plot.columns < 2 and plot.rows < 2 * LEAST_ROWS + GAP):
        return [plot]
    if count == 2 and plot.columns >= 3 and plot.rows >= 3 * LEAST_ROWS and rng.random() < board.style.insets:
        return _with_inset(board, plot)
    if _upright(plot, board, rng):
        return _side_by_side(board, plot, count)
    if plot.rows >= 2 * LEAST_ROWS + GAP:
        return _one_above_other(board, plot, count)
    return [plot]


def _grouped(board: Board, plot: Plot, count: int) -> list[Plot]:
    """In one frame, under a label that belongs to no single article."""
    rng, pad = board.rng, board.glyph
    box = Box(plot.x0, board.y(plot.first), plot.x1, board.y(plot.end) - board.pitch + board.glyph)
    board.frame(box, rng.choice((0.5, 1.0)), (0.96, 0.96, 0.93) if rng.random() < 0.25 else None)
    size, text = 1.6 * board.glyph, rng.choice(_LABELS)
    x0 = box.x1 - pad - text_ems(text) * size if rng.random() < 0.6 else box.x0 + pad
    label = Box(x0, box.y0 + 0.35 * size, x0 + text_ems(text) * size, box.y0 + 1.35 * size)
    board.frame(label.grown(0.3 * size, 0.2 * size), 0.0, board.style.accent)
    board.enter(None, [Placed(text, label, Face(size, True, WHITE), Role.FURNITURE)])
    inner = Plot(plot.x0 + pad, plot.x1 - pad, plot.columns, plot.first + 3, plot.end - 1, boxed=True)
    plots = _divided(board, inner, count)
    for each in plots:
        each.boxed = each.framed = False
    inner.boxed = False
    return plots


_LABELS = ("共建文明家园", "走进乡村", "聚焦民生实事", "春耕进行时", "两会之声", "身边榜样")


def _upright(plot: Plot, board: Board, rng: random.Random) -> bool:
    if plot.columns < 2 or plot.rows < LEAST_ROWS:
        return False
    if plot.rows < 2 * LEAST_ROWS + GAP:
        return plot.columns > 3
    shape = (plot.x1 - plot.x0) / (plot.rows * board.pitch)
    return rng.random() < min(0.9, max(0.15, 0.55 * shape))


def _side_by_side(board: Board, plot: Plot, count: int) -> list[Plot]:
    rng, gutter = board.rng, board.style.gutter * board.glyph
    left = min(plot.columns - 1, max(1, round(plot.columns * rng.uniform(0.3, 0.75))))
    wide = (plot.x1 - plot.x0 - (plot.columns - 1) * gutter) / plot.columns
    extra = rng.choice((0.0, 0.0, 0.4, 0.8)) * board.glyph
    x = plot.x0 + left * (wide + gutter) - gutter
    a = Plot(plot.x0, x - extra, left, plot.first, plot.end)
    b = Plot(x + gutter + extra, plot.x1, plot.columns - left, plot.first, plot.end)
    if rng.random() < board.style.ruled or gutter + 2 * extra < 1.1 * board.glyph:
        board.upright_rule(x + gutter / 2, board.y(plot.first), board.y(plot.end) - board.pitch + board.glyph)
    share = min(count - 1, max(1, round(count * left / plot.columns)))
    return [*_divided(board, a, share), *_divided(board, b, count - share)]


def _one_above_other(board: Board, plot: Plot, count: int) -> list[Plot]:
    rng = board.rng
    share = min(count - 1, max(1, round(count * rng.uniform(0.2, 0.8))))
    part = min(0.8, max(0.2, share / count + rng.uniform(-0.12, 0.12)))
    row = plot.first + min(plot.rows - LEAST_ROWS - GAP, max(LEAST_ROWS, round(plot.rows * part)))
    a = Plot(plot.x0, plot.x1, plot.columns, plot.first, row)
    b = Plot(plot.x0, plot.x1, plot.columns, row + GAP, plot.end)
    if rng.random() < board.style.ruled:
        thick = rng.choice((0.4, 0.4, 0.8, 1.5))
        board.level_rule(plot.x0, plot.x1, board.y(row + GAP / 2) - (board.pitch - board.glyph) / 2, thick)
    return [*_divided(board, a, share), *_divided(board, b, count - share)]


def _with_inset(board: Board, plot: Plot) -> list[Plot]:
    """Another article at the foot of this one's columns: on the left (an L), on the right, or framed in the middle."""
    rng, gutter = board.rng, board.style.gutter * board.glyph
    wide = (plot.x1 - plot.x0 - (plot.columns - 1) * gutter) / plot.columns
    span = rng.randint(1, plot.columns - 1) if plot.columns < 5 else rng.randint(2, plot.columns - 2)
    start = rng.choice((0, 0, plot.columns - span, rng.randint(0, plot.columns - span)))
    first = plot.end - max(LEAST_ROWS, round(plot.rows * rng.uniform(0.3, 0.5)))
    x0 = plot.x0 + start * (wide + gutter)
    inset = Plot(x0, x0 + span * (wide + gutter) - gutter, span, first, plot.end)
    inset.boxed = start > 0 or rng.random() < 0.5
    if not inset.boxed and rng.random() < max(0.5, board.style.ruled):
        board.level_rule(inset.x0, inset.x1, board.y(first - GAP / 2) - (board.pitch - board.glyph) / 2)
        board.upright_rule(inset.x1 + gutter / 2, board.y(first - GAP / 2), board.y(plot.end) - board.pitch + board.glyph)
    plot.insets.append(inset)
    return [plot, inset]
