"""Lines that hang together with a neighbour by a spur are found all the same, each of them; nothing else is."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.reading.ocr.spot import Spot
from models.reading.ocr.spurs import lines_with_spurs

LEAST, LARGER = 0.3, 1.6


@pytest.fixture
def chances() -> NDArray[np.float32]:
    """A line of 300 by 10 pixels with a spur below its first character."""
    seen = np.zeros((200, 400), np.float32)
    seen[50:60, 20:320] = 0.95
    seen[60:72, 20:36] = 0.5
    return seen


def _found(chances: NDArray[np.float32], *found: Spot) -> list[Spot]:
    return lines_with_spurs(chances, found, LEAST, LARGER)


def test_the_line_is_found_without_its_spur(chances: NDArray[np.float32]) -> None:
    (line,) = _found(chances)
    margin = LARGER * 300 * 10 / 620
    assert (line.x0, line.y0, line.x1, line.y1) == pytest.approx((20 - margin, 50 - margin, 320 + margin, 60 + margin))


def test_two_lines_with_a_spur_between_them_are_two(chances: NDArray[np.float32]) -> None:
    chances[72:82, 20:320] = 0.95
    assert [round((line.y0 + line.y1) / 2) for line in _found(chances)] == [55, 77]


def test_what_was_found_is_not_found_again(chances: NDArray[np.float32]) -> None:
    assert _found(chances, Spot(12, 42, 328, 68)) == []


def test_what_is_merely_likely_is_no_line(chances: NDArray[np.float32]) -> None:
    assert _found(chances * 0.7) == []


def test_a_short_place_and_an_upright_one_are_no_lines() -> None:
    seen = np.zeros((200, 400), np.float32)
    seen[20:40, 20:60] = seen[20:180, 300:310] = 0.95
    assert _found(seen) == []
