"""What is guarded, replaced and split before it goes into a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exporting.cells import CELL_LIMIT, clean, guard, split, unguard


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+8613",
        "-cmd|",
        "@SUM(A1)",
        "\t甲",
        "\n甲",
        "\r甲",
        "  =1",
        "\u3000＝1",
        "\xa0＋1",
        "\ufeff\u200b－1",
        "＠甲",
        "\u2060\u202a=1",
        "﹣1",
        "'=1",
    ],
)
def test_formulas_are_guarded(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell",
    ["01", "３", "3-2", "10：30", "7.20", "1/2", "1E5", "50%", "(5)", "5月4日", "2019年12月", "3 PM", "Mar-1", "true", "1,000"],
)
def test_what_excel_would_convert_is_guarded(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["", "——记江畔镇夜校", "第08版", "A1", "5A", "3比2", "一", "“=”是等号", "'", "月", "图1", "5G时代", "Mars 1号", "…"]
)
def test_the_rest_stays(cell: str) -> None:
    assert guard(cell) == cell


@given(st.text("'=-1 \u3000\t一"))
def test_a_guard_can_be_taken_off(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(st.text("一a\n\U00020bb7", max_size=200), st.integers(1, 1200))
def test_pieces_fit_and_join(text: str, times: int) -> None:
    whole = text * times
    pieces = split(whole)
    assert "".join(pieces) == whole
    assert all(len(piece.encode("utf-16-le")) < 2 * CELL_LIMIT for piece in pieces)
    assert all(pieces) or pieces == ("",)


def test_a_cut_falls_on_a_line_end() -> None:
    assert split("甲" * 30_000 + "\n" + "乙" * 10_000) == ("甲" * 30_000 + "\n", "乙" * 10_000)


def test_refused_characters_become_visible() -> None:
    assert clean("a\0b\x0bc\x7fd\ud800e\ufffff\r\ng\rh\ti") == "a␀b␋c␡d�e�f\ng\nh\ti"
