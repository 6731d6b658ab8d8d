"""Captions, labels and stray lines find their articles."""

from __future__ import annotations

from models.reading.text_dump import split_lines
from models.segmenting.articles import Draft
from models.segmenting.attach import Attached, attach
from models.segmenting.fragments import Fragment
from models.segmenting.repair import clean
from models.segmenting.roles import Kind

T, H, B, L, C, F = Kind.TEXT, Kind.HEADING, Kind.BYLINE, Kind.LABEL, Kind.CAPTION, Kind.FURNITURE


def attached(text: str, kinds: list[Kind], paths: list[list[int]]) -> Attached:
    """The page of `text`, a fragment a line; `paths` by the place of the line, from 0."""
    found = [Fragment(kind, (clean(line),)) for kind, line in zip(kinds, split_lines(text), strict=True)]
    return attach(found, [Draft([found[i] for i in path]) for path in paths])


PAGE = "水渠通水\n红石湾水渠昨天正式通水。\n学校开馆\n柳树沟小学的科学馆今天开馆。"


def test_a_caption_goes_to_the_article_with_its_words() -> None:
    page = attached(f"{PAGE}\n图为红石湾水渠。", [H, T, H, T, C], [[0, 1], [2, 3]])
    assert [len(draft.captions) for draft in page.drafts] == [1, 0]


def test_a_long_caption_of_something_else_is_an_article() -> None:
    caption = "近来城关镇广场上放起了露天电影，傍晚时分居民们搬来板凳占座位，孩子们追着光柱奔跑。图为放映员装机器。"
    page = attached(f"{PAGE}\n{caption}", [H, T, H, T, C], [[0, 1], [2, 3]])
    assert [len(draft.path) for draft in page.drafts] == [2, 2, 0]


def test_a_label_belongs_to_the_article_under_it() -> None:
    page = attached(f"代表发言\n{PAGE}", [L, H, T, H, T], [[1, 2], [3, 4]])
    assert [len(draft.labels) for draft in page.drafts] == [1, 0]
    assert page.furniture == []


def test_a_label_over_briefs_belongs_to_the_page() -> None:
    page = attached(f"简讯\n{PAGE}", [L, H, T, H, T], [[1, 2], [3, 4]])
    assert [fragment.numbers for fragment in page.furniture] == [(1,)]


def test_a_label_over_several_texts_heads_each_alone() -> None:
    page = attached(
        f"要闻\n水渠通水\n红石湾水渠昨天正式通水。\n要闻\n{PAGE}", [L, H, T, L, H, T, H, T], [[1, 2], [4, 5], [6, 7]]
    )
    assert [len(draft.labels) for draft in page.drafts] == [1, 1, 0]


def test_a_label_inside_an_article_is_its_own() -> None:
    page = attached("水渠通水\n昨天通水。\n产业观察\n全长四十里。", [H, T, L, T], [[0, 1, 3]])
    assert [len(draft.labels) for draft in page.drafts] == [1]


def test_a_label_between_a_text_and_the_heading_under_it_is_its_own() -> None:
    page = attached("昨天通水。\n产业观察\n水渠通水\n今天开馆。\n学校开馆", [T, L, H, T, H], [[2, 0], [4, 3]])
    assert [len(draft.labels) for draft in page.drafts] == [1, 0]


def test_a_label_under_all_articles_belongs_to_the_page() -> None:
    page = attached(f"{PAGE}\n产业观察", [H, T, H, T, L], [[0, 1], [2, 3]])
    assert [fragment.numbers for fragment in page.furniture] == [(5,)]


def test_a_byline_alone_goes_to_the_article_before_it() -> None:
    page = attached(f"{PAGE}\n本报记者 林一苇", [H, T, H, T, B], [[0, 1], [2, 3], [4]])
    assert [len(draft.path) for draft in page.drafts] == [2, 3]


def test_a_page_of_furniture_has_no_article() -> None:
    page = attached("第三版", [F], [])
    assert page.drafts == []
    assert [fragment.numbers for fragment in page.furniture] == [(1,)]
