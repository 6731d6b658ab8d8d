"""Our own stories in today's style: whole, told once, and composed with the parts they were written with."""

from __future__ import annotations

import random
from collections import Counter

from benchmarks.composing.invented import Invented, invented_pieces, load_invented
from benchmarks.composing.pieces import pieces

BODY = ("lead", "body", "notice", "crosshead")
PAGES = load_invented()
STORIES = [story for page in PAGES for story in page if isinstance(story, Invented)]


def test_all_are_told_and_none_twice() -> None:
    assert sum(map(len, PAGES)) == len(STORIES) > 300
    assert all(len(page) > 1 for page in PAGES)
    spread = Counter(text for story in STORIES for text in story.paragraphs if len(text) > 20)
    assert [text for text, count in spread.items() if count > 1] == []


def test_parts_stay_in_their_order() -> None:
    rng = random.Random(1)
    for story in STORIES:
        told = [
            piece.text for piece in invented_pieces(story, rng, 10_000) if piece.role in ("lead", "body", "notice", "crosshead")
        ]
        assert told == [text for _role, text in story.parts]


def test_a_long_story_is_cut_off_after_a_paragraph() -> None:
    rng, shortened = random.Random(1), 0
    for story in STORIES:
        body = [piece for piece in invented_pieces(story, rng, 200) if piece.role in BODY]
        assert [piece.text for piece in body] == [text for _role, text in story.parts[: len(body)]]
        assert not body or body[-1].role != "crosshead"
        long = sum(len(text) for _role, text in story.parts[:-1]) > 300
        assert len(body) == len(story.parts) if story.whole else len(body) < len(story.parts) or not long
        shortened += len(body) < len(story.parts)
    assert shortened > 50


def test_only_the_first_text_is_a_lead() -> None:
    rng, leads = random.Random(1), 0
    for story in STORIES:
        roles = [piece.role for piece in invented_pieces(story, rng, 10_000) if piece.role in BODY]
        assert "lead" not in roles[1:]
        leads += "lead" in roles
    assert leads > 50


def test_notices_and_poems_are_told_in_no_other_form() -> None:
    rng = random.Random(1)
    for story in STORIES:
        if story.form in ("notice", "poem", "photo"):
            assert [p.role for p in pieces(story, rng, 600, "statement")] == [p.role for p in invented_pieces(story, rng, 600)]
