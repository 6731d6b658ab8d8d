"""Paper, date and page are taken from names and folios, and never from running text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header
from models.reading.header import guess_header
from models.reading.reader import read
from models.resources import SEEDS

DAY = datetime.date(2022, 7, 12)


def dump(*texts: str) -> Reading:
    return Reading(tuple(Line(i, text) for i, text in enumerate(texts, 1)), SourceKind.DUMP)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("江北日报_2022-07-12_A01.pdf", Header("江北日报", DAY, None, "A01", None)),
        ("jbrb20220712-03.txt", Header(None, DAY, None, "03", None)),
        ("2022年7月12日 第03版 要闻.txt", Header(None, DAY, None, "03", "要闻")),
        ("江北晚报 2022.7.12 第二版：法治新闻.pdf", Header("江北晚报", DAY, None, "第二版", "法治新闻")),
        ("江北日报20220712第08版民生.txt", Header("江北日报", DAY, None, "08", "民生")),
        ("jb_2022-07-12_p2.pdf", Header(None, DAY, None, "2", None)),
        ("江北日报总第1234期.txt", Header("江北日报", None, "1234", None, None)),
        ("IMG_20220712_153000.jpg", Header()),
        ("scan0012.tif", Header()),
        ("003_860893bbd665fbc3.txt", Header()),
        ("2022-13-45.txt", Header()),
        ("工作汇报.txt", Header()),
    ],
)
def test_file_names(name: str, header: Header) -> None:
    assert guess_header(name, dump("江北添桥")) == header


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("2022年7月12日 星期二 第2版", Header(None, DAY, None, "2", None)),
        ("第8版 法治新闻", Header(None, None, None, "8", "法治新闻")),
        ("2022年7月12日 星期二 责任编辑 文野 版式 陆一舟", Header(None, DAY, None, None, None)),
        ("江北晚报 2022年7月12日 星期二 壬寅年六月十四 第5版 民生", Header("江北晚报", DAY, None, "5", "民生")),
        ("总第1234期 今日8版", Header(None, None, "1234", None, None)),
        ("2022年7月12日", Header()),
        ("2022年7月12日，市民在江边散步。", Header()),
        ("2022年7月12日星期二上午，", Header()),
        ("江北市公安局 2022年7月12日", Header()),
        ("（下转第3版）", Header()),
        ("详见第5版", Header()),
        ("责任编辑 文野", Header()),
        ("(2022年第8号)", Header()),
    ],
)
def test_folios_and_lines_that_are_none(line: str, header: Header) -> None:
    assert guess_header("a.txt", dump("江北新修三座步行桥。", "市民不再绕路。", "桥上看江。", line)) == header


def test_the_name_comes_first_and_the_folio_fills_the_rest() -> None:
    header = guess_header("2022-07-12.txt", dump("江北晚报", "2022年7月13日 星期三 第6版 民生"))
    assert header == Header("江北晚报", DAY, None, "6", "民生")


def test_an_index_of_pages_names_no_page() -> None:
    assert guess_header("a.txt", dump("第2版 民生", "第3版 法治")) == Header()


def test_number_and_name_beside_the_folio_of_a_pdf() -> None:
    places = {"6": (0.02, 0.05), "民生新闻": (0.2, 0.35), "2022.7.12 星期二": (0.4, 0.6), "江北添桥": (0.1, 0.5)}
    lines = [
        Line(i, text, Rect(x0, 0.3 if text == "江北添桥" else 0.01, x1, 0.33 if text == "江北添桥" else 0.03))
        for i, (text, (x0, x1)) in enumerate(places.items(), 1)
    ]
    assert guess_header("a.pdf", Reading(tuple(lines), SourceKind.PDF)) == Header(None, DAY, None, "6", "民生新闻")


def _set_wide(*texts: str, top: float = 0.05) -> Reading:
    places = [Rect(0.1 * i, top, 0.1 * i + 0.08, top + 0.01) for i in range(len(texts))]
    return Reading(
        tuple(Line(i + 1, text, place) for i, (text, place) in enumerate(zip(texts, places, strict=True))), SourceKind.PDF
    )


def test_a_folio_set_wide_is_read_from_its_pieces() -> None:
    header = Header(date=datetime.date(2021, 4, 6), issue_number="3021")
    assert guess_header("scan.jpg", _set_wide("2021年4月6日", "星期二", "第3021号", "今日8版", "街巷")) == header
    assert guess_header("scan.jpg", _set_wide("2021年4月6日 星期二", "农历辛丑年二月廿五 第3021号 今日四版")) == header


def test_one_date_alone_or_in_the_middle_is_no_folio() -> None:
    assert guess_header("scan.jpg", _set_wide("2021年4月6日", "本报讯昨天开会")) == Header()
    assert guess_header("scan.jpg", _set_wide("2021年4月6日", "星期二", top=0.5)) == Header()


def test_a_folio_in_the_middle_of_a_pdf_page_is_text() -> None:
    line = Line(1, "2022年7月12日 星期二 第2版", Rect(0.1, 0.5, 0.5, 0.52))
    assert guess_header("a.pdf", Reading((line,), SourceKind.PDF)) == Header()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_the_samples_say_nothing(path: Path) -> None:
    assert guess_header(path.name, read(path)[0]) == Header()
