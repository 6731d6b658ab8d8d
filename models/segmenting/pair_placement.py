"""Features of how two fragments stand to each other on the printed page: (n, n) tables, all 0 for a dump."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting.guess import Guess
from models.segmenting.placed import Placed
from models.segmenting.printed import X0, X1, Y0, Y1, Edges, overlap
from models.segmenting.scene import Flags, Matrix

_GUTTER = 6.0
"""Widest gap between two columns of one article, in ems."""
_LEVEL = 1.3
"""Ems by which the heads of two columns side by side may differ."""
_OTHER_SIZE = 0.12
"""By so much in parts of it two type sizes are different."""


def below_in_column(guess: Guess) -> Matrix:
    """The right fragment stands right under the left one, in its column."""
    return _seen(guess, lambda page: _after(page) & (page.column[:, None] == page.column[None, :]))


def below_in_stack(guess: Guess) -> Matrix:
    """Right under it without more space than between lines."""
    return _seen(guess, lambda page: _after(page) & (page.stack[:, None] == page.stack[None, :]))


def directly_below(guess: Guess) -> Matrix:
    """The left fragment is the nearest over the right one, with no rule between."""
    return _seen(guess, _after)


def top_of_next_column(guess: Guess) -> Matrix:
    """The left fragment ends its column, the right one begins the next to the right, and both columns begin level."""
    return _seen(guess, lambda page: _next_column(page) & _level_heads(page))


def next_column_elsewhere(guess: Guess) -> Matrix:
    """The left fragment ends its column, the right one begins the next to the right, higher or lower."""
    return _seen(guess, lambda page: _next_column(page) & ~_level_heads(page))


def under_heading_span(guess: Guess) -> Matrix:
    """The text stands under the left heading, with nothing but text between."""
    return _seen(guess, lambda page: page.over[None, :] == np.arange(len(page.over))[:, None])


def first_under_heading(guess: Guess) -> Matrix:
    """It stands right under the heading, no text of it further left."""
    return _seen(guess, _first_under)


def under_another_heading(guess: Guess) -> Matrix:
    """The right fragment stands under a heading that is not the left one, nor over the left one."""
    return _seen(guess, lambda page: (page.over >= 0)[None, :] & (page.over[None, :] != _own(page)[:, None]))


def under_same_heading(guess: Guess) -> Matrix:
    return _seen(guess, lambda page: (page.over >= 0)[None, :] & (page.over[None, :] == page.over[:, None]))


def beside_heading(guess: Guess) -> Matrix:
    """The text begins level with the left heading, at its side."""
    return _seen(guess, _beside)


def heading_above_text(guess: Guess) -> Matrix:
    """The left fragment ends above the right one's start, over the same part of the page."""
    return _seen(guess, lambda page: (page.whole[:, None, Y1] <= page.first[None, :, Y0] + 0.3) & (_across(page) > 0.3))


def rule_between(guess: Guess) -> Matrix:
    return _seen(guess, lambda page: np.maximum(page.level_rule_between, page.upright_rule_between))


def other_frame(guess: Guess) -> Matrix:
    """One of the two stands in a frame that the other is not in."""
    return _seen(guess, lambda page: page.frame[:, None] != page.frame[None, :])


def same_frame(guess: Guess) -> Matrix:
    return _seen(guess, lambda page: (page.frame[:, None] == page.frame[None, :]) & (page.frame >= 0)[None, :])


def wider_gap(guess: Guess) -> Matrix:
    """0..1: white space between the left fragment and the right one right under it, more than between lines."""
    gap: Callable[[Placed], Matrix] = lambda page: page.first[None, :, Y0] - page.last[:, None, Y1]  # noqa: E731
    return _seen(guess, lambda page: _after(page) * np.clip((gap(page) - 0.8) / 3.0, 0.0, 1.0))


def other_type_size(guess: Guess) -> Matrix:
    """Two texts in different type."""
    return _seen(guess, lambda page: np.abs(np.log(page.size[:, None] / page.size[None, :])) > _OTHER_SIZE)


def larger_type(guess: Guess) -> Matrix:
    """-1..1: how much larger the right one's type is."""
    return _seen(guess, lambda page: np.tanh(2.0 * np.log(page.size[None, :] / page.size[:, None])))


def size_of_right(guess: Guess) -> Matrix:
    """0..1: how large the right one's type is."""
    return _seen(guess, lambda page: np.repeat(_large(page)[None, :], len(page.size), axis=0))


