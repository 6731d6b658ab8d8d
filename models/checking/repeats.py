"""Text that stands on the page twice, as readers of dumps and overlapping scans make it."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES
from models.domain.text import plain

_LENGTH = 40
"""Characters that a run of lines must repeat; shorter repeats are set phrases and folios."""


def repeated_text(page: Page) -> Iterator[Finding]:
    """Runs of lines, in reading order, that say what earlier lines say; the later run is named."""
    lines = page.line_map()
    numbers = [number for block in page.blocks() if block.role not in LOOSE_ROLES for number in block.lines]
    texts = ["".join(plain(lines[number]).split()) for number in numbers]
    first: dict[str, int] = {}
    i = 0
    while i < len(texts):
        at = first.setdefault(texts[i], i) if texts[i] else i
        length = _common(texts, at, i) if at < i else 0
        if sum(map(len, texts[i : i + length])) >= _LENGTH:
            run = tuple(numbers[i : i + length])
            home = page.article_of_line(run[0])
            yield Finding(FindingKind.REPEATED, run, home.id if home else None, remedy=Remedy.DUPLICATE)
            i += length
        else:
            i += 1


def _common(texts: list[str], a: int, b: int) -> int:
    """How many texts from `a` on are those from `b` on, without running into each other."""
    length = 0
    while a + length < b and b + length < len(texts) and texts[a + length] == texts[b + length]:
        length += 1
    return length
