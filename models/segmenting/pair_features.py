"""Features of a pair of fragments: each a named (n, n) table of how the right one stands to the left one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.segmenting import node_features as of
from models.segmenting.pair_placement import PLACEMENT
from models.segmenting.scene import Guess, Matrix


def one(guess: Guess) -> Matrix:
    return np.ones((guess.scene.size, guess.scene.size))


def next_in_source(guess: Guess) -> Matrix:
    return np.asarray(guess.scene.step == 1, dtype=float)


def earlier_in_source(guess: Guess) -> Matrix:
    return np.asarray(guess.scene.step < 0, dtype=float)


def distance(guess: Guess) -> Matrix:
    return np.log1p(np.maximum(0.0, np.abs(guess.scene.step) - 1.0))


def same_words(guess: Guess) -> Matrix:
    return guess.scene.alike


def same_words_around(guess: Guess) -> Matrix:
    return guess.alike


def same_words_across_boundary(guess: Guess) -> Matrix:
    """How alike the texts before and after the boundary between two neighbours are."""
    return _right(guess.scene.windows_alike, guess) * next_in_source(guess)


def same_characters(guess: Guess) -> Matrix:
    return guess.scene.alike_characters


def same_characters_around(guess: Guess) -> Matrix:
    return guess.alike_characters


def same_characters_across_boundary(guess: Guess) -> Matrix:
    return _right(guess.scene.windows_alike_characters, guess) * next_in_source(guess)


def same_numbers_and_names(guess: Guess) -> Matrix:
    return guess.scene.shared


def title_words_in_body(guess: Guess) -> Matrix:
    return guess.title_in_article


def title_words_in_paragraph(guess: Guess) -> Matrix:
    return guess.scene.contains


def title_words_elsewhere(guess: Guess) -> Matrix:
    return np.maximum(0.0, guess.best_elsewhere - guess.title_in_article)


def title_words_only_here(guess: Guess) -> Matrix:
    return np.maximum(0.0, guess.title_in_article - guess.best_elsewhere)


def word_across_seam(guess: Guess) -> Matrix:
    return guess.scene.spanning


def characters_fit_at_seam(guess: Guess) -> Matrix:
    return guess.scene.affinity


def whole_words_at_seam(guess: Guess) -> Matrix:
    return guess.scene.whole_words


def open_end(guess: Guess) -> Matrix:
    return _left(guess.scene.open_end, guess)


def open_end_next(guess: Guess) -> Matrix:
    return open_end(guess) * next_in_source(guess)


def bad_seam_next(guess: Guess) -> Matrix:
    """An open end whose characters do not go with those that follow it in the source."""
    scene = guess.scene
    unfit = np.maximum(0.0, -scene.affinity) * (scene.spanning == 0) * (scene.said_elsewhere == 0)
    return np.asarray(unfit * open_end_next(guess))


def open_end_fresh_start(guess: Guess) -> Matrix:
    return open_end(guess) * fresh_start(guess)


def open_end_elsewhere_wanted(guess: Guess) -> Matrix:
    """The end before the right one in the source is open too, and the left one is another."""
    before = np.concatenate([[False], guess.scene.open_end[:-1]])
    return _right(before, guess) * (1.0 - next_in_source(guess))


def completes_cut_off_text(guess: Guess) -> Matrix:
    """How surely the right text, not the next in the source, goes on with the left one's open end."""
    return guess.scene.completes * (1.0 - next_in_source(guess))


def completes_another_text(guess: Guess) -> Matrix:
    """How surely the right text goes on with the open end of any but the left one."""
    return _best_other(guess.scene.completes)


def completed_elsewhere(guess: Guess) -> Matrix:
    """How surely any text but the right one goes on with the left one's open end."""
    return _best_other(guess.scene.completes.T).T


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


def begins_better_than_first(guess: Guess) -> Matrix:
    """-1..1: the right text begins more as stories do than the first of the run below the left heading."""
    scene = guess.scene
    begins = np.maximum(of.fresh(guess), of.story(guess)) + 0.5 * (of.sentence_start(guess) + of.lead_like(guess))
    first = np.array([begins[np.argmax(scene.run == run)] for run in scene.run]) if scene.size else begins
    below = scene.run[None, :] == scene.run[:, None] + 1
    return np.asarray(below * np.tanh(begins - first)[None, :])


def fresh_start(guess: Guess) -> Matrix:
    return _right(of.fresh(guess), guess)


def story_start(guess: Guess) -> Matrix:
    return _right(of.story(guess), guess)


