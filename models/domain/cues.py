"""转版: what a printed line says of the page where its article goes on (下转第2版) or began (上接第1版)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_CHINESE = "".join(_DIGITS) + "十"
_OPEN, _CLOSE = "（(〔［\\[【<＜", "）)〕］\\]】>＞"
_NUMBER = rf"[A-Za-zＡ-Ｚａ-ｚ]?\s?(?:\d\s?){{1,3}}|(?:[{_CHINESE}]\s?){{1,3}}"
_PAGES = rf"(?P<pages>(?:{_NUMBER})(?:[、,，及和至]\s?第?\s?(?:{_NUMBER}))*)"
_WORD = rf"(?P<on>下\s?转|(?<=[{_OPEN}])\s?转)|(?P<back>上\s?接|紧\s?接|续\s?接|转\s?接|(?<=[{_OPEN}])\s?接)"
_CUE = re.compile(
    rf"(?P<printed>(?:{_WORD})[\s第本报至到自]{{0,4}}?{_PAGES}"
    rf"(?:版|(?<=[A-ZＡ-Ｚ]\d)(?=[{_CLOSE}]|\s*$)|(?<=[A-ZＡ-Ｚ]\d\d)(?=[{_CLOSE}]|\s*$)))"
    rf"(?P<rest>[^{_OPEN}{_CLOSE}，。；！？]{{0,30}}?(?=[{_CLOSE}]))?"
)
_BEFORE = re.compile(rf"[\s{_OPEN}▲△▼▽▶▷►◆◇●■★☆→⇒↓—–-]*$")
_AFTER = re.compile(rf"^[\s{_CLOSE}▲△▼▽▶▷►◆◇●■★☆→⇒↓]*")
_TITLE = re.compile(r"[《“‘『「](.{2,28}?)[》”’』」]")


class Way(StrEnum):
    ON = "on"
    """下转: the article goes on elsewhere."""
    BACK = "back"
    """上接: the article began elsewhere."""


@dataclass(frozen=True, slots=True)
class Cue:
    way: Way
    pages: tuple[str, ...]
    """Keys of the pages it names; see `page_key`."""
    printed: str
    """As it stands, without brackets: 下转第2版."""
    numbers: str
    """The pages as they stand there: 2."""
    start: int
    end: int
    """What it fills of its line, with its brackets and arrows."""
    title: str = ""
    """The title that it names too, if any."""


def cues(text: str) -> Iterator[Cue]:
    """All that `text` says of other pages."""
    for found in _CUE.finditer(text):
        before, after = _BEFORE.search(text[: found.start()]), _AFTER.match(text[found.end() :])
        assert before is not None
        assert after is not None
        title = _TITLE.search(found["rest"] or "")
        yield Cue(
            Way.ON if found["on"] else Way.BACK,
            tuple(page_key(number[0]) for number in re.finditer(_NUMBER, found["pages"])),
            found["printed"].strip(),
            "".join(found["pages"].split()),
            before.start(),
            found.end() + after.end(),
            title[1] if title else "",
        )


def cue(text: str, way: Way) -> Cue | None:
    return next((found for found in cues(text) if found.way is way), None)


def without_cues(text: str, way: Way) -> str:
    """`text` without what it says of another page that way."""
    for found in reversed([found for found in cues(text) if found.way is way]):
        text = text[: found.start] + text[found.end :]
    return text


def bare(text: str) -> str:
    """`text` without anything it says of other pages; empty where it says nothing else."""
    return without_cues(without_cues(text, Way.ON), Way.BACK)


def page_key(printed: str) -> str:
    """A page's number however it is printed: 第三版, 03 and 3 are one, and so are A04 and a4."""
    bare = "".join(unicodedata.normalize("NFKC", printed).split()).removeprefix("第").split("版")[0]
    if bare and all(char in _CHINESE for char in bare):
        return str(_chinese(bare))
    letters = bare.rstrip("0123456789")
    return letters.upper() + bare[len(letters) :].lstrip("0")


def _chinese(numeral: str) -> int:
    """一 to 九十九, also digit by digit: 一〇."""
    if "十" not in numeral:
        return int("".join(str(_DIGITS[digit]) for digit in numeral))
    tens, _, ones = numeral.partition("十")
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
