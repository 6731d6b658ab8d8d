"""A page read again: an editor's words and articles stand, nothing that was read is lost, and all of it can be undone."""

from __future__ import annotations

import datetime
import itertools
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.joint import Certainty, Claim
from models.domain.label import Field, Origin, Verdict
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source, keeps_every_line, keeps_the_reading, unplaced
from models.domain.proofreading import doubtful_lines
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.view import View
from models.editing.articles import MergeArticles
from models.editing.history import History, new_id
from models.editing.labels import JudgeJoint, SetField
from models.editing.pages import DescribePage, FinishPage
from models.editing.photos import DrawPhoto
from models.editing.readings import Reread, TakeReading
from models.editing.words import ConfirmLine, CorrectLine, RefuseSuggestion
from models.errors import EditRefused
from models.importing.compose import compose
from models.importing.prepare import PreparedPage
from models.store import journal, queries
from models.store.connection import Store
from tests.models.rereadings import read_again, wording
from tests.models.strategies import prepared_pages

LAYER = ("北岸新轿通车", "昨日上午，新桥正式通车。", "市民纷纷前来观看。", "夜校开班", "今起报名。")
SOURCE = Source("a", "a.pdf", SourceKind.PDF, 0, 595.0, 842.0)


def at(row: float, height: float = 0.02) -> Rect:
    return Rect(0.1, 0.1 + row * 0.03, 0.4, 0.1 + row * 0.03 + height)


def read(*lines: Line, reader: str = "ocr 1", articles: int = 1) -> PreparedPage:
    """The lines, from the top, as one article or as two cut before the fourth."""
    numbers = tuple(line.number for line in lines)
    parts = (numbers,) if articles == 1 else (numbers[:3], numbers[3:])
    segments = tuple((Segment(Role.HEADLINE, part[:1]), Segment(Role.BODY, part[1:])) for part in parts)
    claims = tuple(Claim(a, b, 0.6, Certainty.CHECK) for a, b in itertools.pairwise(numbers))
    photos = Graphics(photos=(Rect(0.5, 0.5, 0.9, 0.9),))
    reading = Reading(lines, SourceKind.PICTURE, Regime.WRAPPED, 2000.0, 2800.0, reader=reader, graphics=photos)
    header = Header("江畔晚报", datetime.date(2031, 5, 6), number="03")
    return PreparedPage(header, SOURCE, reading, Proposal(segments, claims=claims), ((),) * len(segments))


FIRST = read(*(Line(n, text, at(n)) for n, text in enumerate(LAYER, 1)), reader="text-layer 2", articles=2)
AGAIN = read(*(Line(n + 10, text.replace("轿", "桥"), at(n, 0.018)) for n, text in enumerate(LAYER, 1)))


@st.composite
def corrected_pages(draw: st.DrawFn) -> tuple[Page, Page]:
    """A page that an editor has worked on, and the same sheet read again."""
    fresh = itertools.count(1)
    page = compose(draw(prepared_pages()), lambda: next(fresh))
    for _ in range(draw(st.integers(1, 3))):
        with suppress(EditRefused):
            page = draw(wording(page)).apply(page, lambda: next(fresh))
    return page, compose(draw(read_again(page)), lambda: next(fresh))


@given(pages=corrected_pages())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_suggestions_alter_no_word_and_no_article(pages: tuple[Page, Page]) -> None:
    page, fresh = pages
    numbers = itertools.count(1000)
    now = Reread(fresh.reading.lines, "b 2").apply(page, lambda: next(numbers))
    assert keeps_every_line(now)
    assert keeps_the_reading(now)
    assert now.lines[: len(page.lines)] == page.lines
    assert (now.articles, now.loose[: len(page.loose)]) == (page.articles, page.loose)
    assert now.corrections[: len(page.corrections)] == page.corrections


@given(pages=corrected_pages())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_other_reading_loses_no_word_of_the_editor(pages: tuple[Page, Page]) -> None:
    page, fresh = pages
    numbers = itertools.count(1000)
    now = TakeReading(fresh, worked_on=True, described=False).apply(page, lambda: next(numbers))
    assert keeps_every_line(now)
    assert keeps_the_reading(now)
    assert now.reading.lines[: len(fresh.lines)] == fresh.reading.lines
    own = "".join(c.text for c in page.corrections if c.origin is Origin.EDITOR)
    assert Counter("".join(own.split())) <= Counter("".join(line.text for line in now.lines))


@pytest.fixture
def page(store: Store, history: History) -> Page:
    return filed(store, history, FIRST)


def filed(store: Store, history: History, prepared: PreparedPage) -> Page:
    with store.transaction():
        page = replace(compose(prepared, new_id), header=Header(number="02"))
        history.add(page)
    return page


def taken(store: Store, history: History, prepared: PreparedPage, page: Page, replace: bool = False) -> Page:
    with store.transaction():
        history.take_reading(compose(prepared, new_id), page.id, replace)
    return queries.page(page.id)


