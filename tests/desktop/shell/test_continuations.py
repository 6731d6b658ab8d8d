"""An article that goes on on another page, on the desk: shown, followed by one key, judged, linked by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.article_list.cards import Card
from desktop.shell.desk import Desk
from desktop.shell.offers import linking
from desktop.shell.window import MainWindow
from models.archive import Archive, ImportReport
from models.domain.issue import Link
from models.domain.joint import Certainty
from models.domain.label import Field, Suggested, Verdict
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Page, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.editing.articles import SplitArticle
from models.editing.continuations import JudgeContinuation, Relink
from models.editing.pages import DeletePage
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.job import Quiet

FRONT = (
    "青石江大桥昨日通车",
    "本报讯 青石江大桥昨天上午正式通车，三百多名工人在江心墩上连续奋战了九十个昼",
    "（下转第2版）",
    "白鹭小学开出劳动课",
    "本报讯 白鹭小学的菜园里，孩子们正在学习育苗。",
)
BACK = (
    "大桥通车",
    "（上接第1版）夜，终于在汛期前实现合龙。大桥通车以后，江北的蔬菜一个小时就能进城。",
    "市交通局表示，明年还将建设连接线。",
    "渡口今起停运",
    "本报讯 渡口从今天起停运，请市民改走大桥。",
)


def sheet(number: str, texts: tuple[str, ...], day: int = 6) -> Prepared:
    """Two articles; the second begins with the fourth line."""
    lines = tuple(Line(place, text) for place, text in enumerate(texts, 1))
    articles = tuple((Segment(Role.HEADLINE, (a,)), Segment(Role.BODY, tuple(range(a + 1, z)))) for a, z in ((1, 4), (4, 6)))
    header = Header("青石日报", datetime.date(2031, 5, day), None, number, None)
    source = Source(f"sha {day} {number}", f"{number}.txt", SourceKind.DUMP)
    titles = tuple((Suggested(Field.TITLE, texts[place], 0.9),) for place in (0, 3))
    page = PreparedPage(header, source, Reading(lines, SourceKind.DUMP), Proposal(articles), titles)
    return Prepared(Path(f"{number}.txt"), (page,))


@pytest.fixture
def pages(archive: Archive) -> None:
    """What the archive holds, as an import leaves it."""
    for prepared in (sheet("1", FRONT), sheet("2", BACK)):
        (page_id,) = archive.file(prepared).pages
        for number, relink in archive.relinks(archive.related(page_id), Quiet(), filed=True):
            archive.enter(relink, number)


def page_of(desk: Desk, number: str) -> Page:
    return next(desk.bridge.page(page.id) for page in desk.bridge.pages() if page.header.number == number)


def link_of(desk: Desk) -> Link:
    (link,) = desk.bridge.links(page_of(desk, "1").id)
    return link


def show(desk: Desk, number: str, place: int = 0) -> Page:
    page = page_of(desk, number)
    desk.selection.select_page(page.id)
    desk.selection.select_article(page.articles[place].id)
    return page


def card(window: MainWindow, place: int = 0) -> Card:
    row = window.panels.articles.list_model.rows[place]
    assert isinstance(row, Card)
    return row


def said(window: MainWindow) -> str:
    strip = window.panels.form.links
    return " ".join(label.accessibleName() for label in strip.findChildren(QLabel)) if strip.isVisible() else ""


def answer(window: MainWindow, name: str) -> None:
    (button,) = (b for b in window.panels.form.links.findChildren(QToolButton) if b.toolTip() == name and b.isVisible())
    button.click()


def test_cards_and_form_say_where_it_goes_on(desk: Desk, window: MainWindow) -> None:
    show(desk, "1")
    assert card(window).links[0].startswith("Goes on on page 2: 大桥通车 · Sure · ")
    assert said(window).startswith("Goes on on page 2: 大桥通车; Sure · ")
    show(desk, "1", 1)
    assert (card(window, 1).links, said(window)) == ((), "")
    show(desk, "2")
    assert card(window).links[0].startswith("Began on page 1: 青石江大桥昨日通车 · Sure · ")
    (label,) = window.panels.form.links.findChildren(QLabel)
    assert "Each page names the other" in label.toolTip()


def test_one_key_leads_to_the_other_half_and_back(desk: Desk, window: MainWindow) -> None:
    one, two = show(desk, "1"), page_of(desk, "2")
    canvas = window.panels.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert (desk.selection.page, desk.selection.article, desk.selection.line) == (two.id, two.articles[0].id, 2)
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert (desk.selection.page, desk.selection.article, desk.selection.line) == (one.id, one.articles[0].id, 2)
    show(desk, "1", 1)
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert desk.selection.page == one.id
    assert "not linked" in window.notices.text


def test_the_form_leads_there_and_takes_the_verdict(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    show(desk, "2")
    (label,) = window.panels.form.links.findChildren(QLabel)
    label.linkActivated.emit("#")
    assert desk.selection.page == page_of(desk, "1").id
    answer(window, "This is one article")
    assert link_of(desk).continuation.verdict is Verdict.ACCEPTED
    assert said(window).endswith("; Accepted")
    qtbot.waitUntil(lambda: not desk.runner.busy)
    show(desk, "2")
    answer(window, "These are two articles")
    assert desk.bridge.links(page_of(desk, "1").id) == ()
    assert (card(window).links, said(window)) == ((), "")
    qtbot.waitUntil(lambda: not desk.runner.busy)
    window.actions_table["undo"].trigger()
    assert link_of(desk).continuation.verdict is Verdict.ACCEPTED


def test_an_unsure_one_waits_among_the_doubtful_joints(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page, link = page_of(desk, "1"), link_of(desk)
    show(desk, "2")
    unsure = replace(link.continuation.claim, confidence=0.5, certainty=Certainty.UNSURE)
    desk.bridge.archive.follow_up(Relink((unsure,)), page.id)
    show(desk, "1", 1)
    window.actions_table["next_doubt"].trigger()
    assert (desk.selection.article, desk.selection.line) == (page.articles[0].id, 2)
    assert card(window).certainty is Certainty.UNSURE
    window.actions_table["accept"].trigger()
    assert link_of(desk).continuation.verdict is Verdict.ACCEPTED
    assert card(window).certainty is Certainty.SURE
    qtbot.waitUntil(lambda: not desk.runner.busy)


def test_a_page_that_is_deleted_is_led_to_no_more(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    show(desk, "1")
    answer(window, "This is one article")
    qtbot.waitUntil(lambda: not desk.runner.busy)
    desk.bridge.perform(DeletePage(), page_of(desk, "2").id)
    assert (card(window).links, said(window)) == ((), "")
    qtbot.waitUntil(lambda: not desk.runner.busy)
    window.actions_table["undo"].trigger()
    show(desk, "1")
    assert said(window).endswith("; Accepted")


def test_linked_and_unlinked_by_hand(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    one = show(desk, "1", 1)
    offers = {offer.text: offer for offer in linking(window.editor)}
    assert list(offers) == ["Page 2: 大桥通车", "Page 2: 渡口今起停运"]
    offers["Page 2: 渡口今起停运"].run()
    assert card(window, 1).links == ("Goes on on page 2: 渡口今起停运 · Linked by you",)
    qtbot.waitUntil(lambda: not desk.runner.busy)
    assert len(desk.bridge.links(one.id)) == 2
    QTest.keyClick(window.panels.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert card(window, 1).links == ()
    qtbot.waitUntil(lambda: not desk.runner.busy)
    for _ in range(2):
        window.actions_table["undo"].trigger()
    assert (len(desk.bridge.links(one.id)), page_of(desk, "1").continuations) == (1, one.continuations)


def test_pages_that_come_in_are_linked_in_the_background(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    known = {page.id for page in desk.bridge.pages()}
    for prepared in (sheet("2", BACK, 7), sheet("1", FRONT, 7)):
        desk.bridge.settle(prepared, ImportReport())
    second, first = sorted({page.id for page in desk.bridge.pages()} - known)
    qtbot.waitUntil(lambda: bool(desk.bridge.links(first)))
    (link,) = desk.bridge.links(first)
    assert (link.beginning.page.id, link.rest.page.id) == (first, second)
    assert not desk.bridge.archive.can_undo()
    desk.selection.select_page(second)
    assert card(window).links[0].startswith("Began on page 1")


def test_what_follows_from_an_edit_is_undone_with_it(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    two, link = show(desk, "2"), link_of(desk)
    window.editor.perform(lambda _page, _chosen: SplitArticle(two.articles[0].id, 3))
    qtbot.waitUntil(lambda: not desk.runner.busy)
    assert link_of(desk).rest.article.lines == (1, 2)
    desk.bridge.perform(JudgeContinuation(link.continuation.id, Verdict.REJECTED), link.beginning.page.id)
    qtbot.waitUntil(lambda: not desk.runner.busy)
    assert desk.bridge.archive.undo() is not None
    assert desk.bridge.archive.undo() is not None
    assert (page_of(desk, "1").continuations, page_of(desk, "2").articles) == ((link.continuation,), two.articles)
    assert not desk.bridge.archive.can_undo()
