"""PLACE: chains of place names and suffixes (省 市 县 镇 村 路 …), the longest string as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence
from models.tagging.person_names import name_weight, possible
from models.tagging.spans import NEVER_INSIDE, STOPS, Span, cut, distinct, is_han
from models.tagging.tokens import Lexicon, Passage, Token
from models.tagging.vocabulary import sections, word_set

_HOUSE_NUMBER = re.compile(r"\d+号(?:楼)?|[\d一二三四五六七八九十]+号线")
_AREA = re.compile("(?:主城区|老城区|城区|市区|地区|县城|新区|区(?![委政县级])|境内)(?![域别分块间长划])")
_RANKED = ("省", "市", "县", "区", "州", "盟", "旗")
_LANDSCAPE = frozenset("山河江湖岛岭峰沟湾港州村乡")
"""Suffixes that end persons' names as well."""
_ROADS = frozenset(("路", "街", "大街", "大道", "胡同"))
_INSIDE = frozenset(("", "n", "ns", "nr", "nz", "j", "b", "vn"))
"""Word classes that stand between a name and its suffix."""
_LONGEST_LINK = 7
_MOST_WORDS = 4


def known_place(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` is in a list, is a dictionary word that ends as places do, or what some 市 or 县 is called after."""
    if len(word) < 2 or word in word_set("ambiguous_places") or word in word_set("common_places"):
        return False
    if word in word_set("provinces") or word in word_set("cities"):
        return True
    kind = lexicon.kind(word)
    if len(word) > 2 and kind[:1] == "n" and (word.endswith(_RANKED[:4]) or (kind == "ns" and _ending(word))):
        return not _ends_in_common_word(word)
    return kind in ("ns", "nr") and any(lexicon.kind(word + end)[:1] == "n" for end in "市县")


def find_places(passage: Passage, lexicon: Lexicon) -> list[Span]:
    """The places of a passage in printed order, none inside another."""
    spans: list[Span] = []
    position = 0
    for i, token in enumerate(passage.tokens):
        if token.start < position:
            continue
        span = _anchored(passage, i, lexicon) or _named(passage, i) or _road(passage, i)
        if span is not None:
            spans.append(span)
            position = span.end
    return spans


def _anchored(passage: Passage, i: int, lexicon: Lexicon) -> Span | None:
    """A place that begins with a known one and goes on as far as suffixes carry it."""
    text, token = passage.text, passage.tokens[i]
    if not known_place(token.word, lexicon) or _within_a_phrase(text, token):
        return None
    end, before = token.end, -1
    while end != before:
        before, end = end, _further(passage, end, lexicon)
    reasons = [Reason(Evidence.GAZETTEER, 2.2, token.word)]
    if end > token.end or _ending(token.word):
        reasons.append(Reason(Evidence.PLACE_SUFFIX, 0.6, text[token.end : end]))
    return cut(passage, token.start, end, *reasons)


def _within_a_phrase(text: str, token: Token) -> bool:
    """中国 in 中国特色 or 健康中国 names no place."""
    if token.word != "中国":
        return False
    return text.startswith(("特色", "式", "梦", "精神"), token.end) or is_han(text[token.start - 1 : token.start] or "。")


def _further(passage: Passage, end: int, lexicon: Lexicon) -> int:
    """Where a place that reaches `end` goes on to; `end` itself when it does not."""
    text = passage.text
    plain = _HOUSE_NUMBER.match(text, end) or _AREA.match(text, end)
    if plain is not None:
        return plain.end()
    for size in range(2, _LONGEST_LINK + 1):
        whole = text[end : end + size]
        if len(whole) == size and is_han(whole) and _is_link(passage, whole, end):
            return end + size
    after = next((k for k, token in enumerate(passage.tokens) if token.start == end), None)
    if after is None:
        return end
    following = passage.tokens[after]
    known = following.kind == "ns" or known_place(following.word, lexicon)
    return _site_end(passage, after) or (following.end if known else end)


def _site_end(passage: Passage, i: int) -> int | None:
    """Where a site that begins at token `i`, as 国际机场 or 科技开发区, ends; None when none does."""
    tokens = passage.tokens
    for j in range(i, min(i + _MOST_WORDS, len(tokens))):
        ending = _site_suffix(tokens[j].word)
        if ending and (j > i or len(tokens[j].word) > len(ending)):
            return tokens[j].end
        if tokens[j].kind not in _INSIDE or not is_han(tokens[j].word) or not NEVER_INSIDE.isdisjoint(tokens[j].word):
            return None
    return None


def _site_suffix(word: str) -> str:
    return next((one for one in sections("place_suffixes")["named"] if len(one) > 1 and word.endswith(one)), "")


def _is_link(passage: Passage, whole: str, start: int) -> bool:
    """Whether `whole`, at `start`, is a short name with a suffix, as 某某镇, that can go on a place."""
    end = start + len(whole)
    suffix = next((one for one in sections("place_suffixes")["open"] if whole.endswith(one)), "")
    if not suffix or len(suffix) == len(whole) or whole in word_set("common_places") or not NEVER_INSIDE.isdisjoint(whole):
        return False
    inside = [token for token in passage.tokens if token.start < end and token.end > start]
    if any(token.start < end < token.end and token.kind for token in inside):
        return False
    if len(inside) > 1 and inside[-1].word in word_set("common_places") and len(inside[-2].word) > 1:
        return False
    # A number may begin a village's name (三棵柳村), and 村 itself has an odd class in the dictionary.
    return not any(token.kind in STOPS - {"m", "zg"} or (token.kind in ("v", "vn") and len(token.word) > 1) for token in inside)


def _named(passage: Passage, i: int) -> Span | None:
    """A word the dictionary does not have, or a name, that a suffix not far behind makes a place."""
    tokens = passage.tokens
    first = tokens[i]
    if first.kind not in ("", "ns", "nr") or not is_han(first.word) or len(first.word) < 2:
        return None
    for j in range(i, min(i + _MOST_WORDS, len(tokens))):
        if j > i and (not (tokens[j].kind in _INSIDE or _site_suffix(tokens[j].word)) or not is_han(tokens[j].word)):
            return None
        name = passage.text[first.start : tokens[j].end]
        suffix = _ending(name)
        if suffix and _makes_a_place(name, suffix, j - i):
            weight = 1.2 if len(suffix) > 1 or first.kind == "ns" else 0.5
            return cut(passage, first.start, tokens[j].end, Reason(Evidence.PLACE_SUFFIX, weight, suffix))
    return None


def _makes_a_place(name: str, suffix: str, words_before: int) -> bool:
    """Whether `suffix` makes `name` a place rather than a person, a kind of place or a phrase."""
    if len(name) < 3 or name in word_set("ambiguous_places") or not NEVER_INSIDE.isdisjoint(name):
        return False
    if suffix in _LANDSCAPE and possible(name[-3:]) and name_weight(name[-3:]) > 0:
        return False
    if words_before == 0:
        return not _ends_in_common_word(name)
    return len(suffix) > 1 or words_before == 1


def _road(passage: Passage, i: int) -> Span | None:
    """An ordinary word that 路 or 街 makes a street's name: 兴旺路."""
    tokens = passage.tokens
    if i + 1 >= len(tokens) or tokens[i].kind not in ("a", "an", "b", "n", "s", "v", "vn", "ns") or len(tokens[i].word) != 2:
        return None
    start, middle = tokens[i].start, tokens[i].end
    end = next(
        (middle + len(road) for road in sorted(_ROADS, key=len, reverse=True) if passage.text.startswith(road, middle)), middle
    )
    name = passage.text[start:end]
    whole_word = any(token.end == end for token in tokens[i + 1 : i + 2]) or passage.text[end : end + 1] in "上口旁边段与和"
    before = passage.text[start - 1 : start]
    if (
        end == middle
        or not whole_word
        or name in word_set("common_places")
        or before not in ("在", "到", "和", "、", "，", "是", "从", "与", "")
    ):
        return None
    return cut(passage, start, end, Reason(Evidence.PLACE_SUFFIX, 0.1, name[2:]))


def _ending(word: str) -> str:
    """The suffix that makes `word` the name of a place; empty when it has none or is but a kind of place."""
    if word in word_set("common_places"):
        return ""
    return next((end for end in sections("place_suffixes")["named"] if word.endswith(end) and len(word) > len(end)), "")


def _ends_in_common_word(name: str) -> bool:
    """Whether a longer word only says what kind of place it is, as 文明城市."""
    begins_with_place = name[:2] in word_set("cities") or name[:2] in word_set("provinces")
    return (
        len(name) > 3 and not begins_with_place and any(name[k:] in word_set("common_places") for k in range(1, len(name) - 1))
    )


def suggest_places(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    return distinct(Field.PLACE, spans)
