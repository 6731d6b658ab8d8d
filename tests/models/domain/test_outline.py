"""Hulls of lines, what lies within them, and the order in which places are read."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.arrangement import Spot, block_outlines, joined, reading_order, stretches
from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.line import Line, Regime, SourceKind
from models.domain.outline import encloses, hull
from models.domain.page import Header, Page, PageReading, PageState, Source
from models.domain.role import Role
from models.domain.view import View


def row(number: int, x0: float = 0.1, x1: float = 0.4) -> Rect:
    """The `number`th of lines 0.01 high with gaps of 0.01 between them."""
    return Rect(x0, 0.1 + 0.02 * number, x1, 0.11 + 0.02 * number)


def rounded(polygon: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for x, y in polygon]


def test_a_rectangle_closes_gaps_and_ends_of_paragraphs() -> None:
    lines = [row(0, x0=0.12), row(1), row(2, x1=0.2), row(3, x0=0.12), row(4), row(5, x1=0.15)]
    assert rounded(hull(lines)) == [(0.1, 0.1), (0.4, 0.1), (0.4, 0.21), (0.1, 0.21)]


def test_text_round_a_photograph_keeps_its_steps() -> None:
    lines = [row(n, x1=0.4 if n < 3 or n > 6 else 0.25) for n in range(10)]
    expected = [(0.1, 0.1), (0.4, 0.1), (0.4, 0.155), (0.25, 0.155), (0.25, 0.235), (0.4, 0.235), (0.4, 0.29), (0.1, 0.29)]
    assert rounded(hull(lines)) == expected


def test_pieces_of_one_line_are_one_row() -> None:
    assert rounded(hull([row(0, x1=0.2), row(0, x0=0.22)])) == [(0.1, 0.1), (0.4, 0.1), (0.4, 0.11), (0.1, 0.11)]


def test_nothing_has_no_hull() -> None:
    assert hull([]) == ()


places = st.floats(0, 0.8, allow_nan=False)
sizes = st.floats(0.002, 0.2)
rects = st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), places, places, sizes, sizes)


@given(st.lists(rects, min_size=1, max_size=12))
def test_a_hull_is_level_and_encloses_all_centres(drawn: list[Rect]) -> None:
    around = hull(drawn)
    for (x0, y0), (x1, y1) in zip(around, (*around[1:], around[0]), strict=True):
        assert (x0 == x1) != (y0 == y1)
    assert all(encloses(around, rect.centre) for rect in drawn)


def test_rows_that_overlap_keep_the_centres_of_both() -> None:
    """A low row at the top of a high one, and a low row at the foot of a high one that runs into the next."""
    low, high = Rect(0.5, 0, 0.625, 0.03125), Rect(0, 0, 0.125, 0.125)
    at_the_top = [high, low, Rect(0, 0.03125, 0.125, 0.0625), *(Rect(0, y, 0.125, y + 0.125) for y in (0.5, 0.75))]
    at_the_foot = [
        Rect(0, 0, 0.1, 0.2),
        Rect(0.6, 0.18, 0.8, 0.2),
        Rect(0, 0.13, 0.1, 0.33),
        *(row(n, 0, 0.1) for n in range(20, 24)),
    ]
    for drawn in (at_the_top, at_the_foot):
        assert all(encloses(hull(drawn), rect.centre) for rect in drawn)


@pytest.mark.parametrize(
    ("point", "inside"), [((0.2, 0.2), True), ((0.8, 0.8), False), ((0.8, 0.2), True), ((1.2, 0.2), False)]
)
def test_what_an_angle_encloses(point: tuple[float, float], inside: bool) -> None:
    assert encloses(((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.5, 0.5), (0.5, 1.0), (0.0, 1.0)), point) is inside


def columns(count: int, rows: int, first: int = 1) -> list[Spot]:
    return [Spot(first + c * rows + r, row(r + 2, 0.05 + 0.3 * c, 0.3 + 0.3 * c)) for c in range(count) for r in range(rows)]


def test_columns_are_read_one_after_the_other_below_their_headline() -> None:
    placed = [Spot(99, row(0, 0.05, 0.9)), *columns(3, 5)]
    assert reading_order(reversed(placed)) == (99, *range(1, 16))


def test_a_headline_between_parts_them() -> None:
    below = [
        replace(spot, rect=Rect(spot.rect.x0, spot.rect.y0 + 0.2, spot.rect.x1, spot.rect.y1 + 0.2))
        for spot in columns(2, 3, 50)
    ]
    placed = [*below, Spot(40, row(10, 0.05, 0.6)), *columns(2, 5)]
    assert reading_order(placed) == (*range(1, 11), 40, *range(50, 56))


def test_vertical_lines_are_read_from_the_right_before_the_text_beside_them() -> None:
    headline = [Spot(n, Rect(0.1 - 0.03 * n, 0.1, 0.12 - 0.03 * n, 0.3), vertical=True) for n in (1, 2, 3)]
    text = [Spot(n, row(n - 10, 0.2, 0.5)) for n in range(10, 18)]
    assert reading_order([*text, *headline]) == (1, 2, 3, *range(10, 18))


def test_what_stands_below_one_another_is_one_stretch() -> None:
    placed = columns(2, 4)
    assert [[spot.number for spot in run] for run in stretches(placed)] == [[1, 2, 3, 4], [5, 6, 7, 8]]
    vertical = [Spot(n, Rect(0.5 - 0.03 * n, 0.1, 0.52 - 0.03 * n, 0.3), vertical=True) for n in range(4)]
    assert len(list(stretches(vertical))) == 1
    assert len(list(stretches(vertical[::-1]))) == 4


def test_a_line_in_pieces_does_not_break_a_stretch() -> None:
    pieces = [Spot(1, row(0)), Spot(2, row(1, x1=0.2)), Spot(3, row(1, x0=0.21)), Spot(4, row(2)), Spot(5, row(3))]
    assert len(list(stretches(pieces))) == 1


def test_lines_join_where_they_stand_and_move_no_other() -> None:
    placed = {spot.number: spot for spot in columns(2, 3)}
    assert joined([5, 2, 1], [3, 4, 77], placed) == (5, 2, 3, 4, 1, 77)


def test_outlines_of_a_turned_page_lie_as_its_file_does() -> None:
    view = View(90)
    upright = [row(0), row(1), row(2, x1=0.2)]
    lines = tuple(Line(n, f"第{n}行", outline=view.in_file(rect)) for n, rect in enumerate(upright, 1))
    block = Block(2, Role.BODY, (1, 2, 3))
    page = Page(
        1,
        Header(date=datetime.date(2031, 5, 6)),
        Source("a", "a.png", SourceKind.PICTURE, 0, 1400, 1000),
        PageState.OPEN,
        Regime.WRAPPED,
        lines,
        (Article(3, (block,)),),
        reading=PageReading(view=view),
    )
    (outline,) = block_outlines(page, block)
    corners = {(round(x, 3), round(y, 3)) for x, y in outline}
    assert corners == {(0.1, 0.6), (0.1, 0.9), (0.15, 0.6), (0.15, 0.9)}
