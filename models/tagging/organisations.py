"""ORGANISATION: from the suffix (局 公司 委员会 …) back to where the name begins, or a fixed name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.domain.label import Field, Reason, Suggested
from models.tagging.evidence import Evidence, confidence
from models.tagging.places import STOPS, Span, ends_like_place, known_place
from models.tagging.tokens import Lexicon, Passage, Token
from models.tagging.vocabulary import sections, word_set, words

_RANKS = "省市县区州旗镇乡村"
_RANK_BODIES = (
    "委|政府|人民政府|政协|人大|人大常委会|纪委|纪委监委|监委|政法委|委办公室|府办|委组织部|委宣传部|委统战部|委政法委"
)
_RANKED = re.compile(f"(?<![㐀-鿿])?(?P<rank>省|市|县|区|州|旗)(?P<body>{_RANK_BODIES})(?![员托派任])")
_PAPER = re.compile(r"《([㐀-鿿]{2,8}(?:报|日报|晚报|时报|杂志|周刊))》")
_ANCHORS = frozenset(
    (
        "省",
        "市",
        "县",
        "区",
        "国家",
        "中国",
        "全国",
        "中共",
        "中央",
        "中华",
        "国网",
        "最高",
        "政协",
        "民进",
        "民盟",
        "全球",
        "国际",
    )
)
_NOT_INSIDE = frozenset("的了着过在对向从到据经由为被把将和与及或等于是有个这那该各某我他她你们已")


@cache
def _suffix() -> re.Pattern[str]:
    parts = sections("organisation_suffixes")
    return re.compile("|".join(sorted((*parts["strong"], *parts["weak"]), key=len, reverse=True)))


def find_organisations(passage: Passage, lexicon: Lexicon) -> list[Span]:
    """The bodies of a passage, longest string as printed, in printed order."""
    spans = [*_fixed(passage), *_ranked(passage), *_suffixed(passage, lexicon)]
    spans.sort(key=lambda span: (span.start, -span.end))
    result: list[Span] = []
    for span in spans:
        if not result or span.end > result[-1].end:
            if result and span.start < result[-1].end:
                continue
            result.append(span)
    return result


def _fixed(passage: Passage) -> Iterator[Span]:
    starts = {token.start for token in passage.tokens}
    for match in _names().finditer(passage.text):
        if match.start() in starts:
            yield Span(match[0], *match.span(), (Reason(Evidence.ORGANISATION_NAME, 2.5, match[0]),))
    for match in _PAPER.finditer(passage.text):
        yield Span(match[1], match.start(1), match.end(1), (Reason(Evidence.ORGANISATION_NAME, 1.5),))


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(words("organisation_names")))


def _ranked(passage: Passage) -> Iterator[Span]:
    starts = {token.start for token in passage.tokens}
    for match in _RANKED.finditer(passage.text):
        if match.start() in starts:
            yield Span(match[0], *match.span(), (Reason(Evidence.ANCHOR, 1.0), Reason(Evidence.ORGANISATION_SUFFIX, 1.5)))


def _suffixed(passage: Passage, lexicon: Lexicon) -> Iterator[Span]:
    """Every token run that ends in a suffix, extended to the left as far as a name may reach."""
    tokens = passage.tokens
    strong = frozenset(sections("organisation_suffixes")["strong"])
    for j, token in enumerate(tokens):
        suffix = _suffix_of(token.word)
        if not suffix or (j + 1 < len(tokens) and tokens[j + 1].word in ("长", "员")):
            continue
        start = _left_end(tokens, j, lexicon)
        name = passage.text[tokens[start].start : token.end]
        anchored = _is_anchor(tokens[start], lexicon)
        if name in word_set("common_organisations") or len(name) < 3 and not anchored:
            continue
        if start == j and token.kind in ("n", "v", "s", "l", "i", "f", "vn", "t"):
            continue
        if not anchored and (suffix not in strong or len(name) - len(suffix) < 2):
            continue
        reasons = [Reason(Evidence.PRIOR, -0.5), Reason(Evidence.ORGANISATION_SUFFIX, 1.5 if suffix in strong else 0.7, suffix)]
        if anchored:
            reasons.append(Reason(Evidence.ANCHOR, 1.2, tokens[start].word))
        yield Span(name, tokens[start].start, token.end, tuple(reasons))


def _suffix_of(word: str) -> str:
    parts = sections("organisation_suffixes")
    return next((end for end in (*parts["strong"], *parts["weak"]) if word.endswith(end)), "")


def _is_anchor(token: Token, lexicon: Lexicon) -> bool:
    return (
        known_place(token, lexicon)
        or token.word in _ANCHORS
        or bool(ends_like_place(token.word))
        or token.word[:1] in "省市县区"
        and len(token.word) > 1
        and not token.kind
    )


def _left_end(tokens: tuple[Token, ...], j: int, lexicon: Lexicon) -> int:
    """The first token of the name that ends with token `j`: the farthest anchor, else the farthest fitting word."""
    start = j
    anchor = j if _is_anchor(tokens[j], lexicon) else -1
    length = len(tokens[j].word)
    for i in range(j - 1, -1, -1):
        token = tokens[i]
        length += len(token.word)
        if not _may_stand_inside(token) or length > 24:
            break
        start = i
        if _is_anchor(token, lexicon):
            anchor = i
    return anchor if anchor >= 0 else start


def _may_stand_inside(token: Token) -> bool:
    if token.kind in STOPS or token.word in _NOT_INSIDE:
        return False
    if token.kind in ("v", "t", "a") and len(token.word) == 1:
        return False
    return all("㐀" <= char <= "鿿" or char.isalnum() for char in token.word)


def suggest_organisations(spans: Iterable[Span]) -> tuple[Suggested, ...]:
    best: dict[str, Span] = {}
    for span in spans:
        if span.name not in best or confidence(span.reasons) > confidence(best[span.name].reasons):
            best[span.name] = span
    return tuple(Suggested(Field.ORGANISATION, span.name, confidence(span.reasons), span.reasons) for span in best.values())
