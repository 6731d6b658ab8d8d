"""Blanks within lines: columns of pixels without ink, but for a printed rule."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_RULE = 0.4
"""Parts of a line's height: the width of a rule in a gutter at most."""


def without_rules(filled: NDArray[np.float64], high: float) -> NDArray[np.float64]:
    """`filled`, the share of ink in each column of pixels, 0 where a thin run is all ink: a printed rule parts as well."""
    result = filled.copy()
    for start, end in runs(filled > 0.9):
        if end - start <= max(4.0, _RULE * high):
            result[max(0, start - 1) : end + 1] = 0.0
    return result


def runs(where: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and past-the-last place of each run of true ones."""
    changes = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))
