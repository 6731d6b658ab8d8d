"""PERSON: patterns of the trade (office + name, name + said) weighed with how much the characters look like a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from models.domain.label import Field, Reason, Suggested
from models.tagging.credits import NOBODY
from models.tagging.evidence import Evidence, confidence
from models.tagging.person_names import given_weight, possible, surname_of, surname_weight
from models.tagging.spans import Span
from models.tagging.tokens import Lexicon, Passage
from models.tagging.vocabulary import weights, word_set, words

_PRIOR = Reason(Evidence.PRIOR, -7.0)
_FOLLOWERS = "对在从向把说为与和的是则也还就都又曾于及等以及带让给用被将"
"""Small words that often follow a name."""
_OFFICE_ENDS = ("长", "书记", "主任", "主席", "总理", "经理", "总裁", "教授", "院士", "大使", "司令员", "政委")
"""How offices end that stand after a name as well as before it."""
_LIST_BONUS = 3.0
_DETAILS = re.compile(r"[，（](?:男|女)[，）；]|，\d{2}岁|（\d{2}岁|，[一-鿿]{1,3}族，")
_KINSHIP_PRIOR = Reason(Evidence.PRIOR, -4.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str
    start: int
    end: int
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        return sum(reason.weight for reason in self.reasons)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words('job_titles'))})[ “]?$")


@cache
def _after() -> re.Pattern[str]:
    offices = [word for word in words("job_titles") if word.endswith(_OFFICE_ENDS)]
    return re.compile("|".join(sorted((*words("after_names"), *offices), key=len, reverse=True)))


@cache
def _says() -> re.Pattern[str]:
    return re.compile("|".join(words("speech_verbs")))


@cache
def _kinship() -> re.Pattern[str]:
    surnames = "|".join(sorted(weights("surnames"), key=len, reverse=True))
    return re.compile(f"(?:{surnames})(?:{'|'.join(words('kinship'))})")


@cache
def _foreign() -> re.Pattern[str]:
    letters = "".join(words("transliteration"))
    return re.compile(f"[{letters}]{{1,6}}(?:·[{letters}]{{1,8}})+")


def find_persons(passages: Iterable[tuple[Passage, Sequence[Span]]], lexicon: Lexicon) -> dict[str, tuple[Reason, ...]]:
    """Name -> its best reasons, in the order of the text; repeated mention speaks for a name.

    With each passage come the places and bodies found in it, inside which no person is looked for.
    """
    found: dict[str, Candidate] = {}
    times: dict[str, int] = {}
    for passage, taken in passages:
        free = [one for one in _candidates(passage, lexicon) if not _inside(one, taken)]
        for candidate in (*_best(_with_lists(passage, free)), *_other_forms(passage)):
            times[candidate.name] = times.get(candidate.name, 0) + 1
            if candidate.name not in found or candidate.weight > found[candidate.name].weight:
                found[candidate.name] = candidate
    repeats = {
        name: (Reason(Evidence.REPEATED, min(2.0, 0.8 * (n - 1)), str(n)),) if n > 1 else () for name, n in times.items()
    }
    return {name: candidate.reasons + repeats[name] for name, candidate in found.items()}


def _candidates(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    """Every stretch of the passage that has the shape of a Han name."""
    text = passage.text
    starts = {token.start for token in passage.tokens}
    ends = {token.end for token in passage.tokens}
    result: list[Candidate] = []
    for start in range(len(text) - 1):
        if not surname_of(text[start : start + 3]):
            continue
        for end in range(start + 2, min(start + 5, len(text) + 1)):
            name = text[start:end]
            if possible(name) and all("㐀" <= char <= "鿿" for char in name):
                breaks = _word_breaks(start in starts, end in ends)
                reasons = (*_own_reasons(name, lexicon), *breaks, *_context(text, start, end))
                result.append(Candidate(name, start, end, reasons))
    return result


def _inside(candidate: Candidate, taken: Sequence[Span]) -> bool:
    return any(candidate.start < span.end and candidate.end > span.start for span in taken)


def _own_reasons(name: str, lexicon: Lexicon) -> Iterator[Reason]:
    yield _PRIOR
    yield Reason(Evidence.SURNAME, surname_weight(name), surname_of(name))
    yield Reason(Evidence.GIVEN_NAME, given_weight(name))
    kind = lexicon.kind(name)
    if kind == "nrfg":
        yield Reason(Evidence.KNOWN_NAME, 9.0)
        return
    if kind == "nr":
        yield Reason(Evidence.KNOWN_NAME, 2.0 if len(name) > 2 else -0.5)
    if name[0] in "和与同对向由" and possible(name[1:]):
        yield Reason(Evidence.COMMON_WORD, -4.0, name[0])
    if len(name) > 2 and (word := next((part for part in (name[:2], name[1:]) if _ordinary(lexicon.kind(part))), "")):
        yield Reason(Evidence.COMMON_WORD, -2.5, word)
    elif (kind and kind != "nr") or name in word_set("not_names"):
        yield Reason(Evidence.COMMON_WORD, -6.0, name)


def _ordinary(kind: str) -> bool:
    return kind[:1] in ("n", "v", "a", "b", "d") and kind[:2] not in ("nr", "nz")


def _word_breaks(starts: bool, ends: bool) -> Iterator[Reason]:
    if not starts:
        yield Reason(Evidence.WORD_BREAK, -4.0)
    if not ends:
        yield Reason(Evidence.WORD_BREAK, -1.5)
    if starts and ends:
        yield Reason(Evidence.WORD_BREAK, 0.8)


def _context(text: str, start: int, end: int) -> Iterator[Reason]:
    before = _before().search(text[max(0, start - 8) : start])
    says = _says().match(text, end)
    title = _after().match(text, end)
    details = _DETAILS.match(text, end)
    if not (before or says or title or details):
        yield Reason(Evidence.NO_CONTEXT, -1.0)
    if before:
        yield Reason(Evidence.TITLE_BEFORE, 5.0, before[0])
    elif start == 0 or text[start - 1] in "，。！？；：、“”（）》 ":
        yield Reason(Evidence.WORD_BREAK, 0.8)
    if details:
        yield Reason(Evidence.PERSONAL_DETAILS, 6.0)
    elif title:
        yield Reason(Evidence.TITLE_AFTER, 3.0, title[0])
    elif says:
        yield Reason(Evidence.SPEECH_VERB, 3.0, says[0])
    elif end < len(text) and text[end] in _FOLLOWERS:
        yield Reason(Evidence.WORD_BREAK, 1.0)
    elif end == len(text) or text[end] in "，。、；：（）”":
        yield Reason(Evidence.WORD_BREAK, 0.5)


def _with_lists(passage: Passage, candidates: list[Candidate]) -> list[Candidate]:
    """Names that stand in a list with a sure name (甲某某、乙某、丙某某) lend each other weight."""
    text = passage.text
    by_start: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_start.setdefault(candidate.start, []).append(candidate)
    linked: set[Candidate] = set()
    for candidate in sorted(candidates, key=lambda one: one.start):
        if candidate.weight < 0 and candidate not in linked:
            continue
        if candidate.end < len(text) and text[candidate.end] in "、和与":
            linked.update(after for after in by_start.get(candidate.end + 1, ()) if after.weight > -_LIST_BONUS)
    bonus = Reason(Evidence.NAME_LIST, _LIST_BONUS)
    return [Candidate(c.name, c.start, c.end, (*c.reasons, bonus)) if c in linked else c for c in candidates]


def _best(candidates: list[Candidate]) -> list[Candidate]:
    """The likeliest candidates that do not overlap."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: -one.weight):
        if candidate.weight > 0 and all(candidate.end <= other.start or candidate.start >= other.end for other in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda one: one.start)


