"""What a click, a range or a drop on lines means for the selection and the articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.page_canvas.placement import Placement
from models.domain.photo import Photo


@dataclass(frozen=True, slots=True)
class Choice:
    """What shall be selected: lines in reading order, the article they are looked at in, and the line with the cursor."""

    article: int | None
    lines: tuple[int, ...]
    line: int | None = None
    """None for the first of `lines`."""
    photo: int | None = None
    """Id of the photo that is selected in place of lines."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where dragged lines would go: into `article` before its line `before`, None for its end."""

    article: int
    before: int | None
    at: int
    """The line the pointer is over."""
    below: bool
    """Whether the lines would stand after `at`, not before it."""


def block_choice(placement: Placement, line: int) -> Choice:
    """The block of `line` and its article, the cursor on `line`."""
    place = placement.places[line]
    return Choice(place.article, place.block.lines, line)


def photo_choice(photo: Photo) -> Choice:
    return Choice(photo.article, (), None, photo.id)


def line_choice(placement: Placement, line: int) -> Choice:
    return Choice(placement.places[line].article, (line,), line)


def lines_choice(placement: Placement, lines: Iterable[int], article: int | None, line: int | None = None) -> Choice:
    """`lines` with the cursor on `line`, looked at in `article` when one of them is in it, else in the article of the first."""
    ordered = placement.in_reading_order(lines)
    homes = [placement.places[line].article for line in ordered]
    return Choice(article if article in homes or not homes else homes[0], ordered, line)


def between(order: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """The lines from `start` to `end`, both included, in `order`."""
    first, last = sorted((order.index(start), order.index(end)))
    return tuple(order[first : last + 1])


def drop_at(placement: Placement, dragged: Iterable[int], line: int, below: bool) -> Drop | None:
    """Where `dragged` lines go when let go over `line`; None where nothing would change or there is no article."""
    place, moving = placement.places[line], frozenset(dragged)
    if place.article is None or line in moving:
        return None
    article = placement.page.article(place.article)
    assert article is not None
    index = article.lines.index(line) + below
    before = next((number for number in article.lines[index:] if number not in moving), None)
    drop = Drop(place.article, before, line, below)
    return drop if _changes(article.lines, moving, drop) else None


def _changes(lines: tuple[int, ...], moving: frozenset[int], drop: Drop) -> bool:
    """Whether the drop is more than putting lines of an article back where they are."""
    if not moving <= set(lines):
        return True
    rest = [number for number in lines if number not in moving]
    where = rest.index(drop.before) if drop.before is not None else len(rest)
    moved = [number for number in lines if number in moving]
    return [*rest[:where], *moved, *rest[where:]] != list(lines)
