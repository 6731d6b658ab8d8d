"""Counts of characters, of articles with a pair of characters, and of sentence starts, written in half powers of two."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable

from benchmarks.composing.corpus import Story
from benchmarks.composing.pieces import OLD_DATELINE
from models.segmenting.terms import LEAD_LENGTH, pairs_of

RAREST = {"1": 2, "2": 4, "first": 2}
"""Terms counted less often are left out."""
_PARAGRAPHS, _SHORTEST, _FEWEST = 12, 15, 30
"""Paragraphs of a story that are looked at, their least length, and how often a term must stand at their heads."""
_PRIOR, _LEAST_ODDS = 40.0, 0.25
_SENTENCE = re.compile(r"(?:^|[。！？\n])[“《（]?([㐀-鿿])")


def term_counts(pages: list[list[Story]]) -> dict[str, object]:
    """What `resources/weights/counts.json` holds."""
    stories = [story for page in pages for story in page]
    found: dict[str, Counter[str]] = {name: Counter() for name in RAREST}
    for story in stories:
        text = "\n".join((*story.headings, *story.paragraphs))
        found["1"].update(filter(_is_han, text))
        found["2"].update({text[i : i + 2] for i in range(len(text) - 1) if _is_han(text[i : i + 2])})
        found["first"].update(_SENTENCE.findall("\n".join(story.paragraphs)))
    levels = {name: _packed(table, RAREST[name]) for name, table in found.items()}
    levels["lead"] = _odds(stories, lambda begin: {pair for pair in pairs_of(begin) if _is_han(pair)})
    levels["lead_first"] = _odds(stories, lambda begin: {begin[0]} if _is_han(begin[0]) else set())
    return {"documents": len(stories), "characters": found["1"].total(), "levels": levels}


def _odds(stories: list[Story], terms_of: Callable[[str], set[str]]) -> dict[str, str]:
    """Terms at the head of first paragraphs against that of later ones: log-odds, drawn to 0 for rare terms, in quarters."""
    leads, others = (Counter[str](), Counter[str]())
    sizes = [0, 0]
    for story in stories:
        for place, paragraph in enumerate(story.paragraphs[:_PARAGRAPHS]):
            begin = OLD_DATELINE.sub("", paragraph)[:LEAD_LENGTH]
            if len(begin) >= _SHORTEST:
                (others if place else leads).update(terms_of(begin))
                sizes[place > 0] += 1
    levels: dict[int, list[str]] = defaultdict(list)
    for term in sorted(set(leads) | set(others)):
        prior = [_PRIOR * size / sum(sizes) for size in sizes]
        odds = math.log((leads[term] + prior[0]) / sizes[0]) - math.log((others[term] + prior[1]) / sizes[1])
        if leads[term] + others[term] >= _FEWEST and abs(odds) > _LEAST_ODDS:
            levels[round(4 * odds)].append(term)
    return {str(level): "".join(terms) for level, terms in sorted(levels.items())}


def _packed(table: Counter[str], rarest: int) -> dict[str, str]:
    levels: dict[int, list[str]] = defaultdict(list)
    for term, count in sorted(table.items()):
        if count >= rarest:
            levels[round(2 * math.log2(count))].append(term)
    return {str(level): "".join(terms) for level, terms in sorted(levels.items())}


def _is_han(term: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in term)
