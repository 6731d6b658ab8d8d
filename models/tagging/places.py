"""PLACE: chains of place names and suffixes (省 市 县 镇 村 路 …), the longest string as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, confidence
from models.tagging.tokens import Lexicon, Passage, Token
from models.tagging.vocabulary import sections, word_set

STOPS = frozenset(("p", "c", "u", "uj", "ul", "uv", "uz", "ud", "ug", "d", "r", "y", "e", "k", "ad", "zg", "t", "m", "q", "mq"))
"""Word classes that no name of a place or body runs across."""
_NEVER_INSIDE = "的在和与及等是为到从将被把对向于以并了着过个这那该各全有无其所至由又也都就还不可要会能更最很多大家他们我你她"
_HOUSE_NUMBER = re.compile(r"\d+号(?:楼)?|[\d一二三四五六七八九十]+号线")
_LONGEST_LINK = 7
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Span:
    """A name at `start`:`end` of its passage."""

    name: str
    start: int
    end: int
    reasons: tuple[Reason, ...]


def known_place(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` is in a list of places, or a dictionary place that has a suffix or that some 市 or 县 is called after."""
    if word in word_set("provinces") or word in word_set("cities"):
        return True
    if lexicon.kind(word) != "ns" or len(word) < 2 or word in word_set("common_places"):
        return False
    return bool(_ends_in("named", word)) or any(lexicon.kind(word + end) == "ns" for end in "市县区")


def find_places(passage: Passage, lexicon: Lexicon) -> list[Span]:
    """The places of a passage in printed order, none inside another."""
    spans: list[Span] = []
    position = 0
    for i, token in enumerate(passage.tokens):
        if token.start < position:
            continue
        span = _anchored(passage, token, lexicon) or _named(passage, i)
        if span is not None:
            spans.append(span)
            position = span.end
    return spans


def _anchored(passage: Passage, token: Token, lexicon: Lexicon) -> Span | None:
    """A place that begins with a known one and goes on as far as suffixes carry it."""
    text = passage.text
    if not known_place(token.word, lexicon) or _within_a_phrase(text, token):
        return None
    end = token.end
    while True:
        further = _further(passage, end, lexicon)
        if further == end:
            break
        end = further
    reasons = [Reason(Evidence.GAZETTEER, 2.2, token.word)]
    if end > token.end or _ends_in("named", token.word):
        reasons.append(Reason(Evidence.PLACE_SUFFIX, 0.6, text[token.end : end]))
    return Span(text[token.start : end], token.start, end, tuple(reasons))


def _within_a_phrase(text: str, token: Token) -> bool:
    """中国 in 中国特色 or 健康中国 names no place."""
    if token.word != "中国":
        return False
    before = text[token.start - 1 : token.start]
    return text.startswith(("特色", "式", "梦", "精神"), token.end) or (bool(before) and "㐀" <= before <= "鿿")


def _further(passage: Passage, end: int, lexicon: Lexicon) -> int:
    """Where a place that reaches `end` goes on to; `end` itself when it does not."""
    text = passage.text
    number = _HOUSE_NUMBER.match(text, end)
    if number is not None:
        return number.end()
    token = _token_at(passage, end)
    if token is not None and (token.word in sections("place_suffixes")["area"] or known_place(token.word, lexicon)):
        return token.end
    for size in range(2, _LONGEST_LINK + 1):
        whole = text[end : end + size]
        suffix = next((one for one in sections("place_suffixes")["open"] if whole.endswith(one)), "")
        inside = [one for one in passage.tokens if one.start < end + size and one.end > end]
        if (
            len(suffix) < len(whole) == size
            and suffix
            and _han(whole)
            and _fits(inside, whole)
            and _breaks_at(passage, end + size)
        ):
            return end + size
    return end


def _fits(inside: list[Token], whole: str) -> bool:
    """Whether the tokens of a link, a short name with a suffix, can be a proper name."""
    if any(char in _NEVER_INSIDE for char in whole) or any(whole.endswith(word) for word in _commons_ending(whole)):
        return False
    return not any(token.kind in STOPS or token.kind in ("v", "vn") and len(token.word) > 1 for token in inside)


def _commons_ending(whole: str) -> Iterator[str]:
    return (whole[i:] for i in range(len(whole) - 1) if whole[i:] in word_set("common_places"))


def _breaks_at(passage: Passage, position: int) -> bool:
    """No dictionary word of two characters runs across `position`."""
    return not any(token.start < position < token.end and token.kind for token in passage.tokens)


def _token_at(passage: Passage, start: int) -> Token | None:
    return next((token for token in passage.tokens if token.start == start), None)


def _named(passage: Passage, i: int) -> Span | None:
    """A word the dictionary does not have, or a name, with a suffix that makes it a place."""
    token = passage.tokens[i]
    if token.kind in STOPS or not _han(token.word):
        return None
    if token.kind in ("", "ns", "nr", "nz", "nrt") and len(token.word) > 2 and _ends_in("named", token.word):
        weight = 1.2 if token.kind in ("", "ns") else 0.3
        return Span(token.word, token.start, token.end, (Reason(Evidence.PLACE_SUFFIX, weight, token.word),))
    after = passage.tokens[i + 1] if i + 1 < len(passage.tokens) else None
    if after is None or after.word not in sections("place_suffixes")["named"] or not 2 <= len(token.word) <= 4:
        return None
    joined = token.word + after.word
    unknown = token.kind in ("", "nr", "nz", "ns", "nrt")
    road = (
        token.kind in ("a", "an", "b", "n", "s") and len(token.word) == 2 and after.word in ("路", "街", "大街", "胡同", "湿地")
    )
    if joined in word_set("common_places") or not (unknown or road):
        return None
    return Span(joined, token.start, after.end, (Reason(Evidence.PLACE_SUFFIX, 0.6 if unknown else 0.1, after.word),))


def _ends_in(section: str, word: str) -> str:
    if word in word_set("common_places"):
        return ""
    return next((end for end in sections("place_suffixes")[section] if word.endswith(end) and len(word) > len(end)), "")


def _han(word: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in word)


def sure(spans: Iterable[Span]) -> list[Span]:
    """The spans that other names are not looked for in."""
    return [span for span in spans if confidence(span.reasons) >= _SURE]


def outside_of(spans: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """The spans that do not touch any of `others`."""
    return [span for span in spans if all(span.end <= other.start or span.start >= other.end for other in others)]


def suggest_places(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    return distinct(Field.PLACE, spans)


def distinct(field: Field, spans: Iterable[Span]) -> tuple[Suggested, ...]:
    """One suggestion a name, with the best reasons any mention has, in the order of first mention."""
    best: dict[str, Span] = {}
    for span in spans:
        if span.name not in best or confidence(span.reasons) > confidence(best[span.name].reasons):
            best[span.name] = span
    return tuple(Suggested(field, span.name, confidence(span.reasons), span.reasons) for span in best.values())
