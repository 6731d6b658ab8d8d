"""A closing quotation mark beside a line becomes part of it; a character, dirt, a rule and another line's print do not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.reading.ocr.closing_marks import with_closing_marks
from models.reading.ocr.spot import Spot

LINE = Spot(20, 40, 200, 64)


def _ends(*marks: tuple[int, int, int, int], others: tuple[Spot, ...] = ()) -> float:
    """Where `LINE` ends with ink at `marks`: left, top, right, bottom."""
    ink: NDArray[np.bool_] = np.zeros((120, 300), bool)
    for left, top, right, bottom in ((22, 43, 197, 61), *marks):
        ink[top:bottom, left:right] = True
    return with_closing_marks([LINE, *others], ink)[0].x1


def test_a_mark_of_two_strokes_belongs_to_the_line() -> None:
    assert _ends((206, 43, 210, 49), (212, 43, 216, 49)) == pytest.approx(216 + 0.15 * 24)


@pytest.mark.parametrize(
    "mark",
    [
        (206, 43, 208, 46),
        (206, 43, 224, 61),
        (206, 20, 214, 49),
        (206, 55, 214, 61),
        (206, 0, 208, 120),
        (220, 43, 228, 49),
    ],
    ids=["dirt", "a character", "part of what stands above", "too low", "a rule", "too far"],
)
def test_nothing_else_does(mark: tuple[int, int, int, int]) -> None:
    assert _ends(mark) == LINE.x1


def test_a_mark_with_more_behind_it_opens_something_else() -> None:
    assert _ends((206, 43, 214, 49), (218, 43, 236, 61)) == LINE.x1


def test_the_print_of_another_line_stays_with_it() -> None:
    assert _ends((206, 45, 214, 51), others=(Spot(203, 40, 290, 64),)) == LINE.x1
