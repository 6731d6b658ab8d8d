"""The editor played by Hypothesis: whatever is done, undone, redone, read again and reopened, the laws hold."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.changes import Changes
from models.domain.article import Article, fingerprint
from models.domain.continuation import Continuation, Onward
from models.domain.geometry import Rect
from models.domain.joint import Certainty
from models.domain.label import MANY, Field, Origin, Verdict
from models.domain.line import Line
from models.domain.page import Page, PageReading, doubt, keeps_every_line, unplaced
from models.domain.role import LOOSE_ROLES, Role
from models.editing.articles import DissolveArticle, MergeArticles, MoveLines, NewArticle, ReorderArticle, SplitArticle
from models.editing.blocks import ReleaseLines, SetRole
from models.editing.continuations import JudgeContinuation, LinkArticles, Relink
from models.editing.edit import Edit
from models.editing.history import History, new_id
from models.editing.joints import ReplaceJoint
from models.editing.labels import AddTag, JudgeJoint, JudgeLabel, Retag, RewordTag, SetField
from models.editing.pages import DeletePage, DescribePage, FinishPage, ReopenPage
from models.editing.photos import DeletePhoto, DrawPhoto, GivePhoto, ReshapePhoto
from models.editing.segmenting import SegmentAgain
from models.editing.words import ConfirmLine, CorrectLine, RefuseSuggestion, TakeSuggestion
from models.errors import EditRefused, LinesLeft
from models.importing.compose import compose
from models.store import journal, queries
from models.store.connection import Store
from tests.models.rereadings import photographing, read_again, wording
from tests.models.strategies import headers, outline_edits, prepared_pages, proposals, suggestions, words

picks = st.integers(0, 9)
verdicts = st.sampled_from(Verdict)


class Editor(RuleBasedStateMachine):
    """Two pages, so that what is done to one may not touch the other; states are compared whole."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "archive.sqlite")
        self.history = History(self.store)
        self.past: list[tuple[Page, ...]] = []
        """The state before each step that can be undone."""
        self.future: list[tuple[Page, ...]] = []
        """The state after each step that can be redone, the next one last."""
        self.joined = False
        """Whether the last step is one of the gesture in hand, so that the next edit of it joins it."""

    @initialize(first=prepared_pages("a"), second=prepared_pages("b"))
    def import_pages(self, first: Any, second: Any) -> None:
        with self.store.transaction():
            composed = tuple(compose(prepared, new_id) for prepared in (first, second))
            for page in composed:
                self.history.add(page)
        self.pages = [page.id for page in composed]
        self.readings: dict[int, PageReading] = {page.reading.id: page.reading for page in composed}
        """Every one ever filed, as it was filed."""
        self.now = composed
        assert self.stored() == composed

    def stored(self) -> tuple[Page, ...]:
        return tuple(queries.page(page_id) for page_id in self.pages)

    def perform(self, edit: Edit, page: Page, gesture: int | None = None) -> None:
        try:
            changes = self.history.perform(edit, page.id, gesture)
        except (EditRefused, LinesLeft):
            assert self.stored() == self.now
            return
        read = page.reading
        self.entered(changes, page, gesture)
        assert self.now[self.pages.index(page.id)].reading == read

    def entered(self, changes: Changes, page: Page, gesture: int | None = None) -> None:
        """What was done to `page` is a step, unless it changed nothing."""
        if not changes.pages:
            assert self.stored() == self.now
            return
        assert page.id in changes.pages
        if gesture is None or not self.joined:
            self.past.append(self.now)
        self.joined = gesture is not None
        self.future.clear()
        self.now = self.stored()

    @rule(which=st.booleans(), data=st.data(), times=st.integers(1, 3))
    def restructure(self, which: bool, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(structural(self.now[which])), self.now[which])

    @rule(which=st.booleans(), data=st.data(), times=st.integers(1, 3))
    def relabel(self, which: bool, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(labelling(self.now[which])), self.now[which])

    @rule(which=st.booleans(), data=st.data(), times=st.integers(1, 3))
    def link(self, which: bool, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(linking(self.now[which], self.now[not which])), self.now[which])

    @rule(which=st.booleans(), data=st.data(), filed=st.booleans())
    def relink(self, which: bool, data: st.DataObject, filed: bool) -> None:
        """An engine speaks of its own accord when a page was filed, and so in no step; else within the editor's last one."""
        page, relink = self.now[which], Relink(data.draw(claims(self.now[which], self.now[not which])), filed)
        if filed and not self.past and not self.future:
            self.history.enter(relink, page.id)
        elif not filed:
            changes = self.history.follow_up(relink, page.id)
            assert not (changes.pages and self.future)
        self.now = self.stored()

    @rule(which=st.booleans(), data=st.data(), times=st.integers(1, 3))
    def correct(self, which: bool, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(wording(self.now[which])), self.now[which])

    @rule(which=st.booleans(), data=st.data())
    def type(self, which: bool, data: st.DataObject) -> None:
        """Keys of one burst in one line, and all of them taken back."""
        gesture, line = self.history.new_gesture(), data.draw(st.sampled_from(self.now[which].lines))
        self.joined = False
        for text in ("桥", "桥头", "桥头镇", line.text):
            self.perform(CorrectLine(line.number, text), self.now[which], gesture)
        self.joined = False
        assert self.now[which].line(line.number).text == line.text

    @rule(which=st.booleans(), data=st.data(), times=st.integers(1, 2))
    def draw_photos(self, which: bool, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(photographing(self.now[which])), self.now[which])

    @rule(which=st.booleans(), data=st.data(), replace=st.booleans(), times=st.integers(0, 2))
    def correct_and_read_again(self, which: bool, data: st.DataObject, replace: bool, times: int) -> None:
        for _ in range(times):
            self.perform(data.draw(wording(self.now[which])), self.now[which])
        page, prepared = self.now[which], data.draw(read_again(self.now[which]))
        with self.store.transaction():
            fresh = compose(prepared, new_id)
            changes = self.history.take_reading(fresh, page.id, replace)
        self.entered(changes, page)
        now = self.now[which]
        self.readings[now.reading.id] = now.reading
        read = page.reading.lines, fresh.reading.lines
        assert any(now.reading.lines[: len(lines)] == lines for lines in read)
        assert _editors_words(page) <= Counter("".join(line.text for line in now.lines))
        if not replace and _editors_words(page):
            assert [line.text for line in now.lines][: len(page.lines)] == [line.text for line in page.lines]

    @rule(which=st.booleans(), edit=st.deferred(lambda: paging))
    def describe(self, which: bool, edit: Edit) -> None:
        self.perform(edit, self.now[which])

    @rule(which=st.booleans(), edit=st.deferred(lambda: nonsense))
    def try_nonsense(self, which: bool, edit: Edit) -> None:
        with pytest.raises(EditRefused):
            self.history.perform(edit, self.pages[which])

    @rule(which=st.booleans(), data=st.data(), times=st.integers(2, 3))
    def drag(self, which: bool, data: st.DataObject, times: int) -> None:
        gesture = self.history.new_gesture()
        self.joined = False
        for _ in range(times):
            page = self.now[which]
            self.perform(data.draw(structural(page)), page, gesture)
        self.joined = False

    @rule(which=st.booleans(), undoing=st.booleans(), data=st.data())
    def broken_drag(self, which: bool, undoing: bool, data: st.DataObject) -> None:
        """Something else comes between two edits of one gesture: they are two steps."""
        gesture = self.history.new_gesture()
        self.joined = False
        self.perform(data.draw(structural(self.now[which])), self.now[which], gesture)
        if undoing and self.past:
            self.undo()
        else:
            self.perform(data.draw(labelling(self.now[not which])), self.now[not which])
        self.perform(data.draw(structural(self.now[which])), self.now[which], gesture)
        self.joined = False

    @rule(which=st.booleans(), article=picks, news=suggestions)
    def retag(self, which: bool, article: int, news: Any) -> None:
        page = self.now[which]
        if not page.articles:
            return
        chosen = page.articles[article % len(page.articles)]
        changes = self.history.follow_up(Retag(chosen.id, fingerprint(chosen, page.corrected()), news), page.id)
        assert not (changes.pages and self.future)
        self.now = self.stored()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert self.history.undo() is not None
        self.joined = False
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.history.redo() is not None
        self.joined = False
        self.past.append(self.now)
        self.now = self.future.pop()

    @precondition(lambda self: self.past)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        end = self.stored()
        steps = 0
        while self.history.undo() is not None:
            steps += 1
        assert steps == len(self.past)
        assert self.stored() == (self.past[0] if self.past else end)
        for _ in range(steps):
            assert self.history.redo() is not None
        assert self.stored() == end

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(Path(self.folder.name) / "archive.sqlite")
        self.history = History(self.store)

    @invariant()
    @precondition(lambda self: hasattr(self, "pages"))
    def laws_hold(self) -> None:
        assert self.stored() == self.now
        summaries = {summary.id: summary for summary in queries.summaries()}
        assert all(queries.reading(number) == filed for number, filed in self.readings.items())
        for page in self.now:
            assert page.reading == self.readings[page.reading.id]
            assert [line.text if line.machine is None else line.machine for line in page.lines] == [
                line.text for line in page.reading.lines
            ]
            assert {photo.article for photo in page.photos} <= {None, *(article.id for article in page.articles)}
            assert _one_each(correction.line for correction in page.corrections if correction.verdict is Verdict.ACCEPTED)
            assert {correction.line for correction in page.corrections} <= {line.number for line in page.lines}
            assert {one.claim.left for one in page.continuations} <= {line.number for line in page.lines}
            assert all(len(_joined(page, one, self.now)) == 2 for one in page.continuations)
            assert _one_each(hash(one.claim.seam) for one in page.continuations)
            assert keeps_every_line(page)
            assert all(article.blocks for article in page.articles)
            assert all(block.role not in LOOSE_ROLES for article in page.articles for block in article.blocks)
            assert all(block.role is Role.DUPLICATE or not block.repeats for block in page.blocks())
            assert all(_one_at_most(article) for article in page.articles)
            shown = summaries[page.id]
            assert (shown.articles, shown.unplaced, shown.doubt) == (len(page.articles), len(unplaced(page)), doubt(page))
            assert shown.state is page.state
        assert (journal.last_done_gesture() is None) == (not self.past)
        assert (journal.first_undone_gesture() is None) == (not self.future)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


