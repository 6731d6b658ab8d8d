"""What keys mean on a page: the right edit, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.shell import commands
from desktop.shell.commands import Chosen
from models.archive import Archive
from models.domain.page import Page
from models.domain.role import Role
from models.editing.articles import (
    DissolveArticle,
    MergeArticles,
    MoveLines,
    NewArticle,
    ReorderArticle,
    SplitArticle,
)
from models.editing.blocks import ReleaseLines, SetRole
from models.editing.edit import Edit
from models.errors import EditRefused


@pytest.fixture
def page(archive: Archive, file_page: Callable[..., int]) -> Page:
    return archive.page(file_page())


@pytest.fixture
def ids(page: Page) -> tuple[int, int]:
    first, second = page.articles
    return first.id, second.id


def test_each_command_makes_its_edit(page: Page, ids: tuple[int, int]) -> None:
    first, second = ids
    assert commands.split(page, Chosen(first, (2, 3, 4), 3)) == SplitArticle(first, 3)
    assert commands.merge_with_next(page, Chosen(first)) == MergeArticles(first, second)
    assert commands.merge_with_previous(page, Chosen(second)) == MergeArticles(first, second)
    assert commands.merge_with(page, Chosen(second), first) == MergeArticles(first, second)
    assert commands.merge_with(page, Chosen(first), second) == MergeArticles(first, second)
    assert commands.cut_out(page, Chosen(first, (3, 4))) == NewArticle((3, 4))
    assert commands.release(page, Chosen(None, (3,))) == ReleaseLines((3,))
    assert commands.set_role(page, Chosen(None, (3,)), Role.LEAD) == SetRole((3,), Role.LEAD)
    assert commands.dissolve(page, Chosen(second)) == DissolveArticle(second)
    assert commands.reorder(page, Chosen(first), 1) == ReorderArticle(first, 1)


@pytest.mark.parametrize(
    ("command", "chosen", "why"),
    [
        (commands.split, Chosen(), "no_such_lines"),
        (commands.split, Chosen(None, (9,), 9), "article_gone"),
        (commands.cut_out, Chosen(None, (99,)), "no_such_lines"),
        (commands.release, Chosen(), "no_such_lines"),
        (commands.dissolve, Chosen(), "article_gone"),
        (commands.merge_with_next, Chosen(), "article_gone"),
    ],
)
def test_commands_refuse_what_makes_no_sense(
    page: Page, command: Callable[[Page, Chosen], Edit], chosen: Chosen, why: str
) -> None:
    with pytest.raises(EditRefused) as refusal:
        command(page, chosen)
    assert refusal.value.why == why


def test_nothing_beside_the_last_article(page: Page, ids: tuple[int, int]) -> None:
    with pytest.raises(EditRefused) as refusal:
        commands.merge_with_next(page, Chosen(ids[1]))
    assert refusal.value.why == "no_article_beside"
    with pytest.raises(EditRefused):
        commands.reorder(page, Chosen(ids[0]), -1)


@pytest.mark.parametrize(
    ("lines", "number", "before"),
    [((4,), 2, 5), ((10,), 1, None), ((3,), 1, 4), ((7,), 2, 8), ((8,), 1, None), ((1, 2), 2, 5)],
)
def test_given_lines_go_where_they_stand_on_the_page(
    page: Page, lines: tuple[int, ...], number: int, before: int | None
) -> None:
    edit = commands.give(page, Chosen(None, lines), number)
    assert edit == MoveLines(lines, page.articles[number - 1].id, before)


def test_no_article_of_that_number(page: Page) -> None:
    with pytest.raises(EditRefused) as refusal:
        commands.give(page, Chosen(None, (3,)), 3)
    assert refusal.value.why == "no_such_article"


def test_doubtful_joints_come_in_reading_order_and_round_the_page(page: Page, ids: tuple[int, int]) -> None:
    def right(chosen: Chosen) -> int | None:
        joint = commands.next_doubt(page, chosen)
        return joint.claim.right if joint else None

    assert right(Chosen()) == 3
    assert right(Chosen(ids[0], (3,), 3)) == 7
    assert right(Chosen(ids[1], (), 5)) == 7
    assert right(Chosen(ids[1], (6, 7), 7)) == 3
    assert right(Chosen(ids[0], (2, 3, 4), 2)) == 3, "a doubt within the selected block comes after its cursor"


def test_joint_in_view_is_the_one_above_the_cursor(page: Page) -> None:
    joint = commands.current_doubt(page, Chosen(None, (6, 7), 7))
    assert joint is not None
    assert joint.claim.right == 7
    assert commands.current_doubt(page, Chosen(None, (6, 7), 6)) is None


def test_neighbours_in_reading_order(page: Page, ids: tuple[int, int]) -> None:
    first, second = ids
    assert commands.neighbour(page, None, 1) == first
    assert commands.neighbour(page, None, -1) == second
    assert commands.neighbour(page, first, 1) == second
    assert commands.neighbour(page, second, 1) is None
