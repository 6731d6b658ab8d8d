"""Photographs in an article: over whole columns or half into one, with their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import broken, text_ems
from tests.typeset.sheet import Box

if TYPE_CHECKING:
    from tests.typeset.article import Setting

_LEAST = 7
"""Rows of the smallest photograph."""


def place_photo(board: Board, setting: Setting) -> None:
    """Put one into the columns where room is, with the story's caption; none where it would leave too little text."""
    rng, columns = board.rng, setting.columns
    span = rng.randint(1, max(1, len(columns) - 1)) if len(columns) > 1 else 1
    start = rng.randint(0, len(columns) - span)
    x0, x1 = columns[start].x0, columns[start + span - 1].x1
    if start + span < len(columns) and rng.random() < board.style.run_round:
        after = columns[start + span]
        x1 = after.x0 + rng.uniform(0.25, 0.45) * (after.x1 - after.x0)
    free = _free(board, setting, x0, x1)
    if free is None:
        return
    first, end = free
    caption = setting.story.captions[0] if setting.story.captions else ""
    texts = broken(caption, (x1 - x0) / (0.95 * board.glyph)) if caption else []
    tall = min(round((x1 - x0) / board.pitch * rng.uniform(0.55, 0.85)), round((end - first) * 0.55))
    deep = tall + len(texts) + bool(texts)
    if tall < _LEAST or deep + 2 > end - first:
        return
    at = rng.choice((first, first, end - deep, first + (end - first - deep) // 2))
    _put(board, setting, Box(x0, board.y(at), x1, board.y(at + tall) - board.pitch + board.glyph), texts, at > first)


def _free(board: Board, setting: Setting, x0: float, x1: float) -> tuple[int, int] | None:
    """The tallest run of rows between `x0` and `x1` in which nothing stands."""
    column = setting.columns[0]
    taken = [box for box in setting.obstacles if box.x0 < x1 and box.x1 > x0]
    best, first = (0, 0), column.first
    for row in range(column.first, column.end + 1):
        y0, y1 = board.y(row), board.y(row) + board.glyph
        if row == column.end or any(box.y0 < y1 and box.y1 > y0 for box in taken):
            if row - first > best[1] - best[0]:
                best = (first, row)
            first = row + 1
    return best if best[1] - best[0] > _LEAST else None


def _put(board: Board, setting: Setting, box: Box, texts: list[str], lower: bool) -> None:
    """With white space round it and its caption."""
    board.photo(box, setting.article)
    size, y = 0.95 * board.glyph, box.y1 + board.pitch - board.glyph
    for i, text in enumerate(texts):
        wide = min(box.width, text_ems(text) * size)
        x1 = box.x1 if i < len(texts) - 1 else box.x0 + wide
        setting.captions.append(Placed(text, Box(box.x0, y, x1, y + size), Face(size, True), Role.CAPTION))
        y += board.pitch
    side = 0.6 * board.glyph
    top = box.y0 - (0.9 * board.pitch if lower else 0.1)
    setting.obstacles.append(Box(box.x0 - side, top, box.x1 + side, y + 0.4 * board.pitch))
