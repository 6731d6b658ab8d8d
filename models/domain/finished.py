"""A finished page as learning sees it: when an editor finished it, and what the engine had proposed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from models.domain.proposal import Segment

Key = tuple[int, int]
"""A page and the entry of the journal that finished it: finished again, it is another lesson."""


@dataclass(frozen=True, slots=True)
class Finished:
    page: int
    entry: int
    at: datetime.datetime

    @property
    def key(self) -> Key:
        return self.page, self.entry


@dataclass(frozen=True, slots=True)
class Filed:
    """The articles of a page as the engine first filed them, of one reading of it."""

    reading: int
    articles: tuple[tuple[Segment, ...], ...]
    waste: tuple[int, ...]
    """Lines that it took for furniture or repeats."""
