"""Paths become segments with their final roles."""

from __future__ import annotations

from models.domain.role import Role
from models.reading.text_dump import split_lines
from models.segmenting.articles import Draft, segments
from models.segmenting.fragments import Fragment
from models.segmenting.repair import clean
from models.segmenting.roles import Kind

T, H, B = Kind.TEXT, Kind.HEADING, Kind.BYLINE
NEWS = "本报讯（记者林一苇）红石湾水渠昨天通水。"


def roles(text: str, kinds: list[Kind], column: float = 0.0) -> list[Role]:
    """The role of each line of an article, whose lines are fragments of their own."""
    path = [Fragment(kind, (clean(line),), column=column) for kind, line in zip(kinds, split_lines(text), strict=True)]
    return [segment.role for segment in segments(Draft(path)) for _ in segment.lines]


def test_the_first_of_several_paragraphs_of_news_is_its_lead() -> None:
    assert roles(f"水渠通水\n{NEWS}\n沿线六乡受益。", [H, T, T]) == [Role.HEADLINE, Role.LEAD, Role.BODY]


def test_a_single_paragraph_leads_into_nothing() -> None:
    assert roles(f"水渠通水\n{NEWS}", [H, T]) == [Role.HEADLINE, Role.BODY]


def test_a_lead_goes_on_where_its_sentence_does() -> None:
    text = "水渠通水\n本报讯（记者林一苇）红石湾水渠昨天\n通水。\n沿线六乡受益。"
    assert roles(text, [H, T, T, T]) == [Role.HEADLINE, Role.LEAD, Role.LEAD, Role.BODY]


def test_a_lead_ends_with_a_colon_where_lines_are_paragraphs() -> None:
    text = f"主任讲话\n{NEWS[:-1]}，主任讲话全文如下：\n同志们，大家好。"
    assert roles(text, [H, T, T]) == [Role.HEADLINE, Role.LEAD, Role.BODY]


def test_a_full_printed_line_goes_on_in_one_that_is_not_indented() -> None:
    text = "水渠通水\n本报讯红石湾水渠昨天通水。\n沿线六个乡镇的群众都来看水。\n明年还要再修一条。"
    assert roles(text, [H, T, T, T], column=13.0) == [Role.HEADLINE, Role.LEAD, Role.LEAD, Role.BODY]


def test_a_story_has_no_lead() -> None:
    text = "水渠修到村口\n——红石湾见闻\n水声哗哗。\n大家都来看水。"
    path = [
        Fragment(H, tuple(clean(line) for line in split_lines(text)[:2])),
        *(Fragment(T, (clean(line),)) for line in split_lines(text)[2:]),
    ]
    assert [segment.role for segment in segments(Draft(path))] == [Role.HEADLINE, Role.SUBTITLE, Role.BODY]


def test_news_of_a_notice_is_no_notice() -> None:
    assert roles("水务局发布停水公告\n明日停水。", [H, T]) == [Role.HEADLINE, Role.NOTICE]
    assert roles(f"水务局发布停水公告\n{NEWS}", [H, T]) == [Role.HEADLINE, Role.BODY]
