"""Lines take the dashes at their ends along, but no rule and no neighbour."""

from __future__ import annotations

import numpy as np
import pytest

from models.reading.ocr.dashes import with_dashes
from models.reading.ocr.spot import Spot

LINE = Spot(200, 40, 400, 60)


def _ends(start: int, end: int, *others: Spot) -> tuple[float, float]:
    """The line's ends beside a stroke at half its height."""
    ink = np.zeros((100, 700), bool)
    ink[42:58, 202:398:2] = True
    ink[48:51, start:end] = True
    line = with_dashes([LINE, *others], ink)[0]
    return line.x0, line.x1


def test_a_dash_belongs_to_its_line() -> None:
    assert _ends(403, 440) == pytest.approx((200, 441))
    assert _ends(160, 196) == pytest.approx((159, 400))


def test_neither_a_rule_nor_a_speck_nor_something_far_does() -> None:
    for start, end in ((403, 600), (403, 408), (430, 450)):
        assert _ends(start, end) == (200, 400)


def test_what_belongs_to_another_line_stays_there() -> None:
    assert _ends(403, 440, Spot(402, 40, 500, 60)) == (200, 400)


def test_a_character_is_no_dash() -> None:
    ink = np.zeros((100, 700), bool)
    ink[42:58, 405:440] = True
    assert with_dashes([LINE], ink) == [LINE]
