"""Notes of another page as papers print them."""

from __future__ import annotations

import pytest

from models.domain.cues import Way, bare, cue, cues, page_key, without_cues


@pytest.mark.parametrize(
    ("text", "way", "pages", "rest"),
    [
        ("（下转第二版）", Way.ON, ("2",), ""),
        ("下转第2版", Way.ON, ("2",), ""),
        ("（ 下 转 第 十 二 版 ）", Way.ON, ("12",), ""),
        ("（下转A4版）", Way.ON, ("A4",), ""),
        ("(下转 A04)", Way.ON, ("A4",), ""),
        ("▶下转02版▶", Way.ON, ("2",), ""),
        ("（转二版）", Way.ON, ("2",), ""),
        ("【下转第２版】", Way.ON, ("2",), ""),
        ("下转第2、3版", Way.ON, ("2", "3"), ""),
        ("（下转第三版《新桥通车》）", Way.ON, ("3",), ""),
        ("两岸居民过河，（下转一〇版）", Way.ON, ("10",), "两岸居民过河，"),
        ("（上接第1版）分钟。", Way.BACK, ("1",), "分钟。"),
        ("（紧接第一版）", Way.BACK, ("1",), ""),
        ("(上接 1 版)两岸", Way.BACK, ("1",), "两岸"),
        ("上接B12版", Way.BACK, ("B12",), ""),
    ],
)
def test_notes_are_read(text: str, way: Way, pages: tuple[str, ...], rest: str) -> None:
    found = cue(text, way)
    assert found is not None
    assert found.pages == pages
    assert without_cues(text, way) == rest
    assert text[found.start : found.end].strip("（）()【】▶ ").startswith(found.printed)


@pytest.mark.parametrize(
    "text", ["（下转本版）", "上接天线2版", "由河道转弯处向下转第3圈", "接待群众12人", "详见第2版", "下转"]
)
def test_other_words_are_no_notes(text: str) -> None:
    assert list(cues(text)) == []
    assert bare(text) == text


def test_a_line_says_both_ways() -> None:
    text = "（上接第1版）两岸相连。（下转第3版）"
    assert [(found.way, found.numbers) for found in cues(text)] == [(Way.BACK, "1"), (Way.ON, "3")]
    assert without_cues(text, Way.ON) == "（上接第1版）两岸相连。"
    assert bare(text) == "两岸相连。"


def test_the_title_in_a_note() -> None:
    found = cue("（下转第三版“新桥通车”）", Way.ON)
    assert found is not None
    assert (found.title, found.printed) == ("新桥通车", "下转第三版")


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("第三版", "3"),
        ("03", "3"),
        ("3", "3"),
        ("A04", "A4"),
        ("a4", "A4"),
        ("Ａ４", "A4"),
        ("二十一", "21"),
        ("2版：要闻", "2"),
    ],
)
def test_a_page_is_the_same_however_its_number_is_printed(printed: str, key: str) -> None:
    assert page_key(printed) == key
