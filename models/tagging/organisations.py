"""ORGANISATION: from the suffix (局 公司 委员会 …) back to where the name begins, or a fixed name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, confidence
from models.tagging.places import STOPS, Span, distinct
from models.tagging.tokens import Lexicon, Passage, Token
from models.tagging.vocabulary import sections, word_set, words

_RANK_BODIES = (
    "委|政府|人民政府|政协|人大常委会|人大|纪委监委|纪委|监委|政法委|委办公室|府办公室|委组织部|委宣传部|委统战部|委政法委"
)
_RANKED = re.compile(f"(?<![城都本我该各超股门楼夜集全])(?P<rank>[省市县区州旗])(?:{_RANK_BODIES})(?![员托派任])")
_PAPER = re.compile(r"《([㐀-鿿]{2,8}(?:报|杂志|周刊))》(?!杂志社|社)")
_PUBLISHER = re.compile(r"《[㐀-鿿]{2,8}》(?:杂志社|杂志|报社|编辑部)")
_PARTY = re.compile(r"(?:中国共产党|中共|政协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$")
_RANK_WORDS = frozenset(
    (
        "省",
        "市",
        "县",
        "区",
        "州",
        "国家",
        "中国",
        "全国",
        "中共",
        "中央",
        "中华",
        "最高",
        "政协",
        "民进",
        "民盟",
        "民革",
        "民建",
        "国网",
        "中华人民共和国",
        "国务院",
        "全球",
        "亚洲",
        "世界",
        "国际",
        "省委",
        "市委",
        "县委",
        "区委",
        "省政府",
        "市政府",
        "县政府",
        "团",
    )
)
_NEVER_INSIDE = frozenset(
    (
        "位于",
        "来自",
        "记者",
        "近日",
        "日前",
        "包括",
        "通过",
        "关于",
        "根据",
        "分别",
        "全院",
        "全市",
        "全省",
        "全县",
        "全区",
        "各级",
        "多家",
        "本报",
        "同志",
        "一家",
        "两家",
        "有关",
        "相关",
        "部分",
        "广大",
    )
)
_LONGEST = 26
_SURE_PLACE = 0.75


@cache
def _suffixes() -> tuple[tuple[str, bool], ...]:
    """(suffix, whether it is strong), longest first."""
    parts = sections("organisation_suffixes")
    every = [(word, section == "strong") for section in ("strong", "weak") for word in parts[section]]
    return tuple(sorted(every, key=lambda pair: -len(pair[0])))


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(words("organisation_names")))


def find_organisations(passage: Passage, places: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """The bodies of a passage in printed order, none inside another; `places` are those of the same passage."""
    spans = [*_fixed(passage), *_ranked(passage, places), *_suffixed(passage, places, lexicon)]
    spans.sort(key=lambda span: (span.start - span.end, span.start))
    result: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or span.start >= other.end for other in result):
            result.append(span)
    return sorted(result, key=lambda span: span.start)


def _fixed(passage: Passage) -> Iterator[Span]:
    edges = {token.start for token in passage.tokens} | {token.end for token in passage.tokens}
    for match in _names().finditer(passage.text):
        if match.start() in edges and match.end() in edges:
            yield Span(match[0], *match.span(), (Reason(Evidence.ORGANISATION_NAME, 2.2, match[0]),))
    for match in _PAPER.finditer(passage.text):
        yield Span(match[1], match.start(1), match.end(1), (Reason(Evidence.ORGANISATION_NAME, 1.2),))
    for match in _PUBLISHER.finditer(passage.text):
        yield Span(match[0], *match.span(), (Reason(Evidence.ORGANISATION_NAME, 2.0),))


def _ranked(passage: Passage, places: Sequence[Span]) -> Iterator[Span]:
    """省委, 市政府, 县纪委 … with the place and the party that stand before them."""
    text = passage.text
    for match in _RANKED.finditer(text):
        start = next((place.start for place in places if place.end in (match.start(), match.start() + 1)), match.start())
        party = _PARTY.search(text[:start])
        start = party.start() if party else start
        reasons = (Reason(Evidence.ORGANISATION_SUFFIX, 1.2, match[0]), Reason(Evidence.ANCHOR, 1.2))
        yield Span(text[start : match.end()], start, match.end(), reasons)


def _suffixed(passage: Passage, places: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Every run of words that ends in a suffix, from the farthest place or rank before it."""
    tokens = passage.tokens
    anchors = {place.start for place in places if confidence(place.reasons) >= _SURE_PLACE}
    for j, token in enumerate(tokens):
        suffix, strong = _suffix_of(token)
        if not suffix or j + 1 < len(tokens) and tokens[j + 1].word in ("员", "内", "里"):
            continue
        start, anchored = _beginning(tokens, j, anchors)
        name = passage.text[tokens[start].start : token.end]
        if not _is_name(name, suffix, strong, anchored, tokens[start : j + 1]):
            continue
        reasons = [Reason(Evidence.ORGANISATION_SUFFIX, 1.2 if strong else 0.5, suffix)]
        if anchored:
            reasons.append(Reason(Evidence.ANCHOR, 1.2, tokens[start].word))
        yield Span(name, tokens[start].start, token.end, tuple(reasons))


def _suffix_of(token: Token) -> tuple[str, bool]:
    if token.word in word_set("job_titles") or token.kind in STOPS or token.kind == "v" and len(token.word) > 1:
        return "", False
    return next((pair for pair in _suffixes() if token.word.endswith(pair[0])), ("", False))


def _is_name(name: str, suffix: str, strong: bool, anchored: bool, tokens: Sequence[Token]) -> bool:
    """Whether a run of words with a body's suffix names one body rather than a kind of bodies."""
    if name in word_set("common_organisations") or len(name) < 3:
        return False
    if anchored:
        return len(tokens) > 1 or tokens[0].kind in ("", "nt", "ns")
    if len(tokens) == 1:
        return tokens[0].kind in ("", "nt") and strong
    before = "".join(token.word for token in tokens)[: -len(suffix)]
    unknown = any(token.kind in ("", "nz", "nr", "nt", "nrt", "eng") for token in tokens[:-1])
    return strong and len(before) > 1 and unknown


def _beginning(tokens: Sequence[Token], j: int, anchors: set[int]) -> tuple[int, bool]:
    """The first token of the name that ends with token `j`, and whether a place or rank stands there."""
    start, anchor = j, j if _anchors(tokens[j], anchors) else -1
    length = len(tokens[j].word)
    for i in range(j - 1, -1, -1):
        length += len(tokens[i].word)
        if length > _LONGEST or not _may_stand_inside(tokens[i]):
            break
        start = i
        if _anchors(tokens[i], anchors):
            anchor = i
    return (anchor, True) if anchor >= 0 else (start, False)


def _anchors(token: Token, anchors: set[int]) -> bool:
    return (
        token.start in anchors
        or token.word in _RANK_WORDS
        or token.word[0] in "省市县"
        and token.kind in ("", "nt")
        and len(token.word) > 2
    )


def _may_stand_inside(token: Token) -> bool:
    if token.word in word_set("organisation_inside") or re.fullmatch(r"第[一二三四五六七八九十百\d]+届?", token.word):
        return True
    if token.kind in STOPS or token.word in _NEVER_INSIDE or token.word in word_set("job_titles"):
        return token.word in _RANK_WORDS
    if token.kind in ("v", "vd", "a", "z", "l", "i", "f") and token.word != "新":
        return False
    return token.word.isalnum()


def suggest_organisations(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    return distinct(Field.ORGANISATION, spans)