def across_columns(guess: Guess) -> Matrix:
    """The right fragment is wider than the column of the left one."""
    wide: Callable[[Edges], Matrix] = lambda edges: edges[:, X1] - edges[:, X0]  # noqa: E731
    return _seen(guess, lambda page: wide(page.whole)[None, :] > 1.3 * wide(page.columns)[:, None])


def higher_on_page(guess: Guess) -> Matrix:
    """The right fragment begins above the left one."""
    return _seen(guess, lambda page: page.first[None, :, Y0] < page.first[:, None, Y0] - _LEVEL)


def left_on_page(guess: Guess) -> Matrix:
    """The right fragment stands left of the left one."""
    return _seen(guess, lambda page: page.whole[None, :, X1] < page.whole[:, None, X0] + 0.5)


def far_on_page(guess: Guess) -> Matrix:
    """0..1: distance between the two, as far as neither is over nor beside the other."""
    return _seen(guess, lambda page: np.tanh(_apart(page) / 20.0))


def ends_column(guess: Guess) -> Matrix:
    """The left fragment ends its column."""
    return _seen(guess, lambda page: np.repeat(page.ends_column[:, None], len(page.size), axis=1))


def begins_column(guess: Guess) -> Matrix:
    return _seen(guess, lambda page: np.repeat(page.begins_column[None, :], len(page.size), axis=0))


def _seen(guess: Guess, feature: Callable[[Placed], Matrix | Flags]) -> Matrix:
    """The feature where the reader saw outlines, else all 0."""
    placed, size = guess.scene.placed, guess.scene.size
    return np.asarray(feature(placed), dtype=float) if placed is not None and size else np.zeros((size, size))


def _after(page: Placed) -> Flags:
    return np.asarray(page.above[None, :] == np.arange(len(page.above))[:, None])


def _own(page: Placed) -> np.ndarray:
    """The heading over each, its own number for a heading."""
    return np.where(page.heading, np.arange(len(page.over)), page.over)


def _next_column(page: Placed) -> Flags:
    gap = page.columns[None, :, X0] - page.columns[:, None, X1]
    near = (gap > -0.5) & (gap < _GUTTER) & (page.first[None, :, Y0] < page.last[:, None, Y1])
    return np.asarray(near & page.ends_column[:, None] & page.begins_column[None, :])


def _level_heads(page: Placed) -> Flags:
    return np.asarray(np.abs(page.columns[:, None, Y0] - page.columns[None, :, Y0]) < _LEVEL)


def _first_under(page: Placed) -> Flags:
    under = _after(page) & page.heading[:, None]
    left = np.where(under, page.first[None, :, X0], np.inf).min(axis=1, initial=np.inf)
    return np.asarray(under & (page.first[None, :, X0] < left[:, None] + 3.0))


def _beside(page: Placed) -> Flags:
    aside = np.maximum(page.first[None, :, X0] - page.whole[:, None, X1], page.whole[:, None, X0] - page.first[None, :, X1])
    level = np.abs(page.first[None, :, Y0] - page.whole[:, None, Y0]) < np.maximum(3.0, 0.3 * _high(page)[:, None])
    return np.asarray(page.heading[:, None] & (aside > -0.5) & (aside < _GUTTER) & level)


def _high(page: Placed) -> np.ndarray:
    return np.asarray(page.whole[:, Y1] - page.whole[:, Y0])


def _across(page: Placed) -> Matrix:
    return overlap(page.whole, page.first)


def _large(page: Placed) -> np.ndarray:
    return np.tanh(np.maximum(0.0, np.log(page.size)))


def _apart(page: Placed) -> Matrix:
    x = np.maximum(page.first[None, :, X0] - page.whole[:, None, X1], page.whole[:, None, X0] - page.first[None, :, X1])
    y = np.maximum(page.first[None, :, Y0] - page.whole[:, None, Y1], page.whole[:, None, Y0] - page.first[None, :, Y1])
    return np.asarray(np.maximum(0.0, x) + np.maximum(0.0, y))


PLACEMENT = (
    below_in_column, below_in_stack, directly_below, top_of_next_column, next_column_elsewhere,
    under_heading_span, first_under_heading, under_another_heading, under_same_heading, beside_heading, heading_above_text,
    rule_between, other_frame, same_frame, wider_gap, other_type_size, larger_type, size_of_right, across_columns,
    higher_on_page, left_on_page, far_on_page, ends_column, begins_column,
)  # fmt: skip
