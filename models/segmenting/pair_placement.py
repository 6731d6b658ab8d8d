"""Features of how two fragments stand to each other on the printed page: (n, n) tables, all 0 for a dump."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.domain.geometry import Rect, union
from models.segmenting.fragments import Fragment
from models.segmenting.scene import Flags, Guess, Matrix

GUTTER = 0.06
"""Widest gap between two columns of one article, in parts of the page's width."""
X0, Y0, X1, Y1 = range(4)


def below_in_column(guess: Guess) -> Matrix:
    """The right fragment stands close under the left one, in its column."""
    last, first = _ends(guess)
    return _known(guess, _close_under(last, first, 4.0) & (_overlap(last, first) > 0.8))


def top_of_next_column(guess: Guess) -> Matrix:
    """The right fragment begins in the next column to the right, above the left one's end."""
    last, first = _ends(guess)
    gap = first[X0] - last[X1]
    return _known(guess, (gap > 0.0) & (gap < GUTTER) & (first[Y0] < last[Y0] + 1e-3))


def under_heading_span(guess: Guess) -> Matrix:
    """The text stands right under the heading, within its width."""
    whole, first = _whole(guess), _ends(guess)[1]
    return _known(guess, _close_under(whole, first, 2.0) & (_overlap(whole, first) > 0.6))


def heading_above_text(guess: Guess) -> Matrix:
    """The left fragment ends above the right one's start, over the same part of the page."""
    whole, first = _whole(guess), _ends(guess)[1]
    return _known(guess, (whole[Y1] <= first[Y0] + 1e-3) & (_overlap(whole, first) > 0.3))


def wider_gap(guess: Guess) -> Matrix:
    """More space than between lines parts the two, one under the other in a column."""
    last, first = _ends(guess)
    space = first[Y0] - last[Y1]
    height = np.maximum(1e-6, first[Y1] - first[Y0])
    return _known(guess, (space > 0.7 * height) & (space < 0.08) & (_overlap(last, first) > 0.5))


def far_on_page(guess: Guess) -> Matrix:
    """0..1: distance between the end of the left and the start of the right fragment."""
    last, first = _ends(guess)
    return _known(guess, np.minimum(1.0, np.abs(last[X1] - first[X0]) + np.abs(last[Y1] - first[Y0])))


def _overlap(a: Matrix, b: Matrix) -> Matrix:
    """Shared width in parts of the narrower."""
    shared = np.minimum(a[X1], b[X1]) - np.maximum(a[X0], b[X0])
    return np.asarray(shared / np.maximum(1e-6, np.minimum(a[X1] - a[X0], b[X1] - b[X0])))


def _close_under(above: Matrix, below: Matrix, heights: float) -> Flags:
    gap, height = below[Y0] - above[Y1], below[Y1] - below[Y0]
    return np.asarray((gap > -0.5 * height) & (gap < heights * np.maximum(above[Y1] - above[Y0], height)))


def _known(guess: Guess, table: Matrix | Flags) -> Matrix:
    """The table where the reader saw outlines, else all 0."""
    return table.astype(float) if _has_outlines(guess.scene.nodes) else np.zeros((guess.scene.size, guess.scene.size))


def _has_outlines(nodes: Sequence[Fragment]) -> bool:
    return all(line.line.outline is not None for node in nodes for line in (*node.lines, *node.byline))


def _ends(guess: Guess) -> tuple[Matrix, Matrix]:
    """(4, n, 1) edges of each left fragment's last line and (4, 1, n) of each right one's first."""
    nodes = guess.scene.nodes
    last = _edges([(*node.lines, *node.byline)[-1].line.outline for node in nodes])
    return last[:, :, None], _edges([node.lines[0].line.outline for node in nodes])[:, None, :]


def _whole(guess: Guess) -> Matrix:
    """(4, n, 1) edges of each left fragment."""
    boxes = [
        union(line.line.outline for line in (*node.lines, *node.byline) if line.line.outline) for node in guess.scene.nodes
    ]
    return _edges(boxes)[:, :, None]


def _edges(boxes: Sequence[Rect | None]) -> Matrix:
    edges = [(box.x0, box.y0, box.x1, box.y1) if box else (0.0, 0.0, 0.0, 0.0) for box in boxes]
    return np.array(edges, dtype=float).reshape(-1, 4).T


PLACEMENT = (below_in_column, top_of_next_column, under_heading_span, heading_above_text, wider_gap, far_on_page)
