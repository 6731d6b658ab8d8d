"""Columns one after the other, columns of upright text from the right, doubles gone."""

from __future__ import annotations

from models.reading.ocr.doubles import without_doubles
from models.reading.ocr.order import reading_order
from models.reading.ocr.spot import Spot


def _column(x: float, top: float, count: int) -> list[Spot]:
    return [Spot(x, top + 25 * n, x + 200, top + 25 * n + 20) for n in range(count)]


def test_a_headline_stands_before_its_columns() -> None:
    spots = [*_column(220, 120, 3), Spot(0, 0, 420, 80), *_column(0, 120, 3)]
    assert reading_order(spots) == [3, 4, 5, 6, 0, 1, 2]


def test_upright_columns_are_read_from_the_right() -> None:
    spots = [Spot(x, 0, x + 20, 300) for x in (0, 40, 80)]
    assert reading_order(spots) == [2, 1, 0]


def test_every_line_has_one_place() -> None:
    spots = [*_column(0, 0, 4), Spot(100, 40, 320, 60), *_column(150, 50, 4)]
    assert sorted(reading_order(spots)) == list(range(len(spots)))
    assert reading_order([]) == []


def test_a_line_found_twice_is_read_once() -> None:
    line, part = Spot(0, 0, 300, 20), Spot(100, 2, 200, 18)
    assert without_doubles([part, line]) == [line]


def test_what_stands_round_lines_is_no_line() -> None:
    lines = _column(10, 10, 5)
    assert without_doubles([Spot(0, 0, 220, 150), *lines]) == lines


def test_neighbours_stay() -> None:
    lines = _column(0, 0, 5)
    assert without_doubles(lines) == lines
