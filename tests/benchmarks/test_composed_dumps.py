"""Text dumps composed for fitting: every line has its truth, and only what can be seen is true of a heading."""

from __future__ import annotations

import random

import pytest

from benchmarks.composing.corpus import Story
from benchmarks.composing.headings import settle
from benchmarks.composing.page import Composed, Style, compose
from benchmarks.composing.piece import HEADINGS, TEXTS, TITLES, Piece
from benchmarks.composing.render import Rendered, render
from benchmarks.composing.styles import STYLES

STORIES = [
    Story(
        (f"红石湾{what}昨天启用", f"{what}由沿线六乡合修"),
        "",
        "",
        tuple(f"{what}第{n}期工程由县里筹资，沿线六个乡镇的群众都来帮忙，工期比计划提前了{n}个月。" * 2 for n in "二三四五六"),
    )
    for what in ("水渠", "学校", "邮局", "粮仓", "大桥", "车站", "医院", "剧场")
]


def composed(seed: int, style: str) -> Rendered:
    rng = random.Random(seed)
    return render(compose(STORIES, rng, STYLES[style]), rng, STYLES[style])


@pytest.mark.parametrize("style", STYLES)
def test_every_line_is_in_one_place(style: str) -> None:
    for seed in range(6):
        page = composed(seed, style)
        articles = page.truth["articles"]
        assert isinstance(articles, list)
        placed = [n for article in articles for segment in article["segments"] for n in segment["lines"]["ids"]]
        for waste in ("furniture", "duplicates"):
            items = page.truth[waste]
            assert isinstance(items, list)
            placed += [n for item in items for n in item["lines"]["ids"]]
        assert sorted(placed) == [line.number for line in page.reading.lines] == sorted(page.roles)


def places(page: Composed, article: list[Piece], roles: tuple[str, ...]) -> list[int]:
    """Where the pieces of `roles` of an article stand in the source."""
    return [page.source.index(piece) for piece in article if piece.role in roles]


def damaged(seed: int, style: Style) -> Composed:
    return compose(STORIES, random.Random(seed), style)


def test_a_beheaded_article_begins_in_mid_sentence() -> None:
    for seed in range(6):
        articles = damaged(seed, Style(wrapped=False, beheaded=1.0)).articles
        texts = [[piece for piece in article if piece.role in TEXTS] for article in articles]
        told = [(article, found[0]) for article, found in zip(articles, texts, strict=True) if found]
        assert len(told) > 2
        for article, first in told:
            assert first.continues
            assert {piece.role for piece in article}.isdisjoint(TITLES)


def test_a_heading_in_the_midst_of_its_body() -> None:
    for seed in range(6):
        page = damaged(seed, Style(wrapped=False, midst=1.0))
        inside = 0
        for article in page.articles:
            heads, texts = places(page, article, HEADINGS), places(page, article, TEXTS)
            inside += len(texts) > 1 and min(texts) < min(heads) <= max(heads) < max(texts)
        assert inside >= len(page.articles) / 2


def test_headings_before_and_after_on_one_page() -> None:
    both = 0
    for seed in range(12):
        page = damaged(seed, Style(wrapped=False, both_ways=1.0))
        ways = {
            min(places(page, article, HEADINGS)) < min(texts)
            for article in page.articles
            if (texts := places(page, article, TEXTS)) and places(page, article, HEADINGS)
        }
        both += len(ways) == 2
    assert both > 6


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ((("kicker", "红石湾灌区", ""), ("headline", "水渠通水", "")), ["headline", "headline"]),
        ((("kicker", "红石湾灌区：", ""), ("headline", "水渠通水", "")), ["kicker", "headline"]),
        ((("kicker", "红石湾灌区", "### "), ("headline", "水渠通水", "# ")), ["kicker", "headline"]),
        ((("headline", "水渠通水", "# "), ("subtitle", "六乡受益", "# ")), ["headline", "headline"]),
        ((("headline", "水渠通水", ""), ("headline", "——红石湾见闻", "")), ["headline", "subtitle"]),
        ((("headline", "水渠通水", ""), ("subtitle", "六乡受益 旱田变绿", "")), ["headline", "subtitle"]),
    ],
)
def test_only_what_can_be_seen_is_true_of_a_heading(lines: tuple[tuple[str, str, str], ...], roles: list[str]) -> None:
    heads = [Piece(role, text, mark=mark) for role, text, mark in lines]
    settle(heads)
    assert [piece.role for piece in heads] == roles
