"""Features of a pair of fragments: the form of what follows, as of headings, leads and signatures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting import node_features as of
from models.segmenting.guess import Guess
from models.segmenting.pair_order import next_in_source
from models.segmenting.pair_tables import left, right
from models.segmenting.scene import Matrix


def begins_better_than_first(guess: Guess) -> Matrix:
    """-1..1: the right text begins more as stories do than the first of the run below the left heading."""
    scene = guess.scene
    begins = np.maximum(of.fresh(guess), of.story(guess)) + 0.5 * (of.sentence_start(guess) + of.lead_like(guess))
    first = np.array([begins[np.argmax(scene.run == run)] for run in scene.run]) if scene.size else begins
    below = scene.run[None, :] == scene.run[:, None] + 1
    return np.asarray(below * np.tanh(begins - first)[None, :])


def fresh_start(guess: Guess) -> Matrix:
    return right(of.fresh(guess), guess)


def story_start(guess: Guess) -> Matrix:
    return right(of.story(guess), guess)


def lead_like(guess: Guess) -> Matrix:
    return right(of.lead_like(guess), guess)


def lead_after_end(guess: Guess) -> Matrix:
    """The right text begins as first paragraphs do, right after a finished one."""
    return right(of.lead_like(guess), guess) * next_in_source(guess) * (1.0 - left(guess.scene.open_end, guess))


def going_on(guess: Guess) -> Matrix:
    return right(of.going_on(guess), guess)


def crosshead_shape(guess: Guess) -> Matrix:
    return right(of.crosshead_shape(guess), guess)


def top_mark(guess: Guess) -> Matrix:
    return right(of.top_mark(guess), guess)


def low_mark(guess: Guess) -> Matrix:
    return right(of.low_mark(guess), guess)


def bold_mark(guess: Guess) -> Matrix:
    return right(of.bold_mark(guess), guess)


def like_other_headings(guess: Guess) -> Matrix:
    return right(of.repeated_shape(guess), guess)


def has_byline(guess: Guess) -> Matrix:
    return right(of.has_byline(guess), guess)


def several_heading_lines(guess: Guess) -> Matrix:
    return right(of.several_lines(guess), guess)


def fresh_text_after(guess: Guess) -> Matrix:
    return right(of.fresh_after(guess), guess)


def byline_after(guess: Guess) -> Matrix:
    return right(of.byline_after(guess), guess)


def label_before(guess: Guess) -> Matrix:
    return right(of.under_label(guess), guess)


def deeper_mark(guess: Guess) -> Matrix:
    return right(of.deeper(guess), guess)


def like_sure_headlines(guess: Guess) -> Matrix:
    return right(of.like_sure_headlines(guess), guess)


def under_bylined_heading(guess: Guess) -> Matrix:
    return right(of.under_bylined(guess), guess)


def longer_heading(guess: Guess) -> Matrix:
    return right(of.longer_than_others(guess), guess)


def text_below_most_like_above(guess: Guess) -> Matrix:
    return right(of.nearest_is_above(guess), guess)


def notice_heading(guess: Guess) -> Matrix:
    return np.maximum(left(of.notice(guess), guess), right(of.notice(guess), guess))


def notice_goes_on(guess: Guess) -> Matrix:
    """1 where both parts speak as notices do, -1 where only one does."""
    speaks = np.maximum(of.notice(guess), of.notice_text(guess))
    return np.asarray(speaks[:, None] * speaks[None, :] - np.abs(speaks[:, None] - speaks[None, :]))


def closing_credit(guess: Guess) -> Matrix:
    """The left text names its reporter at its end or is a signature."""
    return left(of.closing(guess), guess)


def name_in_brackets_ends(guess: Guess) -> Matrix:
    """The left text ends with a name in brackets."""
    return left(of.credited(guess), guess)


def signature_follows(guess: Guess) -> Matrix:
    return right(of.signature(guess), guess)


FORMS: tuple[Callable[[Guess], Matrix], ...] = (
    begins_better_than_first, fresh_start, story_start, lead_like, lead_after_end, going_on, crosshead_shape, top_mark,
    low_mark, bold_mark, like_other_headings, has_byline, several_heading_lines, fresh_text_after, byline_after,
    label_before, deeper_mark, like_sure_headlines, under_bylined_heading, longer_heading, text_below_most_like_above,
    notice_heading, notice_goes_on, closing_credit, name_in_brackets_ends,
    signature_follows,
)  # fmt: skip
