"""Newspaper pages composed for fitting: every line has its truth, in whatever way it is read."""

from __future__ import annotations

import random

import pytest

from benchmarks.composing.corpus import Story
from benchmarks.composing.render import Rendered
from benchmarks.composing.typeset import RECOGNISED, TEXT_LAYER, WAYS, typeset_page

STORIES = [
    Story(
        (f"红石湾{what}昨天启用",),
        "",
        "",
        tuple(f"{what}第{n}期工程由县里筹资，沿线六个乡镇的群众都来帮忙，工期比计划提前了{n}个月。" * 2 for n in "二三四五六"),
    )
    for what in ("水渠", "学校", "邮局", "粮仓", "大桥", "车站", "医院", "剧场")
]


def composed(seed: int, way: str) -> Rendered:
    return typeset_page(STORIES, random.Random(seed), way)


def placed(page: Rendered) -> list[int]:
    articles, furniture = page.truth["articles"], page.truth["furniture"]
    assert isinstance(articles, list)
    assert isinstance(furniture, list)
    found = [n for article in articles for segment in article["segments"] for n in segment["lines"]["ids"]]
    return found + [n for waste in furniture for n in waste["lines"]["ids"]]


@pytest.mark.parametrize("way", WAYS)
def test_every_line_is_in_one_place_and_has_a_role(way: str) -> None:
    for seed in range(6):
        page = composed(seed, way)
        numbers = [line.number for line in page.reading.lines]
        assert sorted(placed(page)) == numbers
        assert set(page.roles) == set(numbers)
        assert all(line.outline is not None for line in page.reading.lines)


def test_the_same_dice_make_the_same_page() -> None:
    assert composed(3, RECOGNISED).reading == composed(3, RECOGNISED).reading


def test_a_recogniser_reads_less_well() -> None:
    layers = [line.text for seed in range(4) for line in composed(seed, TEXT_LAYER).reading.lines]
    seen = [line.text for seed in range(4) for line in composed(seed, RECOGNISED).reading.lines]
    assert len(set(seen) - set(layers)) > len(set(layers) - set(seen)) / 4 > 0
