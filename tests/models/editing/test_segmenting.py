"""A page segmented again after an editor has worked on it: what he decided stays, and undo takes it back exactly."""

from __future__ import annotations

import itertools
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.label import Field, Verdict
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.locks import Locks
from models.domain.page import Header, Page, PageReading, PageState, Source, follows, keeps_every_line
from models.domain.role import Role
from models.editing.articles import DissolveArticle, MergeArticles, MoveLines, NewArticle, ReorderArticle, SplitArticle
from models.editing.blocks import ReleaseLines, SetRole
from models.editing.edit import Edit
from models.editing.history import History, new_id
from models.editing.labels import JudgeJoint, SetField
from models.editing.outlines import CutBlock
from models.editing.pages import FinishPage
from models.editing.readings import Reread
from models.editing.segmenting import SegmentAgain
from models.editing.words import CorrectLine
from models.engines import Engines
from models.errors import KnownError
from models.importing.compose import compose
from models.importing.prepare import PreparedPage
from models.reading.text_dump import regime, split_lines
from models.store import journal, queries
from models.store.connection import Store
from tests.typeset import truth as typeset
from tests.typeset.pages import page as typeset_page

STORIES = (
    (
        "石桥村接通自来水",
        "本报讯（记者田小满）昨天，石桥村三百户人家第一次用上自来水，老井从此封存。",
        "水从十二公里外的青崖水库引来，管道翻过两座山。村民每吨只付一元八角。",
    ),
    (
        "渔港添了制冰机",
        "本报讯（记者陆晚舟）月湾渔港的新制冰机上周开动，一天能出冰四十吨，渔船不必再去邻县装冰。",
        "制冰机由渔业合作社集资购置。社长说，冰价便宜了三成，鱼货能多放两天。",
    ),
    (
        "女排姑娘下乡教球",
        "五名退役女排队员近日来到松岭中学，每周教学生打两次排球。",
        "学校原先没有体育老师。校长说，孩子们现在盼着星期三。",
    ),
    ("声明", "松岭乡供销社财务章（编号3307）遗失，声明作废。"),
)
EXTRA = ("图为学生在练习发球。 陆晚舟摄", "责任编辑：周定远", "本报记者 何文茵", "（下转第三版）")


