"""Features of a fragment that starts or ends an article, from its place on the printed page: (n,) tables, 0 for a dump."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.segmenting.guess import Guess
from models.segmenting.placed import Placed
from models.segmenting.printed import X0, X1, Y0, Y1, Printed, overlap
from models.segmenting.scene import Flags

Row = NDArray[np.float64]
_FAR = 4.0
"""Ems of white that are as good as any more."""


def type_is_large(guess: Guess) -> Row:
    """0..1: how large its type is."""
    return _seen(guess, lambda page: np.tanh(np.maximum(0.0, np.log(page.size))))


def rule_above(guess: Guess) -> Row:
    return _seen(guess, lambda page: _ruled(page.page, page, -1))


def rule_below(guess: Guess) -> Row:
    return _seen(guess, lambda page: _ruled(page.page, page, 1))


def space_above(guess: Guess) -> Row:
    """0..1: white space over it."""
    return _seen(guess, lambda page: _space(page, -1))


def space_below(guess: Guess) -> Row:
    return _seen(guess, lambda page: _space(page, 1))


def heading_above(guess: Guess) -> Row:
    """It is a text that stands under a heading."""
    return _seen(guess, lambda page: page.text & (page.over >= 0))


def text_right_above(guess: Guess) -> Row:
    """Text stands right above it, in its column."""
    return _seen(guess, lambda page: (page.above >= 0) & page.text[page.above])


def heading_right_above(guess: Guess) -> Row:
    return _seen(guess, lambda page: (page.above >= 0) & page.heading[page.above])


def heads_column(guess: Guess) -> Row:
    """It is the first of its column."""
    return _seen(guess, lambda page: page.begins_column)


def foot_of_column(guess: Guess) -> Row:
    return _seen(guess, lambda page: page.ends_column)


def several_columns_under_it(guess: Guess) -> Row:
    """A heading over more than one column of text."""
    return _seen(guess, _several_below)


def column_goes_on_beside(guess: Guess) -> Row:
    """A column under the same heading stands to the right of the one that it ends."""
    return _seen(guess, _goes_on_beside)


def alone_in_frame(guess: Guess) -> Row:
    """Nothing else stands in its frame before it."""
    return _seen(guess, _first_in_frame)


def _seen(guess: Guess, feature: Callable[[Placed], Row | Flags]) -> Row:
    placed, size = guess.scene.placed, guess.scene.size
    return np.asarray(feature(placed), dtype=float) if placed is not None and size else np.zeros(size)


def _ruled(page: Printed, nodes: Placed, side: int) -> Flags:
    """A level rule runs close over (-1) or under (1) it along most of it."""
    rules, whole = page.level_rules, nodes.whole
    middle = (rules[:, Y0] + rules[:, Y1]) / 2
    away = side * (middle[None, :] - (whole[:, Y0] if side < 0 else whole[:, Y1])[:, None])
    along = np.minimum(rules[None, :, X1], whole[:, None, X1]) - np.maximum(rules[None, :, X0], whole[:, None, X0])
    close = (away > -0.5) & (away < np.minimum(_FAR, _gaps(nodes, side) + 0.5)[:, None])
    return np.asarray((close * np.maximum(0.0, along)).sum(axis=1) > 0.5 * (whole[:, X1] - whole[:, X0]))


def _gaps(nodes: Placed, side: int) -> Row:
    """White space over (-1) or under (1) each as far as the next fragment; infinite for none."""
    whole = nodes.whole
    gap = whole[:, None, Y0] - whole[None, :, Y1] if side < 0 else whole[None, :, Y0] - whole[:, None, Y1]
    away = np.where((overlap(whole, whole) > 0.1) & (gap > -0.6), np.maximum(0.0, gap), np.inf)
    np.fill_diagonal(away, np.inf)
    return np.asarray(away.min(axis=1))


def _space(nodes: Placed, side: int) -> Row:
    return np.minimum(_gaps(nodes, side), _FAR) / _FAR


def _several_below(page: Placed) -> Flags:
    count = np.zeros(len(page.over))
    under = (page.above >= 0) & page.text
    np.add.at(count, page.above[under], 1)
    return np.asarray(page.heading & (count > 1))


def _goes_on_beside(page: Placed) -> Flags:
    c = page.columns
    gap = c[None, :, X0] - c[:, None, X1]
    beside = (gap > -0.5) & (gap < 6.0) & (page.over[:, None] == page.over[None, :]) & (page.over >= 0)[:, None]
    return np.asarray(page.ends_column & (beside & page.text[None, :]).any(axis=1))


def _first_in_frame(page: Placed) -> Flags:
    result = np.zeros(len(page.frame), dtype=bool)
    for frame in np.unique(page.frame[page.frame >= 0]):
        at = np.flatnonzero(page.frame == frame)
        result[at[page.whole[at, Y0].argmin()]] = True
    return result


START_PLACEMENT = (
    type_is_large, rule_above, space_above, heading_above, text_right_above, heading_right_above, heads_column,
    several_columns_under_it, alone_in_frame,
)  # fmt: skip
END_PLACEMENT = (rule_below, space_below, foot_of_column, column_goes_on_beside, type_is_large)
