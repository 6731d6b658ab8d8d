"""What two ends make together."""

from __future__ import annotations

from models.segmenting import seam


def test_a_word_cut_in_two_is_found() -> None:
    whole, none = seam.spanning_word("积极支援农业机", "械化建设"), seam.spanning_word("积极支援农业机", "苹果大丰收")
    assert whole > 0.4 > none


def test_characters_that_never_meet() -> None:
    assert seam.affinity("全国人", "民代表") > 0.3 > -0.3 > seam.affinity("不是的", "民代表")
    assert seam.affinity("", "民") == 0.0


def test_what_the_page_says_elsewhere() -> None:
    page = "红石湾灌区管理处说。"
    assert seam.said_elsewhere("来到红石", "湾灌区", page) == 1.0
    assert seam.said_elsewhere("到石湾", "灌水", page) == 0.6
    assert seam.said_elsewhere("来到", "县城", page) == 0.0


def test_empty_ends() -> None:
    assert seam.spanning_word("", "") == 0.0


def test_a_division_into_words_that_spans_the_seam() -> None:
    assert seam.word_gain("这座发电", "站每年发电") > 0.1 > seam.word_gain("今天下午", "我们出发")
    assert seam.word_gain("今天。", "我们出发") == 0.0
