"""The words of a folio, the line that names paper, date and page: patterns shared by file names and printed lines."""

from __future__ import annotations

import datetime
import re

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:\s*年\s*|[-_./])?(\d{1,2})(?:\s*月\s*|[-_./])?(\d{1,2})(?:\s*[日号])?(?!\d)")
NUMBER = re.compile(r"第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|(?<![\w])([A-Z]?\d{1,3})\s*版(?![\w])")
ISSUE_NUMBER = re.compile(r"(?:总第?|第)\s*(\d{2,6})\s*[期号]")
NEWSPAPER = re.compile(r"[\u4e00-\u9fff]{1,8}报(?:[\u4e00-\u9fff]{2}版)?")
NAME = re.compile(r"[\u4e00-\u9fff]{2,8}(?:[·•/][\u4e00-\u9fff]{2,8})?")

_NO_PAPER = re.compile(r"(?:海报|(?<!文)汇报|举报|电报|预报|情报|公报|喜报|捷报|申报|本报|简报|播报|通报|填报|上报|战报)$")


def date(text: str) -> datetime.date | None:
    """The first real date in `text` that is written with its year."""
    for found in DATE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        # Without separators only eight digits are sure to be a date.
        if found[0].rstrip("日号") == digits and len(digits) != 8:
            continue
        try:
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None


def number(text: str) -> str | None:
    """版次 in `text` as 第N版 or N版: digits as they are, Chinese numerals whole (第二版)."""
    found = NUMBER.search(text)
    if found is None:
        return None
    value = found[1] or found[2]
    return value if value[-1].isdigit() else f"第{value}版"


def issue_number(text: str) -> str | None:
    found = ISSUE_NUMBER.search(text)
    return found[1] if found else None


def newspaper(text: str) -> str | None:
    """`text` itself when it is the name of a paper, as 江北晚报."""
    bare = text.strip("《》 \u3000")
    return bare if NEWSPAPER.fullmatch(bare) and not _NO_PAPER.search(bare) else None


def name(text: str) -> str | None:
    """`text` itself when it can be a 版名."""
    bare = text.strip(" \u3000：:·-_|")
    return bare if NAME.fullmatch(bare) else None
