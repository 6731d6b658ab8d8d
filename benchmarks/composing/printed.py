"""A composed page set in columns, as a PDF's text layer holds it: lines with outlines, frames in the order of painting."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.composing.page import HEADINGS, Composed
from benchmarks.composing.pieces import Piece, furniture
from benchmarks.composing.rows import rows_of
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.text import text_width

GLYPH = 0.0105
"""Width of a text character in parts of the page's width."""
TALL = 0.0068
"""Its height in parts of the page's height, before the page is scaled to what stands on it."""
LEADING = 1.4


@dataclass
class Set:
    """One printed line, with the piece it is of."""

    piece: Piece
    text: str
    x: float
    y: float
    size: float


def set_page(page: Composed, rng: random.Random) -> list[Line]:
    """Set all articles in blocks side by side, paint them frame by frame, and number the lines of each piece."""
    frames = _head(page, rng)
    x, y = 0.0, 6 * TALL
    deepest = y
    gap = rng.choice((0.8, 1.2, 2.0, 4.0)) * TALL
    narrow: tuple[float, float] | None = None
    last_width = 0
    for article in page.articles:
        if not article:
            continue
        width = rng.choice((16, 18, 20, 24))
        columns = 1 if sum(len(p.text) for p in article) < 12 * width else rng.choice((1, 2, 2, 3))
        if narrow and columns == 1 and rng.random() < 0.5:
            found, bottom = _set_article(article, rng, narrow[0], narrow[1] + gap, last_width, 1)
            frames.extend(_painted(found, rng))
            deepest, narrow = max(deepest, bottom), (narrow[0], bottom)
            continue
        if x + columns * (width + 2) * GLYPH > 1.02:
            x, y = 0.0, deepest + gap
        found, bottom = _set_article(article, rng, x, y, width, columns)
        narrow, last_width = ((x, bottom), width) if columns == 1 else (None, width)
        frames.extend(_painted(found, rng))
        deepest = max(deepest, bottom)
        x += columns * (width + 2) * GLYPH + 0.01
    if rng.random() < 0.7:
        frames = _stirred(frames, rng)
    return _numbered([line for frame in frames for line in frame], deepest)


def _head(page: Composed, rng: random.Random) -> list[list[Set]]:
    """Folio, date, name of the page and editors at its head, as furniture; two pages of three."""
    if rng.random() < 0.33:
        return []
    texts = [f"20{rng.randint(10, 25)}.{rng.randint(1, 12)}.{rng.randint(1, 28)} 星期{rng.choice('一二三四五六日')}"]
    texts += [str(rng.randint(2, 16)), rng.choice(("综合新闻", "要闻", "民生", "文化周刊", "经济")), furniture(rng), "XINWEN"]
    frame, x = [], 0.0
    for text in rng.sample(texts, rng.randint(2, len(texts))):
        size = rng.choice((2.5, 3.0)) if len(text) < 5 else rng.choice((1.0, 1.2))
        piece = Piece("furniture", text, -2)
        page.furniture.append(piece)
        page.source.append(piece)
        frame.append(Set(piece, text, x, 0.0, size))
        x += text_width(text) * GLYPH * size + 0.03
    return [frame]


def _set_article(
    article: list[Piece], rng: random.Random, x: float, y: float, width: int, columns: int
) -> tuple[list[list[Set]], float]:
    """The article's frames (heading, then columns) and where its block ends."""
    head = [p for p in article if p.role in HEADINGS]
    rest = [p for p in article if p not in head]
    frames: list[list[Set]] = [[]]
    for piece in head:
        size = {"headline": rng.choice((2.2, 2.6, 3.0)), "section_label": 1.6}.get(piece.role, rng.choice((1.3, 1.6)))
        room = max(6, int(columns * (width + 2) / size))
        for row in [piece.text[i : i + room] for i in range(0, len(piece.text), room)]:
            frames[0].append(Set(piece, row, x, y, size))
            y += TALL * size * 1.25
    rows = [(piece, row, shift) for piece in rest for row, shift in rows_of(piece.text, piece.role, width)]
    deep = -(-len(rows) // columns)
    for column in range(columns):
        part = rows[column * deep : (column + 1) * deep]
        left = x + column * (width + 2) * GLYPH
        frames.append(
            [Set(p, row, left + shift * GLYPH, y + TALL * LEADING * (i + 1), 1.0) for i, (p, row, shift) in enumerate(part)]
        )
    return [frame for frame in frames if frame], y + TALL * LEADING * (deep + 1)


def _painted(frames: list[list[Set]], rng: random.Random) -> list[list[Set]]:
    """A layout program often paints the heading last, sometimes a column out of turn."""
    order = frames[:]
    if len(order) > 1 and rng.random() < 0.4:
        order.append(order.pop(0))
    if len(order) > 2 and rng.random() < 0.25:
        order.insert(rng.randrange(len(order)), order.pop(rng.randrange(len(order))))
    return order


def _stirred(frames: list[list[Set]], rng: random.Random) -> list[list[Set]]:
    """Some frames are painted at another time than their neighbours."""
    order = frames[:]
    for _ in range(rng.randint(0, max(1, len(order) // 5))):
        order.insert(rng.randrange(len(order)), order.pop(rng.randrange(len(order))))
    return order


def _numbered(painted: list[Set], deepest: float) -> list[Line]:
    lines = []
    for number, line in enumerate(painted, start=1):
        high = TALL * line.size / deepest
        width = text_width(line.text) * GLYPH * line.size
        outline = Rect(line.x, line.y / deepest, line.x + width, line.y / deepest + high)
        line.piece.lines.append(number)
        lines.append(Line(number, line.text, outline, high))
    return lines
