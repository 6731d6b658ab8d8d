"""A line's words: the machine's stay beside the editor's, suggestions are taken or refused, nothing said is said twice."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from models.domain.article import Article, Block, fingerprint
from models.domain.correction import Correction, suggested
from models.domain.label import Origin, Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageReading, PageState, Source, keeps_the_reading, untagged
from models.domain.proofreading import doubtful_lines
from models.domain.role import Role
from models.editing.edit import Edit
from models.editing.words import ConfirmLine, CorrectLine, RefuseSuggestion, TakeSuggestion
from models.errors import EditRefused

LINES = (
    Line(1, "北岸新轿通车", unsure=(3,), confidence=0.97),
    Line(2, "昨曰上午，新桥正式通车。", confidence=0.6),
    Line(3, "市民纷纷前来观看。", confidence=0.99),
    Line(4, "木版编辑 何川", unsure=(0,)),
)
SECOND = Correction(50, 3, "市民纷纷前来参观。", Origin.ENGINE)


def page_of(*corrections: Correction) -> Page:
    article = Article(10, (Block(20, Role.HEADLINE, (1,)), Block(21, Role.BODY, (2, 3))))
    article = replace(article, tagged=fingerprint(article))
    source = Source("a", "a.png", SourceKind.PICTURE)
    page = Page(5, Header(), source, PageState.OPEN, Regime.WRAPPED, LINES, (article,), (Block(22, Role.FURNITURE, (4,)),))
    return replace(page, reading=PageReading(6, "reader 1", lines=LINES), corrections=corrections)


def after(page: Page, *edits: Edit) -> Page:
    fresh = itertools.count(1 + max((100, *(correction.id for correction in page.corrections))))
    for edit in edits:
        page = edit.apply(page, lambda: next(fresh))
        assert keeps_the_reading(page)
    return page


def test_an_editors_words_stand_and_the_machines_stay_beside_them() -> None:
    page = after(page_of(), CorrectLine(1, "北岸新桥通车"))
    line = page.line(1)
    assert (line.text, line.machine, line.unsure) == ("北岸新桥通车", "北岸新轿通车", ())
    assert page.reading.lines == LINES
    assert page.lines[1:] == LINES[1:]


def test_keys_of_one_burst_make_one_correction() -> None:
    page = after(page_of(), *(CorrectLine(1, text) for text in ("北", "北岸", "北岸新桥通车")))
    assert [(c.line, c.text, c.origin, c.verdict) for c in page.corrections] == [
        (1, "北岸新桥通车", Origin.EDITOR, Verdict.ACCEPTED)
    ]


def test_the_machines_words_withdraw_the_editors() -> None:
    assert after(page_of(), CorrectLine(1, "北岸新桥通车"), CorrectLine(1, LINES[0].text)) == page_of()


def test_a_line_stays_one_line() -> None:
    assert after(page_of(), CorrectLine(1, "北岸\n新桥\r\n通车")).line(1).text == "北岸 新桥 通车"


def test_a_line_may_turn_out_to_be_nothing() -> None:
    assert after(page_of(), CorrectLine(1, "")).line(1).text == ""


def test_a_line_that_is_not_there() -> None:
    for edit in (CorrectLine(9, "桥"), ConfirmLine(9)):
        with pytest.raises(EditRefused):
            after(page_of(), edit)


def test_a_corrected_article_needs_tagging_until_its_words_are_as_they_were() -> None:
    assert untagged(page_of()) == ()
    page = after(page_of(), CorrectLine(2, "昨日上午，新桥正式通车。"))
    assert [article.id for article in untagged(page)] == [10]
    assert untagged(after(page, CorrectLine(2, LINES[1].text))) == ()
    assert untagged(after(page_of(), ConfirmLine(2))) == ()


def test_doubtful_lines_come_in_reading_order_and_furniture_does_not_count() -> None:
    assert doubtful_lines(page_of(SECOND)) == (1, 2, 3)


def test_what_was_confirmed_or_corrected_is_doubtful_no_more() -> None:
    page = after(page_of(SECOND), ConfirmLine(1), CorrectLine(2, "昨日上午，新桥正式通车。"), ConfirmLine(3))
    assert doubtful_lines(page) == ()
    assert (page.line(1).text, page.line(1).machine, page.line(1).unsure) == (LINES[0].text, None, ())
    assert [c.verdict for c in page.corrections if c.id == SECOND.id] == [Verdict.REJECTED]


def test_confirming_twice_says_it_once() -> None:
    once = after(page_of(), ConfirmLine(1))
    assert after(once, ConfirmLine(1)) == once
    assert after(once, CorrectLine(1, LINES[0].text)) == once


def test_a_suggestion_is_taken_and_refused_again() -> None:
    taken = after(page_of(SECOND), TakeSuggestion(50))
    assert (taken.line(3).text, taken.line(3).machine) == (SECOND.text, LINES[2].text)
    assert 3 not in doubtful_lines(taken)
    refused = after(taken, RefuseSuggestion(50))
    assert refused.line(3) == LINES[2]
    assert 3 not in doubtful_lines(refused)


def test_a_refused_suggestion_leaves_the_readers_own_doubts() -> None:
    page = after(page_of(replace(SECOND, line=1, text="北岸新桥通车")), RefuseSuggestion(50))
    assert doubtful_lines(page) == (1, 2)


def test_taking_a_suggestion_overrules_what_the_editor_had_typed_and_the_other_suggestions() -> None:
    other = replace(SECOND, id=51, text="市民纷纷前去观看。")
    page = after(page_of(SECOND, other), CorrectLine(3, "市民纷纷前来看桥。"), TakeSuggestion(50))
    assert page.line(3).text == SECOND.text
    assert {c.id: c.verdict for c in page.corrections} == {50: Verdict.ACCEPTED, 51: Verdict.REJECTED}


def test_typing_overrules_a_suggestion_that_was_taken() -> None:
    page = after(page_of(SECOND), TakeSuggestion(50), CorrectLine(3, "市民纷纷前来看桥。"))
    assert page.line(3).text == "市民纷纷前来看桥。"
    assert [(c.origin, c.verdict) for c in page.corrections] == [
        (Origin.ENGINE, Verdict.REJECTED),
        (Origin.EDITOR, Verdict.ACCEPTED),
    ]


def test_what_is_suggested_after_a_correction_is_doubtful_what_was_before_is_not() -> None:
    page = after(page_of(SECOND), CorrectLine(3, "市民纷纷前来看桥。"))
    assert 3 not in doubtful_lines(page)
    later = replace(page, corrections=(*page.corrections, replace(SECOND, id=200, text="市民纷纷前来看轿。")))
    assert 3 in doubtful_lines(later)
    assert suggested(later.corrections)[3].id == 200
    typed_on = after(later, CorrectLine(3, "市民都来看桥。"))
    assert 3 not in doubtful_lines(typed_on)
    assert sum(correction.origin is Origin.EDITOR for correction in typed_on.corrections) == 1


def test_no_such_suggestion() -> None:
    page = after(page_of(), CorrectLine(1, "北岸新桥通车"))
    own = page.corrections[0].id
    for edit in (TakeSuggestion(own), RefuseSuggestion(own), TakeSuggestion(9), RefuseSuggestion(9)):
        with pytest.raises(EditRefused) as refused:
            after(page, edit)
        assert refused.value.why == "suggestion_gone"
