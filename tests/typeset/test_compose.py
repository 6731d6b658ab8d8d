"""A set page is whole: no line is lost, doubled, outside the page or upon another."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from models.domain.role import Role
from tests.typeset.compose import compose_sheet
from tests.typeset.invented import invented_stories
from tests.typeset.pages import page
from tests.typeset.sheet import Box, Sheet
from tests.typeset.story import Kind, Signed, Story
from tests.typeset.style import Style, any_style

SEEDS = range(1, 41)
ROUNDING = 0.05
"""Points."""


@pytest.fixture(scope="module", params=SEEDS)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return page(request.param)


def test_every_line_is_in_one_article_or_furniture(sheet: Sheet) -> None:
    owned = Counter(place for article in sheet.articles for place in article.lines) + Counter(sheet.furniture)
    assert owned == Counter(range(len(sheet.lines)))
    assert all(sheet.lines[place].article == i for i, article in enumerate(sheet.articles) for place in article.lines)
    assert all(article.lines for article in sheet.articles)


def test_no_line_leaves_the_page_or_stands_on_another(sheet: Sheet) -> None:
    whole = Box(0.0, 0.0, sheet.width, sheet.height)
    assert [line.text for line in sheet.lines if not whole.holds(line.outline)] == []
    assert _overlapping([line.outline for line in sheet.lines]) == []


def test_no_line_stands_on_a_photograph_or_a_rule(sheet: Sheet) -> None:
    ground = [photo.box for photo in sheet.photos] + [rule.box for rule in sheet.rules]
    on = [line.text for line in sheet.lines for box in ground if line.outline.grown(-ROUNDING).meets(box.grown(-ROUNDING))]
    assert on == []


def test_all_lines_are_painted_once(sheet: Sheet) -> None:
    assert sorted(sheet.painted) == list(range(len(sheet.lines)))


def test_no_line_begins_with_what_may_not(sheet: Sheet) -> None:
    texts = [line for line in sheet.lines if line.role is Role.BODY]
    assert [line.text for line in texts if line.text[0] in "，。、；：？！”）"] == []


def test_an_article_says_what_its_story_says(sheet: Sheet) -> None:
    """The body is the story's from the first word on, as far as there was room."""
    for article in sheet.articles:
        story = article.story
        lines = [sheet.lines[place] for place in article.lines]
        texts = [line.text for line in lines if line.role in (Role.BODY, Role.NOTICE)]
        said = "".join(text for text in texts if not text.startswith(("（上接", "（下转")))
        if not any(line.vertical and line.role is Role.BODY for line in lines):
            meant = "".join(story.paragraphs)
            assert _bare(said)[:30] == _bare(meant)[: len(_bare(said)[:30])]


def test_the_same_seed_makes_the_same_page() -> None:
    assert page(7) == page(7)
    assert page(7) != page(8)


def test_the_order_of_painting_differs_from_that_of_reading() -> None:
    rng = random.Random(3)
    shuffled = compose_sheet(invented_stories(rng), rng, Style(shuffled=1.0))
    assert shuffled.painted != sorted(shuffled.painted)


def test_all_forms_turn_up() -> None:
    sheets = [page(seed) for seed in range(1, 120)]
    lines = [line for sheet in sheets for line in sheet.lines]
    assert {line.role for line in lines} >= set(Role) - {Role.DUPLICATE}
    assert any(line.vertical and line.role is Role.HEADLINE for line in lines)
    assert any(line.vertical and line.role is Role.BODY for line in lines)
    assert any(article.continued_to for sheet in sheets for article in sheet.articles)
    assert any(article.boxed for sheet in sheets for article in sheet.articles)
    assert {article.story.kind for sheet in sheets for article in sheet.articles} == set(Kind)
    assert any(sheet.front for sheet in sheets)
    assert any(not sheet.front for sheet in sheets)
    assert any(_uneven(sheet) for sheet in sheets)


@pytest.mark.parametrize("seed", range(30))
def test_odd_stories_are_set_too(seed: int) -> None:
    """Without a heading, with headings that do not fit, of one word and of thousands."""
    rng = random.Random(seed)
    sheet = compose_sheet([_odd(rng) for _ in range(rng.randint(1, 14))], rng, any_style(rng))
    assert _overlapping([line.outline for line in sheet.lines]) == []
    assert all(Box(0.0, 0.0, sheet.width, sheet.height).holds(line.outline) for line in sheet.lines)
    assert all(article.lines for article in sheet.articles)


def _odd(rng: random.Random) -> Story:
    def words(*lengths: int) -> str:
        return "".join(rng.choice("山水田木火土日月星辰，。12 ") for _ in range(rng.choice(lengths))).strip()

    body = tuple(words(5, 60, 400, 2500) or "空" for _ in range(rng.randint(1, 5)))
    story = Story(words(0, 2, 18, 60), body, rng.choice((Kind.ARTICLE, *Kind)), words(0, 40), words(0, 60), words(0, 9))
    signed = rng.choice(list(Signed))
    captions = (words(30),) if rng.random() < 0.5 else ()
    return replace(story, byline=words(0, 20), signed=signed, lead=words(0, 120), crossheads=((1, "路"),), captions=captions)


def _overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    x0, y0, x1, y1 = np.array([(box.x0, box.y0, box.x1, box.y1) for box in boxes]).T
    across = (x0[:, None] + ROUNDING < x1) & (x0 + ROUNDING < x1[:, None])
    down = (y0[:, None] + ROUNDING < y1) & (y0 + ROUNDING < y1[:, None])
    return [(boxes[a], boxes[b]) for a, b in np.argwhere(np.triu(across & down, 1))]


def _uneven(sheet: Sheet) -> bool:
    """Whether the last column of an article goes deeper than its first by more than what is left over."""
    for article in sheet.articles:
        body = [sheet.lines[place].outline for place in article.lines if sheet.lines[place].role is Role.BODY]
        first = [box for box in body if box.x0 < body[0].x1]
        last = [box for box in body if box.x1 > body[-1].x0]
        if body and last[-1].y1 > first[-1].y1 + 10 * sheet.glyph:
            return True
    return False


def _bare(text: str) -> str:
    return "".join(text.split())
