"""What becomes of suggestions when an editor judges, says or clears something."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from models.domain.article import Article, Block, fingerprint, needs_tagging
from models.domain.label import Field, Label, Origin, Suggested, Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source
from models.domain.role import Role
from models.editing.articles import MergeArticles
from models.editing.edit import Edit
from models.editing.labels import AddTag, JudgeLabel, Retag, RewordTag, SetField
from models.errors import EditRefused

TITLE = Label(1, Field.TITLE, "北岸新桥通车", Origin.ENGINE, confidence=0.9)
OTHER_TITLE = Label(2, Field.TITLE, "新桥", Origin.ENGINE, confidence=0.4)
PERSON = Label(3, Field.PERSON, "林小满", Origin.ENGINE, confidence=0.7)


def page_of(*labels: tuple[Label, ...]) -> Page:
    """One article of one line for each group of labels; article 10 is the first, 11 the second."""
    articles = tuple(Article(10 + i, (Block(20 + i, Role.BODY, (1 + i,)),), its_labels) for i, its_labels in enumerate(labels))
    lines = tuple(Line(1 + i, "新桥通车。") for i in range(len(labels)))
    source = Source("a", "a.txt", SourceKind.DUMP)
    return Page(5, Header(), source, PageState.OPEN, Regime.PARAGRAPHS, lines, articles)


def after(edit: Edit, page: Page) -> Article:
    fresh = itertools.count(100)
    return edit.apply(page, lambda: next(fresh)).articles[0]


def test_own_words_stand_beside_the_suggestion() -> None:
    article = after(SetField(10, Field.TITLE, " 新桥昨日通车 "), page_of((TITLE,)))
    assert article.value(Field.TITLE) == "新桥昨日通车"
    assert TITLE in article.labels


def test_own_words_that_are_the_suggestion_accept_it() -> None:
    page = page_of((TITLE, OTHER_TITLE, Label(4, Field.TITLE, "桥", Origin.EDITOR, Verdict.ACCEPTED)))
    article = after(SetField(10, Field.TITLE, TITLE.value), page)
    assert article.labels == (replace(TITLE, verdict=Verdict.ACCEPTED), OTHER_TITLE)


def test_saying_the_same_again_changes_nothing() -> None:
    page = page_of((TITLE, Label(4, Field.TITLE, "桥", Origin.EDITOR, Verdict.ACCEPTED)))
    assert after(SetField(10, Field.TITLE, "桥"), page) == page.articles[0]


def test_clearing_a_field_rejects_what_was_suggested() -> None:
    article = after(SetField(10, Field.TITLE, " "), page_of((TITLE, OTHER_TITLE, PERSON)))
    assert article.value(Field.TITLE) is None
    assert article.value(Field.PERSON) == "林小满"


def test_one_title_is_accepted_at_a_time() -> None:
    article = after(JudgeLabel(10, 2, Verdict.ACCEPTED), page_of((replace(TITLE, verdict=Verdict.ACCEPTED), OTHER_TITLE)))
    assert article.labels == (TITLE, replace(OTHER_TITLE, verdict=Verdict.ACCEPTED))


def test_own_title_gives_way_to_an_accepted_suggestion() -> None:
    page = page_of((TITLE, Label(4, Field.TITLE, "桥", Origin.EDITOR, Verdict.ACCEPTED)))
    assert after(JudgeLabel(10, 1, Verdict.ACCEPTED), page).value(Field.TITLE) == TITLE.value


def test_own_tag_that_is_rejected_goes() -> None:
    own = Label(4, Field.PERSON, "何川", Origin.EDITOR, Verdict.ACCEPTED)
    assert after(JudgeLabel(10, 4, Verdict.REJECTED), page_of((PERSON, own))).labels == (PERSON,)


def test_own_tag_is_never_pending() -> None:
    own = Label(4, Field.PERSON, "何川", Origin.EDITOR, Verdict.ACCEPTED)
    assert after(JudgeLabel(10, 4, Verdict.PENDING), page_of((own,))).labels == (own,)


def test_adding_a_suggested_tag_accepts_it() -> None:
    rejected = replace(PERSON, verdict=Verdict.REJECTED)
    assert after(AddTag(10, Field.PERSON, "林小满"), page_of((rejected,))).labels == (
        replace(PERSON, verdict=Verdict.ACCEPTED),
    )


def test_rewording_keeps_what_was_suggested_as_rejected() -> None:
    article = after(RewordTag(10, 3, "林晓满"), page_of((PERSON,)))
    assert article.values(Field.PERSON) == ("林晓满",)
    assert article.labels[0] == replace(PERSON, verdict=Verdict.REJECTED)


@pytest.mark.parametrize("word", ["", "  "])
def test_rewording_to_nothing_is_refused(word: str) -> None:
    with pytest.raises(EditRefused):
        after(RewordTag(10, 3, word), page_of((PERSON,)))


def test_new_suggestions_keep_the_identity_of_those_made_again() -> None:
    page = page_of((TITLE, PERSON))
    news = (
        Suggested(Field.PERSON, "林小满", 0.95),
        Suggested(Field.PERSON, "何川", 0.5),
        Suggested(Field.PERSON, "何川", 0.4),
    )
    article = after(Retag(10, fingerprint(page.articles[0]), news), page)
    assert [(label.id, label.value, label.confidence) for label in article.labels] == [
        (3, "林小满", 0.95),
        (100, "何川", 0.5),
    ]
    assert not needs_tagging(article)


def test_new_suggestions_leave_verdicts_alone() -> None:
    judged = (replace(TITLE, verdict=Verdict.REJECTED), replace(PERSON, verdict=Verdict.ACCEPTED))
    page = page_of(judged)
    news = (Suggested(Field.TITLE, TITLE.value, 0.99), Suggested(Field.PERSON, "林小满", 0.1))
    assert after(Retag(10, fingerprint(page.articles[0]), news), page).labels == judged


def test_merging_keeps_what_the_editor_said_of_either() -> None:
    own = Label(4, Field.GENRE, "通讯", Origin.EDITOR, Verdict.ACCEPTED)
    accepted = replace(PERSON, id=5, verdict=Verdict.ACCEPTED)
    merged = after(MergeArticles(10, 11), page_of((TITLE, PERSON), (own, accepted, OTHER_TITLE)))
    assert set(merged.labels) == {TITLE, own, accepted}


def test_merging_prefers_what_the_editor_said_of_the_first() -> None:
    accepted = replace(TITLE, verdict=Verdict.ACCEPTED)
    own = Label(4, Field.TITLE, "桥", Origin.EDITOR, Verdict.ACCEPTED)
    assert after(MergeArticles(10, 11), page_of((accepted,), (own,))).labels == (accepted,)
