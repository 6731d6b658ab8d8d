"""Features of a fragment that starts or ends an article: what speaks for no partner on this page."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.segmenting import node_features as of
from models.segmenting.end_placement import END_PLACEMENT, START_PLACEMENT
from models.segmenting.guess import Guess

Row = NDArray[np.float64]


def starts_or_ends(guess: Guess) -> Row:
    return np.ones(guess.scene.size)


def first_on_page(guess: Guess) -> Row:
    return np.asarray(np.arange(guess.scene.size) == 0, dtype=float)


def last_on_page(guess: Guess) -> Row:
    return np.asarray(np.arange(guess.scene.size) == guess.scene.size - 1, dtype=float)


def dateline(guess: Guess) -> Row:
    return of.fresh(guess)


def begins_as_stories_do(guess: Guess) -> Row:
    return of.story(guess)


def begins_in_the_middle(guess: Guess) -> Row:
    return of.going_on(guess) + of.opened(guess) + of.quotes_closed(guess)


def open_end_wants_it(guess: Guess) -> Row:
    """How surely it goes on with some open end."""
    return np.asarray(guess.scene.completes.max(axis=0, initial=0.0))


def open_end_just_before(guess: Guess) -> Row:
    return np.concatenate([[0.0], guess.scene.open_end[:-1]]) if guess.scene.size else np.zeros(0)


def follows_heading(guess: Guess) -> Row:
    return of.after_heading(guess)


def heading_follows(guess: Guess) -> Row:
    return of.before_heading(guess)


def byline_under_heading(guess: Guess) -> Row:
    return of.has_byline(guess)


def byline_next(guess: Guess) -> Row:
    return of.byline_after(guess)


def several_lines(guess: Guess) -> Row:
    return of.several_lines(guess)


def highest_mark(guess: Guess) -> Row:
    return of.top_mark(guess)


def lowest_mark(guess: Guess) -> Row:
    return of.low_mark(guess)


def only_bold(guess: Guess) -> Row:
    return of.bold_mark(guess)


def shape_of_crosshead(guess: Guess) -> Row:
    return of.crosshead_shape(guess)


def many_of_this_shape(guess: Guess) -> Row:
    return of.repeated_shape(guess)


def dateline_follows(guess: Guess) -> Row:
    return of.fresh_after(guess)


def story_follows(guess: Guess) -> Row:
    return of.story_after(guess)


def words_found_in_a_body(guess: Guess) -> Row:
    return np.asarray(guess.title_in_article.max(axis=1, initial=0.0))


def words_found_in_body_above(guess: Guess) -> Row:
    above = np.zeros(guess.scene.size)
    above[1:] = np.diagonal(guess.title_in_article, offset=-1)
    return above


def stops_in_mid_sentence(guess: Guess) -> Row:
    return guess.scene.open_end.astype(float)


def word_goes_on_elsewhere(guess: Guess) -> Row:
    """How surely some text goes on with its open end."""
    return np.asarray(guess.scene.completes.max(axis=1, initial=0.0))


def breaks_off(guess: Guess) -> Row:
    """It stops in mid-sentence where no text follows in the source."""
    return guess.scene.cut_off.astype(float)


def closing_name(guess: Guess) -> Row:
    return of.closing(guess)


def begins_like_a_sentence(guess: Guess) -> Row:
    return of.sentence_start(guess)


def like_the_text_before(guess: Guess) -> Row:
    """How alike the text from here on and the text right before it are."""
    return guess.scene.windows_alike


def like_the_characters_before(guess: Guess) -> Row:
    return guess.scene.windows_alike_characters


def characters_are_new(guess: Guess) -> Row:
    return of.characters_change(guess)


def like_across_heading(guess: Guess) -> Row:
    return of.alike_across(guess)


def changes_across_heading(guess: Guess) -> Row:
    return of.changes_across(guess)


def goes_on_elsewhere(guess: Guess) -> Row:
    return of.goes_on_elsewhere(guess)


def came_from_elsewhere(guess: Guess) -> Row:
    return of.came_from_elsewhere(guess)


def topic_is_new(guess: Guess) -> Row:
    return of.topic_changes(guess)


def begins_as_leads_do(guess: Guess) -> Row:
    return of.lead_like(guess)


def lead_follows(guess: Guess) -> Row:
    """The next text in the source begins as first paragraphs do."""
    return np.concatenate([of.lead_like(guess)[1:], [0.0]]) if guess.scene.size else np.zeros(0)


def begins_new_topic(guess: Guess) -> Row:
    return of.new_topic(guess)


def heading_follows_on_such_page(guess: Guess) -> Row:
    """A heading is next: 1 on a page of headings after their texts, -1 on one of headings before."""
    return of.before_heading(guess) * of.headings_after(guess)


def label_above(guess: Guess) -> Row:
    return of.under_label(guess)


def mark_is_deeper(guess: Guess) -> Row:
    return of.deeper(guess)


def marked_like_sure_headlines(guess: Guess) -> Row:
    return of.like_sure_headlines(guess)


def inside_bylined_article(guess: Guess) -> Row:
    return of.under_bylined(guess)


def long_for_a_heading(guess: Guess) -> Row:
    return of.longer_than_others(guess)


def body_below_most_like_above(guess: Guess) -> Row:
    return of.nearest_is_above(guess)


def head_of_notice(guess: Guess) -> Row:
    return of.notice(guess)


def headings_stand_after(guess: Guess) -> Row:
    return np.full(guess.scene.size, of.headings_after(guess))


_STARTS: tuple[Callable[[Guess], Row], ...] = (
    starts_or_ends, first_on_page, dateline, begins_as_stories_do, begins_in_the_middle, open_end_wants_it,
    open_end_just_before, follows_heading, byline_under_heading, byline_next, several_lines, highest_mark, lowest_mark,
    only_bold, shape_of_crosshead, many_of_this_shape, dateline_follows, story_follows, words_found_in_a_body,
    words_found_in_body_above, head_of_notice, headings_stand_after, begins_like_a_sentence,
    came_from_elsewhere, like_across_heading, changes_across_heading,
    like_the_text_before, like_the_characters_before, characters_are_new, label_above, mark_is_deeper,
    marked_like_sure_headlines, inside_bylined_article, long_for_a_heading, body_below_most_like_above,
    topic_is_new, begins_new_topic, begins_as_leads_do, lead_follows,
)  # fmt: skip

_ENDS: tuple[Callable[[Guess], Row], ...] = (
    starts_or_ends, goes_on_elsewhere, last_on_page,
    stops_in_mid_sentence, word_goes_on_elsewhere, heading_follows, dateline_follows,
    story_follows, closing_name, words_found_in_a_body, byline_next, headings_stand_after,
    breaks_off, heading_follows_on_such_page, lead_follows,
)  # fmt: skip

START_FEATURES = {feature.__name__: feature for feature in (*_STARTS, *START_PLACEMENT)}
END_FEATURES = {feature.__name__: feature for feature in (*_ENDS, *END_PLACEMENT)}
