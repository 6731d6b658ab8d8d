"""Text dumps composed for fitting: every line has its truth, and only what can be seen is true of a heading."""

from __future__ import annotations

import random

import pytest

from benchmarks.composing.corpus import Story
from benchmarks.composing.headings import settle
from benchmarks.composing.page import compose
from benchmarks.composing.piece import Piece
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
