"""导读 of one story: its label and headline on a tinted ground, and the page where it stands."""

from __future__ import annotations

from dataclasses import replace

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import broken, text_ems
from tests.typeset.headings import heading
from tests.typeset.plan import Plot
from tests.typeset.sheet import Box
from tests.typeset.story import Story

_PAD = 1.0
"""Characters."""


def set_teaser(board: Board, story: Story, plot: Plot) -> int:
    """The row where it ends."""
    article = board.open_article(story, boxed=True)
    pad = _PAD * board.glyph
    x0, x1, y = plot.x0 + pad, plot.x1 - pad, board.y(plot.first) + pad
    lines = []
    if story.label:
        size = 1.2 * board.glyph
        text = f"【{story.label}】"
        lines.append(Placed(text, Box(x0, y, x0 + text_ems(text) * size, y + size), Face(size, True), Role.SECTION_LABEL))
        y += 1.4 * size
    room = board.y(plot.end) - y - 3 * board.pitch
    lines += heading(board, replace(story, label=""), x1 - x0, plot.columns, room).placed(board, x0, y)
    y = max(line.box.y1 for line in lines) + board.glyph
    for text in broken(story.paragraphs[0], (x1 - x0) / board.glyph)[:1] if story.paragraphs else ():
        lines.append(Placed(text, Box(x1 - text_ems(text) * board.glyph, y, x1, y + board.glyph), Face(board.glyph), Role.BODY))
    board.enter(article, lines)
    end = board.end_row(line.box for line in lines) + 1
    bottom = board.y(end) - board.pitch + board.glyph
    board.frame(Box(plot.x0, board.y(plot.first), plot.x1, bottom), 0.0, (0.95, 0.93, 0.88))
    return end