def test_a_page_that_nobody_worked_on_takes_the_new_reading(store: Store, history: History, page: Page) -> None:
    now = taken(store, history, AGAIN, page)
    assert [line.text for line in now.lines] == [line.text for line in AGAIN.reading.lines]
    assert (now.id, now.source, now.reading.reader, len(now.articles)) == (page.id, page.source, "ocr 1", 1)
    assert now.header == Header("江畔晚报", datetime.date(2031, 5, 6), number="03")
    history.undo()
    assert queries.page(page.id) == page
    history.redo()
    assert queries.page(page.id) == now


def test_a_page_without_text_is_open_once_it_is_read(store: Store, history: History) -> None:
    unread = Reading((), SourceKind.PICTURE, unread=True)
    page = filed(store, history, PreparedPage(Header(), SOURCE, unread, Proposal(()), ()))
    assert page.state is PageState.UNREAD
    history.perform(DescribePage(Header("青石日报")), page.id)
    now = taken(store, history, AGAIN, page)
    assert (now.state, now.header.newspaper, now.header.number) == (PageState.OPEN, "青石日报", "03")


def test_what_is_drawn_on_a_page_without_text_stays_and_its_text_comes_in_articles(store: Store, history: History) -> None:
    unread = Reading((), SourceKind.PICTURE, unread=True)
    page = filed(store, history, PreparedPage(Header(), SOURCE, unread, Proposal(()), ()))
    history.perform(DrawPhoto(Rect(0.5, 0.1, 0.9, 0.3)), page.id)
    reading = replace(AGAIN.reading, view=View(0, 1.5))
    now = taken(store, history, replace(AGAIN, reading=reading), page)
    assert (now.state, len(now.articles), unplaced(now), now.reading.view) == (PageState.OPEN, 1, (), View(0, 1.5))
    assert [photo.outline for photo in now.photos] == [Rect(0.5, 0.1, 0.9, 0.3)]
    history.undo()
    assert queries.page(page.id).lines == ()


def test_a_reading_of_nothing_changes_nothing(store: Store, history: History, page: Page) -> None:
    nothing = PreparedPage(Header(), SOURCE, Reading((), SourceKind.PICTURE, unread=True), Proposal(()), ())
    assert taken(store, history, nothing, page, replace=True) == page
    assert history.undo() is None


def test_where_an_editor_worked_the_words_stand_and_others_are_suggested(store: Store, history: History, page: Page) -> None:
    history.perform(MergeArticles(page.articles[0].id, page.articles[1].id), page.id)
    history.perform(CorrectLine(2, "昨天上午，新桥正式通车。"), page.id)
    before = queries.page(page.id)
    now = taken(store, history, AGAIN, page)
    assert (now.lines, now.articles, now.loose, now.reading) == (before.lines, before.articles, before.loose, before.reading)
    waiting = [(c.line, c.text, c.origin) for c in now.corrections if c.verdict is Verdict.PENDING]
    assert waiting == [(1, "北岸新桥通车", Origin.ENGINE)]
    assert doubtful_lines(now) == (1,)
    history.undo()
    assert queries.page(page.id) == before


def test_another_reading_of_a_corrected_line_is_suggested_beside_it(store: Store, history: History, page: Page) -> None:
    history.perform(CorrectLine(1, "南岸新桥通车"), page.id)
    now = taken(store, history, AGAIN, page)
    assert now.line(1).text == "南岸新桥通车"
    assert doubtful_lines(now) == (1,)


def test_what_was_refused_is_not_suggested_again(store: Store, history: History, page: Page) -> None:
    history.perform(ConfirmLine(2), page.id)
    suggestion = taken(store, history, AGAIN, page).corrections[-1]
    history.perform(RefuseSuggestion(suggestion.id), page.id)
    assert len(taken(store, history, AGAIN, page).corrections) == 2


def test_lines_that_were_not_there_wait_to_be_given(store: Store, history: History, page: Page) -> None:
    history.perform(ConfirmLine(2), page.id)
    history.perform(FinishPage(), page.id)
    lines = AGAIN.reading.lines
    new = (Line(16, "本版编辑", at(9)), Line(17, "何川", at(10)), *lines[:2], Line(20, "又一行", at(11)), Line(21, " ", at(12)))
    now = taken(store, history, read(*new), page)
    assert [line.text for line in now.lines] == [*LAYER, "本版编辑", "何川", "又一行"]
    assert [line.number for line in now.lines] == list(range(1, 9))
    assert (unplaced(now), [block.lines for block in now.loose]) == ((6, 7, 8), [(6, 7), (8,)])
    assert (now.articles, now.state) == (page.articles, PageState.OPEN)
    assert now.reading.reader == "text-layer 2 + ocr 1"
    assert queries.reading(page.reading.id) == page.reading
    history.undo()
    assert queries.page(page.id).lines == page.lines
    history.redo()
    assert taken(store, history, read(*new), page).lines == now.lines


