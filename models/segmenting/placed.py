"""Where the fragments of a printed page stand: which heading is over which text, and which column goes on in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.segmenting.fragments import Fragment
from models.segmenting.printed import X0, X1, Y0, Y1, Edges, Printed, overlap
from models.segmenting.roles import Kind
from models.segmenting.stacks import ruled_off

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
_OVERLAP = 0.3
"""Share of the narrower's width from which one thing stands over another."""
_SLACK = 0.6
_APART = 3.0
"""Ems of white between two texts of one column that part them."""


@dataclass(frozen=True, eq=False)
class Placed:
    """Fragments of a page, in ems."""

    page: Printed
    first: Edges
    """Of the first line of each."""
    last: Edges
    whole: Edges
    size: NDArray[np.float64]
    frame: Numbers
    stack: Numbers
    vertical: Flags
    heading: Flags
    text: Flags

    @cached_property
    def above(self) -> Numbers:
        """(n,): the nearest fragment over each, -1 for none or where a rule runs between."""
        gap = self.whole[None, :, Y0] - self.whole[:, None, Y1]
        away = np.where((overlap(self.whole, self.whole) > _OVERLAP) & (gap > -_SLACK), gap, np.inf)
        np.fill_diagonal(away, np.inf)
        nearest = away.argmin(axis=0) if len(away) else np.zeros(0, dtype=np.int64)
        known = [np.isfinite(away[a, b]) and not self._parted(a, b) for b, a in enumerate(nearest.tolist())]
        return np.where(np.array(known, dtype=bool), nearest, -1)

    def _parted(self, above: int, below: int) -> bool:
        return self.frame[above] != self.frame[below] or ruled_off(self.page, self.whole[above], self.whole[below])

    @cached_property
    def over(self) -> Numbers:
        """(n,): the heading that each text stands under, with nothing but texts between, -1 for none; of a heading itself."""
        result = np.full(len(self.first), -1)
        for i in np.argsort(self.whole[:, Y0]).tolist():
            above = int(self.above[i])
            if self.heading[i]:
                result[i] = i
            elif above >= 0:
                result[i] = result[above]
        return result

    @cached_property
    def column(self) -> Numbers:
        """(n,): the number of the unbroken column of texts and bylines that each fragment stands in."""
        result = np.arange(len(self.first))
        for i in np.argsort(self.whole[:, Y0]).tolist():
            above = int(self.above[i])
            if above >= 0 and not self.heading[[i, above]].any() and self.whole[i, Y0] - self.whole[above, Y1] < _APART:
                result[i] = result[above]
        return result

    @cached_property
    def columns(self) -> Edges:
        """(n, 4): edges of the column that each fragment stands in."""
        result = np.empty_like(self.whole)
        for number in np.unique(self.column):
            at = self.column == number
            result[at] = [*self.whole[at].min(axis=0)[:2], *self.whole[at].max(axis=0)[2:]]
        return result

    @cached_property
    def ends_column(self) -> Flags:
        return np.asarray(self.whole[:, Y1] > self.columns[:, Y1] - _SLACK)

    @cached_property
    def begins_column(self) -> Flags:
        return np.asarray(self.whole[:, Y0] < self.columns[:, Y0] + _SLACK)

    @cached_property
    def upright_rule_between(self) -> NDArray[np.float64]:
        """(n, n): 1 where an upright rule runs between the columns of two fragments that stand side by side."""
        c = self.columns
        right, left = np.maximum(c[:, None, X0], c[None, :, X0]), np.minimum(c[:, None, X1], c[None, :, X1])
        top, bottom = np.maximum(c[:, None, Y0], c[None, :, Y0]), np.minimum(c[:, None, Y1], c[None, :, Y1])
        result = np.zeros((len(c), len(c)))
        for rule in self.page.upright_rules:
            x = (rule[X0] + rule[X1]) / 2
            along = np.minimum(bottom, rule[Y1]) - np.maximum(top, rule[Y0])
            result[(left - _SLACK < x) & (x < right + _SLACK) & (along > 0.5 * np.maximum(1.0, bottom - top))] = 1.0
        return result

    @cached_property
    def level_rule_between(self) -> NDArray[np.float64]:
        """(n, n): 1 where a level rule runs between two fragments one of which is over the other."""
        w = self.whole
        x0, x1 = np.maximum(w[:, None, X0], w[None, :, X0]), np.minimum(w[:, None, X1], w[None, :, X1])
        low, high = np.minimum(w[:, None, Y1], w[None, :, Y1]), np.maximum(w[:, None, Y0], w[None, :, Y0])
        result = np.zeros((len(w), len(w)))
        for rule in self.page.level_rules:
            y = (rule[Y0] + rule[Y1]) / 2
            over = np.maximum(0.0, np.minimum(x1, rule[X1]) - np.maximum(x0, rule[X0]))
            result += np.where((low - _SLACK < y) & (y < high + _SLACK) & (x1 > x0), over, 0.0)
        return np.asarray(result > 0.5 * np.maximum(1.0, x1 - x0), dtype=float)


def placed(nodes: Sequence[Fragment], page: Printed) -> Placed:
    """Where `nodes` stand on `page`, which holds all their lines."""
    at = {line.number: i for i, line in enumerate(page.lines)}
    rows = [[at[number] for number in node.numbers] for node in nodes]
    own = [[at[line.number] for line in node.lines] for node in nodes]
    boxes = [(*page.edges[row].min(axis=0)[:2], *page.edges[row].max(axis=0)[2:]) for row in rows]
    return Placed(
        page,
        page.edges[[row[0] for row in own]].reshape(-1, 4),
        page.edges[[row[-1] for row in own]].reshape(-1, 4),
        np.array(boxes, dtype=float).reshape(-1, 4),
        np.array([float(page.size[row].max()) for row in own]),
        np.array([page.frame[row[0]] for row in own], dtype=np.int64),
        np.array([page.stack[row[0]] for row in own], dtype=np.int64),
        np.array([page.vertical[row[0]] for row in own], dtype=bool),
        np.array([node.kind is Kind.HEADING for node in nodes], dtype=bool),
        np.array([node.kind is Kind.TEXT for node in nodes], dtype=bool),
    )
