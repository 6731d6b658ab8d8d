"""The set phrases of the trade."""

from __future__ import annotations

import re

import pytest

from models.segmenting import lexicon


@pytest.mark.parametrize(
    "text", ["本报讯（记者周小禾）水渠通水。", "本报3月5日讯 水渠通水。", "新华社北京3月5日电（记者林一苇）水渠", "本报讯 水渠"]
)
def test_datelines(text: str) -> None:
    assert lexicon.DATELINE.match(text)


@pytest.mark.parametrize("text", ["本报的读者来信说，水渠通水。", "水渠通水。", "新华社记者来到水渠，采访了群众。"])
def test_no_datelines(text: str) -> None:
    assert not lexicon.DATELINE.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "本报记者 周小禾",
        "本报全媒体记者 周小禾 通讯员 林一苇",
        "周小禾 摄",
        "文/图 林一苇",
        "青河晚报记者周小禾",
        "周小禾 本报记者 林一苇",
    ],
)
def test_bylines(text: str) -> None:
    assert lexicon.is_byline(text)


@pytest.mark.parametrize("text", ["记者来到水渠，看到水已经放下来。", "水渠通水", "修水渠 种果树"])
def test_no_bylines(text: str) -> None:
    assert not lexicon.is_byline(text)


@pytest.mark.parametrize(
    ("text", "share"), [("周小禾 林佳宁", 1.0), ("王 萌 赵 博", 1.0), ("修水渠 种果树", 0.0), ("周小禾 水渠", 0.5)]
)
def test_names_among_the_words_of_a_line(text: str, share: float) -> None:
    assert lexicon.name_share(text) == share


@pytest.mark.parametrize("text", ["声明", "任职前公示公告", "关于封路的公告（第二号）"])
def test_heads_of_notices(text: str) -> None:
    assert lexicon.NOTICE_HEAD.match(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (lexicon.DATE_LINE, "2021年11月3日"),
        (lexicon.DATE_LINE, "二〇二一年三月五日"),
        (lexicon.IMPRINT, "责任编辑：周小禾"),
        (lexicon.IMPRINT, "第2版"),
        (lexicon.CONTACT, "联系电话：0431"),
        (lexicon.LABEL, "民生关注"),
        (lexicon.CONTINUED, "（下转第二版）"),
        (lexicon.INDEX_ENTRY, "水渠修到村口 3版"),
        (lexicon.INDEX_ENTRY, "水渠修到村口（详见第二版）"),
        (lexicon.DATELINE, "地报讯（记者周小禾）昨天"),
        (lexicon.ENDS_WITH_REPORTER, "真好。”青河晚报记者 周小禾"),
    ],
)
def test_forms(form: re.Pattern[str], text: str) -> None:
    assert form.search(text)


@pytest.mark.parametrize("text", ["水务局就停水发表声明", "县里发布通告"])
def test_news_of_a_notice_has_no_head_of_one(text: str) -> None:
    assert not lexicon.NOTICE_HEAD.match(text)


def test_a_dateline_is_no_byline() -> None:
    assert not lexicon.is_byline("本报讯（记者周小")
    assert lexicon.is_byline("本报记者 周小禾")


def test_names_in_brackets() -> None:
    assert lexicon.names_in_brackets("（周小禾 李建国）")
    assert not lexicon.names_in_brackets("周小禾")
    assert not lexicon.names_in_brackets("（下转第二版）")
    assert not lexicon.names_in_brackets("")
