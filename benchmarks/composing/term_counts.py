"""Counts of characters and of articles with a pair of characters, written in half powers of two, and how texts open."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from benchmarks.composing.corpus import Story
from benchmarks.composing.openings import openings

RAREST = {"1": 2, "2": 4}
"""Terms counted less often are left out."""


def term_counts(pages: list[list[Story]]) -> dict[str, object]:
    """What `resources/weights/counts.json` holds."""
    stories = [story for page in pages for story in page]
    found: dict[str, Counter[str]] = {name: Counter() for name in RAREST}
    for story in stories:
        text = "\n".join((*story.headings, *story.paragraphs))
        found["1"].update(filter(_is_han, text))
        found["2"].update({text[i : i + 2] for i in range(len(text) - 1) if _is_han(text[i : i + 2])})
    levels = {name: _packed(table, RAREST[name]) for name, table in found.items()}
    return {"documents": len(stories), "characters": found["1"].total(), "levels": levels, "openings": openings(pages)}


def _packed(table: Counter[str], rarest: int) -> dict[str, str]:
    levels: dict[int, list[str]] = defaultdict(list)
    for term, count in sorted(table.items()):
        if count >= rarest:
            levels[round(2 * math.log2(count))].append(term)
    return {str(level): "".join(terms) for level, terms in sorted(levels.items())}


def _is_han(term: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in term)
