"""Repairs: what is compared, and what counts as said twice."""

from __future__ import annotations

from models.domain.line import Line, Marks
from models.reading.text_dump import split_lines
from models.segmenting.repair import clean, repeats

LONG = "县里今年新修水渠三十二条，沿线六个乡镇的旱田第一次用上了自流灌溉，秋后测产比去年每亩多收八十斤"


def cleaned(text: str) -> list[object]:
    return [clean(line) for line in split_lines(text)]


def test_a_spaced_headline_is_closed_up_and_the_line_left_alone() -> None:
    line = Line(1, "## 全 县 春 耕 开 始", marks=Marks(heading=2))
    assert clean(line).text == "全县春耕开始"
    assert clean(line).line.text == "## 全 县 春 耕 开 始"


def test_punctuation_and_width_do_not_matter() -> None:
    assert clean(Line(1, "水渠通了,乡亲说:好!１２公里")).text == "水渠通了，乡亲说：好！12公里"


def test_the_first_copy_stays_when_both_stand_well() -> None:
    lines = [clean(line) for line in split_lines(f"{LONG}。\n中间另有一段话。\n{LONG}。")]
    found = repeats(lines)
    assert [(repeat.lines, repeat.of) for repeat in found] == [((3,), (1,))]


def test_the_copy_whose_sentence_goes_on_stays() -> None:
    lines = [clean(line) for line in split_lines(f"{LONG}\n\n# 另一个标题\n\n正文在这里。\n\n{LONG}\n\n以上，增产明显。")]
    assert [(repeat.lines, repeat.of) for repeat in repeats(lines)] == [((1,), (7,))]


def test_the_copy_among_its_own_article_stays() -> None:
    other = "柳树沟小学的科学馆今天开馆，孩子们围着望远镜看月亮。"
    before, after = "新修的水渠今年第一次用上，旱田灌溉有了水。", "沿线六个乡镇秋后测产，每亩多收八十斤。"
    text = f"{other}\n{LONG}。\n{other}\n{before}\n{LONG}。\n{after}"
    assert [repeat.lines for repeat in repeats([clean(line) for line in split_lines(text)])] == [(2,)]


def test_three_copies_keep_one() -> None:
    lines = [clean(line) for line in split_lines(f"{LONG}。\n甲。\n{LONG}。\n乙。\n{LONG}。")]
    assert sorted(repeat.lines for repeat in repeats(lines)) == [(3,), (5,)]


def test_lines_in_a_row_count_together() -> None:
    short = LONG[:24] + "\n" + LONG[24:48]
    lines = [clean(line) for line in split_lines(f"{short}\n别的话。\n{short}")]
    assert [(repeat.lines, repeat.of) for repeat in repeats(lines)] == [((4, 5), (1, 2))]


def test_short_labels_may_be_said_again() -> None:
    assert repeats([clean(line) for line in split_lines("代表发言\n一段。\n代表发言\n两段。")]) == ()
