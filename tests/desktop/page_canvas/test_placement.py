"""Where lines stand, where a drop goes, which shapes articles make: pure functions of a page."""

from __future__ import annotations

import pytest

from desktop.page_canvas.choosing import Choice, between, drop_at, lines_choice
from desktop.page_canvas.placement import Standing, placement_of
from desktop.page_canvas.shapes import shapes_of
from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source
from models.domain.role import Role


@pytest.fixture
def page() -> Page:
    """Article 7 reads 1, 2, 5, 6 (a column on the left, then one on the right); article 8 is line 3; line 4 repeats 1."""
    left, right = (0.1, 0.4), (0.6, 0.9)
    columns = {1: left, 2: left, 3: left, 4: right, 5: right, 6: right}
    lines = tuple(
        Line(n, f"第{n}行", Rect(x0, 0.1 + 0.05 * (n % 4), x1, 0.13 + 0.05 * (n % 4))) for n, (x0, x1) in columns.items()
    )
    first = Article(7, (Block(70, Role.BODY, (1, 2, 5, 6)),))
    second = Article(8, (Block(80, Role.BODY, (3,)),))
    source = Source("", "page.pdf", SourceKind.PDF, 0, 600, 900)
    repeat = Block(90, Role.DUPLICATE, (4,), (1,))
    return Page(1, Header(), source, PageState.OPEN, Regime.WRAPPED, lines, (first, second), (repeat,))


def test_an_article_is_cut_into_stretches_where_reading_jumps(page: Page) -> None:
    placement = placement_of(page)
    assert [stretch.lines for stretch in placement.stretches[7]] == [(1, 2), (5, 6)]
    assert [stretch.comes_from for stretch in placement.stretches[7]] == [None, 2]
    assert placement.reading_order == (1, 2, 5, 6, 3, 4)
    assert placement.places[4].standing is Standing.DUPLICATE
    assert placement.first_line(8) == 3
    assert placement.first_line(99) is None


def test_chosen_lines_are_looked_at_in_the_article_in_hand_if_it_has_any(page: Page) -> None:
    placement = placement_of(page)
    assert lines_choice(placement, {3, 2}, 8) == Choice(8, (2, 3))
    assert lines_choice(placement, {3, 2}, 99) == Choice(7, (2, 3))
    assert lines_choice(placement, {4}, 7, 4) == Choice(None, (4,), 4)
    assert between(placement.reading_order, 3, 2) == (2, 5, 6, 3)


def test_a_drop_goes_before_the_next_line_that_stays(page: Page) -> None:
    placement = placement_of(page)
    inside, after_all, home = (
        drop_at(placement, (3,), 2, True),
        drop_at(placement, (3,), 6, True),
        drop_at(placement, (5,), 1, False),
    )
    assert inside is not None
    assert (inside.article, inside.before) == (7, 5)
    assert after_all is not None
    assert after_all.before is None
    assert home is not None
    assert home.before == 1


def test_a_drop_that_changes_nothing_is_none(page: Page) -> None:
    placement = placement_of(page)
    assert drop_at(placement, (5,), 2, True) is None
    assert drop_at(placement, (5, 6), 5, False) is None
    assert drop_at(placement, (3,), 4, False) is None


def test_shapes_are_columns_in_reading_order(page: Page) -> None:
    shapes = shapes_of(placement_of(page))
    assert [(shape.place.article, shape.ordinal, shape.lines) for shape in shapes] == [
        (7, 1, (1, 2)),
        (7, 2, (5, 6)),
        (8, 1, (3,)),
        (None, 0, (4,)),
    ]
    assert shapes[0].rect.x1 < shapes[1].rect.x0
