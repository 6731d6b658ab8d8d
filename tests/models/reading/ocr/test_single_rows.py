"""A row of two columns that was found as one line is cut where the other lines of the page show the gutter."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.reading.ocr.gutters import cut_at_gutters
from models.reading.ocr.single_rows import cut_in_single_rows
from models.reading.ocr.spot import Spot

LEADING, GLYPH, MARGIN = 24, 16, 2
LEFT, ENDS, STARTS, RIGHT = 20, 306, 322, 608
"""Edges of the print of two columns of sixteen characters a line."""
ROW, COLUMNS = 100, 300
"""Top of the line in question, and of both columns' other lines, far below it."""


class Page:
    def __init__(self) -> None:
        self.ink: NDArray[np.bool_] = np.zeros((600, 640), bool)
        self.spots: list[Spot] = []

    def write(self, top: int, *parts: tuple[int, int], glyph: int = GLYPH) -> Spot:
        """Square characters in each of `parts`, which are found as one line."""
        for start, end in parts:
            for left in range(start, end, glyph + 2):
                self.ink[top : top + glyph, left : left + glyph] = True
        spot = Spot(parts[0][0] - MARGIN, top - MARGIN, parts[-1][1] + MARGIN, top + glyph + MARGIN)
        self.spots.append(spot)
        return spot

    def columns(self, rows: int, *edges: tuple[int, int]) -> None:
        for row in range(rows):
            for edge in edges or ((LEFT, ENDS), (STARTS, RIGHT)):
                self.write(COLUMNS + row * LEADING, edge)

    @property
    def parts(self) -> list[tuple[float, float]]:
        """Ends of what became of the line in question; the others must stay."""
        spots = cut_in_single_rows(cut_at_gutters(self.spots, self.ink), self.ink)
        assert [spot for spot in spots if spot.y0 > COLUMNS - 10] == [spot for spot in self.spots if spot.y0 > COLUMNS - 10]
        return [(spot.x0, spot.x1) for spot in spots if abs(spot.y0 - (ROW - MARGIN)) < 1]


@pytest.fixture
def page() -> Page:
    page = Page()
    page.columns(6)
    return page


CUT = [(LEFT - MARGIN, ENDS), (STARTS, RIGHT + MARGIN)]
WHOLE = [(LEFT - MARGIN, RIGHT + MARGIN)]


def test_a_row_alone_is_cut_where_columns_end_and_begin_elsewhere(page: Page) -> None:
    page.write(ROW, (LEFT, ENDS), (STARTS, RIGHT))
    assert page.parts == CUT


def test_a_rule_in_the_gutter_and_dirt_part_as_well(page: Page) -> None:
    page.write(ROW, (LEFT, ENDS), (STARTS, RIGHT))
    page.ink[ROW - 20 : ROW + 40, 313:315] = True
    page.ink[ROW + 8 : ROW + 11, 318:320] = True
    assert page.parts == CUT


def test_a_comma_in_the_gutter_belongs_to_the_line(page: Page) -> None:
    page.write(ROW, (LEFT, ENDS), (STARTS, RIGHT))
    page.ink[ROW + 10 : ROW + 16, 308:313] = True
    assert page.parts == WHOLE


def test_the_first_line_of_a_paragraph_is_cut_as_well(page: Page) -> None:
    page.write(ROW, (LEFT + 36, ENDS), (STARTS, RIGHT))
    assert page.parts == [(LEFT + 36 - MARGIN, ENDS), (STARTS, RIGHT + MARGIN)]


@pytest.mark.parametrize("parts", [((LEFT, 216), (232, RIGHT)), ((LEFT + 8, ENDS + 8), (STARTS + 8, RIGHT + 8))])
def test_a_blank_after_a_comma_beside_the_gutter_is_none(page: Page, parts: tuple[tuple[int, int], ...]) -> None:
    page.write(ROW, *parts)
    assert len(page.parts) == 1


def test_a_gutter_shown_by_two_lines_is_not_believed() -> None:
    page = Page()
    page.columns(2)
    page.write(ROW, (LEFT, ENDS), (STARTS, RIGHT))
    assert page.parts == WHOLE


def test_a_headline_spaced_across_both_columns_is_not_cut() -> None:
    page = Page()
    page.columns(6, (LEFT, ENDS), (342, 628))
    page.write(ROW, (LEFT, 288), (342, 610), glyph=28)
    assert len(page.parts) == 1


def test_a_spaced_line_in_the_middle_of_the_columns_is_not_cut(page: Page) -> None:
    page.write(ROW, (128, ENDS), (STARTS, 500))
    assert page.parts == [(128 - MARGIN, 500 + MARGIN)]


def test_a_gap_in_a_paragraph_as_wide_as_both_columns_is_not_cut(page: Page) -> None:
    page.write(ROW, (LEFT, ENDS), (STARTS, RIGHT))
    page.write(ROW + LEADING, (LEFT, RIGHT))
    assert page.parts == WHOLE


@pytest.mark.parametrize(("characters", "parts"), [(3, 1), (5, 2)])
def test_only_pieces_of_several_characters_are_cut_off(page: Page, characters: int, parts: int) -> None:
    page.write(ROW, (LEFT, ENDS), (STARTS, STARTS + characters * (GLYPH + 2) - 2))
    assert len(page.parts) == parts


def test_three_columns_become_three_lines() -> None:
    page = Page()
    edges = [(20, 198), (214, 392), (408, 586)]
    page.columns(4, *edges)
    page.write(ROW, *edges)
    assert page.parts == [(18, 198), (214, 392), (408, 588)]
