"""Which lines of a page still want an editor's eye on their words."""

from __future__ import annotations

from models.domain.correction import standing, suggested
from models.domain.line import Line
from models.domain.page import Page
from models.domain.role import LOOSE_ROLES

LOW_CONFIDENCE = 0.85
"""A line that its reader trusts less is worth a look, whichever character it doubts."""


def doubtful_lines(page: Page) -> tuple[int, ...]:
    """Lines to look at, in reading order: with a suggestion that waits, or doubted by their reader and not decided on.

    A doubted line in furniture or a duplicate is not worth the time; a suggestion for it is.
    """
    lines, decided, waiting = page.line_map(), standing(page.corrections), suggested(page.corrections)
    return tuple(
        number
        for block in page.blocks()
        for number in block.lines
        if number in waiting or (block.role not in LOOSE_ROLES and number not in decided and doubted(lines[number]))
    )


def doubted(line: Line) -> bool:
    """Whether its reader was not sure of the line as it read it."""
    return bool(line.unsure) or (line.confidence is not None and line.confidence < LOW_CONFIDENCE)
