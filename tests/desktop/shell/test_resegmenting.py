"""Pages segmented again from the desk: in the background, as one step, and never against what an editor decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.shell.desk import Desk
from desktop.shell.window import MainWindow
from models.archive import Archive
from models.domain.page import Page, PageState, follows
from models.domain.role import Role
from models.editing.articles import MergeArticles, SplitArticle
from models.editing.blocks import SetRole
from models.editing.pages import FinishPage
from models.importing.outcomes import Prepared
from tests.desktop.conftest import prepared_page


def by_name(desk: Desk, name: str) -> Page:
    return desk.bridge.page(next(page.id for page in desk.bridge.pages() if page.source.file_name == name))


def test_the_key_segments_the_page_and_undo_takes_it_back(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page = by_name(desk, "one.txt")
    desk.selection.select_page(page.id)
    desk.bridge.perform(SetRole((3,), Role.FURNITURE), page.id)
    desk.bridge.perform(SplitArticle(page.articles[0].id, 4), page.id)
    before = desk.bridge.page(page.id)
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000) as said:
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    after = desk.bridge.page(page.id)
    assert said.args[1]
    assert (None, 4) in follows(after)
    assert after.block_of_line(3) in after.loose
    window.editor.undo()
    assert desk.bridge.page(page.id) == before


def test_all_open_pages_are_one_step_and_finished_ones_are_left(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.bridge.perform(FinishPage(), by_name(desk, "one.txt").id)
    one, two = by_name(desk, "one.txt"), by_name(desk, "two.txt")
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        window.actions_table["segment_open"].trigger()
    assert by_name(desk, "one.txt") == one
    assert by_name(desk, "two.txt") != two
    window.editor.undo()
    assert by_name(desk, "two.txt") == two
    assert by_name(desk, "one.txt").state is PageState.FINISHED


def test_what_is_decided_meanwhile_is_kept(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page = by_name(desk, "one.txt")
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        desk.resegmenting.segment(page.id)
        desk.bridge.perform(SplitArticle(page.articles[0].id, 3), page.id)
    assert (None, 3) in follows(desk.bridge.page(page.id))
    assert window.page is not None


def test_what_is_done_and_taken_back_meanwhile_is_decided_too(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    page = by_name(desk, "one.txt")
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        desk.resegmenting.segment(page.id)
        desk.bridge.perform(SplitArticle(page.articles[0].id, 2), page.id)
        first, second, _ = desk.bridge.page(page.id).articles
        desk.bridge.perform(MergeArticles(first.id, second.id), page.id)
        assert desk.bridge.page(page.id).articles[0].blocks == page.articles[0].blocks
    assert (1, 2) in archive.locks(page.id).follows
    assert all(joint.claim.right != 2 for joint in desk.bridge.page(page.id).joints), "the engine claims what was decided"


def test_a_page_finished_meanwhile_stays_finished(qtbot: QtBot, desk: Desk) -> None:
    page = by_name(desk, "one.txt")
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        desk.resegmenting.segment_open()
        desk.bridge.perform(FinishPage(), page.id)
        finished = desk.bridge.page(page.id)
    assert desk.bridge.page(page.id) == finished


def test_again_with_nothing_new_offers_no_undo(qtbot: QtBot, desk: Desk) -> None:
    page = by_name(desk, "one.txt")
    for expected in (True, False):
        with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000) as said:
            desk.resegmenting.segment(page.id)
        assert said.args[1] is expected


def test_articles_that_their_file_marks_are_left_unless_asked_for(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    marked = prepared_page(name="marked.xml")
    marked = replace(marked, proposal=replace(marked.proposal, claims=()))
    (page_id,) = archive.file(Prepared(Path("marked.xml"), (marked,))).pages
    before = desk.bridge.page(page_id)
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        desk.resegmenting.segment_open()
    assert desk.bridge.page(page_id) == before
    with qtbot.waitSignal(desk.resegmenting.done, timeout=60_000):
        desk.resegmenting.segment(page_id)
    assert desk.bridge.page(page_id).joints
