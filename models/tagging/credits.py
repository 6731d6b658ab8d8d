"""One credit, as 本报记者 甲某某 乙某 摄影报道, taken apart into names and affiliations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from models.tagging.person_names import name_weight, parted, possible, surname_of
from models.tagging.vocabulary import word_set, words


@dataclass(frozen=True, slots=True)
class Credit:
    names: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    cued: bool = False
    """A word such as 记者 or 摄 stands with the names."""
    glued: bool = False
    """Two or more names were printed without a gap."""
    whole: bool = False
    """Every character was understood as part of the credit."""
    dateline: bool = False


NOBODY = ("评论员", "编辑部")
"""How a byline ends that names no person."""
_HAN = "[㐀-鿿]"
_NAME_RUN = re.compile(f"{_HAN}+(?:·{_HAN}+)*")
_SEPARATORS = re.compile(r"[\s、，,；;/／|（）()【】\[\]：:。．—－-]+")
_NAME_IN_CREDIT = -3.0
_BARE_NAME = 2.0
"""Log-odds from which characters pass for a name without a reporter's word beside them."""


def _any(*lists: str) -> str:
    found = sorted({word for name in lists for word in words(name)}, key=len, reverse=True)
    return "|".join(re.escape(word) for word in found)


@cache
def _paper() -> str:
    """Pattern of a paper's name: a fixed one, or a few characters with the suffix of a paper."""
    return f"(?:据)?(?:{_any('paper_names')}|{_HAN}{{2,6}}?(?:{_any('paper_suffixes')}))"


@cache
def _employer() -> str:
    """Pattern of a paper right before a reporter's word, where any 报 or 台 will do."""
    return f"(?:{_paper()}|{_HAN}{{2,8}}?[报台网刊社])"


@cache
def _role() -> re.Pattern[str]:
    """A reporter's word with its paper and qualifiers before it."""
    qualifiers = f"(?:{_any('role_qualifiers')}|驻{_HAN}{{2,5}}?)*"
    long = "|".join(word for word in words("reporter_roles") if len(word) > 1)
    return re.compile(f"(?P<paper>{_employer()})?(?P<qualifiers>{qualifiers})(?P<role>{long}|(?<!{_HAN})[文图](?=[／/：: ]))")


@cache
def _verb() -> re.Pattern[str]:
    long = "|".join(re.escape(word) for word in words("credit_verbs") if len(word) > 1)
    short = "".join(word for word in words("credit_verbs") if len(word) == 1)
    return re.compile(f"(?<={_HAN})(?:[ 　]?(?:{long}|摄)|[ 　][{short}])(?=$|[\\s、，；）。／])")


@cache
def _paper_alone() -> re.Pattern[str]:
    return re.compile(f"^{_paper()}$")


@cache
def _collective() -> re.Pattern[str]:
    return re.compile(f"{_paper()}(?:特约|特邀)?(?:{'|'.join(NOBODY)})")


@cache
def _editors() -> re.Pattern[str]:
    return re.compile(_any("editor_roles"))


@cache
def _dateline() -> re.Pattern[str]:
    date = r"(?:[\d一二三四五六七八九十○〇]{1,4}月)?[\d一二三四五六七八九十]{1,3}日"
    return re.compile(
        f"^[【［]?(?P<paper>{_paper()})[】］]?\\s?(?P<place>{_HAN}{{0,10}}?(?:{date})?)"
        "(?:专[讯电]|[讯电]|消息|综合消息|专稿|快讯)(?=[\\s（：，。“《【]|记者|通讯员|$|.)"
    )


def parse_credit(text: str, *, trusted: bool = False) -> Credit:
    """What a credit says.  `trusted`: the text is known to be a byline, so names need not look likely."""
    if _collective().fullmatch(text.strip()):
        return Credit((text.strip(),), cued=True, whole=True)
    editors = _editors().search(text)
    text = text[: editors.start()] if editors else text
    papers: list[str] = []
    marked, roles = _role().subn(lambda match: _note_paper(match, papers), text)
    marked, verbs = _verb().subn(" ", marked)
    cued = bool(roles or verbs)
    pieces = _with_single_characters_joined([piece for piece in _SEPARATORS.split(marked) if piece])
    sure = trusted or cued or any(possible(piece) and name_weight(piece) > _BARE_NAME for piece in pieces)
    names: list[str] = []
    whole, glued = True, False
    for piece in pieces:
        if _paper_alone().match(piece):
            papers.append(piece.removeprefix("据"))
        elif piece.endswith(words("job_titles")) and len(pieces) > 1:
            cued = True
        else:
            found = _names_in(piece, sure=sure, trusted=trusted)
            glued = glued or len(found) > 1
            whole = whole and bool(found)
            names.extend(found)
    names = list(dict.fromkeys(names))
    return Credit(tuple(names), tuple(dict.fromkeys(papers)), cued, glued, whole and bool(names or papers))


