"""Composed pages as readings with the true role of each line and the true order of each article."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from benchmarks.composing.corpus import Story
from benchmarks.composing.page import compose
from benchmarks.composing.render import Rendered, render
from benchmarks.composing.styles import STYLES
from benchmarks.composing.typeset import WAYS, typeset_page
from models.domain.line import Reading
from models.domain.role import Role
from models.learning.lesson import Lesson
from models.scoring.answer import answer


@dataclass(frozen=True)
class Sample:
    style: str
    page: Rendered

    @property
    def reading(self) -> Reading:
        return self.page.reading

    @property
    def lesson(self) -> Lesson:
        roles = {number: Role(role) for number, role in self.page.roles.items()}
        return Lesson(self.reading, roles, tuple(article.lines for article in answer(self.page.truth).articles))


def samples(pages: list[list[Story]], count: int, seed: int, styles: list[str] | None = None) -> Iterator[Sample]:
    """`count` composed pages, the styles in turn; the same for the same seed."""
    rng = random.Random(seed)
    for _, style in zip(range(count), cycle(styles or list(STYLES)), strict=False):
        yield Sample(style, render(compose(rng.choice(pages), rng, STYLES[style]), rng, STYLES[style]))


def typeset_samples(pages: list[list[Story]], count: int, seed: int, ways: list[str] | None = None) -> Iterator[Sample]:
    """`count` newspaper pages, each set from the stories of two pages of the corpus, the ways of reading in turn."""
    rng = random.Random(seed)
    for _, way in zip(range(count), cycle(ways or WAYS), strict=False):
        stories = [story for page in rng.sample(pages, 2) for story in page]
        yield Sample(way, typeset_page(stories, rng, way))
