"""Articles that go on on another page of their issue, in a real archive: found, judged, followed, exported, undone."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from models.archive import Archive
from models.domain.cues import Way
from models.domain.finding import FindingKind
from models.domain.geometry import Rect
from models.domain.issue import Part, seam_line
from models.domain.label import Origin, Verdict
from models.domain.page import Header, Page
from models.domain.proposal import Proposal
from models.editing.articles import DissolveArticle, MergeArticles, MoveLines, SplitArticle
from models.editing.continuations import JudgeContinuation, LinkArticles
from models.editing.edit import Edit
from models.editing.pages import DeletePage, DescribePage, FinishPage, ReopenPage
from models.editing.words import CorrectLine
from models.errors import EditRefused
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.job import Quiet
from tests.models.newspaper_issue import (
    CHAIN,
    FILES,
    FRONT,
    ONE,
    SECOND,
    THREE,
    TWO,
    do,
    first,
    found,
    pages,
    table,
    take,
    title,
    told,
)


@pytest.mark.parametrize("order", list(itertools.permutations(FILES)))
def test_pages_are_linked_in_whatever_order_they_come(archive: Archive, tmp_path: Path, order: tuple[str, ...]) -> None:
    take(archive, tmp_path, *order)
    assert told(archive) == told(archive, "2") == told(archive, "3") == CHAIN
    assert all(link.continuation.trusted for link in archive.links(pages(archive)["1"].id))
    assert [found(archive, number) for number in "123"] == [set(), set(), set()]


def test_a_page_that_comes_later_is_linked_then(archive: Archive, tmp_path: Path) -> None:
    take(archive, tmp_path, "1.txt")
    assert told(archive) == []
    assert found(archive, "1") == {FindingKind.NO_CONTINUATION}
    take(archive, tmp_path, "3.txt")
    assert told(archive) == []
    assert found(archive, "3") == {FindingKind.NO_BEGINNING}
    take(archive, tmp_path, "2.txt")
    assert told(archive) == CHAIN
    assert archive.undo() is None, "what an engine adds to a page of its own accord is no step of an editor"


def test_refused_is_refused_and_undone(issue: Archive) -> None:
    link = first(issue)
    do(issue, JudgeContinuation(link.continuation.id, Verdict.REJECTED), link.beginning.page.id)
    assert (ONE, TWO) not in told(issue)
    assert found(issue, "1") == {FindingKind.NO_CONTINUATION}
    assert FindingKind.NO_BEGINNING in found(issue, "2")
    do(issue, SplitArticle(link.rest.article.id, link.rest.article.lines[-1]), link.rest.page.id)
    assert (ONE, TWO) not in told(issue), "the engine was asked again and says the same no more"
    issue.undo()
    issue.undo()
    assert told(issue) == CHAIN


@pytest.mark.parametrize("number", ["1", "2"])
def test_articles_are_split_merged_and_dissolved(issue: Archive, number: str) -> None:
    """A link goes with its lines, and none leads nowhere."""
    before = {key: (page.articles, page.continuations) for key, page in pages(issue).items()}
    page = pages(issue)[number]
    article, other = page.articles[0], page.articles[1]
    edits: list[Edit] = [
        SplitArticle(article.id, article.lines[1]),
        MergeArticles(other.id, article.id),
        MoveLines(article.lines[:2], other.id),
        DissolveArticle(article.id),
    ]
    for edit in edits:
        do(issue, edit, page.id)
        for link in issue.links(page.id):
            assert link.beginning.page.article_of_line(link.continuation.claim.left) == link.beginning.article
            assert link.rest.page.article_of_line(link.continuation.claim.right) == link.rest.article
        linked = any(title(part)[0] == number for link in issue.links(page.id) for part in (link.beginning, link.rest))
        assert linked is not isinstance(edit, DissolveArticle)
        assert issue.undo() is not None
        assert {key: (page.articles, page.continuations) for key, page in pages(issue).items()} == before


def test_a_page_of_another_day_or_a_deleted_one_is_linked_no_more(issue: Archive) -> None:
    two = pages(issue)["2"]
    elsewhere = Header("青石日报", None, None, "2", None)
    for edit, back in ((DescribePage(elsewhere), DescribePage(two.header)), (DeletePage(), ReopenPage())):
        do(issue, edit, two.id)
        assert issue.links(pages(issue)["1"].id) == ()
        do(issue, back, two.id)
        assert told(issue) == CHAIN


def test_a_note_that_is_read_wrongly_and_put_right(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(FRONT.replace("下转第2版", "卞转第2板"), encoding="utf-8")
    (tmp_path / "2.txt").write_text(SECOND.replace("（上接第1版）", ""), encoding="utf-8")
    take(archive, tmp_path, "1.txt", "2.txt")
    assert told(archive) == []
    page = pages(archive)["1"]
    line = next(line.number for line in page.lines if "卞转" in line.text)
    do(archive, CorrectLine(line, "（下转第2版）"), page.id)
    assert told(archive) == [(ONE, TWO)]
    archive.undo()
    assert told(archive) == []


def test_an_editor_links_two_articles(issue: Archive, tmp_path: Path) -> None:
    one, three = pages(issue)["1"], pages(issue)["3"]
    school, tea = Part(one, one.articles[1]), Part(three, three.articles[1])
    edit = LinkArticles(seam_line(school, Way.ON), three.id, seam_line(tea, Way.BACK))
    do(issue, edit, one.id)
    assert ("1 白鹭小学开出劳动课", "3 江边的老茶馆") in told(issue)
    assert [row["版次"] for row in table(issue, tmp_path) if "育苗" in row["正文"]] == ["第1版；第3版"]
    (own,) = (one_ for one_ in pages(issue)["1"].continuations if one_.origin is Origin.EDITOR)
    do(issue, JudgeContinuation(own.id, Verdict.REJECTED), one.id)
    do(issue, edit, one.id)
    assert ("1 白鹭小学开出劳动课", "3 江边的老茶馆") in told(issue)
    for _ in range(3):
        issue.undo()
    assert told(issue) == CHAIN


def test_what_an_editor_links_stands_before_what_the_engine_claims(issue: Archive) -> None:
    one, two = pages(issue)["1"], pages(issue)["2"]
    ferry = Part(two, two.articles[1])
    left = seam_line(Part(one, one.articles[0]), Way.ON)
    do(issue, LinkArticles(left, two.id, seam_line(ferry, Way.BACK)), one.id)
    assert told(issue) == [(ONE, "2 渡口今起停运"), (TWO, THREE)]
    assert all(link.beginning.article.id != link.rest.article.id for link in issue.links(one.id))
    with pytest.raises(EditRefused):
        issue.perform(LinkArticles(left, one.id, 3), one.id)


def test_no_article_comes_back_to_itself(issue: Archive) -> None:
    """Of three links that would make a ring, the one that was made last holds and one more."""
    one, three = pages(issue)["1"], pages(issue)["3"]
    for link in (first(issue), first(issue, "2")):
        issue.perform(JudgeContinuation(link.continuation.id, Verdict.ACCEPTED), link.beginning.page.id)
    last, begin = Part(three, three.articles[0]), Part(one, one.articles[0])
    issue.perform(LinkArticles(seam_line(last, Way.ON), one.id, seam_line(begin, Way.BACK)), three.id)
    assert (THREE, ONE) in told(issue)
    assert len(told(issue)) == 2


def test_undo_takes_all_back_and_redo_brings_it_again(issue: Archive) -> None:
    def state() -> list[Page]:
        return [issue.page(summary.id) for summary in issue.pages()]

    one, two, states = pages(issue)["1"], pages(issue)["2"], [state()]
    link = first(issue)
    edits: list[tuple[Edit, int]] = [
        (JudgeContinuation(link.continuation.id, Verdict.REJECTED), one.id),
        (SplitArticle(two.articles[0].id, two.articles[0].lines[-1]), two.id),
        (DeletePage(), two.id),
        (ReopenPage(), two.id),
        (DescribePage(Header("青石晚报", one.header.date, None, "1")), one.id),
        (DissolveArticle(two.articles[1].id), two.id),
    ]
    for edit, page_id in edits:
        do(issue, edit, page_id)
        states.append(state())
    for before in reversed(states[:-1]):
        assert issue.undo() is not None
        assert state() == before
    assert issue.undo() is None
    for after in states[1:]:
        changes = issue.redo()
        assert changes is not None
        assert state() == after


def test_undo_works_after_a_page_came_in(archive: Archive, tmp_path: Path) -> None:
    """What the engine adds then changes no row that an undo expects."""
    take(archive, tmp_path, "2.txt", "3.txt")
    two = pages(archive)["2"]
    start = (two.articles, two.continuations)
    do(archive, SplitArticle(two.articles[1].id, two.articles[1].lines[-1]), two.id)
    link = first(archive, "2")
    do(archive, JudgeContinuation(link.continuation.id, Verdict.REJECTED), two.id)
    take(archive, tmp_path, "1.txt")
    assert (ONE, TWO) in told(archive)
    assert archive.undo() is not None
    assert archive.undo() is not None
    after = pages(archive)["2"]
    assert (after.articles, after.continuations) == start
    assert told(archive) == CHAIN


def placed(page: PreparedPage, number: str) -> PreparedPage:
    """Its lines as they would lie on a sheet: the same words at the same place, whatever the line's number."""
    order = [*FILES[f"{number}.txt"].splitlines(), "青石日报社主办"]
    places = {text: Rect(0.1, row / 40, 0.9, (row + 0.8) / 40) for row, text in enumerate(order)}
    lines = tuple(replace(line, outline=places[line.text]) for line in page.reading.lines)
    return replace(page, reading=replace(page.reading, lines=lines))