def _joined(page: Page, one: Continuation, pages: Iterable[Page]) -> list[Line]:
    """The two lines at the cut."""
    onward = [other for other in pages if other.id == one.claim.page and other.id != page.id]
    ends = [(page, one.claim.left), *((other, one.claim.right) for other in onward)]
    return [line for part, number in ends for line in part.lines if line.number == number]


def _editors_words(page: Page) -> Counter[str]:
    """The characters that an editor put or left standing, blanks aside."""
    own = (c.text for c in page.corrections if c.origin is Origin.EDITOR)
    return Counter("".join("".join(own).split()))


def _one_each(items: Iterable[int]) -> bool:
    return all(count == 1 for count in Counter(items).values())


def _one_at_most(article: Article) -> bool:
    """An editor stands by one value of a single-valued field at most, and no two labels say the same."""
    accepted = [label.field for label in article.labels if label.verdict is Verdict.ACCEPTED and label.field not in MANY]
    said = [(label.field, label.value) for label in article.labels]
    return len(set(accepted)) == len(accepted) and len(set(said)) == len(said)


def structural(page: Page) -> st.SearchStrategy[Edit]:
    numbers = st.sampled_from([line.number for line in page.lines])
    chosen = st.lists(numbers, min_size=1, max_size=4, unique=True).map(tuple)
    of_lines: list[st.SearchStrategy[Edit]] = [
        st.builds(SetRole, chosen, st.sampled_from(Role)),
        st.builds(NewArticle, chosen),
        st.builds(ReleaseLines, chosen),
        outline_edits(page),
    ]
    if not page.articles:
        return st.one_of(of_lines)
    articles = st.sampled_from([article.id for article in page.articles])
    inside = st.sampled_from([(article.id, number) for article in page.articles for number in article.lines])
    return st.one_of(
        st.builds(lambda where: SplitArticle(*where), inside),
        st.builds(lambda where, lines: MoveLines(lines, *where), inside, chosen),
        st.builds(MoveLines, chosen, articles),
        st.builds(MergeArticles, articles, articles),
        st.builds(DissolveArticle, articles),
        st.builds(ReorderArticle, articles, st.integers(-1, 5)),
        *of_lines,
    )


