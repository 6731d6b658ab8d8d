"""Features of a pair of fragments: where they stand in the source."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting import node_features as of
from models.segmenting.guess import Guess
from models.segmenting.pair_tables import between, right
from models.segmenting.scene import Matrix


def one(guess: Guess) -> Matrix:
    return np.ones((guess.scene.size, guess.scene.size))


def next_in_source(guess: Guess) -> Matrix:
    return np.asarray(guess.scene.step == 1, dtype=float)


def earlier_in_source(guess: Guess) -> Matrix:
    return np.asarray(guess.scene.step < 0, dtype=float)


def distance(guess: Guess) -> Matrix:
    return np.log1p(np.maximum(0.0, np.abs(guess.scene.step) - 1.0))


def round_the_run(guess: Guess) -> Matrix:
    return guess.scene.round_the_run


def run_begins_inside(guess: Guess) -> Matrix:
    """The right text stands in the run below the left heading, and the run's first goes on with its last."""
    scene = guess.scene
    goes_round = np.zeros(scene.size)
    for i, j in np.argwhere(scene.round_the_run > 0):
        goes_round[scene.run == scene.run[j]] = scene.completes[i, j]
    below = scene.run[None, :] == scene.run[:, None] + 1
    return np.asarray(below * (goes_round * ~scene.first_of_run)[None, :])


def heading_between(guess: Guess) -> Matrix:
    return between(guess.scene.heading, guess)


def byline_between(guess: Guess) -> Matrix:
    return between(guess.scene.byline, guess)


def other_column(guess: Guess) -> Matrix:
    columns = np.array([node.column for node in guess.scene.nodes])
    return np.asarray(np.abs(columns[:, None] - columns[None, :]) > 1.5, dtype=float)


def first_of_run(guess: Guess) -> Matrix:
    return right(of.after_heading(guess), guess)


def run_ends_before_heading(guess: Guess) -> Matrix:
    """The text begins the run that ends where the heading stands."""
    starts = of.run_start(guess)
    result = np.zeros((guess.scene.size, guess.scene.size))
    for i in np.flatnonzero(guess.scene.heading | guess.scene.byline):
        if i > 0 and guess.scene.text[i - 1]:
            result[i, int(starts[i - 1])] = 1.0
    return result


def article_before_heading(guess: Guess) -> Matrix:
    """The text is the first of the article that ends where the heading stands."""
    result = np.zeros((guess.scene.size, guess.scene.size))
    firsts = {int(guess.of[j]): int(j) for j in np.flatnonzero(guess.first)}
    for i in np.flatnonzero(guess.scene.heading):
        above = int(guess.of[i - 1]) if i > 0 and guess.scene.text[i - 1] else -1
        if above in firsts:
            result[i, firsts[above]] = 1.0
    return result


def first_of_article(guess: Guess) -> Matrix:
    return right(guess.first, guess)


def page_puts_headings_after(guess: Guess) -> Matrix:
    """Positive where the pair stands as most of the page does: text after or before its heading."""
    return -np.sign(guess.scene.step) * of.headings_after(guess)


def next_on_such_page(guess: Guess) -> Matrix:
    """Neighbours in the source: 1 on a page of headings after their texts, -1 on one of headings before."""
    return next_in_source(guess) * of.headings_after(guess)


def text_above_on_such_page(guess: Guess) -> Matrix:
    """The text begins what ends above the heading: 1 on a page of headings after their texts, -1 on one of headings before."""
    return np.maximum(article_before_heading(guess), run_ends_before_heading(guess)) * of.headings_after(guess)


ORDER: tuple[Callable[[Guess], Matrix], ...] = (
    one, next_in_source, earlier_in_source, distance, round_the_run, run_begins_inside, heading_between, byline_between,
    other_column, first_of_run, run_ends_before_heading, article_before_heading, first_of_article,
    page_puts_headings_after, next_on_such_page, text_above_on_such_page,
)  # fmt: skip
