"""Paper, date, 版次 and 版名 from a file's name and the page's folio; what neither says stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TypeVar

from models.domain.line import Line, Reading
from models.domain.page import Header
from models.domain.text import plain, text_width
from models.reading import folio

T = TypeVar("T")

_HASH = re.compile(r"(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12,}")
_CAMERA = re.compile(r"(?:IMG|DSC|PXL|VID|MVIMG|scan|screenshot|camscanner|微信图片|屏幕截图|扫描)", re.IGNORECASE)
"""Machines name files by the day of the picture, which is not the paper's."""
_SHEET = re.compile(r"(?:[A-Z]\d{1,3}|\d{1,2}|[pP]\d{1,3})版?")

_WEEKDAY = re.compile(r"(?:星期|周|礼拜)\s*[一二三四五六日天]")
_LUNAR = re.compile(
    r"(?:农历)?[\u4e00-\u9fff]{0,4}年?(?:正|闰?[一二三四五六七八九十冬腊])月(?:初|十|廿|卅|三)[一二三四五六七八九十]"
)
_STAFF = re.compile(
    r"(?:本?版?(?:责任)?(?:主编|编辑|校对|校审|美编|审读|组版)|版式设计?|文字校对|值班(?:主任|编委)|电话|热线|邮箱|E-?mail|网址).*",
    re.IGNORECASE,
)
_EXTENT = re.compile(r"(?:今日|本期|今天|共)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版")
_REFERENCE = re.compile(r"下转|上接|转自|接自|详见|参见|导读|[，。；！？、]")
_LONGEST = 48.0
"""Full-width characters of the longest folio."""
_TOP, _BOTTOM = 0.12, 0.95
"""Parts of the page's height: a folio stands above or below."""
_BAND = 0.025
"""Part of the page's height within which lines stand beside the folio."""


def guess_header(file_name: str, reading: Reading) -> Header:
    """What `file_name` says, and the folio for the rest."""
    named, printed = _from_name(file_name), _from_lines(reading.lines)
    return Header(
        newspaper=named.newspaper or printed.newspaper,
        date=named.date or printed.date,
        issue_number=named.issue_number or printed.issue_number,
        number=named.number or printed.number,
        name=named.name or printed.name,
    )


def _from_name(file_name: str) -> Header:
    stem = _HASH.sub(" ", PurePath(file_name).stem)
    date = None if _CAMERA.match(stem) else folio.date(stem)
    without_date = folio.ISSUE_NUMBER.sub(" ", folio.DATE.sub(" ", stem) if date else stem)
    words = [word for word in re.split(r"[\s_\-.,，()（）\[\]【】]+", without_date) if word]
    number, at = folio.number(without_date), None
    for i, word in enumerate(words):
        # A bare number is a page only beside a date: 003_… alone counts files.
        if folio.number(word) or (number is None and date and _SHEET.fullmatch(word)):
            number, at = number or word.strip("pP版"), i
            break
    return Header(
        newspaper=_first(folio.newspaper(word) for word in words),
        date=date,
        issue_number=folio.issue_number(stem),
        number=number,
        name=_name_after(words, at),
    )


def _name_after(words: Sequence[str], at: int | None) -> str | None:
    """The 版名 that follows 版次, as in 第03版 要闻 or 第03版：要闻."""
    if at is None:
        return None
    rest = folio.NUMBER.sub("", words[at]) if folio.number(words[at]) else ""
    following = rest or (words[at + 1] if at + 1 < len(words) else "")
    return folio.name(following) if not folio.newspaper(following) else None


