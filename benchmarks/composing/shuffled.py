"""The sample pages, and the same in other orders: what stands together in the source stays together, elsewhere on the page."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from models.domain.role import Role
from models.learning.lesson import Lesson
from models.reading.reader import read
from models.resources import SEEDS
from models.scoring.answer import load_answer

_LEFT_OUT = 0.15
"""Share of a page's articles that a variation lacks."""


def sample_lessons(truth: Path, without: Collection[str] = ()) -> list[Lesson]:
    """The sample dumps with what `truth` knows of them, but for those whose names begin as one of `without`."""
    pages = (path for path in sorted(SEEDS.glob("*.txt")) if not path.stem.startswith(tuple(without)))
    return [_lesson(path, truth / f"{path.stem}.json") for path in pages]


def _lesson(page: Path, truth: Path) -> Lesson:
    (reading,), known = read(page), load_answer(truth)
    there = {line.number for line in reading.lines}
    roles = {number: Role(role) for article in known.articles for role, lines in article.segments for number in lines}
    roles |= dict.fromkeys(known.waste, Role.FURNITURE)
    articles = tuple(tuple(number for number in article.lines if number in there) for article in known.articles)
    return Lesson(reading, {number: role for number, role in roles.items() if number in there}, articles)


def variations(lessons: Sequence[Lesson], count: int, seed: int) -> Iterator[Lesson]:
    """Each of `lessons` as it is, and `count` variations of it."""
    rng = random.Random(seed)
    for lesson in lessons:
        yield lesson
        for _ in range(count):
            yield shuffled(lesson, rng)


def shuffled(lesson: Lesson, rng: random.Random) -> Lesson:
    """`lesson` without some of its articles, its stretches of one article each in another order."""
    owner = {number: i for i, lines in enumerate(lesson.articles) for number in lines}
    kept = [i for i in range(len(lesson.articles)) if rng.random() >= _LEFT_OUT] or [0]
    stretches = [
        [line.number for line in lines]
        for article, lines in groupby(lesson.reading.lines, key=lambda line: owner.get(line.number))
        if article is None or article in kept
    ]
    rng.shuffle(stretches)
    return _ordered(lesson, [number for stretch in stretches for number in stretch], kept)


def _ordered(lesson: Lesson, order: Sequence[int], kept: Sequence[int]) -> Lesson:
    """`lesson` with its lines in the `order` of their numbers, numbered anew."""
    place = {number: i for i, number in enumerate(order, start=1)}
    by_number = {line.number: line for line in lesson.reading.lines}
    lines = tuple(replace(by_number[number], number=place[number]) for number in order)
    roles = {place[number]: role for number, role in lesson.roles.items() if number in place}
    articles = tuple(tuple(place[number] for number in lesson.articles[i]) for i in kept)
    return Lesson(replace(lesson.reading, lines=lines), roles, articles)
