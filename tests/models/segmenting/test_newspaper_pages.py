"""Whole newspaper pages set from invented stories: their articles are found, askew too, and furniture is no article."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from statistics import mean
from typing import Any

import pytest

from models.domain.line import Reading
from models.domain.proposal import Proposal
from models.domain.role import Role
from models.domain.view import View
from models.segmenting.engine import Segmenter
from tests.typeset.pages import page
from tests.typeset.truth import page_format, reading

SEEDS = range(6)


@pytest.fixture(scope="module")
def engine() -> Segmenter:
    return Segmenter()


@pytest.fixture(scope="module", params=SEEDS)
def set_page(request: pytest.FixtureRequest) -> tuple[Reading, dict[str, Any]]:
    sheet = page(request.param)
    return reading(sheet), page_format(sheet)


def true_pairs(truth: dict[str, Any]) -> set[tuple[int, int]]:
    """Each line of an article with the one that follows it."""
    orders = [[n for segment in article["segments"] for n in segment["lines"]["ids"]] for article in truth["articles"]]
    return {pair for order in orders for pair in itertools.pairwise(order)}


def said_pairs(proposal: Proposal) -> set[tuple[int, int]]:
    orders = [[n for segment in article for n in segment.lines] for article in proposal.articles]
    return {pair for order in orders for pair in itertools.pairwise(order)}


def shares(engine: Segmenter) -> Iterator[float]:
    for seed in SEEDS:
        sheet = page(seed)
        true, said = true_pairs(page_format(sheet)), said_pairs(engine.propose(reading(sheet)))
        yield 2 * len(true & said) / max(1, len(true) + len(said))


def test_lines_follow_each_other_as_they_are_read(engine: Segmenter) -> None:
    assert mean(shares(engine)) > 0.95


def test_page_heads_are_furniture(engine: Segmenter, set_page: tuple[Reading, dict[str, Any]]) -> None:
    seen, truth = set_page
    waste = {n for group in engine.propose(seen).furniture for n in group}
    true = [item["lines"]["ids"][0] for item in truth["furniture"]]
    assert sum(n in waste for n in true) >= 0.8 * len(true)


def test_the_order_of_painting_means_nothing(engine: Segmenter, set_page: tuple[Reading, dict[str, Any]]) -> None:
    seen, _ = set_page
    backwards = replace(seen, lines=tuple(reversed(seen.lines)))
    assert list(engine.propose(backwards).articles) == list(engine.propose(seen).articles)


def test_a_page_askew_is_the_same_page(engine: Segmenter) -> None:
    straight = reading(page(3))
    view = View(0, -1.2)
    lines = tuple(
        replace(line, outline=view.slanted(line.outline, straight.width, straight.height))
        for line in straight.lines
        if line.outline is not None
    )
    askew = replace(straight, lines=lines, view=view, graphics=type(straight.graphics)())
    level = replace(straight, graphics=type(straight.graphics)())
    said, true = said_pairs(engine.propose(askew)), said_pairs(engine.propose(level))
    assert len(said & true) > 0.99 * len(true)


def test_headlines_are_headlines(engine: Segmenter) -> None:
    heads, found = {Role.HEADLINE, Role.KICKER, Role.SUBTITLE}, []
    for seed in SEEDS:
        sheet = page(seed)
        roles = {n: part.role for article in engine.propose(reading(sheet)).articles for part in article for n in part.lines}
        segments = [part for article in page_format(sheet)["articles"] for part in article["segments"]]
        found += [roles.get(n) in heads for part in segments if part["role"] == "headline" for n in part["lines"]["ids"]]
    assert mean(found) > 0.85
