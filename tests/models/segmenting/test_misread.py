"""Lines read twice and misread once."""

from __future__ import annotations

import pytest

from models.segmenting.misread import as_first_said, misread

LINE = "县里今年新修水渠三十二条，沿线六个乡镇的旱田第一次用上了自流灌溉"


@pytest.mark.parametrize("other", [LINE.replace("的", "旳"), LINE.replace("里", "裏").replace("田", "由")])
def test_single_characters_may_be_others(other: str) -> None:
    assert misread(LINE, other)


@pytest.mark.parametrize(
    "other",
    [
        LINE.replace("三十二", "三十五"),
        LINE.replace("沿线", "山区"),
        LINE.replace("水渠", "公路").replace("旱田", "群众"),
        LINE.replace("县", "市")
        .replace("年", "春")
        .replace("条", "里")
        .replace("镇", "村")
        .replace("次", "回")
        .replace("用", "吃"),
        LINE[:20],
        LINE[1:] + "。",
    ],
)
def test_other_numbers_words_and_lengths_are_other_lines(other: str) -> None:
    assert not misread(LINE, other)


def test_each_line_as_it_was_said_first() -> None:
    once = LINE.replace("的", "旳")
    assert as_first_said([LINE, "本报讯", once, "本报训"]) == [LINE, "本报讯", LINE, "本报训"]


def test_nothing_to_compare() -> None:
    assert as_first_said(["水渠通水", LINE]) == ["水渠通水", LINE]
