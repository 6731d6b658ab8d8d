"""Which lines of a heading are its kicker, headline and subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.domain.role import Role
from models.domain.text import text_width
from models.segmenting.repair import Clean

_HALVES = re.compile(r"\S\s+\S")
_SAME_HEIGHT = 0.77
"""Lines at least so tall, in parts of the tallest, are of its size: heights are measured badly, kickers are much smaller."""


def heading_roles(lines: Sequence[Clean], usual_gap: int = 0) -> list[Role]:
    """The role of each line of one heading, in source order; at least one is the headline.

    What nothing shows to be less than the headline is part of it; more than `usual_gap` blank lines show another size.
    """
    roles: list[Role | None] = [_by_form(line, i, len(lines)) for i, line in enumerate(lines)]
    left = [i for i, role in enumerate(roles) if role is None] or [0]
    main = _main(lines, left, usual_gap)
    for i in left:
        roles[i] = Role.HEADLINE if i in main else Role.KICKER if i < main[0] else Role.SUBTITLE
    return [role or Role.HEADLINE for role in roles]


def _by_form(line: Clean, i: int, count: int) -> Role | None:
    if count > 1 and i and (line.text.startswith("—") or (line.text.startswith("（") and line.text.endswith("）"))):
        return Role.SUBTITLE
    if i == 0 and count > 1 and line.text.endswith(("：", "—")):
        return Role.KICKER
    return None


def _main(lines: Sequence[Clean], left: Sequence[int], usual_gap: int) -> list[int]:
    """The lines among `left` that are the headline: the tallest, else the highest mark, else those set together."""
    tall = max((lines[i].line.glyph_height or 0.0 for i in left), default=0.0)
    if tall:
        return [i for i in left if (lines[i].line.glyph_height or 0.0) >= tall * _SAME_HEIGHT]
    marks = {i: lines[i].line.marks.heading for i in left if lines[i].line.marks.heading}
    if marks:
        return [i for i in left if marks.get(i) == min(marks.values())]
    return _set_together(lines, left, usual_gap)


def _set_together(lines: Sequence[Clean], left: Sequence[int], usual_gap: int) -> list[int]:
    """Unmarked lines: a wider gap parts the kicker from the headline, and two halves under a shorter line are a subtitle."""
    gap = next((k for k in range(1, len(left)) if lines[left[k]].line.marks.blanks_before > usual_gap), 0)
    block = left[gap:]
    whole = [i for i in block if not _HALVES.search(lines[i].text)]
    widest = max((text_width(lines[i].text) for i in whole), default=0.0)
    below = {i for i in block if whole and i > whole[-1] and text_width(lines[i].text) > widest}
    return [i for i in block if i not in below]
