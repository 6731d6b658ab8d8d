"""Outlines lie close round the print."""

from __future__ import annotations

import numpy as np

from models.reading.ocr.spot import Spot
from models.reading.ocr.tight import tight


def test_margins_are_left_out() -> None:
    ink = np.zeros((60, 200), bool)
    ink[20:40, 50:150:2] = True
    assert tight(Spot(30, 10, 170, 50), ink) == Spot(51, 21, 148, 39)


def test_a_dash_keeps_the_height_of_its_line() -> None:
    ink = np.zeros((60, 200), bool)
    ink[29:31, 50:150] = True
    assert tight(Spot(40, 10, 160, 50), ink) == Spot(51, 10, 149, 50)


def test_no_ink_and_a_slope_alter_nothing() -> None:
    ink = np.zeros((60, 200), bool)
    assert tight(Spot(30, 10, 170, 50), ink) == Spot(30, 10, 170, 50)
    ink[25:35] = True
    assert tight(Spot(0, 10, 200, 30, slope=5.0), ink) == Spot(0, 10, 200, 30, slope=5.0)