def claims(page: Page, other: Page) -> st.SearchStrategy[tuple[Onward, ...]]:
    lines, onward = ([line.number for line in one.lines] for one in (page, other))
    sure = st.floats(0, 1, allow_nan=False)
    claim = st.builds(
        Onward, st.sampled_from(lines), st.just(other.id), st.sampled_from(onward), sure, st.sampled_from(Certainty)
    )
    return st.lists(claim, max_size=3).map(tuple)


def linking(page: Page, other: Page) -> st.SearchStrategy[Edit]:
    lines, onward = ([line.number for line in one.lines] for one in (page, other))
    linked = st.builds(LinkArticles, st.sampled_from(lines), st.just(other.id), st.sampled_from(onward))
    if not page.continuations:
        return linked
    ids = st.sampled_from([one.id for one in page.continuations])
    return linked | st.builds(JudgeContinuation, ids, verdicts)


def labelling(page: Page) -> st.SearchStrategy[Edit]:
    kinds: list[st.SearchStrategy[Edit]] = [st.just(DescribePage(page.header))]
    if page.lines:
        numbers = [line.number for line in page.lines]
        kinds.append(st.builds(SegmentAgain, proposals(numbers)))
    if page.joints:
        joints = st.sampled_from([joint.id for joint in page.joints])
        kinds.append(st.builds(JudgeJoint, joints, verdicts))
        kinds.append(st.builds(ReplaceJoint, joints, st.none() | st.sampled_from(numbers)))
    if page.articles:
        articles = st.sampled_from([article.id for article in page.articles])
        kinds.append(st.builds(SetField, articles, st.sampled_from(sorted(set(Field) - MANY)), words))
        kinds.append(st.builds(AddTag, articles, st.sampled_from(sorted(MANY)), words))
    if any(article.labels for article in page.articles):
        labels = st.sampled_from([(article.id, label.id) for article in page.articles for label in article.labels])
        kinds.append(st.builds(lambda label, verdict: JudgeLabel(label[0], label[1], verdict), labels, verdicts))
        kinds.append(st.builds(lambda label, word: RewordTag(label[0], label[1], word), labels, words))
    return st.one_of(kinds)


