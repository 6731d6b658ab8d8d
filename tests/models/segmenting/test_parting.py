"""Two headings in a row are told apart by the texts round them."""

from __future__ import annotations

from models.segmenting.parting import parting

WATER, SCHOOL = "红石湾的水渠昨天通水，六乡受益。", "柳树沟小学的科学馆今天开馆。"


def test_each_line_goes_with_the_text_that_has_its_words() -> None:
    assert parting(WATER, ["红石湾水渠通水", "六乡受益", "科学馆开馆"], SCHOOL) == 2


def test_lines_of_one_text_stay_together() -> None:
    assert parting(WATER, ["柳树沟小学", "科学馆开馆"], SCHOOL) is None


def test_nothing_is_known_without_texts_on_both_sides() -> None:
    assert parting("", ["红石湾水渠通水", "科学馆开馆"], SCHOOL) is None
    assert parting(WATER, ["红石湾水渠通水", "科学馆开馆"], "") is None
