"""ORGANISATION: from the suffix (局 公司 委员会 …) back to where the name begins, or a fixed name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence
from models.tagging.spans import NEVER_INSIDE, STOPS, Span, cut, distinct, sure
from models.tagging.tokens import Passage, Token
from models.tagging.vocabulary import sections, word_set, words

_RANK_BODIES = (
    "委办公室|委组织部|委宣传部|委统战部|委政法委|委会|委|政府办公室|人民政府|政府|政协|人大常委会|人大"
    "|纪委监委|纪委|监委|政法委"
)
_RANKED = re.compile(f"(?P<rank>[省市县区州旗])(?:{_RANK_BODIES})(?![员托派任])")
_NO_RANK_AFTER = frozenset("城都本我该各超股门楼夜集全省市县区")
"""Characters after which 市委 and the like are no body: 城市委员, 市县政协."""
_PARTY = re.compile(r"(?:中国共产党|中共|政协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$")
_PAPER = re.compile(r"《([㐀-鿿]{2,8}(?:报|杂志|周刊))》(?!杂志社|社)")
_PUBLISHER = re.compile(r"《[㐀-鿿]{2,8}》(?:杂志社|杂志|报社|编辑部)")
_BRACKETED = re.compile(r"[㐀-鿿]{2,12}(?P<place>（[㐀-鿿]{2,6}）)[㐀-鿿]{0,14}公司")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+届?")
_LONGEST = 26


@cache
def _suffixes() -> tuple[tuple[str, bool], ...]:
    """(suffix, whether it is strong), longest first."""
    parts = sections("organisation_suffixes")
    every = [(word, section == "strong") for section in ("strong", "weak") for word in parts[section]]
    return tuple(sorted(every, key=lambda pair: -len(pair[0])))


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(words("organisation_names")))


def find_organisations(passage: Passage, places: Sequence[Span]) -> list[Span]:
    """The bodies of a passage in printed order, none inside another; `places` are those of the same passage."""
    found = [*_fixed(passage), *_companies(passage), *_ranked(passage, places), *_suffixed(passage, places)]
    result: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start - span.end, span.start)):
        if all(span.end <= other.start or span.start >= other.end for other in result):
            result.append(span)
    return sorted(result, key=lambda span: span.start)


def _fixed(passage: Passage) -> Iterator[Span]:
    """Names in our list, and papers and publishers by their title marks."""
    edges = {token.start for token in passage.tokens} | {token.end for token in passage.tokens}
    for match in _names().finditer(passage.text):
        if match.start() in edges and match.end() in edges:
            yield cut(passage, *match.span(), Reason(Evidence.ORGANISATION_NAME, 2.2, match[0]))
    for match in _PAPER.finditer(passage.text):
        yield cut(passage, *match.span(1), Reason(Evidence.ORGANISATION_NAME, 1.2))
    for match in _PUBLISHER.finditer(passage.text):
        yield cut(passage, *match.span(), Reason(Evidence.ORGANISATION_NAME, 2.0))


def _companies(passage: Passage) -> Iterator[Span]:
    """A company with its province in brackets: 某某实业（某省）有限公司."""
    for match in _BRACKETED.finditer(passage.text):
        bracket = match.start("place")
        start = bracket
        for token in reversed([one for one in passage.tokens if match.start() <= one.start and one.end <= bracket]):
            if not _may_stand_inside(token):
                break
            start = token.start
        if start < bracket:
            yield cut(passage, start, match.end(), Reason(Evidence.ORGANISATION_SUFFIX, 2.0, "公司"))


def _ranked(passage: Passage, places: Sequence[Span]) -> Iterator[Span]:
    """省委, 市政府, 县纪委 … with the place and the party that stand before them."""
    text = passage.text
    for match in _RANKED.finditer(text):
        start = _place_before(passage, places, match)
        if start == match.start() and text[start - 1 : start] in _NO_RANK_AFTER:
            continue
        party = _PARTY.search(text[:start])
        start = party.start() if party else start
        if match[0].endswith("委会") and not party:
            continue
        why = (Reason(Evidence.ORGANISATION_SUFFIX, 1.2, match[0]), Reason(Evidence.ANCHOR, 1.2))
        yield cut(passage, start, match.end(), *why)


def _place_before(passage: Passage, places: Sequence[Span], match: re.Match[str]) -> int:
    """Where the place whose body `match` is begins; the start of `match` when none stands before it."""
    for place in places:
        if place.start < match.start() and place.end in (match.start(), match.start() + 1):
            return place.start
    for token in passage.tokens:
        if token.kind == "nt" and token.start <= match.start() and token.end == match.end():
            return token.start
    return match.start()


def _suffixed(passage: Passage, places: Sequence[Span]) -> Iterator[Span]:
    """Every run of words that ends in a suffix, from the farthest place or rank before it."""
    tokens = passage.tokens
    anchors = {token.start: place.start for place in sure(places) for token in tokens if place.start <= token.start < place.end}
    for j, token in enumerate(tokens):
        suffix, strong = _suffix_of(token)
        if not suffix or (j + 1 < len(tokens) and tokens[j + 1].word in word_set("no_body_before")):
            continue
        start, anchored = _beginning(tokens, j, anchors)
        name = passage.text[tokens[start].start : token.end]
        if not _is_name(name, suffix, strong, anchored, tokens[start : j + 1]):
            continue
        reasons = [
            Reason(Evidence.ORGANISATION_SUFFIX, 1.2 if strong or token.word in word_set("local_bodies") else 0.5, suffix)
        ]
        if anchored:
            reasons.append(Reason(Evidence.ANCHOR, 1.2, tokens[start].word))
        yield cut(passage, tokens[start].start, token.end, *reasons)


def _suffix_of(token: Token) -> tuple[str, bool]:
    """The suffix a token ends with and whether it is strong; ("", False) when there is none."""
    if token.word in word_set("job_titles") or token.kind in STOPS or (token.kind == "v" and len(token.word) > 1):
        return "", False
    if token.word in word_set("local_bodies"):
        return token.word, False
    if token.word in word_set("no_body_inside"):
        return "", False
    suffix, strong = next((pair for pair in _suffixes() if token.word.endswith(pair[0])), ("", False))
    inside_a_word = len(suffix) == 1 and token.word != suffix and token.kind not in ("", "nt")
    return ("", False) if inside_a_word else (suffix, strong)


def _is_name(name: str, suffix: str, strong: bool, anchored: bool, tokens: Sequence[Token]) -> bool:
    """Whether a run of words with a body's suffix names one body rather than a kind of bodies."""
    if name in word_set("common_organisations") or len(name) < 3:
        return False
    if anchored:
        return len(tokens) > 1 or tokens[0].kind in ("", "nt", "ns") or _ranked_body(tokens[0].word)
    if len(tokens) == 1:
        return tokens[0].kind in ("", "nt") and strong
    unknown = any(token.kind in ("", "nz", "nr", "nt", "nrt", "eng") for token in tokens[:-1])
    return strong and len(name) - len(suffix) > 1 and unknown


