"""Lines on the printed page."""

from __future__ import annotations

import pytest

from models.domain.geometry import Rect
from models.domain.line import Line
from models.segmenting.placement import close_under, follows_in_column, near, overlap


def line(x0: float, y0: float, x1: float, y1: float) -> Line:
    return Line(1, "渠", Rect(x0, y0, x1, y1))


def test_the_next_line_of_a_column() -> None:
    first = line(0.1, 0.1, 0.3, 0.11)
    assert follows_in_column(first, line(0.1, 0.114, 0.3, 0.124))
    assert not follows_in_column(first, line(0.1, 0.2, 0.3, 0.21))
    assert not follows_in_column(first, line(0.35, 0.114, 0.5, 0.124))


def test_without_outlines_nothing_speaks_against() -> None:
    assert follows_in_column(Line(1, "渠"), Line(2, "水"))
    assert near(Line(1, "渠"), line(0.1, 0.1, 0.3, 0.11))


def test_lines_of_one_heading() -> None:
    first = line(0.1, 0.1, 0.5, 0.13)
    assert near(first, line(0.12, 0.135, 0.4, 0.16))
    assert not near(first, line(0.7, 0.135, 0.9, 0.16))


def test_shared_width_in_parts_of_the_narrower() -> None:
    assert overlap(Rect(0, 0, 0.4, 1), Rect(0.3, 0, 0.5, 1)) == pytest.approx(0.5)
    assert overlap(Rect(0, 0, 0.1, 1), Rect(0.2, 0, 0.3, 1)) < 0


def test_close_under() -> None:
    heading = Rect(0.1, 0.1, 0.6, 0.13)
    assert close_under(heading, Rect(0.1, 0.15, 0.3, 0.16), 2.0)
    assert not close_under(heading, Rect(0.1, 0.4, 0.3, 0.41), 2.0)
    assert not close_under(heading, Rect(0.1, 0.05, 0.3, 0.06), 2.0)
