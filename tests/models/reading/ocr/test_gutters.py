"""Lines found across a gutter are cut there, others nowhere."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.reading.ocr.gutters import cut_at_gutters
from models.reading.ocr.spot import Spot

HIGH, LEADING, GLYPH = 20, 24, 16


def _page(rows: int, gaps: dict[int, tuple[int, int]]) -> tuple[NDArray[np.bool_], list[Spot]]:
    """Rows of square characters from 20 to 620, and where they leave blanks; each is found as one line."""
    ink = np.zeros((rows * LEADING + 40, 640), bool)
    spots = []
    for row in range(rows):
        top = 20 + row * LEADING
        for left in range(20, 620, GLYPH + 2):
            ink[top + 2 : top + 2 + GLYPH, left : left + GLYPH] = True
        start, end = gaps.get(row, (0, 0))
        ink[top : top + HIGH, start:end] = False
        spots.append(Spot(20, top, 620, top + HIGH))
    return ink, spots


def test_a_narrow_gutter_through_many_lines_is_cut() -> None:
    ink, spots = _page(10, dict.fromkeys(range(10), (310, 318)))
    parts = cut_at_gutters(spots, ink)
    assert len(parts) == 20
    assert all(part.x1 <= 311 or part.x0 >= 317 for part in parts)


def test_a_wide_gutter_needs_three_lines() -> None:
    gap = (302, 322)
    ink, spots = _page(9, dict.fromkeys((3, 4, 5), gap))
    assert len(cut_at_gutters(spots, ink)) == 12
    ink, spots = _page(9, dict.fromkeys((3, 4), gap))
    assert len(cut_at_gutters(spots, ink)) == 9


def test_a_rule_in_the_gutter_parts_as_well() -> None:
    ink, spots = _page(10, dict.fromkeys(range(10), (304, 322)))
    ink[:, 312:314] = True
    assert len(cut_at_gutters(spots, ink)) == 20


def test_a_blank_in_one_line_is_no_gutter() -> None:
    ink, spots = _page(10, {4: (300, 340)})
    assert cut_at_gutters(spots, ink) == spots


def test_a_spaced_line_alone_is_not_cut() -> None:
    ink, spots = _page(1, {0: (300, 340)})
    assert cut_at_gutters(spots, ink) == spots


def test_the_gap_of_a_headline_above_is_no_gutter() -> None:
    ink = np.zeros((160, 640), bool)
    ink[10:90, 20:300] = ink[10:90, 330:620] = True
    ink[100:116, 20:305] = ink[100:116, 325:620] = True
    spots = [Spot(20, 5, 620, 95), Spot(20, 98, 620, 118)]
    assert cut_at_gutters(spots, ink) == spots


def test_a_sloping_line_keeps_to_its_slope() -> None:
    left = Spot(0, 100, 400, 120, slope=1.0).between(0, 100)
    assert left.y0 == pytest.approx(100 - 150 * np.tan(np.radians(1.0)))
