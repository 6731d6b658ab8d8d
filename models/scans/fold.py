"""Where a double page folds: a blank or a dark band near the middle of a sheet that is wider than high."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import WHOLE, Rect

_WIDE = 1.15
"""Width to height from which a sheet may hold two pages side by side."""

_NEAR = 0.06
"""How far from the middle a fold may lie.  This and what follows are in parts of the width, if nothing else is said."""

_EDGE = 0.1
"""Parts of the height at top and bottom that are not looked at: rules and titles run across there."""

_BAND = 0.015
"""Width of a blank band that parts pages; columns stand closer."""

_WIDER = 1.4
"""How many times as wide as any other blank band on the sheet."""

_DARK = 0.85
"""Brightness of the paper in a fold's shadow, in parts of that beside it."""

_SHADOW = 0.004
"""Width of a shadow at least; an upright rule is thinner."""


def halves(grey: NDArray[Any]) -> tuple[Rect, ...]:
    """The left and the right page of the sheet `grey` (height, width; 0 is black), or the whole when it is one page."""
    fold = find_fold(grey)
    return (WHOLE,) if fold is None else (Rect(0.0, 0.0, fold, 1.0), Rect(fold, 0.0, 1.0, 1.0))


def find_fold(grey: NDArray[Any]) -> float | None:
    """Where the fold crosses, in parts of the width; None where none is seen."""
    height, width = grey.shape
    if width < _WIDE * height:
        return None
    middle = grey[round(_EDGE * height) : round((1 - _EDGE) * height)]
    # Nearly the brightest of each column is its paper, whatever is printed on it.
    paper = np.percentile(middle, 95, axis=0)
    dark = _dark_band(paper)
    return dark if dark is not None else _blank_band((middle < 0.6 * paper).mean(axis=0))


def _dark_band(paper: NDArray[np.float64]) -> float | None:
    """The centre of a shadow that falls from top to bottom."""
    width = len(paper)
    places = (np.arange(width) + 0.5) / width
    away = np.abs(places - 0.5)
    beside = np.median(paper[(away > _NEAR) & (away < 3 * _NEAR)])
    shadow = np.where(away < _NEAR, np.clip(_DARK * beside - paper, 0, None), 0)
    return float((places * shadow).sum() / shadow.sum()) if np.count_nonzero(shadow) >= _SHADOW * width else None


def _blank_band(ink: NDArray[np.float64]) -> float | None:
    """The centre of a band without ink that is wider than all others between two printed columns."""
    width = len(ink)
    edges = np.flatnonzero(np.diff(np.concatenate(([1], ink >= _SPECKS, [1]))))
    runs = [(int(a), int(b)) for a, b in edges.reshape(-1, 2) if a > 0 and b < width]
    widest = max(runs, key=lambda run: run[1] - run[0], default=None)
    if widest is None:
        return None
    others = max((b - a for a, b in runs if (a, b) != widest), default=0)
    size, centre = widest[1] - widest[0], (widest[0] + widest[1]) / 2 / width
    parts = size >= _BAND * width and size >= _WIDER * others and abs(centre - 0.5) < _NEAR
    return centre if parts else None


_SPECKS = 0.01
"""Ink of a blank column, in parts of its height."""
