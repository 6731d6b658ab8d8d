"""Features of a pair of fragments: whether the two speak of the same thing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting import node_features as of
from models.segmenting.guess import Guess
from models.segmenting.pair_order import next_in_source
from models.segmenting.pair_tables import right
from models.segmenting.scene import Matrix


def same_words(guess: Guess) -> Matrix:
    return guess.scene.alike


def same_words_around(guess: Guess) -> Matrix:
    return guess.alike


def same_words_across_boundary(guess: Guess) -> Matrix:
    """How alike the texts before and after the boundary between two neighbours are."""
    return right(guess.scene.windows_alike, guess) * next_in_source(guess)


def same_characters(guess: Guess) -> Matrix:
    return guess.scene.alike_characters


def same_characters_around(guess: Guess) -> Matrix:
    return guess.alike_characters


def same_characters_across_boundary(guess: Guess) -> Matrix:
    return right(guess.scene.windows_alike_characters, guess) * next_in_source(guess)


def same_words_at_seam(guess: Guess) -> Matrix:
    """How alike the left one's article up to it and the right one's from it on are."""
    return guess.alike_at_seam


def same_characters_at_seam(guess: Guess) -> Matrix:
    return guess.alike_characters_at_seam


def same_numbers_and_names(guess: Guess) -> Matrix:
    return guess.scene.shared


def title_words_in_body(guess: Guess) -> Matrix:
    return guess.title_in_article


def title_words_in_paragraph(guess: Guess) -> Matrix:
    return guess.scene.contains


def title_words_from_here(guess: Guess) -> Matrix:
    return guess.title_from_here


def title_words_elsewhere(guess: Guess) -> Matrix:
    return np.maximum(0.0, guess.best_elsewhere - guess.title_in_article)


def title_words_only_here(guess: Guess) -> Matrix:
    return np.maximum(0.0, guess.title_in_article - guess.best_elsewhere)


def topic_changes(guess: Guess) -> Matrix:
    return right(of.topic_changes(guess), guess) * next_in_source(guess)


def characters_change(guess: Guess) -> Matrix:
    return right(of.characters_change(guess), guess) * next_in_source(guess)


def new_topic(guess: Guess) -> Matrix:
    return right(of.new_topic(guess), guess) * next_in_source(guess)


def same_words_below(guess: Guess) -> Matrix:
    """How alike the left text and the text that follows the right heading are."""
    return _below(guess.scene.alike, guess)


def same_words_around_below(guess: Guess) -> Matrix:
    return _below(guess.alike, guess)


def same_characters_below(guess: Guess) -> Matrix:
    """How alike by single characters the left text and the text that follows the right heading are."""
    return _below(guess.scene.alike_characters, guess)


def same_characters_around_below(guess: Guess) -> Matrix:
    return _below(guess.alike_characters, guess)


def same_characters_across_heading(guess: Guess) -> Matrix:
    return right(of.alike_across(guess), guess) * next_in_source(guess)


def characters_change_across_heading(guess: Guess) -> Matrix:
    return right(of.changes_across(guess), guess) * next_in_source(guess)


def heading_fits_text_below(guess: Guess) -> Matrix:
    """Share of the right heading's words in the text below it."""
    below = np.zeros(guess.scene.size)
    below[:-1] = np.diagonal(guess.scene.contains, offset=1)
    return right(below, guess)


def same_words_at_seam_below(guess: Guess) -> Matrix:
    """How alike the left one's article up to it and the text below the right heading are, from there on."""
    return _below(guess.alike_at_seam, guess)


def same_characters_at_seam_below(guess: Guess) -> Matrix:
    return _below(guess.alike_characters_at_seam, guess)


def _below(alike: Matrix, guess: Guess) -> Matrix:
    """What `alike` says of the left fragment and the text that follows the right one."""
    below = np.zeros_like(alike)
    below[:, :-1] = alike[:, 1:]
    return below * right(of.text_after(guess), guess)


SUBJECTS: tuple[Callable[[Guess], Matrix], ...] = (
    same_words, same_words_around, same_words_across_boundary, same_characters, same_characters_around,
    same_characters_across_boundary, same_words_at_seam, same_characters_at_seam, same_numbers_and_names,
    title_words_in_body, title_words_in_paragraph, title_words_from_here, title_words_elsewhere, title_words_only_here,
    topic_changes, characters_change, new_topic, same_words_below, same_words_around_below, same_characters_below,
    same_characters_around_below, same_words_at_seam_below, same_characters_at_seam_below,
    same_characters_across_heading, characters_change_across_heading, heading_fits_text_below,
)  # fmt: skip
