"""Text across line ends: what a reader sees is whole paragraphs, whatever the column did."""

from __future__ import annotations

import pytest

from models.domain.geometry import Rect
from models.domain.line import Line, Marks, Regime
from models.domain.text import close_up, ends_sentence, headline, join, open_end, open_start, paragraphs, plain, text_width

FIRST = "江北市今年新修了三座步行桥，市民出门不必再绕远路，老人孩子过江更加安全，沿江散步的人也多了起来，桥头的小店重新开了张。"
SECOND = "据介绍，三座桥全部由本地工匠设计，桥面铺了防滑木板，共安装路灯1280盏。"
THIRD = "明年还要再修两座，市民可以到现场提出意见。"


def wrapped(*texts: str, width: int = 14, blanks: int = 0, gap: int = 0, indent: str = "　　") -> list[Line]:
    """Paragraphs set in a column `width` characters wide whose indent the dump does not show."""
    lines: list[Line] = []
    for text in texts:
        rest, start = indent + text, True
        while rest:
            end = next((i for i in range(1, len(rest) + 1) if text_width(rest[:i]) > width), len(rest) + 1) - 1
            end = max(end, 1)
            before = gap if start and lines else blanks
            lines.append(Line(len(lines) + 1, rest[:end].strip(), marks=Marks(blanks_before=before)))
            rest, start = rest[end:], False
    return lines


def unwrapped(*texts: str) -> list[Line]:
    return [Line(i, text) for i, text in enumerate(texts, 1)]


@pytest.mark.parametrize("width", [11, 14, 17, 19, 24])
@pytest.mark.parametrize(("blanks", "gap"), [(0, 0), (0, 1), (1, 1), (1, 2)])
def test_wrapped_columns_are_reflowed(width: int, blanks: int, gap: int) -> None:
    lines = wrapped(FIRST, SECOND, THIRD, width=width, blanks=blanks, gap=gap)
    assert paragraphs(lines, Regime.WRAPPED) == (FIRST, SECOND, THIRD)


def test_a_blank_at_a_column_break_does_not_end_a_paragraph() -> None:
    lines = wrapped(FIRST, SECOND)
    broken = [Line(line.number, line.text, marks=Marks(blanks_before=int(i == 2))) for i, line in enumerate(lines)]
    assert paragraphs(broken, Regime.WRAPPED) == (FIRST, SECOND)


def test_a_column_that_becomes_wider_goes_on() -> None:
    narrow, wide = wrapped(FIRST, width=11), wrapped(FIRST + SECOND, width=17, indent="")
    assert paragraphs([*narrow, *wide], Regime.WRAPPED)[0] == FIRST


def test_outlines_show_the_indent() -> None:
    texts = ["江北新修三座桥。", "全由本地工匠造。", "市民不必再绕路。", "桥上可以看江水。"]
    lefts = [0.12, 0.10, 0.12, 0.10]
    lines = [
        Line(i, text, Rect(left, 0.1 + i * 0.02, left + 0.08, 0.115 + i * 0.02))
        for i, (text, left) in enumerate(zip(texts, lefts, strict=True), 1)
    ]
    assert paragraphs(lines, Regime.WRAPPED) == (texts[0] + texts[1], texts[2] + texts[3])


def test_a_short_signature_after_a_blank_stands_alone() -> None:
    lines = [*wrapped(SECOND), Line(90, "记者 陆一舟", marks=Marks(blanks_before=1))]
    assert paragraphs(lines, Regime.WRAPPED) == (SECOND, "记者 陆一舟")


def test_paragraph_text_stays_and_a_cut_sentence_is_rejoined() -> None:
    cut = FIRST.index("更加")
    lines = unwrapped(FIRST[:cut], FIRST[cut:], SECOND, "江北市建设局", "2022年7月12日")
    assert paragraphs(lines, Regime.PARAGRAPHS) == (FIRST, SECOND, "江北市建设局", "2022年7月12日")


