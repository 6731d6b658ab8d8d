"""A page is cut from its sheet and turned upright without losing a pixel."""

from __future__ import annotations

import numpy as np
import pytest

from models.domain.geometry import Rect
from models.scans.cut import Box, Cut

SHEET = np.arange(40 * 60).reshape(40, 60)
"""Height 40, width 60: each pixel its own number."""


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("region", [Rect(0, 0, 1, 1), Rect(0.5, 0, 1, 1), Rect(0.1, 0.25, 0.4, 0.75)])
def test_a_box_of_the_upright_page_is_found_on_the_sheet(turn: int, region: Rect) -> None:
    cut = Cut(region, turn)
    left, top, right, bottom = (round(v) for v in (region.x0 * 60, region.y0 * 40, region.x1 * 60, region.y1 * 40))
    upright = np.rot90(SHEET[top:bottom, left:right], -turn // 90)
    assert cut.size(60, 40) == (upright.shape[1], upright.shape[0])
    box = Box(3, 5, 7, 4)
    found = cut.on_sheet(box, 60, 40)
    lying = SHEET[found.top : found.top + found.height, found.left : found.left + found.width]
    assert np.array_equal(np.rot90(lying, -turn // 90), upright[5:9, 3:10])


def test_a_box_keeps_what_lies_on_the_picture_and_never_vanishes() -> None:
    assert Box(90, -5, 20, 20).within(100, 100) == Box(90, 0, 10, 15)
    assert Box(200, 200, 5, 5).within(100, 100) == Box(99, 99, 1, 1)
