"""The queue: order, filter, what is finished, and the page in hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.page_queue.list_model import ISSUE, PAGE
from desktop.page_queue.ordering import Order
from desktop.page_queue.panel import PageQueuePanel
from desktop.selection import Selection
from models.domain.label import Verdict
from models.domain.page import Header, doubtful, summary_of
from models.editing.labels import JudgeJoint
from models.editing.pages import DeletePage, DescribePage, FinishPage, ReopenPage

Ids = dict[str, int]


@pytest.fixture
def pages(file_page: Callable[..., int]) -> Ids:
    """`calm` has nothing doubtful, `worst` a line that belongs to nothing as well."""
    return {
        "calm": file_page(name="calm.txt", doubtful=False),
        "doubtful": file_page(name="doubtful.txt"),
        "worst": file_page(name="worst.txt", unplaced=True),
    }


@pytest.fixture
def queue(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, pages: Ids) -> PageQueuePanel:  # noqa: ARG001
    panel = PageQueuePanel(bridge, selection)
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    panel.show()
    return panel


def shown(queue: PageQueuePanel) -> list[int]:
    return [queue.list_model.index(row).data(PAGE).id for row in range(queue.list_model.rowCount())]


def current(queue: PageQueuePanel) -> int:
    page: int = queue.view.currentIndex().data(PAGE).id
    return page


def test_the_worst_page_stands_first_and_finished_ones_last(queue: PageQueuePanel, pages: Ids, bridge: ArchiveBridge) -> None:
    assert shown(queue) == [pages["worst"], pages["doubtful"], pages["calm"]]
    bridge.perform(FinishPage(), pages["doubtful"])
    assert shown(queue) == [pages["worst"], pages["calm"], pages["doubtful"]]


def test_by_issue_pages_stand_under_their_newspaper_and_date(queue: PageQueuePanel, pages: Ids, bridge: ArchiveBridge) -> None:
    day = datetime.date(2031, 5, 6)
    bridge.perform(DescribePage(Header("青石日报", day, None, "01")), pages["doubtful"])
    bridge.perform(DescribePage(Header("白鹭晚报", day, None, "09")), pages["worst"])
    queue.order_button(Order.ISSUE).click()
    titles = [queue.list_model.index(row).data(ISSUE) for row in range(3)]
    assert sorted(title for title in titles if title) == ["白鹭晚报 · 2031-05-06", "青石日报 · 2031-05-06"]
    headers = [queue.list_model.index(row).data(PAGE).header for row in range(3)]
    numbers = [header.number for header in headers if header.newspaper == "青石日报"]
    assert numbers == ["01", "02"]


def test_the_filter_looks_at_titles_and_file_names(queue: PageQueuePanel, pages: Ids) -> None:
    QTest.keyClicks(queue.filter, "calm 2031")
    assert shown(queue) == [pages["calm"]]
    queue.filter.setText("nowhere")
    assert shown(queue) == []
    queue.filter.clear()
    assert len(shown(queue)) == 3


def test_keys_walk_the_queue(queue: PageQueuePanel, pages: Ids, selection: Selection) -> None:
    queue.select_next()
    assert selection.page == pages["worst"]
    QTest.keyClick(queue.view, Qt.Key.Key_Down)
    assert selection.page == pages["doubtful"]
    queue.select_next()
    queue.select_next()
    assert selection.page == pages["calm"]
    queue.select_previous()
    assert selection.page == pages["doubtful"]


def test_a_page_selected_elsewhere_is_current_here(queue: PageQueuePanel, pages: Ids, selection: Selection) -> None:
    selection.select_page(pages["calm"])
    assert current(queue) == pages["calm"]


def test_an_edit_keeps_the_page_in_its_row(
    queue: PageQueuePanel, pages: Ids, bridge: ArchiveBridge, selection: Selection
) -> None:
    selection.select_page(pages["worst"])
    before = shown(queue)
    for joint in doubtful(bridge.page(pages["worst"])):
        bridge.perform(JudgeJoint(joint.id, Verdict.ACCEPTED), pages["worst"])
    assert shown(queue) == before
    assert current(queue) == pages["worst"]
    assert queue.list_model.index(0).data(PAGE).doubt == 1.0


def test_finishing_counts(queue: PageQueuePanel, pages: Ids, bridge: ArchiveBridge) -> None:
    assert queue.count.text() == "0 of 3 finished"
    bridge.perform(FinishPage(), pages["calm"])
    assert queue.count.text() == "1 of 3 finished"
    bridge.undo()
    assert queue.count.text() == "0 of 3 finished"


def test_deleted_pages_are_behind_a_button_and_can_be_restored(
    queue: PageQueuePanel, pages: Ids, bridge: ArchiveBridge
) -> None:
    bridge.perform(DeletePage(), pages["calm"])
    assert pages["calm"] not in shown(queue)
    assert queue.count.text() == "0 of 2 finished"
    queue.show_deleted.click()
    assert shown(queue)[-1] == pages["calm"]
    bridge.perform(ReopenPage(), pages["calm"])
    queue.show_deleted.click()
    assert pages["calm"] in shown(queue)


def test_a_context_menu_is_asked_for_with_the_page_under_the_pointer_selected(
    queue: PageQueuePanel, pages: Ids, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_page(pages["worst"])
    row = queue.view.visualRect(queue.list_model.index(2))
    with qtbot.waitSignal(queue.menu_requested) as asked:
        queue.view.customContextMenuRequested.emit(row.center())
    assert asked.args == [queue.view.viewport().mapToGlobal(row.center())]
    assert selection.page == pages["calm"]
    with qtbot.assertNotEmitted(queue.menu_requested):
        queue.view.customContextMenuRequested.emit(row.bottomLeft() + QPoint(5, 40))


def test_what_shows_deleted_pages_says_so_in_words(queue: PageQueuePanel) -> None:
    assert queue.show_deleted.text() == "Deleted"
    assert queue.show_deleted.isCheckable()


def test_a_new_page_joins_the_queue(queue: PageQueuePanel, file_page: Callable[..., int], bridge: ArchiveBridge) -> None:
    page_id = file_page(name="new.txt")
    bridge.perform(DescribePage(Header("白鹭晚报")), page_id)
    assert page_id in shown(queue)


def test_a_summary_is_what_the_archive_says(pages: Ids, bridge: ArchiveBridge) -> None:
    assert {page.id: page for page in bridge.pages()} == {n: summary_of(bridge.page(n)) for n in pages.values()}


def test_letters_are_left_to_the_review_loop(queue: PageQueuePanel, selection: Selection, pages: Ids) -> None:
    selection.select_page(pages["calm"])
    QTest.keyClick(queue.view, Qt.Key.Key_0)
    assert selection.page == pages["calm"]
