"""Headings: kicker, headline and subtitle one under the other, or upright beside the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import balanced, broken, text_ems
from tests.typeset.sheet import BLACK, WHITE, Box, Ink
from tests.typeset.story import Signed, Story

UPRIGHT_QUOTES = str.maketrans("“”‘’", "『』「」")


@dataclass(frozen=True, slots=True)
class _Row:
    role: Role
    text: str
    face: Face
    above: float
    """White space over it, in points."""
    align: str
    x: float = 0.0
    stretched: bool = False
    """As wide as the heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    rows: tuple[_Row, ...]
    width: float
    reversed_label: bool = False
    banner: bool = False
    """The headline is white on a dark ground."""

    @property
    def height(self) -> float:
        return sum(row.above + row.face.size for row in self.rows)

    def placed(self, board: Board, x0: float, y: float) -> list[Placed]:
        """Its lines with their upper left corner at (`x0`, `y`); a label's ground goes onto the sheet at once."""
        found = []
        for row in self.rows:
            y += row.above
            wide = min(self.width - row.x, text_ems(row.text) * row.face.size)
            spare = self.width - wide
            x = x0 + (spare / 2 if row.align == "centre" else row.x)
            x1 = x0 + self.width if row.stretched else x + wide
            box = Box(x, y, x1, y + row.face.size)
            if row.role is Role.SECTION_LABEL:
                _decorate(board, box, reverse=self.reversed_label)
            if row.role is Role.HEADLINE and self.banner:
                board.frame(
                    Box(x0, y - 0.1 * row.face.size, x0 + self.width, box.y1 + 0.11 * row.face.size), 0.0, board.style.accent
                )
            found.append(Placed(row.text, box, row.face, row.role))
            y += row.face.size
        return found


def _decorate(board: Board, box: Box, *, reverse: bool) -> None:
    ground = box.grown(0.5 * board.glyph, 0.22 * box.height)
    if reverse:
        board.frame(ground, 0.0, board.style.accent)
    else:
        board.level_rule(box.x0, box.x1, ground.y1, 0.8, board.style.accent)


def heading(board: Board, story: Story, width: float, span: int, tall: float) -> Heading:
    """All that stands over the text of `story`, `width` points wide, over `span` columns, at most about `tall`."""
    shorter = [story, replace(story, lead=""), replace(story, lead="", subtitle="")]
    bare = replace(shorter[-1], kicker="", label="")
    found = Heading((), width)
    for said, scale in (*((each, 1.0) for each in shorter), (bare, 1.0), (bare, 0.7), (bare, 0.5), (bare, 0.35)):
        found = _heading(board, said, width, span, scale)
        if found.height <= tall:
            break
    return found


def _heading(board: Board, story: Story, width: float, span: int, scale: float) -> Heading:
    rng, glyph = board.rng, board.glyph
    align = rng.choice(("left", "centre")) if span < 3 else rng.choice(("centre", "centre", "left"))
    reverse = rng.random() < 0.7
    rows: list[_Row] = []
    if story.label:
        ink = WHITE if reverse else board.style.accent
        size = min(rng.uniform(1.2, 1.8) * glyph, (width - 1.2 * glyph) / text_ems(story.label))
        rows.append(_Row(Role.SECTION_LABEL, story.label, Face(size, True, ink), 0.35 * size, align, 0.5 * glyph))
    rows += _lines(board, Role.KICKER, story.kicker, width, span, align)
    banner = rng.random() < board.style.reversed_heads
    rows += _headline(board, story.headline, width, span * scale, align, WHITE if banner else None)
    rows += _lines(board, Role.SUBTITLE, story.subtitle, width, span, align)
    if story.byline and story.signed is Signed.ACROSS:
        rows.append(_Row(Role.BYLINE, story.byline, Face(glyph, True), 0.8 * glyph, "centre"))
    rows += _lead(board, story.lead, width)
    if rows:
        rows[0] = replace(rows[0], above=rows[0].above if rows[0].role is Role.SECTION_LABEL else 0.2 * glyph)
    return Heading(tuple(rows), width, reverse, banner)


