"""Says whether new weights are better: repairs an article on finished pages that they were not learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.domain.proposal import Proposal
from models.learning.lesson import Lesson
from models.scoring.figures import Figures, figures
from models.scoring.told import told
from models.segmenting.engine import Segmenter
from models.segmenting.weights import Weights

FIFTHS = 5
CLEARLY = 0.9
"""Of the repairs that what ships costs, so many at most: on pages without a style of their own 5 % were gained by chance."""
Page = TypeVar("Page")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Repairs an article with the old weights and with the new, on so many pages."""

    pages: int
    before: float
    after: float
    known_well: bool = False
    """The old ones ship: they were fitted on thousands of pages, and a few can look better by chance."""

    @property
    def accepts(self) -> bool:
        """The old stand unless the new are no worse; what ships is left only for what is clearly better."""
        if self.known_well:
            return self.after < self.before and self.after <= CLEARLY * self.before
        return self.after <= self.before


def parted(pages: Sequence[Page], turn: int) -> tuple[list[Page], list[Page]]:
    """(to learn from, to judge by): each fifth of the pages has its turn, or a larger part so that it is two pages or more."""
    parts = min(FIFTHS, max(2, len(pages) // 2))
    return [p for i, p in enumerate(pages) if (i - turn) % parts], [p for i, p in enumerate(pages) if (i - turn) % parts == 0]


def judge(lessons: Sequence[Lesson], before: Weights, after: Weights, known_well: bool = False) -> Verdict:
    """`known_well` says that the weights before are those that ship."""
    old, new = (round(repairs_per_article(lessons, Segmenter(weights, weights)), 3) for weights in (before, after))
    return Verdict(len(lessons), old, new, known_well)


def repairs_per_article(lessons: Sequence[Lesson], segmenter: Segmenter) -> float:
    """Of all `lessons` together."""
    measured = [measure(lesson, segmenter.propose(lesson.reading, newspaper=lesson.newspaper)) for lesson in lessons]
    return sum(each.repairs for each in measured) / max(1, sum(each.articles for each in measured))


def measure(lesson: Lesson, proposal: Proposal) -> Figures:
    """How far a proposal is from what the editor made of the page."""
    said = told(proposal, lesson.reading.lines)
    return figures(lesson.answer(), said, said.weights or {})
