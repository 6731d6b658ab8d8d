"""A lesson: a reading and what is true of its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.domain.line import Reading
from models.domain.role import Role


@dataclass(frozen=True, eq=False)
class Lesson:
    """One page as the segmenter is given it, with the roles of its lines and the articles they make."""

    reading: Reading
    roles: Mapping[int, Role]
    """By line number; a line that is not named is text."""
    articles: tuple[tuple[int, ...], ...]
    """The lines of each article in reading order; lines in none belong to the page alone."""

    def places(self) -> dict[int, tuple[int, int]]:
        """Line number to (article, place in its reading order)."""
        return {n: (number, place) for number, lines in enumerate(self.articles) for place, n in enumerate(lines)}
