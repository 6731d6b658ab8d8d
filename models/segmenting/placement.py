"""Which neighbours among a printed page's lines stand together beyond doubt."""

from __future__ import annotations

import numpy as np

from models.segmenting.line_features import Layout
from models.segmenting.print_features import Surroundings
from models.segmenting.printed import X0, X1, Y0, Y1, Printed
from models.segmenting.stacks import ruled_off

_PARAGRAPH_GAP = 0.95
"""Between two lines of one paragraph, in ems at most; and more than that of the lines round them by so much."""
_INDENT = 1.2
_ROOM = 1.6
"""Ems: a line that leaves more of its column ends a paragraph; one that begins so much later begins one."""


def near(page: Layout, left: int, right: int) -> bool:
    """Whether two lines of one heading stand together: one under the other, or side by side; true where nothing is known."""
    if page.printed is None:
        return True
    seen = page.printed.page
    a, b = seen.edges[left], seen.edges[right]
    framed_apart = seen.frame[left] != seen.frame[right]
    if framed_apart and not _one_is_a_label(seen, left, right):
        return False
    if seen.vertical[left] and seen.vertical[right]:
        return bool(min(a[Y1], b[Y1]) > max(a[Y0], b[Y0]) and a[X0] - b[X1] < 1.5 * max(a[X1] - a[X0], b[X1] - b[X0]))
    height = max(a[Y1] - a[Y0], b[Y1] - b[Y0])
    down = max(b[Y0] - a[Y1], a[Y0] - b[Y1])
    across = max(b[X0] - a[X1], a[X0] - b[X1])
    # The ground of a label is no rule between it and its headline.
    if (not framed_apart and ruled_off(seen, a, b)) or (seen.vertical[left] != seen.vertical[right] and across > 3.0):
        return False
    return bool(down < 1.3 * height and across < max(3.0, 1.5 * height) and (across < 0 or down < 0.3 * height))


def _one_is_a_label(seen: Printed, left: int, right: int) -> bool:
    """Whether one of two frames is that of a label only, within or above what the other line stands in."""
    held = np.bincount(seen.frame[seen.frame >= 0], minlength=len(seen.frames) + 1)
    return any(seen.frame[i] >= 0 and held[seen.frame[i]] <= 2 for i in (left, right))


def same_paragraph(page: Surroundings, left: int, right: int) -> bool:
    """Whether one line goes on in the next under it: of one stack, close, the first full, the second not indented."""
    seen = page.page
    if seen.stack[left] != seen.stack[right]:
        return False
    a, b = seen.edges[left], seen.edges[right]
    if _same_row(a, b):
        return True
    gap = b[Y0] - a[Y1]
    column = page.column[left]
    full = column[1] - a[X1] < _ROOM
    indented = b[X0] - column[0] > _INDENT
    return bool(-0.6 < gap < _PARAGRAPH_GAP * max(1.0, seen.size[right]) and full and not indented)


def _same_row(a: np.ndarray, b: np.ndarray) -> bool:
    """Two pieces of one printed line."""
    return bool(min(a[Y1], b[Y1]) - max(a[Y0], b[Y0]) > 0.6 * min(a[Y1] - a[Y0], b[Y1] - b[Y0]))