def lead_like(guess: Guess) -> Matrix:
    return _right(of.lead_like(guess), guess)


def lead_after_end(guess: Guess) -> Matrix:
    """The right text begins as first paragraphs do, right after a finished one."""
    return _right(of.lead_like(guess), guess) * next_in_source(guess) * (1.0 - open_end(guess))


def going_on(guess: Guess) -> Matrix:
    return _right(of.going_on(guess), guess)


def open_start(guess: Guess) -> Matrix:
    return _right(of.opened(guess), guess)


def open_start_after_end(guess: Guess) -> Matrix:
    """The right text begins inside a sentence, and the left one ends with one."""
    inside = np.maximum(of.opened(guess), guess.scene.begins["seldom_first"] * guess.scene.text)
    return _right(inside, guess) * (1.0 - open_end(guess))


def quote_closes(guess: Guess) -> Matrix:
    """An open quotation mark on the left finds its partner on the right: 1; a closing one without partner: -1."""
    owed, closed = of.quotes_owed(guess), of.quotes_closed(guess)
    return owed[:, None] * closed[None, :] - (1 - owed)[:, None] * closed[None, :]


def enumeration_goes_on(guess: Guess) -> Matrix:
    left, right = of.last_item(guess), of.first_item(guess)
    both = (left[:, None] > 0) & (right[None, :] > 0)
    return np.asarray(both * np.where(right[None, :] == left[:, None] + 1, 1.0, -1.0))


def heading_between(guess: Guess) -> Matrix:
    return _between(guess.scene.heading, guess)


def byline_between(guess: Guess) -> Matrix:
    return _between(guess.scene.byline, guess)


def other_column(guess: Guess) -> Matrix:
    columns = np.array([node.column for node in guess.scene.nodes])
    return np.asarray(np.abs(columns[:, None] - columns[None, :]) > 1.5, dtype=float)


def first_of_run(guess: Guess) -> Matrix:
    return _right(of.after_heading(guess), guess)


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
    return _right(guess.first, guess)


def page_puts_headings_after(guess: Guess) -> Matrix:
    """Positive where the pair stands as most of the page does: text after or before its heading."""
    return -np.sign(guess.scene.step) * of.headings_after(guess)


def next_on_such_page(guess: Guess) -> Matrix:
    """Neighbours in the source: 1 on a page of headings after their texts, -1 on one of headings before."""
    return next_in_source(guess) * of.headings_after(guess)


def text_above_on_such_page(guess: Guess) -> Matrix:
    """The text begins what ends above the heading: 1 on a page of headings after their texts, -1 on one of headings before."""
    return np.maximum(article_before_heading(guess), run_ends_before_heading(guess)) * of.headings_after(guess)


def topic_changes(guess: Guess) -> Matrix:
    return _right(of.topic_changes(guess), guess) * next_in_source(guess)


def characters_change(guess: Guess) -> Matrix:
    return _right(of.characters_change(guess), guess) * next_in_source(guess)


def new_topic(guess: Guess) -> Matrix:
    return _right(of.new_topic(guess), guess) * next_in_source(guess)


def crosshead_shape(guess: Guess) -> Matrix:
    return _right(of.crosshead_shape(guess), guess)


def top_mark(guess: Guess) -> Matrix:
    return _right(of.top_mark(guess), guess)


def low_mark(guess: Guess) -> Matrix:
    return _right(of.low_mark(guess), guess)


def bold_mark(guess: Guess) -> Matrix:
    return _right(of.bold_mark(guess), guess)


def like_other_headings(guess: Guess) -> Matrix:
    return _right(of.repeated_shape(guess), guess)


def has_byline(guess: Guess) -> Matrix:
    return _right(of.has_byline(guess), guess)


def several_heading_lines(guess: Guess) -> Matrix:
    return _right(of.several_lines(guess), guess)


def fresh_text_after(guess: Guess) -> Matrix:
    return _right(of.fresh_after(guess), guess)


def byline_after(guess: Guess) -> Matrix:
    return _right(of.byline_after(guess), guess)


def same_words_below(guess: Guess) -> Matrix:
    """How alike the left text and the text that follows the right heading are."""
    below = np.zeros_like(guess.scene.alike)
    below[:, :-1] = guess.scene.alike[:, 1:]
    return below * _right(of.text_after(guess), guess)


def same_words_around_below(guess: Guess) -> Matrix:
    below = np.zeros_like(guess.alike)
    below[:, :-1] = guess.alike[:, 1:]
    return below * _right(of.text_after(guess), guess)


