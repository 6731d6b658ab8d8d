"""Edits of articles and blocks: where lines land, in which order, and in which role."""

from __future__ import annotations

import itertools

import pytest

from models.domain.article import Article, Block
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source, keeps_every_line, unplaced
from models.domain.role import Role
from models.editing.articles import DissolveArticle, MergeArticles, MoveLines, NewArticle, ReorderArticle, SplitArticle
from models.editing.blocks import ReleaseLines, SetRole
from models.editing.edit import Edit, settled
from models.editing.pages import FinishPage, ReopenPage
from models.errors import EditRefused, LinesLeft

H, B, F, D = Role.HEADLINE, Role.BODY, Role.FURNITURE, Role.DUPLICATE

PAGE = Page(
    1,
    Header(),
    Source("a", "a.txt", SourceKind.DUMP),
    PageState.OPEN,
    Regime.PARAGRAPHS,
    tuple(Line(number, f"第{number}行") for number in range(1, 10)),
    (
        Article(10, (Block(11, H, (1,)), Block(12, B, (2, 3, 4)))),
        Article(20, (Block(21, H, (5,)), Block(22, B, (6, 7)))),
    ),
    (Block(31, F, (8,)), Block(32, D, (9,), (4,))),
)


def after(edit: Edit, page: Page = PAGE) -> Page:
    fresh = itertools.count(100)
    changed = settled(edit.apply(page, lambda: next(fresh)))
    assert keeps_every_line(changed)
    return changed


def shape(page: Page) -> list[list[tuple[Role, tuple[int, ...]]]]:
    return [[(block.role, block.lines) for block in article.blocks] for article in page.articles]


def loose(page: Page) -> list[tuple[Role, tuple[int, ...], tuple[int, ...]]]:
    return [(block.role, block.lines, block.repeats) for block in page.loose]


FIRST = [(H, (1,)), (B, (2, 3, 4))]
SECOND = [(H, (5,)), (B, (6, 7))]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (SplitArticle(10, 3), [[(H, (1,)), (B, (2,))], [(B, (3, 4))], SECOND]),
        (SplitArticle(10, 2), [[(H, (1,))], [(B, (2, 3, 4))], SECOND]),
        (MergeArticles(20, 10), [[*SECOND, *FIRST]]),
        (MoveLines((3,), 20), [[(H, (1,)), (B, (2,)), (B, (4,))], [*SECOND, (B, (3,))]]),
        (MoveLines((3, 4), 20, 7), [[(H, (1,)), (B, (2,))], [(H, (5,)), (B, (6,)), (B, (3, 4)), (B, (7,))]]),
        (MoveLines((4,), 10, 1), [[(B, (4,)), (H, (1,)), (B, (2, 3))], SECOND]),
        (MoveLines((1, 2, 3, 4), 20, 5), [[*FIRST, *SECOND]]),
        (MoveLines((8, 9), 20), [FIRST, [*SECOND, (B, (8,)), (B, (9,))]]),
        (NewArticle((3, 6)), [[(H, (1,)), (B, (2,)), (B, (4,))], [(B, (3,)), (B, (6,))], [(H, (5,)), (B, (7,))]]),
        (NewArticle((8,)), [FIRST, SECOND, [(B, (8,))]]),
        (NewArticle((1, 2, 3, 4)), [FIRST, SECOND]),
        (DissolveArticle(10), [SECOND]),
        (ReorderArticle(20, 0), [SECOND, FIRST]),
        (ReorderArticle(10, 99), [SECOND, FIRST]),
        (SetRole((3,), Role.CROSSHEAD), [[(H, (1,)), (B, (2,)), (Role.CROSSHEAD, (3,)), (B, (4,))], SECOND]),
        (SetRole((5, 6, 7), F), [FIRST]),
        (ReleaseLines((5, 6, 7)), [FIRST]),
    ],
)
def test_articles_after(edit: Edit, expected: list[list[tuple[Role, tuple[int, ...]]]]) -> None:
    assert shape(after(edit)) == expected


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (SetRole((2,), F), [(F, (8,), ()), (D, (9,), (4,)), (F, (2,), ())]),
        (SetRole((9,), F), [(F, (8,), ()), (F, (9,), ())]),
        (SetRole((9,), B), [(F, (8,), ()), (B, (9,), ())]),
        (ReleaseLines((9,)), [(F, (8,), ()), (B, (9,), ())]),
        (ReleaseLines((5,)), [(F, (8,), ()), (D, (9,), (4,)), (H, (5,), ())]),
        (DissolveArticle(20), [(F, (8,), ()), (D, (9,), (4,)), (H, (5,), ()), (B, (6, 7), ())]),
    ],
)
def test_loose_blocks_after(edit: Edit, expected: list[object]) -> None:
    assert loose(after(edit)) == expected


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (SplitArticle(10, 1), "split_at_start"),
        (SplitArticle(10, 5), "line_elsewhere"),
        (MergeArticles(10, 10), "merge_with_itself"),
        (MoveLines((3,), 10, 3), "move_onto_itself"),
        (MoveLines((3,), 20, 2), "line_elsewhere"),
        (MoveLines((), 20), "no_such_lines"),
        (NewArticle((77,)), "no_such_lines"),
        (DissolveArticle(77), "article_gone"),
    ],
)
def test_refused(edit: Edit, why: str) -> None:
    with pytest.raises(EditRefused) as refused:
        after(edit)
    assert refused.value.why == why


def test_page_is_finished_only_when_every_line_is_placed() -> None:
    finished = after(FinishPage())
    assert finished.state is PageState.FINISHED
    released = after(ReleaseLines((3,)), finished)
    assert (released.state, unplaced(released)) == (PageState.OPEN, (3,))
    with pytest.raises(LinesLeft) as refused:
        after(FinishPage(), released)
    assert refused.value.lines == (3,)


def test_reopening() -> None:
    assert after(ReopenPage(), after(FinishPage())) == PAGE
