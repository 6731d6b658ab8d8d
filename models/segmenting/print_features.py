"""What stands round each line of a printed page: its column, gaps, rules, frames, photographs; names for the chain."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.segmenting.printed import X0, X1, Y0, Y1, Edges, Printed, overlap
from models.segmenting.stacks import usual_box

Row = NDArray[np.float64]
Flags = NDArray[np.bool_]
_SIZES = (
    (0.8, "tiny"), (0.93, "small"), (1.1, "usual"), (1.3, "larger"), (1.75, "large"), (2.6, "big"), (math.inf, "huge"),
)  # fmt: skip
_GAPS = ((0.25, "close"), (0.75, "usual"), (1.4, "wider"), (2.5, "wide"), (6.0, "far"), (math.inf, "nothing"))
_TEXT = (0.75, 1.25)
"""Type sizes of text, in parts of the usual."""
_COLUMN_AWAY = 40.0
"""Ems within which a stack of few lines finds the column it belongs to."""
_FEW = 3
_BESIDE_PHOTO = 3.0


class Surroundings:
    """Measures of one page, each counted once for all lines."""

    def __init__(self, page: Printed) -> None:
        self.page = page

    def names(self, i: int) -> Iterator[str]:
        """What is seen of line `i` itself."""
        yield f"gap_above_{_named(_GAPS, self._above[0][i])}"
        yield f"gap_below_{_named(_GAPS, self._below[0][i])}"
        yield f"above_is_{_named(_SIZES, self._above[1][i]) if np.isfinite(self._above[0][i]) else 'nothing'}"
        yield f"below_is_{_named(_SIZES, self._below[1][i]) if np.isfinite(self._below[0][i]) else 'nothing'}"
        yield from (name for name, flags in self._flags.items() if flags[i])
        size, wide = _named(_SIZES, self.page.size[i]), self._spans[i] > 1.25
        yield f"size_{size}_{'across' if wide else 'in_column'}"

    def has(self, name: str, i: int) -> bool:
        """Whether line `i` has one of the names that a line has or has not."""
        return bool(self._flags[name][i])

    def outline_of(self, i: int) -> Iterator[str]:
        """What a neighbour needs to know of line `i`."""
        yield f"size_{_named(_SIZES, self.page.size[i])}"
        if self.page.vertical[i]:
            yield "vertical"

    @cached_property
    def column(self) -> Row:
        """(n, 2): left and right edge of the column that each line stands in, as far as its stack tells."""
        page = self.page
        _, home = np.unique(page.stack, return_inverse=True)
        count = np.bincount(home)
        columns = np.array([usual_box(page.edges[home == number]) for number in range(len(count))]).reshape(-1, 4)
        text = np.bincount(home, weights=self._text_size) > 0
        for i in np.flatnonzero((count < _FEW) & text).tolist():
            columns[i] = _wider_column(columns, i, np.flatnonzero((count >= _FEW) & text))
        return columns[home][:, [X0, X1]]

    @cached_property
    def column_widths(self) -> Row:
        lengths = self.column[:, 1] - self.column[:, 0]
        return np.where(self.page.vertical, self.page.lengths, lengths)

    @cached_property
    def _text_size(self) -> Flags:
        return np.asarray((self.page.size > _TEXT[0]) & (self.page.size < _TEXT[1]) & ~self.page.vertical)

    @cached_property
    def _spans(self) -> Row:
        """(n,): each line's width in parts of the usual column's."""
        text = self.column_widths[self._text_size]
        return self.page.lengths / (float(np.median(text)) if len(text) else 1.0)

    @cached_property
    def _above(self) -> tuple[Row, Row]:
        return self._nearest(self.page.edges[:, None, Y0] - self.page.edges[None, :, Y1])

    @cached_property
    def _below(self) -> tuple[Row, Row]:
        return self._nearest(self.page.edges[None, :, Y0] - self.page.edges[:, None, Y1])

    def _nearest(self, gap: Row) -> tuple[Row, Row]:
        """Gap to the nearest line over or under each (infinite for none), and that one's type size."""
        if not len(gap):
            return np.zeros(0), np.zeros(0)
        away = np.where((overlap(self.page.edges, self.page.edges) > 0.1) & (gap > -0.6), np.maximum(0.0, gap), np.inf)
        np.fill_diagonal(away, np.inf)
        nearest = away.argmin(axis=1)
        return away.min(axis=1), self.page.size[nearest]

    @cached_property
    def _flags(self) -> dict[str, Flags]:
        """Names that a line has or has not."""
        page, edges = self.page, self.page.edges
        indent, slack = edges[:, X0] - self.column[:, 0], self.column[:, 1] - edges[:, X1]
        y = (edges[:, Y0] + edges[:, Y1]) / 2 / page.height
        ruled_above, ruled_below = self._ruled(self._above[0], -1), self._ruled(self._below[0], 1)
        held = np.bincount(page.frame[page.frame >= 0], minlength=len(page.frames) + 1)
        in_frame = page.frame >= 0
        first = np.diff(page.stack, prepend=-1) != 0
        last = np.diff(page.stack, append=-1) != 0
        return {
            "indented": (indent > 1.2) & (indent < 3.0) & (slack < 1.2),
            "centred": (indent > 1.5) & (np.abs(indent - slack) < 1.0),
            "flush_right": (indent > 3.0) & (slack < 0.8),
            "toward_right": (indent > 3.0) & (indent > 2.0 * slack),
            "flush_left": (indent < 0.8) & (slack > 2.0),
            "fills_column": (indent < 0.8) & (slack < 0.8),
            "rule_above": ruled_above, "rule_below": ruled_below, "between_rules": ruled_above & ruled_below,
            "own_frame": in_frame & (held[page.frame] <= 2), "in_frame": in_frame & (held[page.frame] > 2),
            "stack_of_one": first & last, "stack_begins": first, "stack_ends": last,
            "page_head": y < 0.06, "page_foot": y > 0.965, "over_head_rule": self._beyond_rule(0.25, -1),
            "under_foot_rule": self._beyond_rule(0.88, 1),
            **self._photos,
        }  # fmt: skip

    def _ruled(self, gap: Row, side: int) -> Flags:
        """Whether a level rule runs between each line and the next above (-1) or below (1), or close to it."""
        rules, edges = self.page.level_rules, self.page.edges
        if not len(rules):
            return np.zeros(len(edges), dtype=bool)
        middle = (rules[:, Y0] + rules[:, Y1]) / 2
        edge = edges[:, Y0] if side < 0 else edges[:, Y1]
        away = side * (middle[None, :] - edge[:, None])
        near = (away > -0.4) & (away < np.minimum(gap, 4.0)[:, None] + 0.4)
        over = np.minimum(rules[None, :, X1], edges[:, None, X1]) - np.maximum(rules[None, :, X0], edges[:, None, X0])
        return np.asarray((near * np.maximum(0.0, over)).sum(axis=1) > 0.5 * (edges[:, X1] - edges[:, X0]))

    def _beyond_rule(self, part: float, side: int) -> Flags:
        """Lines above (-1) the highest or below (1) the lowest rule over the page's width, where it is at its head or foot."""
        page = self.page
        wide = page.edges[:, X1].max(initial=0.0) - page.edges[:, X0].min(initial=page.width)
        rules = page.level_rules[page.level_rules[:, X1] - page.level_rules[:, X0] > 0.7 * wide]
        at = [y for y in rules[:, Y0].tolist() if side * (y / page.height - part) > 0]
        if not at:
            return np.zeros(len(page.edges), dtype=bool)
        y = (page.edges[:, Y0] + page.edges[:, Y1]) / 2
        return np.asarray(y < max(at) if side < 0 else y > min(at))

    @cached_property
    def _photos(self) -> dict[str, Flags]:
        edges, photos = self.page.edges, self.page.photos
        if not len(photos):
            return {}
        across, down = overlap(edges, photos), overlap(edges, photos, Y0)
        under = edges[:, None, Y0] - photos[None, :, Y1]
        over = photos[None, :, Y0] - edges[:, None, Y1]
        aside = np.maximum(edges[:, None, X0] - photos[None, :, X1], photos[None, :, X0] - edges[:, None, X1])
        return {
            "under_photo": _any((across > 0.5) & (under > -0.6) & (under < _BESIDE_PHOTO)),
            "over_photo": _any((across > 0.5) & (over > -0.6) & (over < _BESIDE_PHOTO)),
            "beside_photo": _any((down > 0.5) & (aside > -0.6) & (aside < _BESIDE_PHOTO)),
            "in_photo": _any((across > 0.9) & (down > 0.9)),
        }


def _any(table: Edges | Flags) -> Flags:
    return np.asarray(table.any(axis=1))


def _wider_column(columns: Edges, i: int, others: NDArray[np.int64]) -> Row:
    """Of those over or under stack `i` that begin where it does, the nearest one's column, as far as it is wider."""
    box, found = columns[i], columns[others]
    if not len(found):
        return np.asarray(box)
    away = np.maximum(found[:, Y0] - box[Y1], box[Y0] - found[:, Y1])
    fits = (found[:, X0] < box[X0] + 1.0) & (found[:, X0] > box[X0] - 8.0) & (found[:, X1] > box[X1] - 1.0)
    away = np.where(fits, away, np.inf)
    nearest = int(away.argmin())
    if away[nearest] > _COLUMN_AWAY:
        return np.asarray(box)
    other = found[nearest]
    return np.array([min(box[X0], other[X0]), box[Y0], max(box[X1], other[X1]), box[Y1]])


def _named(limits: tuple[tuple[float, str], ...], value: float) -> str:
    return next(name for limit, name in limits if value <= limit)