def _note_paper(match: re.Match[str], papers: list[str]) -> str:
    if match["paper"]:
        papers.append(match["paper"])
    return " "


def _with_single_characters_joined(pieces: list[str]) -> list[str]:
    """A two-character name is often set with a gap in the middle: 赵 敏."""
    result: list[str] = []
    for piece in pieces:
        if len(piece) == 1 and result and len(result[-1]) == 1 and surname_of(result[-1]):
            result[-1] += piece
        else:
            result.append(piece)
    return result


def _names_in(piece: str, *, sure: bool, trusted: bool) -> tuple[str, ...]:
    """The names that `piece`, characters without a gap, consists of; empty when it is something else."""
    if not _NAME_RUN.fullmatch(piece) or piece in word_set("not_names"):
        return ()
    if "·" in piece:
        return (piece,) if sure else ()
    if possible(piece) and (len(piece) < 4 or len(surname_of(piece)) == 2):
        return (piece,) if trusted or name_weight(piece) > (_NAME_IN_CREDIT if sure else _BARE_NAME) else ()
    names = parted(piece) if sure and len(piece) > 3 else ()
    if names and (trusted or all(name_weight(name) > 0 for name in names)):
        return names
    return (piece,) if sure and 2 <= len(piece) <= (4 if trusted else 3) else ()


def opening_credit(paragraph: str) -> Credit | None:
    """The dateline at the head of a paragraph, with the names that follow it; None where there is none."""
    match = _dateline().match(paragraph)
    if match is None:
        return _reporting_clause(paragraph)
    paper = match["paper"].removeprefix("据")
    rest = paragraph[match.end() :].lstrip(" 　】］：:")
    credit = _bracketed(rest) or _reporting_clause(rest, trusted=True) or Credit()
    return replace(credit, affiliations=(paper, *(one for one in credit.affiliations if one != paper)), dateline=True)


def _bracketed(text: str) -> Credit | None:
    match = re.match(r"[（［](?P<inside>[^（）［］]{2,60})[）］]", text)
    if match is None:
        return None
    credit = parse_credit(match["inside"])
    return credit if credit.whole else None


def _reporting_clause(text: str, *, trusted: bool = False) -> Credit | None:
    """记者甲某某 乙某报道：at the head of `text`; `trusted` after a dateline."""
    match = re.match(
        r"(?P<who>[^，。：！？“”]{0,14}(?:记者|通讯员|评论员)[^，。：！？“”]{2,40}?)(?:摄影报道|报道|电)?(?=：)", text
    )
    if match is not None:
        credit = parse_credit(match["who"])
        if credit.whole and credit.cued and credit.names and (trusted or all(name_weight(name) > 0 for name in credit.names)):
            return credit
    return _leading_names(text)


def _leading_names(text: str) -> Credit | None:
    """记者 甲某某 乙某 before text that nothing separates but a gap."""
    match = _role().match(text)
    if match is None or match["role"] not in ("记者", "通讯员"):
        return None
    rest = text[match.end() :].lstrip()
    names: list[str] = []
    for piece in re.split(r"[\s、]+", rest)[:-1]:
        if not (possible(piece) and len(piece) < 5):
            break
        names.append(piece)
    if not names:
        follows = _NAME_THEN_VERB.match(rest)
        names = [follows[0]] if follows and possible(follows[0]) else []
    names = [name for name in names if name_weight(name) > 0]
    return Credit(tuple(names), (match["paper"],) if match["paper"] else (), True) if names else None


_NAME_THEN_VERB = re.compile(f"{_HAN}{{2,3}}?(?=从|在|近日|日前|今[天日]|昨[天日]|获悉|采访|对|就)")
_AFTERWORD = re.compile(
    r"[（〔［](?:传真照片|附图片?|附照片|资料图片|资料照片|新华社稿|新华社发|完|图片由[^）]{2,20}提供|(?:下转|上接)[^（）]{1,10}|[^（）]{2,12}[稿发])[）〕］]$"
)


def ends_with_credit(text: str) -> Credit | None:
    """The credit that ends `text`, in brackets or after the end of a sentence; None where there is none."""
    text = _AFTERWORD.sub("", text.rstrip()).rstrip()
    bracket = re.search(r"[（［]([^（）［］]{2,50})[）］]$", text)
    if bracket is not None:
        credit = parse_credit(bracket[1])
        return credit if credit.whole else None
    starts = [match.end() for match in re.finditer(r"[。！？…”』」】）\s]+", text)]
    for start in starts:
        if 2 <= len(text) - start <= 50:
            credit = parse_credit(text[start:])
            if credit.whole and credit.names and (credit.cued or text[start - 1 : start] not in "”』」"):
                return credit
    return None