@cache
def engines() -> Engines:
    return Engines(Path("/nonexistent"))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Two to four stories, headings first or last, some paragraphs cut and their rest elsewhere, small things between."""
    paragraphs: list[str] = []
    later: list[str] = []
    for story in draw(st.permutations(STORIES))[: draw(st.integers(2, 4))]:
        head, *body = story
        if draw(st.booleans()):
            cut = draw(st.integers(5, len(body[-1]) - 5))
            later.append(body[-1][cut:])
            body[-1] = body[-1][:cut]
        paragraphs += [head, *body] if draw(st.booleans()) else [*body, head]
        if draw(st.booleans()):
            paragraphs.append(draw(st.sampled_from(EXTRA)))
    text = "\n\n".join([*paragraphs, *later])
    lines = tuple(split_lines(text))
    return Reading(lines, SourceKind.DUMP, regime(lines), reader="text 1")


def file(history: History, reading: Reading) -> Page:
    proposal = engines().segmenter.propose(reading)
    source = Source("a", "a.txt", reading.kind, 0, reading.width, reading.height, reading.region)
    prepared = PreparedPage(Header(), source, reading, proposal, ((),) * len(proposal.articles))
    with history._store.transaction():
        page = compose(prepared, new_id)
        history.add(page)
    return page


def again(history: History, page_id: int) -> Page:
    """The page after it was segmented once more."""
    proposal = engines().segment(history.page(page_id), history.locks(page_id))
    history.perform(SegmentAgain(proposal), page_id)
    return queries.page(page_id)


def edits(page: Page) -> st.SearchStrategy[Edit]:
    """What an editor may do to a page, sense or nonsense."""
    number = st.sampled_from([line.number for line in page.lines])
    some = st.lists(number, min_size=1, max_size=3, unique=True).map(tuple)
    article = st.sampled_from([article.id for article in page.articles] or [1])
    kinds: list[st.SearchStrategy[Edit]] = [
        st.builds(SplitArticle, article, number),
        st.builds(MergeArticles, article, article),
        st.builds(MoveLines, some, article, st.none() | number),
        st.builds(NewArticle, some),
        st.builds(ReleaseLines, some),
        st.builds(SetRole, some, st.sampled_from(Role)),
        st.builds(ReorderArticle, article, st.integers(0, 5)),
        st.builds(CutBlock, number),
        st.builds(CorrectLine, number, st.sampled_from(["改过的一行。", "青崖水库"])),
        st.builds(SetField, article, st.just(Field.TITLE), st.sampled_from(["编者定的题", "另一题"])),
        st.builds(DissolveArticle, article),
    ]
    if page.joints:
        joint = st.sampled_from([joint.id for joint in page.joints])
        kinds += [st.builds(JudgeJoint, joint, st.sampled_from(Verdict))] * 3
    return st.one_of(kinds)


def roles(page: Page) -> dict[int, Role]:
    return {number: block.role for block in page.blocks() for number in block.lines}


class Editor:
    """Works on a page and remembers what he decided, by the plain meaning of his steps."""

    def __init__(self, history: History, page: Page) -> None:
        self.history, self.page = history, page
        self.joined: set[tuple[int | None, int]] = set()
        self.parted: set[tuple[int, int]] = set()
        self.roles: dict[int, Role] = {}
        self.done = 0

    def perform(self, edit: Edit) -> None:
        before = self.page
        try:
            self.done += bool(self.history.perform(edit, before.id).pages)
        except KnownError:
            return
        after = self.page = queries.page(before.id)
        new, gone = follows(after) - follows(before), follows(before) - follows(after)
        loose = [set(itertools.pairwise(block.lines)) for block in after.loose]
        self.joined = (self.joined | new) - gone
        cut = {(a, b) for a, b in gone if a is not None and not any((a, b) in pairs for pairs in loose)}
        self.parted = (self.parted | cut) - new
        old = roles(before)
        self.roles |= {number: role for number, role in roles(after).items() if old[number] is not role}

    def verdicts(self) -> set[tuple[tuple[int | None, int], Verdict]]:
        return {((joint.claim.left, joint.claim.right), joint.verdict) for joint in self.page.joints}

    def accepted(self) -> set[tuple[int | None, int]]:
        return {pair for pair, verdict in self.verdicts() if verdict is Verdict.ACCEPTED} & follows(self.page)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), readings(), st.integers(1, 8))
def test_every_decision_of_the_editor_stays(data: st.DataObject, reading: Reading, steps: int) -> None:
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "archive.sqlite")) as store:
        history = History(store)
        editor = Editor(history, file(history, reading))
        for _ in range(steps):
            editor.perform(data.draw(edits(editor.page)))
        before = editor.page
        after = again(history, before.id)
        assert keeps_every_line(after)
        assert editor.joined | editor.accepted() <= follows(after)
        assert editor.parted.isdisjoint(follows(after))
        assert editor.roles.items() <= roles(after).items()
        assert (after.corrections, after.lines) == (before.corrections, before.lines)
        said = {label for article in before.articles for label in article.labels if label.verdict is Verdict.ACCEPTED}
        assert {label.field for label in said} <= {label.field for article in after.articles for label in article.labels}
        verdicts = {(j.claim.left, j.claim.right): j.verdict for j in after.joints}
        refused = {pair for pair, verdict in editor.verdicts() if verdict is Verdict.REJECTED}
        assert (refused - editor.joined - {(None, line.number) for line in before.lines}).isdisjoint(follows(after))
        assert refused <= {pair for pair, verdict in verdicts.items() if verdict is Verdict.REJECTED}
        assert again(history, before.id) == after
        if after != before:
            history.undo()
        assert queries.page(before.id) == before


@pytest.fixture
def small(history: History) -> Page:
    """石桥村 under its heading, 渔港 under its own; what a dump has: 1, 3, 5 and 7, 9, 11."""
    text = "\n\n".join([f"## {STORIES[0][0]}", *STORIES[0][1:], f"## {STORIES[1][0]}", *STORIES[1][1:]])
    lines = tuple(split_lines(text))
    page = file(history, Reading(lines, SourceKind.DUMP, Regime.PARAGRAPHS))
    assert [article.lines for article in page.articles] == [(1, 3, 5), (7, 9, 11)]
    return page


def test_a_page_that_nobody_has_worked_on_stays_as_it_is(history: History, small: Page) -> None:
    assert history.locks(small.id) == Locks()
    assert again(history, small.id) == small


def test_a_printed_page_stays_as_it_is_but_for_what_an_editor_decided(history: History) -> None:
    page = file(history, typeset.reading(typeset_page(1)))
    assert again(history, page.id) == page
    first, second = page.articles[:2]
    history.perform(MergeArticles(second.id, first.id), page.id)
    merged = queries.page(page.id)
    after = again(history, page.id)
    assert {(second.lines[-1], first.lines[0])} <= follows(after)
    untouched = {article.lines for article in merged.articles[1:]}
    assert len(untouched & {article.lines for article in after.articles}) > len(untouched) - 3


def test_a_split_stays_and_articles_are_the_same(history: History, small: Page) -> None:
    history.perform(SplitArticle(small.articles[0].id, 5), small.id)
    split = queries.page(small.id)
    after = again(history, small.id)
    assert [article.lines for article in after.articles] == [(1, 3), (5,), (7, 9, 11)]
    assert [article.id for article in after.articles] == [article.id for article in split.articles]


def test_the_order_of_articles_is_the_editors(history: History, small: Page) -> None:
    history.perform(ReorderArticle(small.articles[1].id, 0), small.id)
    assert [article.lines for article in again(history, small.id).articles] == [(7, 9, 11), (1, 3, 5)]


def test_released_lines_find_a_home_but_not_where_they_were_taken_from(history: History, small: Page) -> None:
    history.perform(ReleaseLines((11,)), small.id)
    after = again(history, small.id)
    assert (9, 11) not in follows(after)
    assert not [block for block in after.loose if block.role is Role.BODY]


def test_what_was_said_of_an_article_that_is_no_more_goes_where_its_lines_go(history: History, small: Page) -> None:
    history.perform(ReleaseLines((3, 5)), small.id)
    history.perform(NewArticle((3,)), small.id)
    history.perform(NewArticle((5,)), small.id)
    page = queries.page(small.id)
    second = next(article for article in page.articles if article.lines == (5,))
    history.perform(SetField(second.id, Field.TITLE, "编者定的题"), small.id)
    after = again(history, small.id)
    assert next(article for article in after.articles if 5 in article.lines).value(Field.TITLE) == "编者定的题"


def test_a_finished_page_that_changes_is_open_again(history: History, small: Page) -> None:
    history.perform(FinishPage(), small.id)
    assert again(history, small.id).state is PageState.FINISHED
    first, second = small.articles
    other = engines().segment(small, Locks(frozenset({(first.lines[-1], second.lines[0])})))
    history.perform(SegmentAgain(other), small.id)
    assert queries.page(small.id).state is PageState.OPEN


def test_another_reading_takes_the_decisions_along(history: History) -> None:
    page = file(history, typeset.reading(typeset_page(1)))
    long = max(page.articles, key=lambda article: len(article.lines))
    line = long.lines[len(long.lines) // 2]
    history.perform(SplitArticle(long.id, line), page.id)
    read = replace(page.reading, lines=tuple(replace(one, number=one.number + 500) for one in page.lines), reader="ocr 2")
    with history._store.transaction():
        fresh = file_again(page, read)
        history.take_reading(fresh, page.id, replace=True)
    assert history.locks(page.id).follows >= {(None, line + 500)}
    after = again(history, page.id)
    assert (None, line + 500) in follows(after)
    assert len(history.locks(page.id).follows) < len(page.lines) / 2, "what nobody has touched is free"


def file_again(page: Page, read: PageReading) -> Page:
    """The same sheet composed anew from another reading."""
    source = page.source
    form = (source.kind, page.regime, source.width, source.height)
    reading = Reading(read.lines, *form, reader=read.reader, graphics=read.graphics)
    proposal = engines().segmenter.propose(reading)
    return compose(PreparedPage(Header(), source, reading, proposal, ((),) * len(proposal.articles)), new_id)


def test_the_journal_holds_no_proposal(history: History, small: Page) -> None:
    other = engines().segment(small, Locks(frozenset({(5, 7)})))
    history.perform(SegmentAgain(other), small.id)
    assert journal.latest(1)[0].detail == {"articles": len(other.articles)}


def test_lines_that_a_new_reading_brings_are_placed(history: History, small: Page) -> None:
    history.perform(Reread((Line(1, "水管由县水利队铺设，工期四个月。"),), "reader 2"), small.id)
    waiting = [n for block in queries.page(small.id).loose for n in block.lines]
    after = again(history, small.id)
    assert waiting
    assert all(after.article_of_line(number) for number in waiting)
