"""Signs of how texts open, fitted on a few stories of our own."""

from __future__ import annotations

from benchmarks.composing.invented import load_invented
from benchmarks.composing.openings import openings
from models.segmenting.openings import INSIDE, LEAD, LENGTH, SIGNS


def test_what_is_fitted_parts_other_stories_too() -> None:
    pages = load_invented()
    fitted = openings(pages[: len(pages) // 2])
    stories = [story for page in pages[len(pages) // 2 :] for story in page if len(story.paragraphs) > 2]

    def mean(texts: list[str], table: str) -> float:
        return sum(fitted[table].get(sign, 0.0) for text in texts for sign in SIGNS[table](text[:LENGTH])) / len(texts)

    whole = [text for story in stories for text in story.paragraphs if len(text) > 60]
    assert mean([text[31:] for text in whole], INSIDE) > mean(whole, INSIDE) + 1.0
    first, later = ([story.paragraphs[place] for story in stories] for place in (0, -1))
    assert mean(first, LEAD) > mean(later, LEAD)


def test_signs_seen_seldom_have_no_weight() -> None:
    pages = load_invented()[:2]
    text = pages[0][0].paragraphs[0]
    assert f"0 {text[:3]}" not in openings(pages)[INSIDE]