def test_a_part_of_the_page_read_again(history: History, page: Page) -> None:
    """One line in two pieces, one beside it that was not there; what lies elsewhere is left alone."""
    left, right = Rect(0.1, 0.13, 0.24, 0.15), Rect(0.25, 0.13, 0.4, 0.15)
    lines = (Line(1, "桥通车", right), Line(2, "北岸新", left), Line(3, "图为新桥", Rect(0.6, 0.13, 0.8, 0.15)))
    history.perform(Reread(lines, "ocr 1"), page.id)
    now = queries.page(page.id)
    assert [(c.line, c.text) for c in now.corrections] == [(1, "北岸新桥通车")]
    assert (now.line(6).text, unplaced(now)) == ("图为新桥", (6,))
    assert journal.latest(1)[0].detail == {"reader": "ocr 1", "lines": 3}


def test_a_line_that_the_edge_of_a_part_cuts_through_is_not_spoken_for(history: History, page: Page) -> None:
    piece = Line(1, "岸新桥", Rect(0.1, 0.13, 0.29, 0.15))
    assert history.perform(Reread((piece,), "ocr 1"), page.id).pages == frozenset()


def test_the_other_reading_taken_keeps_what_the_editor_made(store: Store, history: History, page: Page) -> None:
    first, second = page.articles
    history.perform(MergeArticles(first.id, second.id), page.id)
    history.perform(SetField(first.id, Field.TITLE, "北岸添桥"), page.id)
    history.perform(CorrectLine(2, "昨天上午，新桥正式通车。"), page.id)
    history.perform(JudgeJoint(page.joints[0].id, Verdict.ACCEPTED), page.id)
    history.perform(DrawPhoto(Rect(0.5, 0.1, 0.9, 0.4), first.id), page.id)
    before = queries.page(page.id)
    now = taken(store, history, AGAIN, page, replace=True)
    assert [line.text for line in now.lines] == ["北岸新桥通车", "昨天上午，新桥正式通车。", *LAYER[2:]]
    assert now.line(12).machine == LAYER[1]
    (article,) = now.articles
    assert (article.id, article.lines, article.value(Field.TITLE)) == (first.id, (11, 12, 13, 14, 15), "北岸添桥")
    assert [block.role for block in article.blocks] == [block.role for block in before.articles[0].blocks]
    assert [joint.verdict for joint in now.joints] == [Verdict.ACCEPTED, *[Verdict.PENDING] * 3]
    assert (now.photos, now.header.number, now.header.newspaper) == (before.photos, "02", "江畔晚报")
    history.undo()
    assert queries.page(page.id) == before
    assert journal.latest(1)[0].name == "TakeReading"


def test_a_correction_goes_on_where_the_new_lines_break(store: Store, history: History, page: Page) -> None:
    history.perform(CorrectLine(1, "北岸新桥昨日通车"), page.id)
    halves = Line(1, "北岸新轿", Rect(0.1, 0.13, 0.24, 0.15)), Line(2, "通车", Rect(0.25, 0.13, 0.4, 0.15))
    now = taken(store, history, read(*halves, *AGAIN.reading.lines[1:]), page, replace=True)
    assert "".join(line.text for line in now.lines[:2]) == "北岸新桥昨日通车"
    assert [line.machine for line in now.lines[:2]] == ["北岸新轿", None]
    assert now.articles[0].lines[:2] == (1, 2)


def test_a_corrected_line_that_the_other_reading_lacks_is_kept(store: Store, history: History, page: Page) -> None:
    history.perform(CorrectLine(5, "即日起报名。"), page.id)
    now = taken(store, history, read(*AGAIN.reading.lines[:4]), page, replace=True)
    assert (now.lines[-1].number, now.lines[-1].text, now.lines[-1].machine) == (15, "即日起报名。", LAYER[4])
    assert now.articles[1].lines == (14, 15)


def test_lines_that_only_the_other_reading_has_wait_to_be_given(store: Store, history: History, page: Page) -> None:
    history.perform(ConfirmLine(5), page.id)
    now = taken(store, history, read(*AGAIN.reading.lines, Line(30, "又一行", at(12))), page, replace=True)
    assert unplaced(now) == (30,)


def test_other_words_open_a_finished_page_suggestions_do_not(store: Store, history: History, page: Page) -> None:
    history.perform(FinishPage(), page.id)
    assert taken(store, history, AGAIN, page).state is PageState.FINISHED
    assert taken(store, history, AGAIN, page, replace=True).state is PageState.OPEN


def test_after_reopening_the_taken_reading_is_there(store: Store, history: History, page: Page, tmp_path: Path) -> None:
    now = taken(store, history, AGAIN, page)
    store.close()
    again = Store(tmp_path / "archive.sqlite")
    assert queries.page(page.id) == now
    assert History(again).undo() is not None
    assert queries.page(page.id) == page
    again.close()
