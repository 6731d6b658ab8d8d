"""A proposal as an answer to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.domain.line import Line
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.text import headline
from models.scoring.answer import Answer, Told, characters


def told(proposal: Proposal, lines: Sequence[Line]) -> Answer:
    waste = (*proposal.furniture, *(repeat.lines for repeat in proposal.repeats))
    return articles_told(proposal.articles, (n for numbers in waste for n in numbers), lines)


def articles_told(articles: Iterable[Sequence[Segment]], waste: Iterable[int], lines: Sequence[Line]) -> Answer:
    """Each article under the title that its headline lines give it."""
    by_number = {line.number: line for line in lines}

    def title(segments: Sequence[Segment]) -> str | None:
        return headline([by_number[n] for s in segments if s.role is Role.HEADLINE for n in s.lines]) or None

    found = (Told(title(a), tuple((s.role.value, s.lines) for s in a)) for a in articles)
    return Answer(tuple(found), frozenset(waste), weights=weights(lines))


def weights(lines: Iterable[Line]) -> dict[int, int]:
    """Characters of every line that is not blank, by number."""
    return {line.number: characters(line.text) for line in lines if line.text.strip()}
