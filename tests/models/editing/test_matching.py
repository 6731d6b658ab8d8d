"""Two readings of one page: which lines are the same print, and how a text is cut where the lines break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.geometry import Rect
from models.domain.line import Line
from models.editing.matching import Group, in_order, matched, same_words, shared_out
from tests.models.strategies import lines


def line(number: int, x0: float, y0: float, x1: float, y1: float, vertical: bool = False) -> Line:
    return Line(number, f"第{number}行", Rect(x0, y0, x1, y1), vertical=vertical)


def numbers(groups: tuple[Group, ...]) -> list[tuple[list[int], list[int]]]:
    return [([a.number for a in group.old], [b.number for b in group.new]) for group in groups]


def test_lines_in_one_place_are_the_same_print_however_tight_their_boxes() -> None:
    old = [line(1, 0.1, 0.10, 0.4, 0.12), line(2, 0.1, 0.12, 0.4, 0.14)]
    new = [line(7, 0.11, 0.123, 0.39, 0.137), line(8, 0.11, 0.103, 0.41, 0.118)]
    assert numbers(matched(old, new)) == [([1], [8]), ([2], [7])]


def test_a_line_read_in_pieces_is_put_together_from_the_left() -> None:
    old = [line(1, 0.1, 0.1, 0.5, 0.12)]
    new = [line(3, 0.3, 0.101, 0.5, 0.121), line(4, 0.1, 0.103, 0.29, 0.119)]
    assert numbers(matched(old, new)) == [([1], [4, 3])]


def test_a_column_read_in_pieces_is_put_together_from_the_top() -> None:
    old = [line(1, 0.1, 0.1, 0.13, 0.5, vertical=True)]
    new = [line(3, 0.1, 0.3, 0.13, 0.5, vertical=True), line(4, 0.1, 0.1, 0.13, 0.28, vertical=True)]
    assert numbers(matched(old, new)) == [([1], [4, 3])]


def test_lines_run_together_belong_to_one_group() -> None:
    old = [line(1, 0.1, 0.1, 0.3, 0.12), line(2, 0.32, 0.1, 0.5, 0.12)]
    assert numbers(matched(old, [line(5, 0.1, 0.1, 0.5, 0.12)])) == [([1, 2], [5])]


def test_a_column_is_not_the_lines_that_it_crosses() -> None:
    old = [line(1, 0.1, 0.1, 0.4, 0.12), line(2, 0.1, 0.13, 0.4, 0.15)]
    new = [line(3, 0.2, 0.05, 0.23, 0.4, vertical=True)]
    assert numbers(matched(old, new)) == [([1], []), ([2], []), ([], [3])]


def test_what_lies_elsewhere_or_nowhere_stands_alone() -> None:
    old = [Line(1, "新桥"), line(2, 0.1, 0.1, 0.4, 0.12)]
    assert numbers(matched(old, [Line(1, "新桥"), line(2, 0.6, 0.1, 0.9, 0.12)])) == [
        ([1], []),
        ([2], []),
        ([], [1]),
        ([], [2]),
    ]


@given(lines(), lines())
def test_every_line_stands_in_one_group(old: tuple[Line, ...], new: tuple[Line, ...]) -> None:
    groups = matched(old, new)
    assert sorted(a.number for group in groups for a in group.old) == [a.number for a in old]
    assert sorted(b.number for group in groups for b in group.new) == [b.number for b in new]
    assert all(group.home(b) in group.old for group in groups if group.old for b in group.new)


def test_columns_are_read_from_the_right() -> None:
    columns = [line(1, 0.1, 0.1, 0.13, 0.5, vertical=True), line(2, 0.2, 0.1, 0.23, 0.5, vertical=True)]
    assert [c.number for c in in_order(columns)] == [2, 1]


def test_rows_are_read_from_the_top() -> None:
    rows = [line(1, 0.3, 0.1, 0.4, 0.12), line(2, 0.1, 0.13, 0.4, 0.15), line(3, 0.1, 0.102, 0.2, 0.122)]
    assert [row.number for row in in_order(rows)] == [3, 1, 2]


@pytest.mark.parametrize(
    ("text", "printed", "parts"),
    [
        ("北岸新桥昨日通车", ["北岸新轿", "昨日通车"], ("北岸新桥", "昨日通车")),
        ("北岸的新桥通车", ["北岸新桥", "通车"], ("北岸的新桥", "通车")),
        ("北岸通车", ["北岸新桥", "通车"], ("北岸", "通车")),
        ("the new bridge", ["the new", "bridge"], ("the new", "bridge")),
        ("", ["北岸", "新桥"], ("", "")),
        ("北岸新桥", ["", ""], ("", "北岸新桥")),
        ("北岸新桥", ["别的话"], ("北岸新桥",)),
    ],
)
def test_a_text_is_cut_where_the_lines_break(text: str, printed: list[str], parts: tuple[str, ...]) -> None:
    assert shared_out(text, printed) == parts


@given(st.text("北岸新桥通车 ab", max_size=20), st.lists(st.text("北岸新桥通车 ab", max_size=8), min_size=1, max_size=4))
def test_nothing_of_a_text_is_lost_when_it_is_cut(text: str, printed: list[str]) -> None:
    parts = shared_out(text, printed)
    assert len(parts) == len(printed)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_blanks_and_forms_make_no_other_words() -> None:
    assert same_words("我 省，２０３１年", "我省,2031年 ")
    assert not same_words("新桥", "新轿")
