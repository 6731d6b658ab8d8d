"""Text set downwards in columns from right to left, as verse and essays sometimes are."""

from __future__ import annotations

from dataclasses import replace

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import broken
from tests.typeset.headings import UPRIGHT_QUOTES, upright
from tests.typeset.plan import Plot
from tests.typeset.sheet import Box
from tests.typeset.story import Story

_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def set_upright(board: Board, story: Story, plot: Plot) -> int:
    """In a frame, headline at the right; what finds no room is left out.  Returns the row where it ends."""
    plot = replace(plot, end=min(plot.end, plot.first + board.rng.randint(16, 26)))
    article = board.open_article(story, boxed=True)
    box = Box(plot.x0, board.y(plot.first), plot.x1, board.y(plot.end) - board.pitch + board.glyph)
    board.frame(box, 0.5)
    inner = box.grown(-board.glyph)
    head, ground = upright(board, replace(story, kicker=""), inner, right=True)
    x = ground.x0 - 1.5 * board.glyph
    placed = []
    for text in _lines(story, inner.height / board.glyph, int((x - inner.x0) / board.pitch)):
        deep = min(inner.height, len(text) * board.glyph)
        top = inner.y0 + 2 * board.glyph * text.startswith("　　")
        shown = text.strip("　")
        line = Box(x - board.glyph, top, x, min(inner.y1, top + max(deep - (top - inner.y0), board.glyph)))
        placed.append(Placed(shown, line, Face(board.glyph), Role.BODY, vertical=True))
        x -= board.pitch
    board.enter(article, [*head, *placed])
    return plot.end


def _lines(story: Story, room: float, count: int) -> list[str]:
    """At most `count`, each paragraph indented by two blanks."""
    found: list[str] = []
    for text in story.paragraphs:
        found += broken("　　" + text.translate(UPRIGHT_QUOTES).translate(_DIGITS).replace(" ", ""), room)
    return found[: max(1, count)]


def suits(story: Story) -> bool:
    """Whether the text holds nothing that can not stand upright, and is whole."""
    return not story.continued_from and not any(char.isascii() and char.isalpha() for text in story.paragraphs for char in text)