def heading_fits_text_below(guess: Guess) -> Matrix:
    """Share of the right heading's words in the text below it."""
    below = np.zeros(guess.scene.size)
    below[:-1] = np.diagonal(guess.scene.contains, offset=1)
    return _right(below, guess)


def seam_said_elsewhere(guess: Guess) -> Matrix:
    return guess.scene.said_elsewhere


def sentence_start(guess: Guess) -> Matrix:
    """The right text begins as it should after the left one: as sentences do after a whole one, else as they do not."""
    return _right(of.sentence_start(guess), guess) * (1.0 - 2.0 * open_end(guess))


def label_before(guess: Guess) -> Matrix:
    return _right(of.under_label(guess), guess)


def deeper_mark(guess: Guess) -> Matrix:
    return _right(of.deeper(guess), guess)


def like_sure_headlines(guess: Guess) -> Matrix:
    return _right(of.like_sure_headlines(guess), guess)


def under_bylined_heading(guess: Guess) -> Matrix:
    return _right(of.under_bylined(guess), guess)


def longer_heading(guess: Guess) -> Matrix:
    return _right(of.longer_than_others(guess), guess)


def text_below_most_like_above(guess: Guess) -> Matrix:
    return _right(of.nearest_is_above(guess), guess)


def notice_heading(guess: Guess) -> Matrix:
    return np.maximum(_left(of.notice(guess), guess), _right(of.notice(guess), guess))


def closing_credit(guess: Guess) -> Matrix:
    """The left text names its reporter at its end or is a signature."""
    return _left(of.closing(guess), guess)


def signature_follows(guess: Guess) -> Matrix:
    return _right(of.signature(guess), guess)


def _best_other(table: Matrix) -> Matrix:
    """For each place the largest value of its column but for its own."""
    if len(table) < 2:
        return np.zeros_like(table)
    first, second = np.sort(table, axis=0)[[-1, -2]]
    return np.asarray(np.where(table.argmax(axis=0)[None, :] == np.arange(len(table))[:, None], second, first))


def _left(values: Matrix | object, guess: Guess) -> Matrix:
    return np.repeat(np.asarray(values, dtype=float)[:, None], guess.scene.size, axis=1)


def _right(values: Matrix | object, guess: Guess) -> Matrix:
    return np.repeat(np.asarray(values, dtype=float)[None, :], guess.scene.size, axis=0)


def _between(flags: Matrix | object, guess: Guess) -> Matrix:
    """1 where at least one such fragment stands between the two."""
    before = np.concatenate([[0.0], np.cumsum(np.asarray(flags, dtype=float))])
    low = np.minimum(np.arange(guess.scene.size)[:, None], np.arange(guess.scene.size)[None, :])
    high = np.maximum(np.arange(guess.scene.size)[:, None], np.arange(guess.scene.size)[None, :])
    return np.asarray((before[high] - before[low + 1] > 0) & (high > low), dtype=float)


_TABLE: tuple[Callable[[Guess], Matrix], ...] = (
    one, next_in_source, earlier_in_source, distance, same_words, same_characters, same_characters_around,
    same_characters_across_boundary, characters_change, open_start_after_end, same_words_around, same_numbers_and_names,
    title_words_in_body, title_words_in_paragraph, title_words_elsewhere, title_words_only_here,
    word_across_seam, characters_fit_at_seam, whole_words_at_seam, open_end, open_end_next, open_end_fresh_start,
    open_end_elsewhere_wanted, fresh_start, story_start, going_on, open_start, quote_closes, enumeration_goes_on,
    heading_between, byline_between, other_column, first_of_run, run_ends_before_heading, article_before_heading,
    first_of_article, page_puts_headings_after, crosshead_shape, top_mark, low_mark, bold_mark, like_other_headings,
    has_byline, several_heading_lines, fresh_text_after, byline_after, same_words_below, same_words_around_below,
    heading_fits_text_below, notice_heading, closing_credit, signature_follows, seam_said_elsewhere, sentence_start,
    same_words_across_boundary, bad_seam_next, completes_cut_off_text, completes_another_text,
    completed_elsewhere, next_on_such_page, text_above_on_such_page, topic_changes, new_topic,
    lead_like, lead_after_end,
    round_the_run, run_begins_inside, begins_better_than_first,
    label_before, deeper_mark, like_sure_headlines, under_bylined_heading, longer_heading, text_below_most_like_above,
)  # fmt: skip

PAIR_FEATURES = {feature.__name__: feature for feature in (*_TABLE, *PLACEMENT)}