def _from_lines(lines: Sequence[Line]) -> Header:
    """Of several folios that disagree, as in an index of pages, none is believed."""
    pieces = [line for line in lines if _is_piece(line)]
    folios = [line for line in lines if _is_folio(line) or (line in pieces and any(_beside(line, other) for other in pieces))]
    headers = [_from_folio(plain(line)) for line in folios]
    band = [line for line in lines if line not in pieces and any(_beside(line, other) for other in folios)]
    number = _only(header.number for header in headers) or _only(_bare_number(line) for line in band)
    # Without a page's number beside it, a word near the date is the first column's.
    names = (_bare_name(line) for line in band if number)
    return Header(
        newspaper=_only(header.newspaper for header in headers) or _masthead(lines),
        date=_only(header.date for header in headers),
        issue_number=_only(header.issue_number for header in headers),
        number=number,
        name=_only(header.name for header in headers) or _only(names),
    )


def _is_folio(line: Line) -> bool:
    """A short line with two signs of a folio, or one and a name, and nothing else: a date in running text is none."""
    text = plain(line)
    if text_width(text) > _LONGEST or not _at_edge(line):
        return False
    signs = sum(bool(pattern.search(text)) for pattern in (folio.DATE, _WEEKDAY, folio.NUMBER, folio.ISSUE_NUMBER, _STAFF))
    words = _words_left(text)
    named = len(words) <= 2 and all(folio.newspaper(word) or folio.name(word) for word in words)
    if not named or _REFERENCE.search(_STAFF.sub("", text)):
        return False
    page_or_paper = folio.NUMBER.search(text) is not None or any(map(folio.newspaper, words))
    if "总第" in text and not words:
        return True
    return (signs >= 2 and (not words or page_or_paper or _STAFF.search(text) is not None)) or (signs == 1 and page_or_paper)


def _is_piece(line: Line) -> bool:
    """Nothing but date, weekday or numbers at the page's edge: two of them side by side are a folio set wide."""
    text = plain(line)
    if line.outline is None or not _at_edge(line) or _words_left(text):
        return False
    return any(pattern.search(text) for pattern in (folio.DATE, _WEEKDAY, folio.NUMBER, folio.ISSUE_NUMBER, _EXTENT))


def _words_left(text: str) -> list[str]:
    """What of a line is no date, weekday, page, issue number or editor."""
    for pattern in (_STAFF, _EXTENT, folio.ISSUE_NUMBER, folio.NUMBER, folio.DATE, _WEEKDAY, _LUNAR):
        text = pattern.sub(" ", text)
    return [word for word in re.split(r"[\s|/：:·—\-（）()]+", text) if word]


def _from_folio(text: str) -> Header:
    words = _words_left(text)
    newspaper = _first(folio.newspaper(word) for word in words)
    number = folio.number(text)
    name = _only(folio.name(word) for word in words if not folio.newspaper(word)) if number else None
    return Header(newspaper, folio.date(text), folio.issue_number(text), number, name)


def _at_edge(line: Line) -> bool:
    return line.outline is None or line.outline.y1 < _TOP or line.outline.y0 > _BOTTOM


def _beside(line: Line, other: Line) -> bool:
    """Whether two lines with outlines stand on one band of the page."""
    if line.outline is None or other.outline is None or line is other:
        return False
    return abs(line.outline.centre[1] - other.outline.centre[1]) < _BAND


def _bare_number(line: Line) -> str | None:
    text = plain(line)
    return text if re.fullmatch(r"[A-Z]?\d{1,2}", text) else None


def _bare_name(line: Line) -> str | None:
    text = plain(line)
    return folio.name(text) if folio.newspaper(text) is None and not _STAFF.search(text) else None


def _masthead(lines: Sequence[Line]) -> str | None:
    """A paper's name alone on one of a page's first lines, or at the edge where lines have places."""
    first = [line for line in lines if line.outline is not None and _at_edge(line)] or [
        line for line in lines[:3] if line.outline is None
    ]
    return _only(folio.newspaper(plain(line)) for line in first)


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _only(values: Iterable[T | None]) -> T | None:
    """The one value that is said, None when several are."""
    found = {value for value in values if value is not None}
    return found.pop() if len(found) == 1 else None
