"""What belongs to the page and to no article, hints at other pages, and what a reader said twice."""

from __future__ import annotations

import pytest

from models.domain.role import Role
from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import Piece, Story, Way, cut_story, dump, found, page_own, stories

EDITORS = (
    "责任编辑：荀思齐",
    "责编 祁岚 版式 樊木棉 校对 洪立春",
    "本版编辑：顾青 美编：阮木兰",
    "编辑：喻峥 邮箱：yunxibao@yunxi.example",
)
MASTHEADS = {
    "daily": ("云溪日报", "2027年3月18日 星期四 农历二月十一", "第3版 民生新闻"),
    "evening": ("梧桐晚报", "综合新闻 ZONGHE XINWEN", "A06 2027年12月9日 星期四"),
}
INDEXES = {
    "numbers": ("今日导读", "秋粮收购开秤 现金当天到账 2版", "老城墙下挖出宋代水井 4版", "冬泳队里的八旬老人 7版"),
    "brackets": ("内容提要", "驻村医生的十年日记（详见3版）", "夜校开班 学费一元（详见5版）", "一座桥和三代守桥人（详见8版）"),
}


def furniture(*texts: str) -> tuple[Piece, ...]:
    return tuple(Piece(Role.FURNITURE, text) for text in texts)


@pytest.mark.parametrize("editors", EDITORS)
@pytest.mark.parametrize("place", [0, 2, 3])
def test_editors_lines(shipped: Segmenter, news: list[Story], way: Way, editors: str, place: int) -> None:
    own = furniture(editors)
    source = [story.pieces for story in news[:3]]
    source.insert(place, own)
    page = dump((piece for pieces in source for piece in pieces), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*(story.pieces for story in news[:3]))
    assert page_own(proposal) == page.lines(own)


@pytest.mark.parametrize("masthead", MASTHEADS)
@pytest.mark.parametrize("place", [0, 3])
def test_mastheads(shipped: Segmenter, news: list[Story], way: Way, masthead: str, place: int) -> None:
    own = furniture(*MASTHEADS[masthead])
    source = [story.pieces for story in news[:3]]
    source.insert(place, own)
    page = dump((piece for pieces in source for piece in pieces), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*(story.pieces for story in news[:3]))
    assert page_own(proposal) == page.lines(own)


@pytest.mark.parametrize("index", INDEXES)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_index_boxes(shipped: Segmenter, news: list[Story], way: Way, index: str, place: int) -> None:
    own = furniture(*INDEXES[index])
    source = [story.pieces for story in news[:3]]
    source.insert(place, own)
    page = dump((piece for pieces in source for piece in pieces), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*(story.pieces for story in news[:3]))
    assert page_own(proposal) == page.lines(own)


@pytest.mark.parametrize("hint", ["（下转第2版）", "（下转四版）", "下转第3版"])
def test_an_article_that_goes_on_on_another_page(shipped: Segmenter, news: list[Story], way: Way, hint: str) -> None:
    left, _ = cut_story(news[1])
    first = (*news[1].heading, *left, Piece(Role.BODY, hint))
    page = dump((*news[0].pieces, *first, *news[2].pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, first, news[2].pieces)


@pytest.mark.parametrize("hint", ["（上接第1版）", "（上接一版）"])
def test_an_article_that_began_on_another_page(shipped: Segmenter, news: list[Story], way: Way, hint: str) -> None:
    """Under a short heading, the hint at the head of the text."""
    _, right = cut_story(news[1])
    rest = Piece(Role.BODY, hint + right[0].text)
    article = (news[1].heading[0], rest, *right[1:])
    page = dump((*news[0].pieces, *article, *news[2].pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, article, news[2].pieces)


@pytest.mark.parametrize("hint", ["（上接第1版）", "上接第2版"])
def test_a_continuation_without_a_heading(shipped: Segmenter, news: list[Story], way: Way, hint: str) -> None:
    _, right = cut_story(news[1])
    rest = (Piece(Role.BODY, hint), *right)
    page = dump((*news[0].pieces, *news[3].pieces, *rest, *news[2].pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, news[3].pieces, rest, news[2].pieces)


def test_an_open_end_with_a_hint_is_not_answered_by_a_stranger(shipped: Segmenter, news: list[Story], way: Way) -> None:
    left, _ = cut_story(news[1])
    _, right = cut_story(news[0])
    first = (*news[1].heading, *left, Piece(Role.BODY, "（下转第2版）"))
    rest = (Piece(Role.BODY, "（上接第1版）"), *right)
    page = dump((*first, *news[2].pieces, *rest, *news[3].pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(first, news[2].pieces, rest, news[3].pieces)


def again(piece: Piece, changes: dict[str, str] | None = None) -> Piece:
    text = "".join((changes or {}).get(char, char) for char in piece.text)
    return Piece(piece.role, text, piece.rest, piece.width)


@pytest.mark.parametrize("paragraphs", [1, 2])
def test_paragraphs_said_twice(shipped: Segmenter, news: list[Story], way: Way, paragraphs: int) -> None:
    copies = tuple(again(piece) for piece in news[0].body[1 : 1 + paragraphs])
    page = dump((*news[0].pieces, *news[1].pieces, *copies, *news[2].pieces), way)
    proposal = shipped.propose(page.reading)
    assert {n for repeat in proposal.repeats for n in repeat.lines} == page.lines(copies)
    assert found(proposal) == page.articles(*(story.pieces for story in news[:3]))


@pytest.mark.parametrize("changes", [{"的": "旳"}, {"人": "入", "了": "丁"}])
def test_paragraphs_nearly_said_twice(shipped: Segmenter, news: list[Story], way: Way, changes: dict[str, str]) -> None:
    """Read twice, misread once."""
    copies = tuple(again(piece, changes) for piece in news[0].body[1:3])
    page = dump((*news[0].pieces, *news[1].pieces, *copies, *news[2].pieces), way)
    proposal = shipped.propose(page.reading)
    assert {n for repeat in proposal.repeats for n in repeat.lines} == page.lines(copies)
    assert found(proposal) == page.articles(*(story.pieces for story in news[:3]))


ALIKE = {
    "firms": (
        "云溪县顺达运输有限公司公章（编码4409127735018）及财务专用章（编码4409127735026）均已丢失，声明作废。",
        "云溪县顺达物流有限公司公章（编码4409127768832）及财务专用章（编码4409127768840）均已丢失，声明作废。",
    ),
    "weather": (
        "城区今天白天晴间多云，最高气温12摄氏度，偏北风三到四级，夜间最低气温零下2摄氏度，请注意添衣保暖。",
        "山区今天白天晴间多云，最高气温9摄氏度，偏北风三到四级，夜间最低气温零下6摄氏度，请注意添衣保暖。",
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_different_facts_in_the_same_words_are_no_repeat(shipped: Segmenter, news: list[Story], way: Way, name: str) -> None:
    first, second = (Piece(Role.NOTICE, text) for text in ALIKE[name])
    page = dump((Piece(Role.HEADLINE, "声明"), first, *news[0].pieces, Piece(Role.HEADLINE, "声明"), second), way)
    assert shipped.propose(page.reading).repeats == ()


def test_a_page_without_articles_said_twice(shipped: Segmenter, way: Way) -> None:
    """A whole article read twice is one article."""
    story = stories("city")[4]
    copies = tuple(again(piece) for piece in story.pieces)
    page = dump((*story.pieces, *stories("county")[0].pieces, *copies), way)
    proposal = shipped.propose(page.reading)
    body = page.lines(copies[1:])
    assert {n for repeat in proposal.repeats for n in repeat.lines} >= body
