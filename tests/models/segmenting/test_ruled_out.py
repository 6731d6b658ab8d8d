"""What follows what on no page."""

from __future__ import annotations

import numpy as np

from models.reading.text_dump import split_lines
from models.segmenting.fragments import Fragment
from models.segmenting.kind import Kind
from models.segmenting.repair import clean
from models.segmenting.ruled_out import ruled_out

T, H = Kind.TEXT, Kind.HEADING


def barred(*said: tuple[Kind, str]) -> set[tuple[int, int]]:
    nodes = [Fragment(kind, tuple(clean(line) for line in split_lines(text))) for kind, text in said]
    return {(int(i), int(j)) for i, j in np.argwhere(ruled_out(nodes)) if i != j}


def test_nothing_follows_itself() -> None:
    assert np.array_equal(ruled_out([Fragment(T, tuple(clean(line) for line in split_lines("水渠通水。")))]), [[True]])


def test_a_page_without_fragments() -> None:
    assert ruled_out([]).shape == (0, 0)


def test_nothing_stands_over_a_notice_or_a_speech() -> None:
    assert barred((T, "昨天通水。"), (H, "遗失声明")) == {(0, 1)}
    assert barred((T, "昨天通水。"), (H, "政协委员荀素：给教师一个家")) == {(0, 1)}
    assert barred((T, "昨天通水。"), (H, "老渡口换上电动船")) == set()


def test_only_more_of_a_notice_follows_its_end() -> None:
    assert barred((T, "公章丢失，声明作废。"), (T, "昨天通水。"), (T, "驾驶证丢失，声明作废。")) == {(0, 1), (2, 1)}


def test_no_text_follows_a_hint_forward_or_stands_before_one_back() -> None:
    assert barred((T, "干了九十个昼（下转第2版）"), (T, "夜才合龙。")) == {(0, 1)}
    assert barred((H, "大桥通车"), (T, "昨天通水。"), (T, "（上接第1版）夜才合龙。")) == {(1, 2)}


def test_a_hint_in_the_midst_of_a_text_bars_nothing() -> None:
    assert barred((T, "详情（下转第2版）见公告，欢迎参观。"), (T, "昨天通水。")) == set()


def test_nothing_stands_over_the_heading_of_photo_news() -> None:
    text, heading, picture = (
        Fragment(kind, tuple(clean(line) for line in split_lines(said)), picture=said.startswith("十二月"))
        for kind, said in ((T, "昨天通水。"), (H, "冰上龙舟开赛"), (T, "十二月六日，二十四支队伍在江滩竞速。"))
    )
    assert {(int(i), int(j)) for i, j in np.argwhere(ruled_out([text, heading, picture])) if i != j} == {(0, 1), (2, 1)}


def test_a_table_has_a_title_of_its_own_and_no_heading_under_it() -> None:
    said = ((T, "昨天通水。"), (H, "今日菜价"), (T, "土豆 1.15 1.60"), (T, "鸡蛋 4.05 4.70"), (H, "老渡口换上电动船"))
    assert barred(*said) == {(0, 1), (2, 1), (3, 1), (4, 1), (2, 4), (3, 4)}
