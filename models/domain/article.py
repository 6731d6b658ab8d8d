"""An article: an ordered list of blocks that may lie anywhere on the page, with its labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.domain.label import Field, Label, Origin, Verdict
from models.domain.role import Role


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one role, by number, in reading order; the thing an editor moves."""

    id: int
    role: Role
    lines: tuple[int, ...]
    repeats: tuple[int, ...] = ()
    """For a DUPLICATE: the lines it says again."""


@dataclass(frozen=True, slots=True)
class Article:
    id: int
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...] = ()
    tagged: str | None = None
    """`fingerprint` of what the tagger saw last; None when it has not seen the article."""

    @property
    def lines(self) -> tuple[int, ...]:
        """Line numbers in reading order."""
        return tuple(number for block in self.blocks for number in block.lines)

    @property
    def follows(self) -> frozenset[tuple[int | None, int]]:
        """All (left, right) pairs of lines: right directly follows left, or starts the article when left is None."""
        return frozenset(zip((None, *self.lines), self.lines, strict=False))

    def with_roles(self, roles: Iterable[Role]) -> Iterator[Block]:
        wanted = frozenset(roles)
        return (block for block in self.blocks if block.role in wanted)

    def current(self, field: Field) -> tuple[Label, ...]:
        """The labels that hold now for `field`, best first: the editor's, then the engine's unless rejected."""
        alive = [label for label in self.labels if label.field is field and label.verdict is not Verdict.REJECTED]
        return tuple(sorted(alive, key=_precedence))

    def value(self, field: Field) -> str | None:
        """The one value of a single-valued field, None when nobody has said any."""
        labels = self.current(field)
        return labels[0].value if labels else None

    def values(self, field: Field) -> tuple[str, ...]:
        return tuple(label.value for label in self.current(field))


AS_READ: Mapping[int, str] = MappingProxyType({})
"""No line was corrected."""


def fingerprint(article: Article, corrected: Mapping[int, str] = AS_READ) -> str:
    """Tells two states of an article apart when their lines, roles, order or corrected texts (`Page.corrected`) differ."""
    said = ";".join(f"{block.role}:{','.join(map(str, block.lines))}" for block in article.blocks)
    texts = "".join(f"\n{number} {corrected[number]}" for number in article.lines if number in corrected)
    return hashlib.sha256((said + texts).encode()).hexdigest()[:16]


def needs_tagging(article: Article, corrected: Mapping[int, str] = AS_READ) -> bool:
    return article.tagged != fingerprint(article, corrected)


def _precedence(label: Label) -> tuple[bool, bool, float]:
    return label.origin is not Origin.EDITOR, label.verdict is not Verdict.ACCEPTED, -label.confidence
