"""Real pages as lists of stories, from JSON lines: {articles: [{author, column, headline_lines, lines}]}."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_DIGITS = str.maketrans("０１２３４５６７８９％", "0123456789%")


@dataclass(frozen=True)
class Story:
    """One article of the corpus: heading lines and paragraphs."""

    headings: tuple[str, ...]
    author: str
    column: str
    paragraphs: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it is printed whole, and told in no other form."""
        return False


def load(path: Path) -> list[list[Story]]:
    """The pages at `path`, stories too short to mean anything left out."""
    pages = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            stories = [story for raw in json.loads(line)["articles"] if (story := _story(raw))]
            if len(stories) > 1:
                pages.append(stories)
    return pages


def halves(pages: list[list[Story]], part: int = 5) -> tuple[list[list[Story]], list[list[Story]]]:
    """(to fit on, to measure on): every `part`-th page is held out."""
    return [p for i, p in enumerate(pages) if i % part], [p for i, p in enumerate(pages) if i % part == 0]


def _story(raw: dict[str, object]) -> Story | None:
    lines, count = raw["lines"], raw["headline_lines"]
    assert isinstance(lines, list)
    assert isinstance(count, int)
    headings = tuple(_tidy(line) for line in lines[:count])
    author = str(raw["author"]).strip()
    paragraphs = [_tidy(line) for line in lines[count:]]
    paragraphs = [p for p in paragraphs if p and p != author and not re.fullmatch(r"[（(].{0,6}图.{0,8}[）)]|[△▲◆*＊·—\s]+", p)]
    if sum(map(len, paragraphs)) < 60 or sum(len(p) < 14 for p in paragraphs) > len(paragraphs) / 3:
        return None
    # Names, places and the like that stand alone are bylines and signatures of a form that the corpus does not tell.
    whole = tuple(p for p in paragraphs if len(p) >= 40 or p.endswith(("。", "！", "？", "”", "…")))
    return Story(headings, author, str(raw["column"]).strip(), whole) if whole else None


def _tidy(text: str) -> str:
    return re.sub(r"[\s　]+", " ", text.translate(_DIGITS)).strip()
