"""The best set of paths over a page's fragments: an assignment with NONE columns, then no cycles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from models.segmenting.pairs import IMPOSSIBLE
from models.segmenting.scene import Matrix

NONE = -1


def successors(follow: Matrix, start: Matrix, end: Matrix) -> list[int]:
    """For each fragment the one that follows it, or NONE; the best sum of scores without a cycle.

    `follow` is (n, n) with the score of each pair, `start` and `end` (n,) with those of beginning and ending an article.
    """
    follow = follow.copy()
    while True:
        links = _assign(follow, start, end)
        cycle = _cycle(links)
        if cycle is None:
            return links
        weakest = min(cycle, key=lambda i: _regret(follow, start, end, i, links[i]))
        follow[weakest, links[weakest]] = IMPOSSIBLE


def _assign(follow: Matrix, start: Matrix, end: Matrix) -> list[int]:
    """The best assignment of one follower or none to each, ignoring cycles."""
    n = len(start)
    gain = np.full((2 * n, 2 * n), IMPOSSIBLE)
    # A joint answers two questions, who follows and who stands before; a start or an end answers one.
    gain[:n, :n] = 2.0 * follow
    gain[:n, n:][np.diag_indices(n)] = end
    gain[n:, :n][np.diag_indices(n)] = start
    gain[n:, n:] = 0.0
    rows, columns = linear_sum_assignment(gain, maximize=True)
    links = [NONE] * n
    for row, column in zip(rows, columns, strict=True):
        if row < n and column < n:
            links[row] = int(column)
    return links


def _regret(follow: Matrix, start: Matrix, end: Matrix, left: int, right: int) -> float:
    """What the pair is worth over both parting."""
    return float(2.0 * follow[left, right] - end[left] - start[right])


def _cycle(links: Sequence[int]) -> list[int] | None:
    """Some cycle among `links`, as its members; None when all are paths."""
    state = [0] * len(links)
    for begin in range(len(links)):
        path: list[int] = []
        at = begin
        while at != NONE and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = links[at]
        if at != NONE and at in path:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return None


def paths(links: Sequence[int]) -> list[list[int]]:
    """The paths that `links` make, in the order of their first fragments."""
    followed = {right for right in links if right != NONE}
    result = []
    for begin in (i for i in range(len(links)) if i not in followed):
        path = [begin]
        while links[path[-1]] != NONE:
            path.append(links[path[-1]])
        result.append(path)
    return result


def article_numbers(links: Sequence[int]) -> list[int]:
    """For each fragment the number of its path."""
    numbers = [0] * len(links)
    for number, path in enumerate(paths(links)):
        for node in path:
            numbers[node] = number
    return numbers