def _other_forms(passage: Passage) -> Iterator[Candidate]:
    """Surname with a form of address (赵大娘, 钱某), and foreign names written with a dot."""
    starts = {token.start for token in passage.tokens}
    for match in _kinship().finditer(passage.text):
        if match.start() in starts:
            why = (_KINSHIP_PRIOR, Reason(Evidence.SURNAME, surname_weight(match[0])), Reason(Evidence.KINSHIP, 3.0))
            yield Candidate(match[0], *match.span(), why)
    for match in _foreign().finditer(passage.text):
        # 总理甲·乙: the last character of the office is one that foreign names are written with too.
        start = next(start for start in range(match.start(), match.end()) if start in starts)
        name = passage.text[start : match.end()]
        if "·" in name.strip("·"):
            yield Candidate(name, start, match.end(), (Reason(Evidence.FOREIGN_NAME, 1.5),))


def suggest_persons(found: dict[str, tuple[Reason, ...]], authors: Iterable[str]) -> tuple[Suggested, ...]:
    """PERSON for everyone found, and for everyone in the byline."""
    reporters = {name: (Reason(Evidence.REPORTER, 3.0),) for name in authors if not name.endswith(NOBODY)}
    everyone = {**{name: why for name, why in found.items() if sum(reason.weight for reason in why) > 0}, **reporters}
    return tuple(Suggested(Field.PERSON, name, confidence(why), why) for name, why in everyone.items())
