"""What a segmenter proposes for a page: pure lines and roles, no identities."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.joint import Claim
from models.domain.role import Role


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of one role, by number, in reading order."""

    role: Role
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Lines that say again what the lines `of` say."""

    lines: tuple[int, ...]
    of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Every line of the page in exactly one segment of one article, or in furniture, repeats or unplaced."""

    articles: tuple[tuple[Segment, ...], ...]
    furniture: tuple[tuple[int, ...], ...] = ()
    repeats: tuple[Repeat, ...] = ()
    unplaced: tuple[tuple[int, ...], ...] = ()
    claims: tuple[Claim, ...] = ()
