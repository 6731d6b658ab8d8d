"""Features of a pair of fragments: whether a sentence of the left one goes on in the right one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting import node_features as of
from models.segmenting.guess import Guess
from models.segmenting.pair_order import next_in_source
from models.segmenting.pair_tables import best_other, left, right
from models.segmenting.scene import Matrix


def word_across_seam(guess: Guess) -> Matrix:
    return guess.scene.spanning


def characters_fit_at_seam(guess: Guess) -> Matrix:
    return guess.scene.affinity


def whole_words_at_seam(guess: Guess) -> Matrix:
    return guess.scene.whole_words


def open_end(guess: Guess) -> Matrix:
    return left(guess.scene.open_end, guess)


def open_end_next(guess: Guess) -> Matrix:
    return open_end(guess) * next_in_source(guess)


def bad_seam_next(guess: Guess) -> Matrix:
    """An open end whose characters do not go with those that follow it in the source."""
    scene = guess.scene
    unfit = np.maximum(0.0, -scene.affinity) * (scene.spanning == 0) * (scene.said_elsewhere == 0)
    return np.asarray(unfit * open_end_next(guess))


def open_end_fresh_start(guess: Guess) -> Matrix:
    return open_end(guess) * right(of.fresh(guess), guess)


def open_end_elsewhere_wanted(guess: Guess) -> Matrix:
    """The end before the right one in the source is open too, and the left one is another."""
    before = np.concatenate([[False], guess.scene.open_end[:-1]])
    return right(before, guess) * (1.0 - next_in_source(guess))


def completes_cut_off_text(guess: Guess) -> Matrix:
    """How surely the right text, not the next in the source, goes on with the left one's open end."""
    return guess.scene.completes * (1.0 - next_in_source(guess))


def completes_another_text(guess: Guess) -> Matrix:
    """How surely the right text goes on with the open end of any but the left one."""
    return best_other(guess.scene.completes)


def completed_elsewhere(guess: Guess) -> Matrix:
    """How surely any text but the right one goes on with the left one's open end."""
    return best_other(guess.scene.completes.T).T


def open_start(guess: Guess) -> Matrix:
    return right(of.opened(guess), guess)


def open_start_after_end(guess: Guess) -> Matrix:
    """The right text begins inside a sentence, and the left one ends with one."""
    inside = np.maximum(of.opened(guess), guess.scene.begins["begins_inside"] * guess.scene.text)
    return right(inside, guess) * (1.0 - open_end(guess))


def left_goes_on_elsewhere(guess: Guess) -> Matrix:
    return left(of.goes_on_elsewhere(guess), guess)


def right_came_from_elsewhere(guess: Guess) -> Matrix:
    return right(of.came_from_elsewhere(guess), guess)


def quote_closes(guess: Guess) -> Matrix:
    """An open quotation mark on the left finds its partner on the right: 1; a closing one without partner: -1."""
    owed, closed = of.quotes_owed(guess), of.quotes_closed(guess)
    return owed[:, None] * closed[None, :] - (1 - owed)[:, None] * closed[None, :]


def enumeration_goes_on(guess: Guess) -> Matrix:
    left, right = of.last_item(guess), of.first_item(guess)
    both = (left[:, None] > 0) & (right[None, :] > 0)
    return np.asarray(both * np.where(right[None, :] == left[:, None] + 1, 1.0, -1.0))


def seam_said_elsewhere(guess: Guess) -> Matrix:
    return guess.scene.said_elsewhere


def sentence_start(guess: Guess) -> Matrix:
    """The right text begins as it should after the left one: as sentences do after a whole one, else as they do not."""
    return right(of.sentence_start(guess), guess) * (1.0 - 2.0 * open_end(guess))


SEAMS: tuple[Callable[[Guess], Matrix], ...] = (
    left_goes_on_elsewhere, right_came_from_elsewhere,
    word_across_seam, characters_fit_at_seam, whole_words_at_seam, open_end, open_end_next, bad_seam_next,
    open_end_fresh_start, open_end_elsewhere_wanted, completes_cut_off_text, completes_another_text, completed_elsewhere,
    open_start, open_start_after_end, quote_closes, enumeration_goes_on, seam_said_elsewhere, sentence_start,
)  # fmt: skip
