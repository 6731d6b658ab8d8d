"""What the wording of a line alone decides."""

from __future__ import annotations

import pytest

from models.domain.line import Regime
from models.reading.text_dump import split_lines
from models.segmenting.kind import Kind
from models.segmenting.line_features import layout
from models.segmenting.repair import clean
from models.segmenting.sure_kinds import sure_kinds

T, H, B, C, F = Kind.TEXT, Kind.HEADING, Kind.BYLINE, Kind.CAPTION, Kind.FURNITURE
STORY = "红石湾水渠昨天上午正式通水，沿线六个乡镇的旱田第一次得到灌溉。"


def said(text: str, kinds: list[Kind]) -> list[Kind]:
    """What becomes of `kinds`, one a line of `text`."""
    page = layout([clean(line) for line in split_lines(text)], Regime.PARAGRAPHS, None)
    return list(sure_kinds(page, kinds))


@pytest.mark.parametrize("line", ["责任编辑：荀思齐", "责编 祁岚 版式 樊木棉", "第3版 民生新闻", "A06 2027年12月9日 星期四"])
def test_imprint_and_heads_of_pages_are_furniture(line: str) -> None:
    assert said(f"{STORY}\n{line}", [T, H]) == [T, F]


@pytest.mark.parametrize("line", ["2027年3月18日", "编辑部搬进了老厂房", "会期：2027年12月9日（星期四）", "第三版方案出炉"])
def test_what_only_looks_like_it_is_not(line: str) -> None:
    assert said(f"{STORY}\n{line}", [T, H]) == [T, H]


def test_a_papers_name_beside_its_date_is_furniture() -> None:
    assert said(f"云溪日报\n2027年3月18日 星期四\n{STORY}", [H, H, T]) == [F, F, T]
    assert said(f"云溪日报\n{STORY}", [H, T]) == [H, T]


def test_an_index_is_furniture_with_its_heading() -> None:
    index = "今日导读\n秋粮收购开秤 2版\n老城墙下挖出宋代水井（详见4版）"
    assert said(f"{index}\n水渠通水\n{STORY}", [H, H, T, H, T]) == [F, F, F, H, T]


def test_rows_of_a_table_are_text() -> None:
    table = "今日菜价\n品名 批发价 零售价\n土豆 1.15 1.60\n鸡蛋 4.05 4.70"
    assert said(f"{table}\n{STORY}", [H, H, C, F, T]) == [H, T, T, T, T]


def test_what_stands_over_a_table_is_its_title() -> None:
    assert said("夜班公交时刻表\n一路 火车站 23：30\n四路 体育中心 23：30\n九路 柳浦街 23：20", [T, C, C, C]) == [H, T, T, T]


def test_parts_of_headlines_are_no_table() -> None:
    assert said("红旗渠通水 旱田灌溉 农户增收\n六乡受益 三年建成 全线贯通", [H, H]) == [H, H]


def test_a_caption_by_its_first_words() -> None:
    assert said(f"{STORY}\n图为技术人员在现场查看\n闸门情况。\n{STORY}", [T, T, T, T]) == [T, C, C, T]


def test_a_speaker_with_a_title_heads_a_text() -> None:
    assert said(f"县政协委员荀素：给乡村教师一个家\n{STORY}", [T, T]) == [H, T]
    assert said(f"全县村民代表大会：审议通过章程\n{STORY}", [T, T]) == [T, T]


def test_what_stands_over_a_byline_is_no_furniture() -> None:
    assert said(f"老渡口换上电动船\n本报记者 林一苇\n{STORY}", [F, B, T]) == [H, B, T]
    assert said(f"综合新闻\n本报记者 林一苇\n{STORY}", [F, B, T]) == [F, B, T]


def test_a_headline_of_two_parts_over_its_subtitle_is_no_furniture() -> None:
    assert said(f"引水进山 三万人喝上水\n城南水厂建成供水\n{STORY}", [F, H, T]) == [H, H, T]
    assert said(f"云溪日报 民生新闻 第3版\n城南水厂建成供水\n{STORY}", [F, H, T]) == [F, H, T]
