"""Facts that can speak in one direction only, whatever their part in a sum of features that go together."""

from __future__ import annotations

from collections.abc import Mapping

FOR = frozenset({
    "same_words", "same_words_around", "same_words_across_boundary", "same_words_at_seam", "same_words_below",
    "same_words_around_below", "same_words_at_seam_below", "same_characters", "same_characters_around",
    "same_characters_across_boundary", "same_characters_at_seam", "same_characters_below", "same_characters_around_below",
    "same_characters_at_seam_below", "same_characters_across_heading", "same_numbers_and_names",
    "title_words_in_body", "title_words_in_paragraph", "title_words_from_here", "title_words_only_here",
    "word_across_seam", "seam_said_elsewhere", "completes_cut_off_text", "open_end", "open_end_next", "round_the_run",
    "below_in_column", "below_in_stack", "directly_below", "top_of_next_column", "under_heading_span", "first_under_heading",
    "under_same_heading", "same_frame",
    "dateline", "begins_as_stories_do", "highest_mark", "byline_under_heading", "dateline_follows", "story_follows",
    "rule_above", "space_above", "alone_in_frame",
})  # fmt: skip
"""Of a joint that its parts belong together, or of a start that an article begins."""
AGAINST = frozenset({
    "bad_seam_next", "completes_another_text", "completed_elsewhere", "open_start_after_end", "open_end_fresh_start",
    "open_end_elsewhere_wanted", "title_words_elsewhere", "heading_between", "byline_between", "new_topic",
    "left_goes_on_elsewhere", "right_came_from_elsewhere", "name_in_brackets_ends",
    "wider_gap", "rule_between", "other_frame", "other_type_size", "far_on_page", "under_another_heading",
    "like_the_text_before", "like_the_characters_before", "like_across_heading", "open_end_wants_it", "open_end_just_before",
})  # fmt: skip


def as_read(shares: Mapping[str, float]) -> dict[str, float]:
    """What each fact adds to a score, 0 where it would speak otherwise than it reads.

    Features that go together share their part of a score among them, and one can get less than nothing of it: shared words
    would then be told as a reason against joining.
    """
    return {
        name: max(0.0, share) if name in FOR else min(0.0, share) if name in AGAINST else share
        for name, share in shares.items()
    }
