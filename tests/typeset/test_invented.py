"""Invented stories differ from each other and are put together whole."""

from __future__ import annotations

import itertools
import random

from tests.typeset.invented import invented_stories
from tests.typeset.story import Kind


def test_all_kinds_are_among_them() -> None:
    stories = invented_stories(random.Random(1), 10)
    assert [story.kind for story in stories].count(Kind.ARTICLE) == 10
    assert {story.kind for story in stories} == set(Kind)


def test_no_blank_of_the_grammar_is_left_open() -> None:
    for story in invented_stories(random.Random(2), 40):
        words = " ".join((story.headline, story.kicker, story.subtitle, story.lead, *story.paragraphs, *story.captions))
        assert "{" not in words
        assert "}" not in words
        assert story.length > 4


def test_stories_of_one_page_differ_in_their_words() -> None:
    """Most characters' pairs of an article stand in no other article that is taken with it."""
    articles = [s for s in invented_stories(random.Random(3), 12) if s.kind is Kind.ARTICLE and s.length > 150]
    pairs = [{a + b for a, b in itertools.pairwise("".join(story.paragraphs))} for story in articles]
    shared = [len(a & b) / len(a | b) for a, b in itertools.combinations(pairs, 2)]
    assert max(shared) < 0.6
    assert sum(shared) / len(shared) < 0.2