@pytest.mark.parametrize("number", ["1", "2"])
@pytest.mark.parametrize("worked_on", [False, True])
def test_links_follow_to_another_reading(archive: Archive, tmp_path: Path, number: str, worked_on: bool) -> None:
    for outcome in archive.outcomes([tmp_path / "1.txt", tmp_path / "2.txt"], Quiet()):
        assert isinstance(outcome, Prepared)
        archive.file(replace(outcome, pages=(placed(outcome.pages[0], outcome.path.stem),)))
    one, page = pages(archive)["1"], pages(archive)[number]
    do(archive, FinishPage(), one.id)
    link = first(archive)
    archive.perform(JudgeContinuation(link.continuation.id, Verdict.ACCEPTED), one.id)
    if worked_on:
        archive.perform(SplitArticle(page.articles[1].id, page.articles[1].lines[-1]), page.id)
    before = {key: (other.lines, other.articles, other.continuations) for key, other in pages(archive).items()}
    (tmp_path / "again.txt").write_text("青石日报社主办\n\n" + FILES[f"{number}.txt"], encoding="utf-8")
    (outcome,) = archive.outcomes([tmp_path / "again.txt"], Quiet())
    assert isinstance(outcome, Prepared)
    archive.take_reading(page.id, placed(outcome.pages[0], number), replace=True)
    after = first(archive)
    assert (after.continuation.id, after.continuation.verdict) == (link.continuation.id, Verdict.ACCEPTED)
    assert after.continuation.claim.seam != link.continuation.claim.seam
    assert after.beginning.page.line(after.continuation.claim.left).text.endswith("九十个昼")
    assert "夜，终于" in after.rest.page.line(after.continuation.claim.right).text
    assert archive.undo() is not None
    assert {key: (other.lines, other.articles, other.continuations) for key, other in pages(archive).items()} == before


