"""转版: an article that goes on on another page, and the page where the other half should stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.domain.finding import Finding, FindingKind
from models.domain.line import Line
from models.domain.page import Page

_PAGE = r"[^\d一二三四五六七八九十A-Z]{0,4}([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
_ON = re.compile("下转" + _PAGE)
_BACK = re.compile("上接" + _PAGE)
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def goes_on(line: Line) -> bool:
    """Whether the line says that its article goes on elsewhere."""
    return "下转" in line.text


def went_before(line: Line) -> bool:
    """Whether the line says that its article began elsewhere."""
    return "上接" in line.text


def names_another_page(page: Page) -> bool:
    """Whether the issue's other pages are needed to check this one."""
    return any(_ON.search(line.text) or _BACK.search(line.text) for line in page.lines)


def missing_partners(page: Page, issue: Iterable[Page]) -> Iterator[Finding]:
    """下转 and 上接 whose page is in the archive without the other half, or is not there at all."""
    others = {_number(other.header.number): other for other in issue if other.header.number and other.id != page.id}
    for line in page.lines:
        for kind, says, answers in (
            (FindingKind.NO_CONTINUATION, _ON, _BACK),
            (FindingKind.NO_BEGINNING, _BACK, _ON),
        ):
            named = says.search(line.text)
            if named and not _answered(page, others.get(_number(named[1])), answers):
                home = page.article_of_line(line.number)
                yield Finding(kind, (line.number,), home.id if home else None, named[1])


def _answered(page: Page, other: Page | None, answer: re.Pattern[str]) -> bool:
    if other is None:
        return False
    here = _number(page.header.number) if page.header.number else None
    named = {_number(found[1]) for line in other.lines if (found := answer.search(line.text))}
    return bool(named) if here is None else here in named


def _number(printed: str) -> str:
    """A page's number however it is printed: 第三版, 03 and 3 are one."""
    bare = printed.strip().removeprefix("第").removesuffix("版").strip()
    if bare and all(char in "一二三四五六七八九十" for char in bare):
        return str(_chinese(bare))
    letters = bare.rstrip("0123456789")
    return letters.upper() + bare[len(letters) :].lstrip("0")


def _chinese(numeral: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = numeral.rpartition("十")
    value = _DIGITS.get(ones, 0)
    return value + 10 * _DIGITS.get(tens, 1) if ten else value
