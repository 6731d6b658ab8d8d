"""PLACE: chains of place names and suffixes (省 市 县 镇 村 路 …), the longest string as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, confidence
from models.tagging.tokens import Lexicon, Passage, Token
from models.tagging.vocabulary import word_set, words

STOPS = frozenset(("p", "c", "u", "uj", "ul", "uv", "uz", "ud", "ug", "d", "r", "y", "e", "k", "ad", "zg"))
"""Word classes that no name of a place or body runs across."""
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+(?:号|栋|单元|弄|号线)")
_LONGEST_GAP = 5


@dataclass(frozen=True, slots=True)
class Span:
    """A name at `start`:`end` of its passage."""

    name: str
    start: int
    end: int
    reasons: tuple[Reason, ...]


def ends_like_place(word: str) -> str:
    """The suffix that makes `word` the name of a place; empty when it has none."""
    if word in word_set("common_places"):
        return ""
    return next((end for end in words("place_suffixes") if word.endswith(end) and len(word) > len(end)), "")


def known_place(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is in a list of places, or a dictionary place that some 市 or 县 is called after."""
    word = token.word
    if word in word_set("provinces") or word in word_set("cities"):
        return True
    if token.kind != "ns" or len(word) < 2 or word in word_set("common_places"):
        return False
    return bool(ends_like_place(word)) or any(lexicon.kind(word + end) == "ns" for end in "市县区")


def find_places(passage: Passage, lexicon: Lexicon) -> list[Span]:
    """The places of a passage, longest first at each position, in printed order."""
    spans: list[Span] = []
    tokens = passage.tokens
    i = 0
    while i < len(tokens):
        end, reasons = _chain(tokens, i, lexicon)
        if end > i:
            start, stop = tokens[i].start, tokens[end - 1].end
            spans.append(Span(passage.text[start:stop], start, stop, reasons))
            i = end
        else:
            i += 1
    return spans


def _chain(tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> tuple[int, tuple[Reason, ...]]:
    """How far a place that starts at token `i` reaches (i itself: there is none), and why it is one."""
    first = tokens[i]
    reasons: list[Reason] = []
    end = i
    if known_place(first, lexicon):
        reasons.append(Reason(Evidence.GAZETTEER, 2.5, first.word))
        end = i + 1
    elif first.kind in ("", "nr", "nz", "n", "ns", "nrt") and len(first.word) >= 3 and ends_like_place(first.word):
        reasons.append(Reason(Evidence.PLACE_SUFFIX, 1.0 if first.kind in ("", "ns") else 0.2, first.word))
        end = i + 1
    elif first.kind in STOPS or not _han(first.word):
        return i, ()
    while end > i or not reasons:
        step = _suffix_step(tokens, end if end > i else i, lexicon)
        if step is None or (end == i and step - i < 2):
            break
        if end == i:
            reasons.append(Reason(Evidence.PLACE_SUFFIX, 0.4))
        end = step
    if len(reasons) == 0:
        return i, ()
    return end, tuple(reasons)


def _suffix_step(tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> int | None:
    """The end of the next link of a chain: words up to one that ends like a place, or a house number."""
    length = 0
    for j in range(i, min(i + 4, len(tokens))):
        token = tokens[j]
        if j == i and _NUMBER.fullmatch(token.word + (tokens[j + 1].word if j + 1 < len(tokens) else "")):
            return j + 2
        if token.kind in STOPS or not _han(token.word) or token.kind.startswith(("v", "m", "t")) and len(token.word) > 1:
            return None
        length += len(token.word)
        if length > _LONGEST_GAP + 3:
            return None
        if j == i and known_place(token, lexicon):
            return j + 1
        joined = "".join(one.word for one in tokens[i : j + 1])
        if len(joined) >= 2 and (ends_like_place(joined) or (j == i and token.word in words("place_suffixes"))):
            return j + 1
    return None


def _han(word: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in word)


def suggest_places(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    """PLACE for every distinct name, with the best reasons any mention has."""
    best: dict[str, Span] = {}
    for span in spans:
        if span.name not in best or confidence(span.reasons) > confidence(best[span.name].reasons):
            best[span.name] = span
    return tuple(Suggested(Field.PLACE, span.name, confidence(span.reasons), span.reasons) for span in best.values())
