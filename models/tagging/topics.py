"""TOPIC: which of the 17 top terms of IPTC Media Topics an article's words speak for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, probability
from models.tagging.tokens import Passage
from models.tagging.vocabulary import topics

_TITLE_FACTOR = 4.0
_SHARPNESS = 6.0
_FEWEST = 2.0
"""Weight of topic words below which nothing is said."""


def suggest_topic(heading: Passage, passages: Iterable[Passage]) -> tuple[Suggested, ...]:
    """The likeliest topic's code, or nothing when the text has hardly a word of any."""
    counts = Counter(token.word for passage in passages for token in passage.tokens)
    title = Counter(token.word for token in heading.tokens)
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for topic in topics():
        hits = {
            word: math.log1p(counts[word]) + _TITLE_FACTOR * title[word] for word in topic.words if counts[word] or title[word]
        }
        scores[topic.code] = sum(hits.values())
        words[topic.code] = sorted(hits, key=lambda word: -hits[word])[:3]
    total = sum(scores.values())
    code = max(scores, key=lambda one: scores[one])
    if scores[code] < _FEWEST:
        return ()
    shares = [math.exp(_SHARPNESS * score / total) for score in scores.values()]
    share = math.exp(_SHARPNESS * scores[code] / total) / sum(shares)
    odds = math.log(share / (1 - share))
    reasons = (Reason(Evidence.TOPIC_WORDS, odds, "、".join(words[code])),)
    return (Suggested(Field.TOPIC, code, probability(odds), reasons),)