paging: st.SearchStrategy[Edit] = st.one_of(
    st.builds(DescribePage, headers), st.builds(FinishPage), st.builds(ReopenPage), st.builds(DeletePage)
)

nonsense: st.SearchStrategy[Edit] = st.sampled_from(
    [
        SplitArticle(-1, 1),
        MergeArticles(-1, -1),
        MoveLines((), 1),
        MoveLines((999,), -1),
        NewArticle((999,)),
        DissolveArticle(-1),
        ReorderArticle(-1, 0),
        SetRole((), Role.BODY),
        ReleaseLines((999,)),
        SetField(-1, Field.TITLE, "新桥"),
        AddTag(-1, Field.PERSON, "林小满"),
        JudgeLabel(-1, -1, Verdict.ACCEPTED),
        RewordTag(-1, -1, "新桥"),
        JudgeJoint(-1, Verdict.ACCEPTED),
        ReplaceJoint(-1),
        JudgeContinuation(-1, Verdict.ACCEPTED),
        LinkArticles(999, -1, 1),
        CorrectLine(999, "新桥"),
        ConfirmLine(999),
        TakeSuggestion(-1),
        RefuseSuggestion(-1),
        DrawPhoto(Rect(0.2, 0.2, 0.2, 0.6)),
        DrawPhoto(Rect(0.2, 0.2, 0.4, 0.6), -1),
        ReshapePhoto(-1, Rect(0.2, 0.2, 0.4, 0.6)),
        DeletePhoto(-1),
        GivePhoto(-1, None),
    ]
)


TestEditor = Editor.TestCase
TestEditor.settings = settings(
    max_examples=200, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