def _headline(board: Board, text: str, width: float, span: float, align: str, ink: Ink | None) -> list[_Row]:
    if not text:
        return []
    rng, glyph = board.rng, board.glyph
    least, most = min(2.0, 1.5 * span) * glyph + 0.3 * span * glyph, min(7.5, 2.1 + rng.uniform(0.6, 1.1) * span) * glyph
    lines, size = _fitted(text, width, least, most)
    face = Face(size, rng.random() < 0.75, ink or (board.style.accent if rng.random() < 0.04 else BLACK))
    rows = [_Row(Role.HEADLINE, line, face, 0.22 * size, align) for line in lines]
    return [replace(rows[0], above=0.9 * glyph), *rows[1:]]


def _fitted(text: str, width: float, least: float, most: float) -> tuple[list[str], float]:
    """The fewest lines in which `text` is set in at least `least` points."""
    lines, size = [text], 0.0
    for count in (1, 2, 3, 4):
        lines = balanced(text, count)
        size = min(most, width / (max(map(text_ems, lines)) + 0.1))
        if size >= least:
            break
    return lines, size


def _lines(board: Board, role: Role, text: str, width: float, span: int, align: str) -> list[_Row]:
    """A kicker or subtitle."""
    if not text:
        return []
    size = min(2.4, board.rng.uniform(1.15, 1.4) + 0.15 * span) * board.glyph
    count = -int(-text_ems(text) * size // width)
    lines = balanced(text, count) if count > 1 else [text]
    size = min(size, width / (max(map(text_ems, lines)) + 0.1))
    rows = [_Row(role, line, Face(size), 0.3 * size, align) for line in lines]
    return [replace(rows[0], above=0.9 * board.glyph), *rows[1:]]


def _lead(board: Board, text: str, width: float) -> list[_Row]:
    """Justified over the whole heading, a little larger than the text."""
    if not text:
        return []
    size = board.rng.choice((1.0, 1.1, 1.2)) * board.glyph
    texts = broken("　　" + text, width / size)
    gap = board.pitch - board.glyph
    rows = [
        _Row(Role.LEAD, line.strip("　"), Face(size, True), gap, "left", 0.0 if i else 2 * size, i < len(texts) - 1)
        for i, line in enumerate(texts)
    ]
    return [replace(rows[0], above=1.2 * board.glyph), *rows[1:]]


def can_stand_upright(story: Story) -> bool:
    return bool(story.headline) and not any(
        char.isascii() and char != " " for char in story.headline + story.subtitle + story.kicker
    )


def upright(board: Board, story: Story, ground: Box, *, right: bool) -> tuple[list[Placed], Box]:
    """Headline and subtitle set downwards, each further line left of the last, and what they take of `ground`.

    They stand at its right edge with `right`, else at its left, and take no more than a half.
    """
    x, y0, y1 = ground.x1 if right else ground.x0, ground.y0, ground.y1
    tall, glyph = y1 - y0, board.glyph
    parts = [(Role.KICKER, story.kicker, 1.5), (Role.HEADLINE, story.headline, 4.2), (Role.SUBTITLE, story.subtitle, 1.6)]
    columns: list[tuple[Role, str, float]] = []
    for role, text, most in parts:
        if text:
            lines, size = _fitted(text.translate(UPRIGHT_QUOTES), tall * 0.95, 2.0 * glyph if most > 4 else glyph, most * glyph)
            columns += [(role, line.replace(" ", "　"), size) for line in lines]
    wide = sum(size * 1.35 for _, _, size in columns)
    if wide > 0.5 * ground.width:
        columns = [(role, text, size * 0.5 * ground.width / wide) for role, text, size in columns]
        wide = 0.5 * ground.width
    edge = x if right else x + wide
    placed = []
    for role, text, size in columns:
        edge -= size * 1.15
        deep = min(tall, len(text) * size * 1.04)
        top = y0 + (tall - deep) * (0.5 if role is Role.HEADLINE else 0.6)
        bold = role is Role.HEADLINE
        placed.append(Placed(text, Box(edge, top, edge + size, top + deep), Face(size, bold), role, vertical=True))
        edge -= size * 0.2
    return placed, Box(x - wide if right else x, y0, x if right else x + wide, y1)
