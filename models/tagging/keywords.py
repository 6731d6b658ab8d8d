"""KEYWORD: the words that tell this article from others, by TF-IDF."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, confidence
from models.tagging.tokens import Lexicon, Passage
from models.tagging.vocabulary import word_set

_WANTED = ("n", "nz", "nt", "ns", "vn", "l", "j", "an", "")
_TITLE_FACTOR = 3.0
HOW_MANY = 5


def suggest_keywords(
    heading: Passage, passages: Iterable[Passage], lexicon: Lexicon, people: Collection[str]
) -> tuple[Suggested, ...]:
    """The `HOW_MANY` likeliest; a word of the title counts three times, names of `people` never."""
    title = Counter(_terms(heading))
    counts = Counter(word for passage in passages for word in _terms(passage))
    total = sum(counts.values()) + sum(title.values()) or 1
    weights = {
        word: (counts[word] + _TITLE_FACTOR * title[word]) * lexicon.idf(word) / total
        for word in counts | title
        if word not in people and (counts[word] > 1 or title[word])
    }
    best = sorted(weights, key=lambda word: -weights[word])[:HOW_MANY]
    return tuple(_suggested(word, weights[word], word in title) for word in best)


def _suggested(word: str, weight: float, in_title: bool) -> Suggested:
    reasons = [Reason(Evidence.TERM_WEIGHT, math.log(max(weight, 1e-6) / 0.12))]
    if in_title:
        reasons.append(Reason(Evidence.IN_TITLE, 0.7))
    return Suggested(Field.KEYWORD, word, confidence(reasons), tuple(reasons))


def _terms(passage: Passage) -> list[str]:
    return [
        token.word
        for token in passage.tokens
        if len(token.word) > 1
        and token.kind in _WANTED
        and all("㐀" <= char <= "鿿" for char in token.word)
        and token.word not in word_set("stop_keywords")
    ]