def _beginning(tokens: Sequence[Token], j: int, anchors: dict[int, int]) -> tuple[int, bool]:
    """The first token of the name that ends with token `j`, and whether a place or rank stands there."""
    start, anchor = j, j if _anchors(tokens[j], anchors) else -1
    for i in range(j - 1, -1, -1):
        in_a_place = tokens[i].start in anchors
        if tokens[j].end - tokens[i].start > _LONGEST or not (in_a_place or _may_stand_inside(tokens[i])):
            break
        start = i
        if _anchors(tokens[i], anchors):
            anchor = i
    if anchor < 0:
        return start, False
    # A firm's own name may stand before the place: 某某四平公司.
    if anchor > start and anchor < j and tokens[anchor - 1].kind in ("", "nz") and _is_word(tokens[anchor - 1]):
        anchor -= 1
    return anchor, True


def _is_word(token: Token) -> bool:
    return token.word.isalnum() and len(token.word) > 1 and NEVER_INSIDE.isdisjoint(token.word)


def _anchors(token: Token, anchors: dict[int, int]) -> bool:
    """Whether a name can begin with `token`: the first word of a place, a rank, or a body with its rank (县公安局)."""
    if token.start in anchors:
        return anchors[token.start] == token.start
    return token.word in word_set("organisation_anchors") or _ranked_body(token.word)


def _ranked_body(word: str) -> bool:
    return word[0] in "省市县区州" and word[1:] in word_set("local_bodies")


def _may_stand_inside(token: Token) -> bool:
    if token.word in word_set("organisation_inside") or token.word in word_set("organisation_anchors"):
        return True
    if _ORDINAL.fullmatch(token.word):
        return True
    if token.kind in STOPS or token.word in word_set("no_body_inside") or token.word in word_set("job_titles"):
        return False
    if token.kind in ("v", "vd", "a", "z", "i", "f") and token.word != "新":
        return False
    return token.word.isalnum()


def suggest_organisations(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    return distinct(Field.ORGANISATION, spans)
