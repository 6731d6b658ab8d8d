"""How each line of a page stands: in which article and block, and where reading jumps; knows nothing of drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from models.domain.article import Article, Block
from models.domain.joint import Joint
from models.domain.page import Page, doubtful, follows
from models.domain.role import LOOSE_ROLES, Role


class Standing(Enum):
    ARTICLE = auto()
    FURNITURE = auto()
    DUPLICATE = auto()
    UNPLACED = auto()
    """Belongs to nothing: the editor has to say where it goes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one article that are read one after the other and stand so in the source."""

    ordinal: int
    """1-based place among the article's stretches."""
    of: int
    """How many stretches the article has."""
    lines: tuple[int, ...]
    comes_from: int | None
    """The line read before, which stands elsewhere; None for the article's first stretch."""


@dataclass(frozen=True, slots=True)
class Place:
    """How one line stands on its page."""

    standing: Standing
    block: Block
    article: int | None = None
    """Id."""
    position: int = 0
    """0-based place of the article in the page's reading order; 0 for loose lines."""
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """All lines of one page, by number."""

    page: Page
    source_order: tuple[int, ...]
    reading_order: tuple[int, ...]
    places: dict[int, Place]
    stretches: dict[int, tuple[Stretch, ...]]
    """By article id, in reading order."""
    doubts: dict[int, Joint]
    """Doubtful joints, by the line they are at."""
    joints: dict[int, Joint]
    """All that hold, doubtful or not, by the line they are at."""

    def in_reading_order(self, lines: Iterable[int]) -> tuple[int, ...]:
        wanted = frozenset(lines)
        return tuple(number for number in self.reading_order if number in wanted)

    def first_line(self, article: int) -> int | None:
        return self.stretches[article][0].lines[0] if article in self.stretches else None


def placement_of(page: Page) -> Placement:
    source_order = tuple(line.number for line in page.lines)
    indexes = {number: index for index, number in enumerate(source_order)}
    places: dict[int, Place] = {}
    stretches: dict[int, tuple[Stretch, ...]] = {}
    for position, article in enumerate(page.articles):
        stretches[article.id] = tuple(_stretches(article, indexes))
        places |= _article_places(article, position, stretches[article.id])
    for block in page.loose:
        place = Place(_loose_standing(block), block)
        places |= dict.fromkeys(block.lines, place)
    doubts = {joint.claim.right: joint for joint in doubtful(page)}
    now = follows(page)
    joints = {joint.claim.right: joint for joint in page.joints if (joint.claim.left, joint.claim.right) in now}
    return Placement(page, source_order, tuple(places), places, stretches, doubts, joints)


def _stretches(article: Article, indexes: dict[int, int]) -> Iterator[Stretch]:
    runs: list[list[int]] = []
    for number in article.lines:
        if runs and indexes[number] == indexes[runs[-1][-1]] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for i, run in enumerate(runs):
        yield Stretch(i + 1, len(runs), tuple(run), runs[i - 1][-1] if i else None)


def _article_places(article: Article, position: int, stretches: tuple[Stretch, ...]) -> dict[int, Place]:
    stretch_of = {number: stretch for stretch in stretches for number in stretch.lines}
    return {
        number: Place(Standing.ARTICLE, block, article.id, position, stretch_of[number])
        for block in article.blocks
        for number in block.lines
    }


def _loose_standing(block: Block) -> Standing:
    if block.role not in LOOSE_ROLES:
        return Standing.UNPLACED
    return Standing.DUPLICATE if block.role is Role.DUPLICATE else Standing.FURNITURE
