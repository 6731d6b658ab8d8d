"""Dashes at the ends of lines, which the finder takes for rules, belong to their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.spot import Spot

_REACH = 3.0
"""Heights of a line beyond its end within which a dash ends."""
_GAP = 0.7
"""Heights of a line between its last character and a dash at most."""
_SHORTEST = 0.5
"""Heights of a line: shorter things are no dash."""
_MIDDLE = (0.3, 0.7)
"""Between these parts of a line's height a dash lies, and nothing else above and below it."""


def with_dashes(spots: Sequence[Spot], ink: NDArray[np.bool_]) -> list[Spot]:
    """`spots`, in pixels of `ink`, each as long as it is with the dashes next to it; never into another."""
    taken = np.zeros(ink.shape, bool)
    for spot in spots:
        taken[max(0, int(spot.y0)) : int(spot.y1), max(0, int(spot.x0)) : int(spot.x1)] = True
    return [spot if spot.tall or spot.slope else _lengthened(spot, ink, taken) for spot in spots]


def _lengthened(spot: Spot, ink: NDArray[np.bool_], taken: NDArray[np.bool_]) -> Spot:
    rows = slice(max(0, int(spot.y0)), int(spot.y1))
    left, right, reach = max(0, int(spot.x0)), int(spot.x1), int(_REACH * spot.height)
    after = _dash(ink[rows, right : right + reach], taken[rows, right : right + reach], spot.height)
    ahead = slice(max(0, left - reach), left)
    before = _dash(ink[rows, ahead][:, ::-1], taken[rows, ahead][:, ::-1], spot.height)
    return replace(spot, x0=spot.x0 - before, x1=spot.x1 + after)


def _dash(ink: NDArray[np.bool_], taken: NDArray[np.bool_], high: float) -> float:
    """Pixels from the left side of `ink` to the end of a dash in it; 0 where none begins close by."""
    count = len(ink)
    middle = ink[int(_MIDDLE[0] * count) : int(np.ceil(_MIDDLE[1] * count))].any(axis=0)
    alone = middle & (ink.sum(axis=0) <= 0.45 * count) & ~taken.any(axis=0)
    other = ink.any(axis=0) & ~alone
    end = int(np.flatnonzero(other)[0]) if other.any() else len(other)
    places = np.flatnonzero(alone[:end])
    if len(places) < _SHORTEST * high or places[0] > _GAP * high:
        return 0.0
    # What runs on through all that is looked at is a rule, and what goes over into something else is its part.
    if places[-1] >= ink.shape[1] - 2 or (end < len(other) and places[-1] == end - 1):
        return 0.0
    return float(places[-1]) + 0.1 * high
