"""A printed page is read by its rules, gaps, columns and frames, in whatever order it was painted."""

from __future__ import annotations

from models.domain.line import Line
from models.segmenting.printed import measured
from models.segmenting.reading_order import in_reading_order
from tests.models.segmenting.printed_pages import Ems, column, line, page


def order(lines: list[Line], **graphics: list[Ems]) -> list[int]:
    """Numbers of the lines as they are read, a number the first line of each block that was given."""
    printed = measured(page(lines, **graphics))
    assert printed is not None
    return [seen.number for seen in in_reading_order(printed).lines]


def test_columns_under_one_heading() -> None:
    lines = [*column(16, 10, 3), *column(0, 10, 3), line("红石湾水渠通水", 0, 4, 3)]
    assert order(lines) == [7, 4, 5, 6, 1, 2, 3]


def test_one_article_over_another() -> None:
    lines = [line("学校开馆", 0, 30, 3), *column(0, 36, 2), *column(16, 36, 2), line("水渠通水", 0, 4, 3), *column(0, 10, 5)]
    assert order(lines) == [6, 7, 8, 9, 10, 11, 1, 2, 3, 4, 5]


def test_two_headings_side_by_side_keep_their_texts() -> None:
    lines = [line("水渠通水", 0, 4, 3), line("学校开馆", 16, 4, 3), *column(0, 10, 3), *column(16, 10, 3)]
    assert order(lines) == [1, 3, 4, 5, 2, 6, 7, 8]


def test_a_rule_parts_what_a_gap_does_not() -> None:
    upper, lower = [*column(0, 10, 3), *column(16, 10, 3)], [*column(0, 14.8, 3), *column(16, 14.8, 3)]
    assert order([*upper, *lower]) == [1, 2, 3, 7, 8, 9, 4, 5, 6, 10, 11, 12]
    assert order([*upper, *lower], rules=[(0, 14.3, 29, 14.4)]) == list(range(1, 13))


def test_what_a_frame_holds_stays_together() -> None:
    text = [*column(0, 10, 12), *column(16, 10, 4), *column(32, 10, 12)]
    boxed = [line("公告", 20, 18, 2), *column(17, 21, 2, "公章丢失声明作废")]
    found = order([*text, *boxed], frames=[(16, 17, 29, 26)])
    at = found.index(29)
    assert found[at : at + 3] == [29, 30, 31]


def test_frames_of_one_size_round_one_place_lose_no_line() -> None:
    # Among some dozens of equals, which comes first by size is anybody's guess.
    frames: list[Ems] = [(0, 0, 4 + number % 2, 4) for number in range(60)]
    assert sorted(order([line("公告", 1, 1), *column(16, 10, 4)], frames=frames)) == [1, 2, 3, 4, 5]


def test_an_upright_heading_right_of_its_text_comes_first() -> None:
    lines = [*column(0, 10, 10), *column(16, 10, 10), line("红石湾水渠通水", 32, 10, 2, vertical=True)]
    assert order(lines)[0] == 21


def test_upright_lines_are_read_from_the_right() -> None:
    lines = [line("副题在左边的一行", 30, 10, 1.0, vertical=True), line("红石湾水渠通水", 32, 10, 1.2, vertical=True)]
    assert order([*lines, *column(0, 10, 4)])[:2] == [2, 1]


def test_the_last_word_of_a_paragraph_stays_in_its_place() -> None:
    lines = [*column(0, 10, 2), line("了。", 0, 12.8), line("水渠昨天通水沿线大家都", 2, 14.2), *column(0, 15.6, 2)]
    assert order(lines) == [1, 2, 3, 4, 5, 6]
    printed = measured(page(lines))
    assert printed is not None
    assert len(set(in_reading_order(printed).stack.tolist())) == 1


def test_all_at_one_place() -> None:
    assert sorted(order([line("水渠", 5, 5), line("学校", 5, 5)])) == [1, 2]


def test_outlines_without_extent_or_one_over_another() -> None:
    lines = [line("水渠昨天通水沿线", 0, 0), line("学校", 99.999, 139.999), line("邮", 0, 0), *column(0, 0.0000004, 3)]
    assert sorted(order(lines, rules=[(0, 0, 0, 0)], frames=[(0, 0, 0, 0), (0, 0, 100, 140)])) == [1, 2, 3, 4, 5, 6]


def test_hundreds_of_scattered_words() -> None:
    lines = [line("水渠", 97 * (i * 37 % 101) / 101, 138 * i / 400) for i in range(400)]
    assert sorted(order(lines)) == list(range(1, 401))
