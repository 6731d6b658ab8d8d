"""The list of findings: where it leads, and what one key mends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.findings.delegate import NARROW, FindingDelegate
from desktop.findings.list_model import ROW, FindingRow
from desktop.findings.panel import FindingsPanel
from desktop.selection import Selection
from models.domain.finding import FindingKind
from models.editing.articles import SplitArticle


@pytest.fixture
def page_id(file_page: Callable[..., int], selection: Selection) -> int:
    page_id = file_page(unplaced=True)
    selection.select_page(page_id)
    return page_id


@pytest.fixture
def panel(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, page_id: int) -> FindingsPanel:
    bridge.perform(SplitArticle(bridge.page(page_id).articles[0].id, 3), page_id)
    panel = FindingsPanel(bridge, selection)
    qtbot.addWidget(panel)
    panel.resize(600, 200)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def kinds(panel: FindingsPanel) -> list[FindingKind]:
    return [row.finding.kind for row in panel.list_model.rows]


def test_what_where_and_why(panel: FindingsPanel) -> None:
    assert kinds(panel) == [FindingKind.UNPLACED, FindingKind.NO_TITLE]
    untitled = panel.list_model.rows[1]
    assert (untitled.name, untitled.where) == ("No title", "Article 2 · Line 3")
    assert "headline" in untitled.reason
    said = panel.list_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Unplaced lines" in said
    assert "Mark as furniture" in said


@pytest.mark.parametrize("row", [0, 1])
def test_a_click_goes_there(panel: FindingsPanel, selection: Selection, bridge: ArchiveBridge, page_id: int, row: int) -> None:
    spot = panel.view.visualRect(panel.list_model.index(row)).topLeft() + QPoint(60, 12)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    untitled = bridge.page(page_id).articles[1].id
    assert (selection.article, selection.lines) == [(None, (10,)), (untitled, (3,))][row]


def test_a_second_click_goes_there_again(panel: FindingsPanel, selection: Selection) -> None:
    spot = panel.view.visualRect(panel.list_model.index(1)).topLeft() + QPoint(60, 12)
    for _ in range(2):
        selection.select_article(None)
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert selection.lines == (3,)


@pytest.mark.parametrize("width", [600, 320])
def test_the_button_mends(panel: FindingsPanel, bridge: ArchiveBridge, page_id: int, width: int) -> None:
    panel.resize(width, 300)
    panel.view.doItemsLayout()
    spot = button(panel, 0)
    assert (width < NARROW) == (spot.y() > 45), "below the text where the list is narrow"
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert kinds(panel) == [FindingKind.NO_TITLE]
    assert bridge.archive.can_undo()
    bridge.undo()
    assert kinds(panel) == [FindingKind.UNPLACED, FindingKind.NO_TITLE]
    assert bridge.page(page_id).loose[-1].lines == (10,)


def button(panel: FindingsPanel, row: int) -> QPoint:
    delegate, index = panel.view.itemDelegate(), panel.list_model.index(row)
    assert isinstance(delegate, FindingDelegate)
    option = QStyleOptionViewItem()
    option.font, option.fontMetrics = panel.view.font(), panel.view.fontMetrics()
    shown: FindingRow = index.data(ROW)
    return delegate.button_rect(panel.view.visualRect(index), option, shown).center()


def test_space_mends_and_goes_on(panel: FindingsPanel) -> None:
    panel.view.setCurrentIndex(panel.list_model.index(0))
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert kinds(panel) == [FindingKind.NO_TITLE]
    assert panel.view.currentIndex().row() == 0
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert kinds(panel) == [FindingKind.NO_TITLE], "nothing to mend by itself"


def test_a_page_in_order(panel: FindingsPanel, file_page: Callable[..., int], selection: Selection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.counted) as counted:
        selection.select_page(file_page(name="two.txt"))
    assert counted.args == [0]
    assert panel.nothing.isVisible()
    assert panel.nothing.text() == "Nothing looks wrong on this page."
    selection.select_page(None)
    assert panel.nothing.text() == "No page is open."
