"""A claim refused: the article begins there, or the other choice is made, in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.domain.article import Article, Block
from models.domain.joint import Alternative, Certainty, Claim, Joint
from models.domain.label import Field, Label, Origin, Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageReading, PageState, Source
from models.domain.role import Role
from models.editing.history import History, new_id
from models.editing.joints import ReplaceJoint
from models.errors import EditRefused
from models.store import queries
from models.store.connection import Store


def made(store: Store, history: History, articles: tuple[tuple[int, ...], ...], *claims: Claim) -> Page:
    """A page with such articles, whose lines are text, and such claims."""
    with store.transaction():
        lines = tuple(Line(n, f"第{n}行") for article in sorted(articles) for n in sorted(article))
        page = Page(
            new_id(),
            Header(),
            Source("a", "a.txt", SourceKind.DUMP),
            PageState.OPEN,
            Regime.PARAGRAPHS,
            lines,
            tuple(Article(new_id(), (Block(new_id(), Role.BODY, numbers),)) for numbers in articles),
            joints=tuple(Joint(new_id(), claim) for claim in claims),
            reading=PageReading(new_id(), "text 1", lines=lines),
        )
        history.add(page)
    return page


def claim(left: int | None, right: int, *others: int | None) -> Claim:
    return Claim(left, right, 0.5, Certainty.UNSURE, others=tuple(Alternative(line, 0.2) for line in others))


def lines(page: Page) -> list[tuple[int, ...]]:
    return [article.lines for article in queries.page(page.id).articles]


@pytest.mark.parametrize(
    ("articles", "of", "other", "expected"),
    [
        (((1, 2, 3), (4, 5)), claim(2, 3, None), None, [(1, 2), (3,), (4, 5)]),
        (((1, 2, 3), (4, 5)), claim(2, 3, 5), 5, [(1, 2), (4, 5, 3)]),
        (((1, 2, 3), (4, 5)), claim(2, 3, 4), 4, [(1, 2), (4, 3, 5)]),
        (((1, 2), (3, 4)), claim(None, 3, 2), 2, [(1, 2, 3, 4)]),
        (((1, 2), (3, 4)), claim(None, 3, 1), 1, [(1, 3, 4, 2)]),
        (((1, 2, 3, 4),), claim(None, 1, 4), 4, [(2, 3, 4, 1)]),
        (((1, 2, 3, 4),), claim(3, 4, 1), 1, [(1, 4, 2, 3)]),
    ],
)
def test_what_becomes_of_the_articles(
    store: Store,
    history: History,
    articles: tuple[tuple[int, ...], ...],
    of: Claim,
    other: int | None,
    expected: list[tuple[int, ...]],
) -> None:
    page = made(store, history, articles, of, claim(None, 2) if expected == [(2, 3, 4, 1)] else claim(8, 9))
    history.perform(ReplaceJoint(page.joints[0].id, other), page.id)
    assert lines(page) == expected
    assert queries.page(page.id).joints[0].verdict is Verdict.REJECTED
    history.undo()
    assert queries.page(page.id) == page


def test_two_texts_that_were_crossed_are_uncrossed(store: Store, history: History) -> None:
    page = made(store, history, ((1, 2, 6), (3, 4, 5)), claim(2, 6, 4), claim(4, 5, None, 2))
    history.perform(ReplaceJoint(page.joints[0].id, 4), page.id)
    assert lines(page) == [(1, 2, 5), (3, 4, 6)]


def test_an_article_that_goes_into_another_takes_its_labels_along(store: Store, history: History) -> None:
    page = made(store, history, ((1, 2), (3, 4)), claim(None, 3, 2))
    title = Label(page.articles[1].id + 100, Field.TITLE, "编者定的题", Origin.EDITOR, Verdict.ACCEPTED)
    titled = replace(page, articles=(page.articles[0], replace(page.articles[1], labels=(title,))))
    after = ReplaceJoint(page.joints[0].id, 2).apply(titled, new_id)
    assert after.articles[0].value(Field.TITLE) == "编者定的题"


def test_what_is_no_more_can_not_be_chosen(store: Store, history: History) -> None:
    page = made(store, history, ((1, 2, 3),), claim(2, 3, None), claim(1, 3, 2))
    with pytest.raises(EditRefused, match="joint_gone"):
        history.perform(ReplaceJoint(page.joints[1].id, 2), page.id)
    with pytest.raises(EditRefused, match="other_choice_gone"):
        history.perform(ReplaceJoint(page.joints[0].id, 9), page.id)
    with pytest.raises(EditRefused, match="other_choice_gone"):
        history.perform(ReplaceJoint(page.joints[0].id, 3), page.id)
