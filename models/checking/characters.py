"""Characters that no newspaper prints, and foreign words where Chinese should stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from models.domain.finding import Finding, FindingKind
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES

_HAN = r"[\u3400-\u9fff]"
_SCRIPTS = r"\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\uac00-\ud7af"
_WORD = re.compile(
    rf"(?<={_HAN})\s*((?:[A-Za-z\u00c0-\u024f]{{3,}}|[{_SCRIPTS}]{{2,}})(?:[ '-][A-Za-z\u00c0-\u024f]+)*)\s*(?={_HAN})"
)
_USUAL = frozenset(
    ["app", "wifi", "vlog", "km", "kwh", "mpa", "ppm", "nba", "cba", "html", "www", "com", "logo", "vip", "live"]
)
_ODD_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_RADICALS = re.compile("[\u2e80-\u2fdf]")


def foreign_words(page: Page) -> Iterator[Finding]:
    """Words in letters between Chinese characters; capitals alone are abbreviations (GDP), some words are usual (app)."""
    homes = {number: article.id for article in page.articles for number in article.lines}
    for number, text in _said(page):
        odd = [word for word in _WORD.findall(text) if not word.isupper() and word.casefold() not in _USUAL]
        if odd:
            yield Finding(FindingKind.FOREIGN_WORD, (number,), homes.get(number), ", ".join(odd))


def suspicious_characters(page: Page) -> Iterator[Finding]:
    """Replacement, private use, control, invisible and unassigned characters, and radicals in place of characters."""
    homes = {number: article.id for article in page.articles for number in article.lines}
    for number, text in _said(page):
        odd = Counter(char for char in text if _is_odd(char))
        if odd:
            detail = ", ".join(_named(char, count) for char, count in odd.items())
            yield Finding(FindingKind.SUSPICIOUS_CHARACTER, (number,), homes.get(number), detail)


def _said(page: Page) -> Iterator[tuple[int, str]]:
    lines = page.line_map()
    for block in page.blocks():
        if block.role not in LOOSE_ROLES:
            yield from ((number, lines[number].text) for number in block.lines)


@cache
def _is_odd(char: str) -> bool:
    if char.isascii():
        return (char < " " and char != "\t") or char == "\x7f"
    return char == "\ufffd" or unicodedata.category(char) in _ODD_CATEGORIES or _RADICALS.match(char) is not None


def _named(char: str, count: int) -> str:
    name = f"U+{ord(char):04X}"
    return name if count == 1 else f"{name} × {count}"
