"""A lesson: a reading and what is true of its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from models.domain.line import Reading
from models.domain.page import Page, reading_with
from models.domain.proposal import Segment
from models.domain.role import LOOSE_ROLES, Role
from models.scoring.answer import Answer
from models.scoring.told import articles_told

LEAST = 5
"""Pages to learn from; fewer say more of their stories than of their newspaper."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """One page as the segmenter is given it, with the roles of its lines and the articles they make."""

    reading: Reading
    roles: Mapping[int, Role]
    """By line number; a line that is not named is text."""
    articles: tuple[tuple[int, ...], ...]
    """The lines of each article in reading order; lines in none belong to the page alone."""
    newspaper: str | None = None

    def places(self) -> dict[int, tuple[int, int]]:
        """Line number to (article, place in its reading order)."""
        return {n: (number, place) for number, lines in enumerate(self.articles) for place, n in enumerate(lines)}

    def answer(self) -> Answer:
        """The truth, to measure a proposal by."""
        waste = (number for number, role in self.roles.items() if role in LOOSE_ROLES)
        return articles_told([self._segments(lines) for lines in self.articles], waste, self.reading.lines)

    def _segments(self, lines: Sequence[int]) -> list[Segment]:
        grouped = groupby(lines, key=lambda number: self.roles.get(number, Role.BODY))
        return [Segment(role, tuple(numbers)) for role, numbers in grouped]


def lesson_of(page: Page) -> Lesson:
    """What an editor has made of a page, told of the lines as the machine read them."""
    roles = {number: block.role for block in page.blocks() for number in block.lines}
    reading = reading_with(page, page.reading.lines)
    return Lesson(reading, roles, tuple(article.lines for article in page.articles), page.header.newspaper)
