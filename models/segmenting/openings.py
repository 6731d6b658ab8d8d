"""How a text opens: as articles do, as later paragraphs do, or inside a sentence, by signs learnt from newspaper texts."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from models.segmenting import lexicon
from models.segmenting.terms import characters_of, pairs_of
from models.segmenting.weights import counts
from models.segmenting.words import LONGEST, dictionary

LEAD, INSIDE = "lead", "inside"
"""Names of the tables: log-odds of a first paragraph against a later one, and of a sentence's inside against its start."""
LENGTH = 40
"""Characters that are looked at."""
_CLAUSE = 24
"""A first clause longer than this is as long as any."""
_SHORT = 6
NEVER_FIRST = "，。、；：！？”）》’"
"""Marks that no sentence begins with."""
_REPORTER = re.compile(r"^\s*(?:[（(][^（）()]{0,30}[）)])?[\s：:]*")
_MARK = re.compile(r"[，。、；：！？“”（）《》]")


def lead(text: str) -> float:
    """-1..1: whether `text` begins in the words of first paragraphs (1) or of later ones (-1), a dateline left aside."""
    return math.tanh(_odds(without_dateline(text)[:LENGTH], LEAD) / 2.0)


def inside(text: str) -> float:
    """-1..1: whether `text` begins inside a sentence (1) or as sentences do (-1)."""
    return 1.0 if text[:1] in NEVER_FIRST and text else math.tanh(_odds(text[:LENGTH], INSIDE) / 2.0)


def without_dateline(text: str) -> str:
    """Without the reporter's name in brackets after it, either."""
    dateline = lexicon.DATELINE.match(text)
    return _REPORTER.sub("", text[dateline.end() :]) if dateline else text


@lru_cache(maxsize=8192)
def _odds(begin: str, table: str) -> float:
    if not begin:
        return 0.0
    known = counts().openings[table]
    return sum(known.get(sign, 0.0) for sign in SIGNS[table](begin))


def _cut(begin: str) -> Iterator[str]:
    """By name, what tells of the very place where the text begins: its first characters and words, and its first clause."""
    yield "any"
    for width in (1, 2, 3):
        # A character later than the fourth tells nothing of where the text was cut.
        yield from (f"{place} {begin[place : place + width]}" for place in range(min(5, len(begin) + 1) - width))
    yield from (f"word of {n}" for n in range(1, min(LONGEST, len(begin)) + 1) if begin[:n] in dictionary())
    mark = _MARK.search(begin)
    length = min(mark.start() if mark else _CLAUSE, _CLAUSE)
    yield f"clause of {length}"
    if mark:
        yield f"clause {mark[0]}"
        yield f"clause of {min(length, _SHORT)} {mark[0]}"


def _said(begin: str) -> Iterator[str]:
    """What the beginning says, too."""
    yield from _cut(begin)
    yield from (f"… {pair}" for pair in dict.fromkeys(pairs_of(begin)))
    yield from (f"… {char}" for char in dict.fromkeys(characters_of(begin)))


SIGNS: Mapping[str, Callable[[str], Iterator[str]]] = {LEAD: _said, INSIDE: _cut}
"""The signs of the first `LENGTH` characters of a text that each table has weights for; each name comes once."""