def test_a_cut_sentence_is_not_joined_to_a_heading_or_item() -> None:
    cut = FIRST[: FIRST.index("更加")]
    heading = Line(2, "## 江北添桥", marks=Marks(heading=2))
    assert paragraphs([Line(1, cut), heading], Regime.PARAGRAPHS) == (cut, "江北添桥")
    assert paragraphs(unwrapped(cut, "二、加强管护"), Regime.PARAGRAPHS) == (cut, "二、加强管护")


@pytest.mark.parametrize("regime", Regime)
def test_no_lines_and_one_line(regime: Regime) -> None:
    assert paragraphs([], regime) == ()
    assert paragraphs(unwrapped("  江北添桥 "), regime) == ("江北添桥",)


def test_letter_spacing_is_closed_up_but_names_are_not() -> None:
    spaced = unwrapped("江 北 市 建 设 局 公 章 已 丢 失 ， 声 明 作 废 。")
    assert paragraphs(spaced, Regime.WRAPPED) == ("江北市建设局公章已丢失，声明作废。",)
    names = unwrapped("陆 野 文一舟 王 桥 摄")
    assert paragraphs(names, Regime.PARAGRAPHS) == ("陆 野 文一舟 王 桥 摄",)


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (["# 江北添桥"], "江北添桥"),
        (["江 北 添 桥 市 民 叫 好"], "江北添桥市民叫好"),
        (["江 北 添 桥  市 民 叫 好"], "江北添桥 市民叫好"),
        (["智 慧“ 飞 入 ”寻 常 人 家"], "智慧“飞入”寻常人家"),
        (["江北　添桥　忙"], "江北 添桥 忙"),
        (["江北新修步行桥", "市民不再绕远路"], "江北新修步行桥 市民不再绕远路"),
        (["江北市三座步行桥", "全部完工"], "江北市三座步行桥全部完工"),
        (["**江北添桥**", ""], "江北添桥"),
        (["声　明"], "声明"),
        ([], ""),
    ],
)
def test_headline(texts: list[str], title: str) -> None:
    lines = [Line(i, text, marks=Marks(heading=int(text.startswith("#")))) for i, text in enumerate(texts, 1)]
    assert headline(lines) == title


def test_plain_takes_markdown_marks_off_a_copy() -> None:
    line = Line(1, " ### **本报讯** 昨日 ", marks=Marks(heading=3, bold=True))
    assert plain(line) == "本报讯 昨日"
    assert line.text == " ### **本报讯** 昨日 "
    assert plain(Line(2, "#江北添桥#")) == "#江北添桥#"


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("江北市", "建设局", "江北市建设局"),
        ("共20", "22人", "共2022人"),
        ("the new", "bridge", "the new bridge"),
        ("使用G", "7型", "使用G7型"),
        ("COVID-", "19", "COVID-19"),
        ("桥，", "bridge", "桥，bridge"),
        ("江北 ", "", "江北"),
    ],
)
def test_join(left: str, right: str, joined: str) -> None:
    assert join(left, right) == joined


@pytest.mark.parametrize("text", ["完。", "完！”", "完？》）", "完……", "完。（记者 陆一舟）", "完.", "完。 "])
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)
    assert not open_end(text)


@pytest.mark.parametrize("text", ["江北市新修", "桥，", "共3.", "（记者 陆一舟）", "“江北”", ""])
def test_no_sentence_ends(text: str) -> None:
    assert not ends_sentence(text)


def test_open_ends_and_starts() -> None:
    assert open_end("江北市新修了三")
    assert not open_end("他说：")
    assert not open_end("加强引领——")
    assert open_start("，市民叫好")
    assert not open_start("“江北”")


def test_width_counts_half_characters() -> None:
    assert text_width("江北2022") == 4.0
    assert text_width("“桥”，") == 4.0


def test_close_up_leaves_words_apart() -> None:
    assert close_up("江北 新修步行桥") == "江北 新修步行桥"
