"""Lines that stand one under the other in one column with nothing between: what a printed page is put in order by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.segmenting.printed import X0, X1, Y0, Y1, Edges, Printed, overlap

WIDEST_GAP = 1.1
"""Between two lines of a stack, in heights of the lower."""
_OTHER_SIZE = 1.22
_TEXT_SIZES = (0.72, 1.38)
"""Type sizes, in parts of the usual, that may be the same text: short lines are measured badly."""
_INDENT = 2.7
"""Ems by which the left edges of two lines of one column may differ at most, where the last word of a text is that short."""
_FEW = 4
_SLACK = 0.35
"""Ems by which outlines may overlap or miss a rule."""


def stacks(page: Printed) -> list[list[int]]:
    """All lines of `page` in stacks, each from the top down, or from right to left where lines are vertical."""
    level, upright = np.flatnonzero(~page.vertical), np.flatnonzero(page.vertical)
    return [*_gathered(page, _chains(level, _under(page, level))), *_chains(upright, _left_of(page, upright))]


def _gathered(page: Printed, found: list[list[int]]) -> list[list[int]]:
    """Stacks with those put in that lie inside them: a word that ends a paragraph has no line of its own width below."""
    if not found:
        return found
    boxes = np.array([usual_box(page.edges[stack]) for stack in found])
    x, y = (boxes[:, X0] + boxes[:, X1]) / 2, (boxes[:, Y0] + boxes[:, Y1]) / 2
    height = boxes[:, Y1] - boxes[:, Y0]
    home = list(range(len(found)))
    for i in np.argsort(height).tolist():
        x0, y0, x1, y1 = boxes.T
        around = (x0 < x[i]) & (x[i] < x1) & (y0 < y[i]) & (y[i] < y1) & (height > height[i])
        for j in np.flatnonzero(around).tolist():
            if len(found[j]) > 1 and _alike(page, found[i][0], found[j][0]):
                home[i] = j
                break
    gathered: dict[int, list[int]] = {}
    for i, stack in enumerate(found):
        while home[i] != i:
            i = home[i]
        gathered.setdefault(i, []).extend(stack)
    return [_by_rows(page, stack) for stack in gathered.values()]


def usual_box(edges: Edges) -> list[float]:
    """Round the lines of one stack, those left aside that were run together with what stands beside them."""
    few = len(edges) // 5
    left, right = np.sort(edges[:, X0])[few], np.sort(edges[:, X1])[-1 - few]
    return [float(left), float(edges[:, Y0].min()), float(right), float(edges[:, Y1].max())]


def evened(page: Printed, stack: list[int]) -> NDArray[np.float64]:
    """Type sizes of a stack's lines; a line of a few characters, which is measured badly, has that of most of them."""
    size = page.size[stack]
    short = np.array([len(page.lines[i].text) < _FEW for i in stack])
    if short.all() or page.vertical[stack[0]]:
        return size
    return np.where(short, np.median(size[~short]), size)


def _by_rows(page: Printed, stack: list[int]) -> list[int]:
    """From the top down; pieces of one line from left to right."""
    middle = (page.edges[stack, Y0] + page.edges[stack, Y1]) / 2
    high = np.median(page.edges[stack, Y1] - page.edges[stack, Y0])
    rows, row, last = {}, 0, -np.inf
    for k in np.argsort(middle).tolist():
        row += middle[k] - last > 0.5 * high
        rows[stack[k]] = (row, page.edges[stack[k], X0])
        last = middle[k]
    return sorted(stack, key=rows.__getitem__)


def _chains(numbers: NDArray[np.int64], links: dict[int, int]) -> list[list[int]]:
    followed = set(links.values())
    result = []
    for first in (i for i in numbers.tolist() if i not in followed):
        chain = [first]
        while chain[-1] in links:
            chain.append(links[chain[-1]])
        result.append(chain)
    return result


def _under(page: Printed, numbers: NDArray[np.int64]) -> dict[int, int]:
    """For each level line the one that goes on the stack under it."""
    edges = page.edges[numbers]
    gap = edges[None, :, Y0] - edges[:, None, Y1]
    size = page.size[numbers]
    indent = np.abs(edges[:, None, X0] - edges[None, :, X0]) < _INDENT * np.maximum(size[:, None], size[None, :])
    below = ((overlap(edges, edges) > 0.3) | indent) & (edges[None, :, Y0] > edges[:, None, Y0] + _SLACK)
    below &= edges[None, :, Y1] > edges[:, None, Y1]
    height = edges[:, Y1] - edges[:, Y0]
    return {
        int(numbers[i]): int(numbers[j])
        for i, j in _mutual(np.where(below, gap, np.inf))
        if gap[i, j] < WIDEST_GAP * height[j]
        and _alike(page, numbers[i], numbers[j])
        and not ruled_off(page, edges[i], edges[j])
    }


def _left_of(page: Printed, numbers: NDArray[np.int64]) -> dict[int, int]:
    """For each vertical line the one that goes on left of it."""
    edges = page.edges[numbers]
    gap = edges[:, None, X0] - edges[None, :, X1]
    beside = (overlap(edges, edges, Y0) > 0.5) & (edges[None, :, X0] < edges[:, None, X0] - _SLACK)
    width = edges[:, X1] - edges[:, X0]
    return {
        int(numbers[i]): int(numbers[j])
        for i, j in _mutual(np.where(beside, gap, np.inf))
        if gap[i, j] < WIDEST_GAP * width[j] and _alike(page, numbers[i], numbers[j])
    }


def _mutual(gap: Edges) -> list[tuple[int, int]]:
    """Pairs that are each other's nearest."""
    if not len(gap):
        return []
    after, before = gap.argmin(axis=1), gap.argmin(axis=0)
    return [(i, int(j)) for i, j in enumerate(after) if np.isfinite(gap[i, j]) and before[j] == i]


def _alike(page: Printed, a: int, b: int) -> bool:
    """Of one type size and in one frame."""
    low, high = sorted((page.size[a], page.size[b]))
    text = _TEXT_SIZES[0] < low and high < _TEXT_SIZES[1]
    return bool((high <= _OTHER_SIZE * low or text) and page.frame[a] == page.frame[b])


def ruled_off(page: Printed, above: Sequence[float] | Edges, below: Sequence[float] | Edges) -> bool:
    """Whether a level rule runs between the two over more than half of what they share."""
    return _runs_between(page.level_rules, above, below, X0)


def walled_off(page: Printed, left: Sequence[float] | Edges, right: Sequence[float] | Edges) -> bool:
    """Whether an upright rule runs between two that stand side by side."""
    return _runs_between(page.upright_rules, left, right, Y0)


def _runs_between(rules: Edges, first: Sequence[float] | Edges, second: Sequence[float] | Edges, along: int) -> bool:
    across = Y0 if along == X0 else X0
    begin, end = max(first[along], second[along]), min(first[along + 2], second[along + 2])
    if end <= begin:
        return False
    middle = (rules[:, across] + rules[:, across + 2]) / 2
    between = (middle > first[across + 2] - _SLACK) & (middle < second[across] + _SLACK)
    covered = np.minimum(rules[:, along + 2], end) - np.maximum(rules[:, along], begin)
    # Two pieces with a label between them are one rule.
    return bool(np.maximum(0.0, covered[between]).sum() > 0.5 * (end - begin))
