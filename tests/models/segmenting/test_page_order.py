"""Articles of a printed page come from the top down and from left to right, those of a dump as they are."""

from __future__ import annotations

from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.proposal import Segment
from models.domain.role import Role
from models.segmenting.page_order import in_page_order

BOTTOM = (Segment(Role.BODY, (1,)),)
TOP_RIGHT = (Segment(Role.HEADLINE, (2,)), Segment(Role.BODY, (3,)))
TOP_LEFT = (Segment(Role.BODY, (5,)), Segment(Role.HEADLINE, (4,)))
PAINTED = [BOTTOM, TOP_RIGHT, TOP_LEFT]
OUTLINES = {
    1: Rect(0.1, 0.8, 0.4, 0.82),
    2: Rect(0.6, 0.05, 0.9, 0.1),
    3: Rect(0.6, 0.12, 0.9, 0.5),
    4: Rect(0.1, 0.06, 0.5, 0.12),
    5: Rect(0.1, 0.14, 0.5, 0.6),
}


def test_from_the_top_down_and_from_left_to_right() -> None:
    lines = [Line(number, "新闻", outline) for number, outline in OUTLINES.items()]
    assert in_page_order(PAINTED, lines) == (TOP_LEFT, TOP_RIGHT, BOTTOM)


def test_a_dump_keeps_its_order() -> None:
    lines = [Line(number, "新闻") for number in OUTLINES]
    assert in_page_order(PAINTED, lines) == tuple(PAINTED)