def test_a_link_stays_with_words_of_an_editor_that_another_reading_lacks(archive: Archive, tmp_path: Path) -> None:
    for outcome in archive.outcomes([tmp_path / "1.txt", tmp_path / "2.txt"], Quiet()):
        assert isinstance(outcome, Prepared)
        archive.file(replace(outcome, pages=(placed(outcome.pages[0], outcome.path.stem),)))
    do(archive, FinishPage(), pages(archive)["1"].id)
    link, page = first(archive), pages(archive)["2"]
    archive.perform(JudgeContinuation(link.continuation.id, Verdict.ACCEPTED), link.beginning.page.id)
    seam = page.line(link.continuation.claim.right)
    archive.perform(CorrectLine(seam.number, seam.text + "（照原样）"), page.id)
    (tmp_path / "again.txt").write_text("青石日报社主办\n\n" + FILES["2.txt"].replace(seam.text, ""), encoding="utf-8")
    (outcome,) = archive.outcomes([tmp_path / "again.txt"], Quiet())
    assert isinstance(outcome, Prepared)
    archive.take_reading(page.id, placed(outcome.pages[0], "2"), replace=True)
    after = first(archive)
    assert after.continuation.id == link.continuation.id
    assert after.rest.page.line(after.continuation.claim.right).text == seam.text + "（照原样）"


def test_a_reading_without_lines_leaves_the_links_that_lead_to_the_page(issue: Archive, tmp_path: Path) -> None:
    do(issue, FinishPage(), first(issue).beginning.page.id)
    (tmp_path / "again.txt").write_text("青石日报社主办\n\n" + FILES["2.txt"], encoding="utf-8")
    (outcome,) = issue.outcomes([tmp_path / "again.txt"], Quiet())
    assert isinstance(outcome, Prepared)
    (page,) = outcome.pages
    blank = replace(page, reading=replace(page.reading, lines=()), proposal=Proposal(()), suggestions=())
    before = {key: other.continuations for key, other in pages(issue).items()}
    assert not issue.take_reading(pages(issue)["2"].id, blank, replace=True).pages
    assert {key: other.continuations for key, other in pages(issue).items()} == before
    assert told(issue) == CHAIN
