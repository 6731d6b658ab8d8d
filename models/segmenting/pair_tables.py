"""How (n, n) tables of pairs are made of what is known of each fragment."""

from __future__ import annotations

import numpy as np

from models.segmenting.guess import Guess
from models.segmenting.scene import Matrix


def left(values: Matrix | object, guess: Guess) -> Matrix:
    return np.repeat(np.asarray(values, dtype=float)[:, None], guess.scene.size, axis=1)


def right(values: Matrix | object, guess: Guess) -> Matrix:
    return np.repeat(np.asarray(values, dtype=float)[None, :], guess.scene.size, axis=0)


def between(flags: Matrix | object, guess: Guess) -> Matrix:
    """1 where at least one such fragment stands between the two."""
    before = np.concatenate([[0.0], np.cumsum(np.asarray(flags, dtype=float))])
    low = np.minimum(np.arange(guess.scene.size)[:, None], np.arange(guess.scene.size)[None, :])
    high = np.maximum(np.arange(guess.scene.size)[:, None], np.arange(guess.scene.size)[None, :])
    return np.asarray((before[high] - before[low + 1] > 0) & (high > low), dtype=float)


def best_other(table: Matrix) -> Matrix:
    """For each place the largest value of its column but for its own."""
    if len(table) < 2:
        return np.zeros_like(table)
    first, second = np.sort(table, axis=0)[[-1, -2]]
    return np.asarray(np.where(table.argmax(axis=0)[None, :] == np.arange(len(table))[:, None], second, first))
