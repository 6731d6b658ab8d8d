"""Lines that were found as one across columns of a single row, where nothing above or below shows the gutter, are cut there.

Other lines of the page show it, wherever they stand: columns keep to the same edges from top to bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.blanks import runs, without_rules
from models.reading.ocr.spot import Spot
from models.reading.ocr.tight import tight

_WIDE = 0.6
"""Width of the blank at least; like all lengths here in heights of the line, with the margin it is found with."""
_PIECE = 4.0
"""Length of what stands on either side at least."""
_NEAR = 0.25
"""How far edges of columns lie apart at most."""
_INDENT = 2.6
"""How far into a column its lines begin at most."""
_ALIKE = 1.3
"""Times as thick as the lines that show the gutter a line is at most, and the other way round: headlines are thicker."""
_SHOWN = 3
"""Lines on each side that must show the gutter."""
_ROW = 1.5
"""Blank between a line and the next one of its column at most."""
_SPECK = (0.15, 0.2)
"""Width and height of dirt in a gutter at most; a comma is larger."""


@dataclass(frozen=True)
class _Lines:
    """The print of the level lines of a page, in pixels: an entry a line in each array."""

    ink: NDArray[np.bool_]
    left: NDArray[np.float64]
    top: NDArray[np.float64]
    right: NDArray[np.float64]
    bottom: NDArray[np.float64]
    height: NDArray[np.float64]
    """With the margin."""

    def alike(self, spot: Spot) -> NDArray[np.bool_]:
        return (self.height < _ALIKE * spot.height) & (spot.height < _ALIKE * self.height)


def cut_in_single_rows(spots: Sequence[Spot], ink: NDArray[np.bool_]) -> list[Spot]:
    """`spots` and `ink` in pixels of one copy of the page."""
    level = [spot for spot in spots if not spot.tall]
    if not level:
        return list(spots)
    prints = [tight(spot, ink) for spot in level]
    left, top, right, bottom = np.array([(place.x0, place.y0, place.x1, place.y1) for place in prints]).T
    lines = _Lines(ink, left, top, right, bottom, np.array([spot.height for spot in level]))
    return [part for spot in spots for part in _cut(spot, lines)]


def _cut(spot: Spot, lines: _Lines) -> list[Spot]:
    if spot.tall:
        return [spot]
    for blank in _blanks(spot, lines.ink):
        if _is_gutter(spot, blank, lines) and not _is_crossed(spot, blank, lines):
            return [spot.between(spot.x0, blank[0]), *_cut(spot.between(blank[1], spot.x1), lines)]
    return [spot]


def _blanks(spot: Spot, ink: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Left and right of what is blank and wide enough, with print enough on both sides."""
    filled, left = _filled(spot, ink)
    least = _PIECE * spot.height
    blanks = [(left + start, left + end) for start, end in runs(filled == 0) if end - start >= _WIDE * spot.height]
    return [(start, end) for start, end in blanks if start - spot.x0 >= least and spot.x1 - end >= least]


def _filled(spot: Spot, ink: NDArray[np.bool_]) -> tuple[NDArray[np.float64], int]:
    """The share of ink in each column of pixels of `spot`, without rules and dirt, and where the first one is."""
    left = max(0, int(spot.x0))
    part = ink[max(0, int(spot.y0)) : int(spot.y1), left : int(spot.x1)]
    filled = without_rules(part.mean(axis=0) if part.size else np.zeros(part.shape[1]), spot.height)
    wide, high = _SPECK
    for start, end in runs(filled > 0):
        if end - start <= wide * spot.height and part[:, start:end].any(axis=1).sum() <= high * spot.height:
            filled[start:end] = 0.0
    return filled, left


def _is_gutter(spot: Spot, blank: tuple[int, int], lines: _Lines) -> bool:
    """Whether the column in which `spot` begins ends within `blank`, and another one begins there."""
    near, alike = _NEAR * spot.height, lines.alike(spot)
    begins = (lines.left >= spot.x0 - _INDENT * spot.height) & (lines.left <= spot.x0 + 2 * near)
    ends = _shared(lines.right[alike & begins & (lines.right >= blank[0] - near) & (lines.right < blank[1])], near)
    starts = _shared(lines.left[alike & (lines.left > blank[0]) & (lines.left <= blank[1] + near)], near)
    return bool(ends.size and starts.size and starts.max() - ends.min() >= _WIDE * spot.height)


def _shared(edges: NDArray[np.float64], near: float) -> NDArray[np.float64]:
    """Those of `edges` that enough lines have."""
    enough: NDArray[np.bool_] = (np.abs(edges[:, None] - edges) <= near).sum(axis=1) >= _SHOWN
    return edges[enough]


def _is_crossed(spot: Spot, blank: tuple[int, int], lines: _Lines) -> bool:
    """Whether a line like `spot` next above or below it has print in `blank`: then it is a gap within wide lines."""
    apart = np.maximum(lines.top - spot.y1, spot.y0 - lines.bottom)
    next_to = lines.alike(spot) & (apart > -0.5 * spot.height) & (apart < _ROW * spot.height)
    through = next_to & (lines.left < blank[0] - spot.height) & (lines.right > blank[1] + spot.height)
    rows = [(int(lines.top[number]), int(lines.bottom[number])) for number in np.flatnonzero(through)]
    return any(lines.ink[top:bottom, blank[0] : blank[1]].any() for top, bottom in rows)
