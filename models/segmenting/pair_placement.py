"""Features of how two fragments stand to each other on the printed page: (n, n) tables, all 0 for a dump."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.domain.geometry import Rect, union
from models.segmenting.fragments import Fragment
from models.segmenting.placement import close_under, overlap
from models.segmenting.scene import Guess, Matrix

GUTTER = 0.06
"""Widest gap between two columns of one article, in parts of the page's width."""


def below_in_column(guess: Guess) -> Matrix:
    """The right fragment stands close under the left one, in its column."""
    return _each(guess, lambda a, b: close_under(_last(a), _first(b), 4.0) and overlap(_last(a), _first(b)) > 0.8)


def top_of_next_column(guess: Guess) -> Matrix:
    """The right fragment begins in the next column to the right, above the left one's end."""
    return _each(guess, lambda a, b: 0.0 < _first(b).x0 - _last(a).x1 < GUTTER and _first(b).y0 < _last(a).y0 + 1e-3)


def under_heading_span(guess: Guess) -> Matrix:
    """The text stands right under the heading, within its width."""
    return _each(guess, lambda a, b: close_under(_whole(a), _first(b), 2.0) and overlap(_whole(a), _first(b)) > 0.6)


def heading_above_text(guess: Guess) -> Matrix:
    """The left fragment begins at the same height or above the right one, over the same part of the page."""
    return _each(guess, lambda a, b: _whole(a).y1 <= _first(b).y0 + 1e-3 and overlap(_whole(a), _first(b)) > 0.3)


def wider_gap(guess: Guess) -> Matrix:
    """More space than between lines parts the two, one under the other in a column."""
    return _each(guess, lambda a, b: _gap(a, b) > 0.7 and overlap(_last(a), _first(b)) > 0.5)


def _gap(above: Fragment, below: Fragment) -> float:
    """Space between the two in heights of the lower one's first line; 0 where the lower one stands not under the other."""
    space = _first(below).y0 - _last(above).y1
    return max(0.0, space / max(1e-6, _first(below).height)) if space < 0.08 else 0.0


def far_on_page(guess: Guess) -> Matrix:
    """0..1: distance between the end of the left and the start of the right fragment."""
    return _each(guess, lambda a, b: min(1.0, abs(_last(a).x1 - _first(b).x0) + abs(_last(a).y1 - _first(b).y0)))


def _first(node: Fragment) -> Rect:
    box = node.lines[0].line.outline
    assert box is not None
    return box


def _last(node: Fragment) -> Rect:
    box = (*node.lines, *node.byline)[-1].line.outline
    assert box is not None
    return box


def _whole(node: Fragment) -> Rect:
    box = union(line.line.outline for line in (*node.lines, *node.byline) if line.line.outline)
    assert box is not None
    return box


def _each(guess: Guess, measure: Callable[[Fragment, Fragment], float]) -> Matrix:
    """(n, n) of `measure` for fragments that all have outlines, else 0."""
    nodes, result = guess.scene.nodes, np.zeros((guess.scene.size, guess.scene.size))
    if all(line.line.outline is not None for node in nodes for line in (*node.lines, *node.byline)):
        for i, left in enumerate(nodes):
            for j, right in enumerate(nodes):
                if i != j:
                    result[i, j] = float(measure(left, right))
    return result


PLACEMENT = (below_in_column, top_of_next_column, under_heading_span, heading_above_text, wider_gap, far_on_page)
