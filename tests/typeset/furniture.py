"""What belongs to the page and to no article: masthead, folio line, editors' line, index."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from models.domain.role import Role
from tests.typeset.board import Board, Face, Placed
from tests.typeset.breaking import text_ems
from tests.typeset.sheet import BLACK, Box, Ink

_PAPERS = (
    ("临河日报", "LINHE RIBAO"),
    ("南屏晚报", "NANPING WANBAO"),
    ("青溪时报", "QINGXI SHIBAO"),
    ("新云州", "XIN YUNZHOU"),
    ("海潮教育报", "HAICHAO JIAOYU BAO"),
    ("东岭农民报", "DONGLING NONGMIN BAO"),
)
_SECTIONS = ("要闻", "综合新闻", "民生", "经济", "文化", "教育", "法治", "区县", "社会", "副刊")
_SURNAMES, _GIVEN = "丁卜尤方石任江沈汪庞柯祝倪殷陶", "望川映秋知远若溪怀瑾向晚清和"
_WEEK = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says about itself."""

    paper: str
    latin: str
    day: datetime.date
    folio: str
    section: str

    @property
    def date(self) -> str:
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"

    @property
    def weekday(self) -> str:
        return f"星期{_WEEK[self.day.weekday()]}"


def any_head(rng: random.Random, front: bool) -> Head:
    paper, latin = rng.choice(_PAPERS)
    day = datetime.date(1996, 1, 1) + datetime.timedelta(rng.randrange(10500))
    folio = "1" if front else str(rng.randint(2, 16))
    return Head(paper, latin, day, folio, rng.choice(_SECTIONS))


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, rng.choice((1, 2))))


def put(board: Board, text: str, x: float, y: float, size: float, *, bold: bool = False, ink: Ink = BLACK) -> Box:
    box = Box(x, y, x + text_ems(text) * size, y + size)
    board.enter(None, [Placed(text, box, Face(size, bold, ink), Role.FURNITURE)])
    return box


def masthead(board: Board, head: Head, x0: float, x1: float, y: float) -> float:
    """The newspaper's name over the page with its date line; where the text may begin."""
    rng, glyph, wide = board.rng, board.glyph, x1 - x0
    size = min(0.13 * wide, 0.5 * wide / len(head.paper))
    left = x0 + (wide - len(head.paper) * size) / 2 if rng.random() < 0.7 else x0
    name = put(board, head.paper, left, y, size, bold=True, ink=board.style.accent)
    issue = rng.randint(900, 19000)
    facts = [head.date, head.weekday, f"第{issue}号", f"今日{rng.choice((4, 8, 12, 16))}版"]
    if rng.random() < 0.5 and name.x0 - x0 > 9 * glyph:
        for i, text in enumerate((*facts, "国内统一刊号CN00-0000")):
            if text_ems(text) * glyph < name.x0 - x0 - glyph:
                put(board, text, x0, y + (0.2 + 1.6 * i) * glyph, glyph * (1.2 if i == 0 else 1.0))
        bottom = name.y1
    else:
        bottom = name.y1 + 1.8 * glyph
        step = wide / len(facts)
        for i, text in enumerate(facts):
            put(board, text, x0 + i * step, bottom - glyph, glyph)
    if name.x1 < x1 - 14 * glyph:
        put(board, head.latin, name.x1 + 1.5 * glyph, name.y1 - 1.6 * glyph, 0.95 * glyph, bold=True)
    board.level_rule(x0, x1, bottom + 0.9 * glyph, rng.choice((0.8, 1.6, 2.5)), board.style.accent)
    return bottom + 2.2 * glyph


def folio_line(board: Board, head: Head, x0: float, x1: float, y: float) -> float:
    """Number, name of the page, date and editors at the head of an inner page; where the text may begin."""
    rng, glyph = board.rng, board.glyph
    left = rng.random() < 0.5
    large, size = 3.0 * glyph, 2.4 * glyph
    number_x = x0 if left else x1 - text_ems(head.folio) * large
    put(board, head.folio, number_x, y, large, bold=True)
    section_x = x0 + 5 * glyph if left or rng.random() < 0.5 else x0 + 0.4 * (x1 - x0)
    section = put(board, head.section, section_x, y + 0.3 * glyph, size, bold=True)
    fact_x = section.x1 + 2 * glyph
    put(board, f"{head.date}　{head.weekday}", fact_x, y + 0.3 * glyph, glyph)
    if rng.random() < board.style.editors:
        texts = f"责任编辑：{_person(rng)}　版式：{_person(rng)}　校对：{_person(rng)}"
        if fact_x + text_ems(texts) * glyph < x1 - 6 * glyph:
            put(board, texts, fact_x, y + 1.9 * glyph, glyph)
    paper_x = x1 - text_ems(head.paper) * 2 * glyph - (0 if left else 5 * glyph)
    if paper_x > fact_x + 32 * glyph:
        put(board, head.paper, paper_x, y + 0.4 * glyph, 2 * glyph, bold=True, ink=board.style.accent)
    board.level_rule(x0, x1, y + 3.6 * glyph, rng.choice((0.5, 1.0, 2.0)))
    return y + 5.0 * glyph


def foot_line(board: Board, head: Head, x0: float, x1: float, y1: float) -> float:
    """Address and telephone under the page, ending at `y1`; where the text must end."""
    rng, glyph = board.rng, 0.9 * board.glyph
    texts = [
        f"社址：{head.paper[:2]}市{rng.choice('东西南北')}门街{rng.randint(2, 90)}号",
        f"值班电话：{rng.randint(2000000, 8999999)}",
        f"本版编辑：{_person(rng)}",
        f"零售每份{rng.choice(('一', '一点五', '二'))}元",
        "广告许可证：0000号",
    ]
    while sum(text_ems(text) + 2 for text in texts) * glyph > x1 - x0:
        texts.pop()
    spare = (x1 - x0 - sum(map(text_ems, texts)) * glyph) / max(1, len(texts) - 1)
    x = x0
    for text in texts:
        x = put(board, text, x, y1 - glyph, glyph).x1 + spare
    board.level_rule(x0, x1, y1 - 1.8 * glyph)
    return y1 - 3.0 * glyph
