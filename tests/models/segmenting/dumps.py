"""Pages of invented stories as dumps: pieces in the order of the file, written in several ways, and where each went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from models.domain.line import Line, Reading, SourceKind
from models.domain.proposal import Proposal
from models.domain.role import HEADING_ROLES, Role
from models.reading.text_dump import regime, split_lines
from models.segmenting.seam import word_gain
from tests.typeset.breaking import broken, take

WIDTH = 16
"""Characters of a column."""


class Way(StrEnum):
    """How a page is written."""

    COLUMNS = "columns"
    """A line as printed, blank lines between paragraphs."""
    SPREAD = "spread"
    """A line as printed, a blank line after every one."""
    PARAGRAPHS = "paragraphs"
    MARKDOWN = "markdown"


PRINTED = (Way.COLUMNS, Way.SPREAD)
_MARKS = {Role.HEADLINE: "## ", Role.SUBTITLE: "### ", Role.KICKER: "### ", Role.SECTION_LABEL: "### "}


@dataclass(frozen=True, eq=False)
class Piece:
    """A heading, a paragraph, or a part of one.  `rest` goes on in mid-sentence; a `width` other than the page's is its own."""

    role: Role
    text: str
    rest: bool = False
    width: int = 0


@dataclass(frozen=True)
class Story:
    heading: tuple[Piece, ...]
    body: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return (*self.heading, *self.body)


@dataclass(frozen=True)
class Dump:
    reading: Reading
    numbers: Mapping[Piece, tuple[int, ...]] = field(default_factory=dict)

    def lines(self, pieces: Iterable[Piece]) -> frozenset[int]:
        return frozenset(self.order(pieces))

    def order(self, pieces: Iterable[Piece]) -> tuple[int, ...]:
        return tuple(n for piece in pieces for n in self.numbers[piece])

    def articles(self, *articles: Iterable[Piece]) -> set[frozenset[int]]:
        return {self.lines(article) for article in articles}


def dump(pieces: Iterable[Piece], way: Way) -> Dump:
    """The page of `pieces` in this order."""
    out: list[str] = []
    numbers: dict[Piece, tuple[int, ...]] = {}
    for piece in pieces:
        first = len(out) + 1
        for row in _rows(piece, way):
            out += [row, ""] if way is Way.SPREAD else [row]
        numbers[piece] = tuple(n for n in range(first, len(out) + 1) if out[n - 1])
        if way is not Way.SPREAD:
            out.append("")
    lines: tuple[Line, ...] = tuple(split_lines("\n".join(out)))
    return Dump(Reading(lines, SourceKind.DUMP, regime(lines)), numbers)


def _rows(piece: Piece, way: Way) -> list[str]:
    if way is Way.MARKDOWN:
        return [f"**{piece.text}**" if piece.role is Role.CROSSHEAD else _MARKS.get(piece.role, "") + piece.text]
    if way is Way.PARAGRAPHS or piece.role in (*HEADING_ROLES, Role.CROSSHEAD, Role.BYLINE, Role.SIGNATURE, Role.FURNITURE):
        return [piece.text]
    width = piece.width or WIDTH
    first = 0 if piece.rest else take(piece.text, 0, width - 2)
    return [*([piece.text[:first]] if first else []), *broken(piece.text[first:], width)]


def cut(piece: Piece, at_word: bool = False) -> tuple[Piece, Piece]:
    """Two parts of a paragraph, cut at the end of a line in mid-sentence: inside a word, or `at_word` between two."""
    ends = [take(piece.text, 0, WIDTH - 2)]
    while ends[-1] < len(piece.text):
        ends.append(take(piece.text, ends[-1], WIDTH))
    inside = [end for end in ends[1:-1] if piece.text[end - 1] not in "。！？”，：；、" and piece.text[end] not in "“《"]
    middle = len(piece.text) / 2
    worth = {end: word_gain(piece.text[:end], piece.text[end:]) for end in inside}
    at = min(inside, key=lambda end: ((worth[end] > 0.2) is at_word, abs(end - middle)))
    return Piece(piece.role, piece.text[:at]), Piece(piece.role, piece.text[at:], rest=True)


def cut_story(story: Story, at_word: bool = False) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The body in two halves, cut inside its second paragraph, or a later one that has a line's end inside a word."""
    for i, paragraph in enumerate(story.body[1:], start=1):
        left, right = cut(paragraph, at_word)
        if at_word or word_gain(left.text, right.text) > 0.2:
            return (*story.body[:i], left), (right, *story.body[i + 1 :])
    raise ValueError("no line ends inside a word")


def found(proposal: Proposal) -> set[frozenset[int]]:
    return {frozenset(lines) for lines in orders(proposal)}


def orders(proposal: Proposal) -> list[tuple[int, ...]]:
    return [tuple(n for segment in article for n in segment.lines) for article in proposal.articles]


def roles(proposal: Proposal) -> dict[int, Role]:
    return {n: segment.role for article in proposal.articles for segment in article for n in segment.lines}


def page_own(proposal: Proposal) -> set[int]:
    return {n for group in proposal.furniture for n in group}


def stories(name: str) -> list[Story]:
    """A set of those in the text beside this module."""
    text = Path(__file__).with_name("stories.txt").read_text(encoding="utf-8")
    block = text.split(f"[{name}]\n")[1].split("\n[")[0]
    return [_story(told.splitlines()) for told in block.strip().split("\n\n")]


_SIGNS = {"# ": Role.HEADLINE, "= ": Role.SUBTITLE, "@": Role.BYLINE, "图：": Role.CAPTION}


def _story(rows: Sequence[str]) -> Story:
    pieces = [_piece(row) for row in rows]
    heads = sum(piece.role is not Role.BODY for piece in pieces)
    return Story(tuple(pieces[:heads]), tuple(pieces[heads:]))


def _piece(row: str) -> Piece:
    for sign, role in _SIGNS.items():
        if row.startswith(sign):
            return Piece(role, row.removeprefix(sign))
    return Piece(Role.BODY, row)
