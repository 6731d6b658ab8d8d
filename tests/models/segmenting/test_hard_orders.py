"""Articles are found in whatever order a source has their parts: headings after, halves swapped, bodies interrupted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.domain.role import Role
from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import PRINTED, Piece, Story, Way, cut_story, dump, found, orders

LOST = {
    "stamp": (
        Piece(Role.HEADLINE, "声明"),
        Piece(Role.NOTICE, "云溪县顺达运输有限公司公章（编码4409127735018）丢失，声明作废。"),
    ),
    "road": (
        Piece(Role.HEADLINE, "关于解放路封闭施工的公告"),
        Piece(Role.NOTICE, "因敷设雨水管道，解放路东段自十一月二十日起封闭施工，为期三十天，过往车辆请绕行建设街。特此公告。"),
    ),
}
CAPTION = "图为技术人员在现场查看情况。"


@pytest.mark.parametrize("way", PRINTED)
def test_columns_of_several_widths(shipped: Segmenter, news: list[Story], way: Way) -> None:
    bodies = [
        tuple(replace(piece, width=width) for piece in story.body) for story, width in zip(news, (11, 17, 24, 14), strict=False)
    ]
    articles = [(*story.heading, *body) for story, body in zip(news, bodies, strict=False)]
    page = dump((piece for article in articles for piece in article), way)
    assert found(shipped.propose(page.reading)) == page.articles(*articles)


@pytest.mark.parametrize("way", PRINTED)
def test_one_body_in_columns_of_two_widths(shipped: Segmenter, news: list[Story], way: Way) -> None:
    first, rest = cut_story(news[0])
    wide = tuple(replace(piece, width=22) for piece in rest)
    page = dump((*news[0].heading, *first, *wide, *news[1].pieces, *news[2].pieces), way)
    article = (*news[0].heading, *first, *wide)
    assert found(shipped.propose(page.reading)) == page.articles(article, news[1].pieces, news[2].pieces)


def test_headings_after_their_bodies(shipped: Segmenter, news: list[Story], way: Way) -> None:
    page = dump((piece for story in news for piece in (*story.body, *story.heading)), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in news))


def test_headings_before_and_after_on_one_page(shipped: Segmenter, news: list[Story], way: Way) -> None:
    after = [story for story in news if story.body[0].text.startswith("本报讯")][:2]
    a, b, c = (story for story in news if story not in after)
    page = dump((*a.pieces, *after[0].body, *after[0].heading, *b.pieces, *after[1].body, *after[1].heading, *c.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in news))


def test_a_heading_between_two_paragraphs_of_its_body(shipped: Segmenter, news: list[Story], way: Way) -> None:
    a, b, c, *_ = news
    page = dump((*a.pieces, *b.body[:2], *b.heading, *b.body[2:], *c.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(a.pieces, b.pieces, c.pieces)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_body_cut_by_its_own_heading(shipped: Segmenter, news: list[Story], way: Way, place: int) -> None:
    left, right = cut_story(news[place])
    before, after = [s.pieces for s in news[:place]], [s.pieces for s in news[place + 1 : 4]]
    source = [*before, left, news[place].heading, right, *after]
    page = dump((piece for part in source for piece in part), way)
    article = (*news[place].heading, *left, *right)
    assert page.order(article) in orders(shipped.propose(page.reading))
    assert found(shipped.propose(page.reading)) == page.articles(article, *before, *after)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_second_half_first(shipped: Segmenter, news: list[Story], way: Way, place: int) -> None:
    left, right = cut_story(news[place])
    before, after = [s.pieces for s in news[:place]], [s.pieces for s in news[place + 1 : 4]]
    source = [*before, right, news[place].heading, left, *after]
    page = dump((piece for part in source for piece in part), way)
    article = (*news[place].heading, *left, *right)
    assert page.order(article) in orders(shipped.propose(page.reading))
    assert found(shipped.propose(page.reading)) == page.articles(article, *before, *after)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_body_interrupted_by_an_article(shipped: Segmenter, news: list[Story], way: Way, place: int) -> None:
    left, right = cut_story(news[place])
    page = dump((*news[place].heading, *left, *news[3].pieces, *right, *news[4].pieces), way)
    article = (*news[place].heading, *left, *right)
    assert page.order(article) in orders(shipped.propose(page.reading))
    assert found(shipped.propose(page.reading)) == page.articles(article, news[3].pieces, news[4].pieces)


def test_a_body_interrupted_by_two_articles(shipped: Segmenter, news: list[Story], way: Way) -> None:
    left, right = cut_story(news[0])
    page = dump((*news[0].heading, *left, *news[3].pieces, *news[2].pieces, *right, *news[4].pieces), way)
    article = (*news[0].heading, *left, *right)
    assert found(shipped.propose(page.reading)) == page.articles(article, *(story.pieces for story in news[2:]))


def test_two_bodies_that_interrupt_each_other(shipped: Segmenter, news: list[Story], way: Way) -> None:
    a, b, c, *_ = news
    halves, others = cut_story(a), cut_story(b)
    page = dump((*a.heading, *halves[0], *b.heading, *others[0], *halves[1], *others[1], *c.pieces), way)
    told = ((*a.heading, *halves[0], *halves[1]), (*b.heading, *others[0], *others[1]))
    assert found(shipped.propose(page.reading)) == page.articles(*told, c.pieces)


@pytest.mark.parametrize("notice", LOST)
def test_a_body_interrupted_by_a_notice(shipped: Segmenter, news: list[Story], way: Way, notice: str) -> None:
    left, right = cut_story(news[1])
    page = dump((*news[0].pieces, *news[1].heading, *left, *LOST[notice], *right, *news[2].pieces), way)
    article = (*news[1].heading, *left, *right)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, article, LOST[notice], news[2].pieces)


def test_a_heading_parted_from_its_body_by_a_notice(shipped: Segmenter, news: list[Story], way: Way) -> None:
    page = dump((*news[1].heading, *LOST["stamp"], *news[1].body, *news[2].pieces, *news[0].pieces), way)
    told = (news[1].pieces, LOST["stamp"], news[2].pieces, news[0].pieces)
    assert found(shipped.propose(page.reading)) == page.articles(*told)


def test_a_body_interrupted_by_a_caption(shipped: Segmenter, news: list[Story], way: Way) -> None:
    left, right = cut_story(news[1])
    caption = Piece(Role.CAPTION, CAPTION)
    page = dump((*news[0].pieces, *news[1].heading, *left, caption, *right, *news[2].pieces), way)
    article = (*news[1].heading, *left, *right, caption)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, article, news[2].pieces)
    assert page.order(article) in orders(shipped.propose(page.reading))


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_body_that_stops_in_mid_sentence_stays_open(shipped: Segmenter, news: list[Story], way: Way, place: int) -> None:
    left, _ = cut_story(news[place])
    others = [story.pieces for story in news if story is not news[place]]
    page = dump((*news[place].heading, *left, *(piece for pieces in others for piece in pieces)), way)
    assert found(shipped.propose(page.reading)) == page.articles((*news[place].heading, *left), *others)


@pytest.mark.parametrize("place", [1, 2])
def test_a_body_that_starts_in_mid_sentence_is_an_article(shipped: Segmenter, news: list[Story], way: Way, place: int) -> None:
    _, right = cut_story(news[0])
    before, after = [s.pieces for s in news[1 : 1 + place]], [s.pieces for s in news[1 + place :]]
    page = dump((piece for part in (*before, right, *after) for piece in part), way)
    assert found(shipped.propose(page.reading)) == page.articles(right, *before, *after)


def test_an_open_end_and_an_open_start_that_are_strangers(shipped: Segmenter, news: list[Story], way: Way) -> None:
    left, _ = cut_story(news[0])
    _, right = cut_story(news[1])
    page = dump((*news[2].pieces, *news[0].heading, *left, *news[3].pieces, *right, *news[4].pieces), way)
    told = ((*news[0].heading, *left), right, *(story.pieces for story in news[2:]))
    assert found(shipped.propose(page.reading)) == page.articles(*told)
