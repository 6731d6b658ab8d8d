"""Edits of blocks by place: which lines they take, what stays, and that none is lost whatever is drawn."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.arrangement import block_outlines
from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.label import Field, Label, Origin, Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source, keeps_every_line, unplaced
from models.domain.role import Role
from models.editing.edit import Edit, settled
from models.editing.outlines import CutBlock, DrawBlock, JoinBlocks, OrderBlocks, ReshapeBlock, SplitBlock
from models.errors import EditRefused
from tests.models.strategies import outline_edits

H, B, F, D = Role.HEADLINE, Role.BODY, Role.FURNITURE, Role.DUPLICATE


def _outline(number: int) -> Rect:
    """Lines 1 to 12 in three columns of four, a headline 13 over the first two, furniture 14 at the foot."""
    if number == 13:
        return Rect(0.05, 0.1, 0.6, 0.15)
    if number == 14:
        return Rect(0.05, 0.9, 0.9, 0.92)
    column, row = divmod(number - 1, 4)
    return Rect(0.05 + 0.3 * column, 0.2 + 0.03 * row, 0.3 + 0.3 * column, 0.22 + 0.03 * row)


PAGE = Page(
    1,
    Header(),
    Source("a", "a.png", SourceKind.PICTURE, 0, 1000, 1400),
    PageState.OPEN,
    Regime.WRAPPED,
    (*(Line(number, f"第{number}行", outline=_outline(number)) for number in range(1, 15)), Line(15, "无处")),
    (
        Article(
            10,
            (Block(11, H, (13,)), Block(12, B, tuple(range(1, 9)))),
            (Label(5, Field.TITLE, "题", Origin.EDITOR, Verdict.ACCEPTED),),
        ),
        Article(20, (Block(21, B, (9, 10, 11, 12, 15)),)),
    ),
    (Block(31, F, (14,)),),
)


def box(x0: float, y0: float, x1: float, y1: float) -> tuple[tuple[float, float], ...]:
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def after(edit: Edit, page: Page = PAGE) -> Page:
    fresh = itertools.count(100)
    changed = settled(edit.apply(page, lambda: next(fresh)))
    assert keeps_every_line(changed)
    return changed


def shape(page: Page) -> list[list[tuple[Role, tuple[int, ...]]]]:
    return [[(block.role, block.lines) for block in article.blocks] for article in page.articles]


HEAD = (H, (13,))
FIRST = [HEAD, (B, tuple(range(1, 9)))]
LAST = [(B, (9, 10, 11, 12, 15))]
SECOND_COLUMN = box(0.33, 0.19, 0.62, 0.35)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (DrawBlock(SECOND_COLUMN), [[HEAD, (B, (1, 2, 3, 4))], [(B, (5, 6, 7, 8))], LAST]),
        (DrawBlock(SECOND_COLUMN, 20), [[HEAD, (B, (1, 2, 3, 4))], [(B, (5, 6, 7, 8)), *LAST]]),
        (DrawBlock(box(0.62, 0.19, 0.95, 0.25), 10), [[*FIRST, (B, (9, 10))], [(B, (11, 12, 15))]]),
        (DrawBlock(box(0, 0.05, 0.32, 0.25), 20), [[HEAD, (B, (3, 4, 5, 6, 7, 8))], [(B, (1, 2)), *LAST]]),
        (DrawBlock(box(0, 0, 1, 0.25)), [[(B, (3, 4, 7, 8))], [HEAD, (B, (1, 2, 5, 6, 9, 10))], [(B, (11, 12, 15))]]),
        (DrawBlock(box(0, 0.88, 1, 1)), [FIRST, LAST, [(B, (14,))]]),
        (ReshapeBlock(12, (box(0, 0.19, 0.32, 0.35), SECOND_COLUMN)), [FIRST, LAST]),
        (ReshapeBlock(12, (box(0, 0.19, 0.32, 0.25), SECOND_COLUMN)), [[HEAD, (B, (1, 2, 5, 6, 7, 8))], LAST]),
        (ReshapeBlock(12, (box(0, 0.19, 0.95, 0.25),)), [[HEAD, (B, (1, 2, 5, 6, 9, 10))], [(B, (11, 12, 15))]]),
        (ReshapeBlock(21, (box(0.3, 0.19, 0.95, 0.35),)), [[HEAD, (B, (1, 2, 3, 4))], [(B, (5, 6, 7, 8, 9, 10, 11, 12, 15))]]),
        (SplitBlock(12, (0.01, 0.255), (0.31, 0.255)), [[HEAD, (B, (1, 2)), (B, (3, 4, 5, 6, 7, 8))], LAST]),
        (SplitBlock(12, (0.62, 0.255), (0.32, 0.254)), [[HEAD, (B, (1, 2, 3, 4, 5, 6)), (B, (7, 8))], LAST]),
        (SplitBlock(12, (0.01, 0.255), (0.62, 0.255)), [[HEAD, (B, (1, 2, 5, 6)), (B, (3, 4, 7, 8))], LAST]),
        (CutBlock(5), [[HEAD, (B, (1, 2, 3, 4)), (B, (5, 6, 7, 8))], LAST]),
        (JoinBlocks((21, 12)), [[HEAD, (B, (*range(1, 13), 15))]]),
        (JoinBlocks((11, 12)), [[(B, (13, *range(1, 9)))], LAST]),
        (JoinBlocks((31, 21)), [FIRST, [(B, (9, 10, 11, 12, 14, 15))]]),
        (OrderBlocks(10, ((5, 6, 7, 8), (1, 2, 3, 4))), [[(B, (5, 6, 7, 8, 1, 2, 3, 4)), HEAD], LAST]),
        (OrderBlocks(10, ((5, 6, 7, 8), (13,))), [[(B, (5, 6, 7, 8)), HEAD, (B, (1, 2, 3, 4))], LAST]),
    ],
)
def test_articles_after(edit: Edit, expected: list[list[tuple[Role, tuple[int, ...]]]]) -> None:
    assert shape(after(edit)) == expected


def test_lines_outside_a_new_outline_wait_for_another_article() -> None:
    page = after(ReshapeBlock(12, (SECOND_COLUMN,)))
    assert unplaced(page) == (1, 2, 3, 4)
    assert [block.id for block in page.articles[0].blocks] == [11, 12]


def test_what_was_said_of_an_article_holds_when_all_of_it_is_drawn_round() -> None:
    page = after(DrawBlock(box(0, 0.05, 0.62, 0.4)))
    assert shape(page) == [FIRST, LAST]
    assert (page.articles[0].id, page.articles[0].value(Field.TITLE)) == (10, "题")


def test_an_outline_that_is_left_as_it_is_changes_nothing() -> None:
    for block in PAGE.blocks():
        assert after(ReshapeBlock(block.id, tuple(block_outlines(PAGE, block)))) == PAGE


def test_lines_of_others_that_an_outline_covers_already_stay_theirs() -> None:
    """A byline at the right of a paragraph's short last line is inside the outline that closes over the paragraph's end."""
    lines = tuple(
        replace(line, outline=Rect(0.05, 0.26, 0.12, 0.28))
        if line.number == 3
        else replace(line, outline=Rect(0.2, 0.26, 0.3, 0.28))
        if line.number == 14
        else line
        for line in PAGE.lines
    )
    page = replace(PAGE, lines=lines, loose=(Block(31, Role.BYLINE, (14,)),))
    changed = after(ReshapeBlock(12, (box(0, 0.19, 0.32, 0.29), SECOND_COLUMN)), page)
    assert shape(changed)[0] == [HEAD, (B, (1, 2, 3, 5, 6, 7, 8))]
    assert unplaced(changed) == (14, 4)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (DrawBlock(box(0.95, 0.95, 1, 1)), "no_lines_inside"),
        (DrawBlock(((0.1, 0.1), (0.9, 0.9))), "no_lines_inside"),
        (DrawBlock(SECOND_COLUMN, 77), "article_gone"),
        (ReshapeBlock(12, ()), "no_lines_inside"),
        (ReshapeBlock(77, (SECOND_COLUMN,)), "block_gone"),
        (SplitBlock(12, (0.01, 0.5), (0.31, 0.5)), "split_beside"),
        (SplitBlock(12, (0.7, 0.255), (0.9, 0.255)), "split_beside"),
        (SplitBlock(12, (0.2, 0.25), (0.2, 0.25)), "split_beside"),
        (SplitBlock(77, (0, 0), (1, 1)), "block_gone"),
        (CutBlock(1), "cut_at_start"),
        (CutBlock(77), "no_such_lines"),
        (JoinBlocks((12,)), "one_block"),
        (JoinBlocks((12, 77)), "block_gone"),
        (OrderBlocks(10, ()), "line_elsewhere"),
        (OrderBlocks(10, ((9,),)), "line_elsewhere"),
        (OrderBlocks(77, ((9,),)), "article_gone"),
    ],
)
def test_refused(edit: Edit, why: str) -> None:
    with pytest.raises(EditRefused) as refused:
        after(edit)
    assert refused.value.why == why


@given(st.data())
def test_whatever_is_drawn_every_line_stands_in_one_block(data: st.DataObject) -> None:
    page, fresh = PAGE, itertools.count(1000)
    for _ in range(data.draw(st.integers(1, 8))):
        edit = data.draw(outline_edits(page))
        try:
            page = settled(edit.apply(page, lambda: next(fresh)))
        except EditRefused:
            continue
        assert keeps_every_line(page)
        assert page.lines == PAGE.lines
        ids = [block.id for block in page.blocks()] + [article.id for article in page.articles]
        assert len(ids) == len(set(ids))
