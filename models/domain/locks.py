"""What an editor has decided about the lines of a page: an engine that looks at them again leaves it as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.domain.role import Role


@dataclass(frozen=True)
class Locks:
    """Decisions about lines, by their numbers; all of them can hold at once."""

    follows: frozenset[tuple[int | None, int]] = frozenset()
    """(left, right): right directly follows left, or begins an article where left is None."""
    parted: frozenset[tuple[int, int]] = frozenset()
    """(left, right): right does not directly follow left."""
    roles: Mapping[int, Role] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.follows or self.parted or self.roles)

    @cached_property
    def before(self) -> Mapping[int, int | None]:
        """The line that stands before each line for which it is decided; None where that one begins an article."""
        return {right: left for left, right in self.follows}

    @cached_property
    def after(self) -> Mapping[int, int]:
        """The line that stands after each line for which it is decided."""
        return {left: right for left, right in self.follows if left is not None}

    @cached_property
    def in_articles(self) -> frozenset[int]:
        """Lines that an editor has put, or left, in an article."""
        return frozenset(line for pair in self.follows for line in pair if line is not None)

    @cached_property
    def chains(self) -> tuple[tuple[int, ...], ...]:
        """Lines that follow each other, as far as that is decided; one that is only known to begin an article is one too."""
        firsts = [line for line in sorted(self.in_articles) if self.before.get(line) is None]
        return tuple(self._chain(line) for line in firsts)

    def _chain(self, line: int) -> tuple[int, ...]:
        chain = [line]
        while chain[-1] in self.after:
            chain.append(self.after[chain[-1]])
        return tuple(chain)

    def part(self, left: int, right: int) -> bool:
        """Whether `right` can not directly follow `left`."""
        taken = self.after.get(left, right) != right or self.before.get(right, left) != left
        return taken or (left, right) in self.parted


NO_LOCKS = Locks()
"""Nobody has decided anything."""
