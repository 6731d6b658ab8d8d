"""Whether the end of one text and the start of another make a word: the best witness of a cut sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Container
from functools import lru_cache

from models.segmenting.weights import counts
from models.segmenting.words import LONGEST, dictionary

_ALL_WORDS = 6e7
"""Sum of the frequencies of jieba's dictionary, about."""
_RULED_OUT = 1e3
_HAN_END = re.compile(r"[㐀-鿿]{1,3}$")
_HAN_START = re.compile(r"^[㐀-鿿]{1,3}")


def spanning_word(left: str, right: str) -> float:
    """0..1: how strong a word the end of `left` and the start of `right` make together, 0 for none."""
    tail, head = _tail(left), _head(right)
    words, best = dictionary(), 0.0
    for take in range(1, len(tail) + 1):
        for give in range(1, min(len(head), LONGEST - take) + 1):
            word = tail[-take:] + head[:give]
            if word in words:
                best = max(best, math.log1p(words[word]) + 3.0 * (len(word) - 2))
    return min(1.0, best / 14.0)


def word_gain(left: str, right: str) -> float:
    """0..1: how much likelier the best division into words is that spans the seam than the best one that breaks there."""
    tail, head = _tail(left), _head(right)
    spans = [
        _worth(tail[: len(tail) - take]) + _word(tail[-take:] + head[:give]) + _worth(head[give:])
        for take in range(1, len(tail) + 1)
        for give in range(1, min(len(head), LONGEST - take) + 1)
        if tail[-take:] + head[:give] in dictionary()
    ]
    gain = max(spans) - _worth(tail) - _worth(head) if spans else 0.0
    return min(1.0, max(0.0, gain) / 16.0)


@lru_cache(maxsize=4096)
def _tail(text: str) -> str:
    """The Chinese characters at the end, three at most."""
    found = _HAN_END.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def _head(text: str) -> str:
    found = _HAN_START.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def _worth(text: str) -> float:
    """Log-chance of the best division of a few characters into words."""
    return max((_word(text[:n]) + _worth(text[n:]) for n in range(1, min(len(text), LONGEST) + 1)), default=0.0)


def _word(word: str) -> float:
    """Log-chance of a word; one that is no word is ruled out unless it is a single character."""
    known = dictionary().get(word, 0)
    return math.log((known + 1.0) / _ALL_WORDS) if known or len(word) == 1 else -_RULED_OUT


def runs_of(text: str) -> frozenset[str]:
    """All that two, three or four characters of `text` say."""
    return frozenset(text[i : i + n] for n in (2, 3, 4) for i in range(len(text) - n + 1))


def said_elsewhere(left: str, right: str, page: Container[str]) -> float:
    """0..1: whether the characters that meet at the seam stand together elsewhere on the page: four, or three, or not."""
    if len(left) > 1 and len(right) > 1 and left[-2:] + right[:2] in page:
        return 1.0
    return 0.6 if left[-2:] + right[:1] in page or left[-1:] + right[:2] in page else 0.0


def affinity(left: str, right: str) -> float:
    """-1..1: whether the last character of `left` and the first of `right` stand together more often than by chance."""
    if not left or not right:
        return 0.0
    known = counts()
    a, b = known.single.get(left[-1], 1), known.single.get(right[0], 1)
    together = known.pairs.get(left[-1] + right[0], 0)
    by_chance = a * b / known.characters
    return math.tanh(math.log((together + 1.0) / (by_chance + 1.0)) / 2.0)


def ends_with_word(text: str) -> bool:
    """Whether the last two, three or four characters are a word."""
    return any(text[-n:] in dictionary() for n in (2, 3, 4))


def finished_words(left: str, right: str) -> bool:
    """Whether both sides of the seam are whole words of their own."""
    words = dictionary()
    return left[-2:] in words and right[:2] in words
