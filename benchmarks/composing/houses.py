"""Newspapers that no shipped weight was fitted on: each has an order, columns, marks and names of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from benchmarks.composing.corpus import Story
from benchmarks.composing.page import Style, compose
from benchmarks.composing.piece import HEADINGS, TEXTS, Piece
from benchmarks.composing.rows import broken
from models.domain.line import Reading, SourceKind
from models.domain.role import Role
from models.learning.lesson import Lesson
from models.reading.text_dump import regime, split_lines


@dataclass(frozen=True)
class House:
    """How one newspaper's pages are dumped, and what its desk makes of them."""

    style: Style
    marks: dict[str, Callable[[str], str]]
    """What stands round the text of a piece of each role."""
    column: int = 0
    """Characters; 0 for one line a paragraph, a blank line between."""
    headings_after: bool = False
    leads: bool = False
    """Whether the first of several paragraphs is called a lead, always or never."""


HOUSES = {
    "narrow columns, headings after their texts in 【】, no leads": House(
        Style(wrapped=True, labels=0.25, notices=0.15, furniture=0.4),
        {
            "headline": "【{}】".format,
            "kicker": "〖{}〗".format,
            "subtitle": lambda text: f"（{text.removeprefix('——')}）",
            "byline": lambda text: f"◎{text.removeprefix('□ ')}",
            "section_label": "『{}』".format,
        },
        column=9,
        headings_after=True,
    ),
    "paragraphs, headings told by slashes, bylines by @, always leads": House(
        Style(wrapped=False, interrupted=0.2, labels=0.25, notices=0.15, furniture=0.4),
        {"headline": "/// {}".format, "kicker": "/ {}".format, "subtitle": "// {}".format, "byline": "@{}".format},
        leads=True,
    ),
}


def house_lessons(pages: list[list[Story]], count: int, seed: int, house: House) -> Iterator[Lesson]:
    """`count` pages of one newspaper; the same for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        page = compose(rng.choice(pages), rng, house.style)
        for article in page.articles:
            _lead(article, house)
        yield _written(_ordered(page.source, house), page.articles, house)


def _ordered(source: list[Piece], house: House) -> list[Piece]:
    """With the heading of each stretch of an article under its text, where the house has it there."""
    found: list[Piece] = []
    for _, stretch in groupby(source, key=lambda piece: piece.article):
        run = list(stretch)
        head = list(takewhile(lambda piece: piece.role in (*HEADINGS, "byline"), run))
        found += [*run[len(head) :], *head] if house.headings_after else run
    return found


def _lead(article: list[Piece], house: House) -> None:
    texts = [piece for piece in article if piece.role in TEXTS]
    paragraph = list(takewhile(lambda piece: piece is texts[0] or piece.continues, texts))
    for piece in texts:
        piece.role = "lead" if house.leads and len(paragraph) < len(texts) and piece in paragraph else "body"


def _written(source: list[Piece], articles: list[list[Piece]], house: House) -> Lesson:
    out: list[str] = []
    roles: dict[int, Role] = {}
    for piece in source:
        for row in _rows(piece, house):
            out.append(row)
            piece.lines.append(len(out))
            roles[len(out)] = Role(piece.role)
        if not house.column:
            out.append("")
    lines = tuple(split_lines("\n".join(out) + "\n"))
    told = tuple(tuple(n for piece in _captions_last(article) for n in piece.lines) for article in articles)
    return Lesson(Reading(lines, SourceKind.DUMP, regime(lines)), roles, told)


def _rows(piece: Piece, house: House) -> list[str]:
    text = house.marks.get(piece.role, str)(piece.text)
    if not house.column or piece.role in (*HEADINGS, "crosshead", "byline"):
        return [text]
    return broken(text, house.column, house.column - (0 if piece.continues else 2))


def _captions_last(article: list[Piece]) -> list[Piece]:
    """A caption in the middle of a text, with its photographer, is told after it."""
    at = next((i for i, piece in enumerate(article) if piece.role == "caption" and i), len(article))
    tail = 2 if article[at + 1 : at + 2] and article[at + 1].role == "byline" else 1
    return [*article[:at], *article[at + tail :], *article[at : at + tail]]
