"""今日导读: what stands on the other pages, on a tinted ground; it belongs to the page."""

from __future__ import annotations

from tests.typeset.board import Board
from tests.typeset.breaking import text_ems
from tests.typeset.furniture import put
from tests.typeset.plan import Plot
from tests.typeset.sheet import Box

ROWS = 9
_TEASERS = (
    *("老城墙下添了一座书屋", "山货坐上了早班车", "河道清淤提前收尾", "一堂课请来三位老匠人", "夜市里的修鞋摊"),
    *("渡口停航以后", "新米上市价格平稳", "盲道为何拐了弯", "三代人守一盏灯", "校车路线重新划定"),
)


def set_index(board: Board, plot: Plot) -> None:
    rng, glyph = board.rng, board.glyph
    box = Box(plot.x0, board.y(plot.first), plot.x1, board.y(plot.end) - board.pitch + glyph)
    board.frame(box, 0.4, (0.94, 0.94, 0.92))
    put(board, rng.choice(("今日导读", "导读", "要闻导读")), box.x0 + glyph, box.y0 + 0.8 * glyph, 1.4 * glyph, bold=True)
    pages, texts = sorted(rng.sample(range(2, 13), 6)), rng.sample(_TEASERS, 6)
    wide = box.width / 2 if box.width > 30 * glyph else box.width
    for i, (page, text) in enumerate(zip(pages, texts, strict=True)):
        across, down = (i % 2, i // 2) if wide < box.width else (0, i)
        x0, y = box.x0 + across * wide + glyph, box.y0 + (3.3 + 1.9 * down) * glyph
        if y + 1.2 * glyph > box.y1:
            break
        number = f"{page}版"
        put(board, text[: int(wide / glyph - 6)], x0, y, glyph)
        put(board, number, box.x0 + (across + 1) * wide - (1 + text_ems(number)) * glyph, y, glyph)
