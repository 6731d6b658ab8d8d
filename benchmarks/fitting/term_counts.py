"""Counts in how many articles characters and pairs of characters occur, written in half powers of two."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from benchmarks.composing.corpus import Story

RAREST = {1: 2, 2: 4}
"""Terms in fewer articles than this are left out, by length."""


def term_counts(pages: list[list[Story]]) -> dict[str, object]:
    """What `resources/weights/counts.json` holds."""
    stories = [story for page in pages for story in page]
    found: Counter[str] = Counter()
    for story in stories:
        text = "\n".join((*story.headings, *story.paragraphs))
        found.update({text[i : i + n] for n in (1, 2) for i in range(len(text) - n + 1) if _is_han(text[i : i + n])})
    levels: dict[str, dict[int, list[str]]] = {"1": defaultdict(list), "2": defaultdict(list)}
    for term, count in sorted(found.items()):
        if count >= RAREST[len(term)]:
            levels[str(len(term))][round(2 * math.log2(count))].append(term)
    packed = {size: {str(k): "".join(v) for k, v in sorted(table.items())} for size, table in levels.items()}
    return {"documents": len(stories), "levels": packed}


def _is_han(term: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in term)
