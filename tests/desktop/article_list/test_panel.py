"""Cards beside the canvas: what they say, how they follow the selection, what dragging one does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.article_list.cards import Card, LooseRow
from desktop.article_list.list_model import MIME, ROW
from desktop.article_list.panel import ArticleListPanel
from desktop.article_list.view import Place
from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from models.domain.joint import Certainty
from models.domain.label import Field
from models.domain.page import Page
from models.editing.articles import ReorderArticle, SplitArticle
from models.editing.blocks import ReleaseLines
from models.editing.labels import AddTag, SetField


@pytest.fixture
def page_id(file_page: Callable[..., int], selection: Selection) -> int:
    page_id = file_page(unplaced=True)
    selection.select_page(page_id)
    return page_id


@pytest.fixture
def panel(qtbot: QtBot, bridge: ArchiveBridge, selection: Selection, page_id: int) -> ArticleListPanel:
    assert page_id
    panel = ArticleListPanel(bridge, selection)
    qtbot.addWidget(panel)
    panel.resize(320, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def cards(panel: ArticleListPanel) -> list[Card]:
    return panel.list_model.cards()


def titles(page: Page) -> list[str | None]:
    return [article.value(Field.TITLE) for article in page.articles]


def said(panel: ArticleListPanel, row: int) -> str:
    return str(panel.list_model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_cards_then_waiting_then_settled_lines(panel: ArticleListPanel) -> None:
    assert [type(row) for row in panel.list_model.rows] == [Card, Card, LooseRow, LooseRow]
    waiting, settled = panel.list_model.rows[2:]
    assert isinstance(waiting, LooseRow)
    assert isinstance(settled, LooseRow)
    assert (waiting.lines, waiting.waiting, settled.lines, settled.waiting) == ((10,), True, (9,), False)
    assert "1" in (waiting.section or "")


def test_a_card_says_it_all_to_a_screen_reader(panel: ArticleListPanel, bridge: ArchiveBridge, page_id: int) -> None:
    article = cards(panel)[0].id
    bridge.perform(AddTag(article, Field.AUTHOR, "林晓舟"), page_id)
    bridge.perform(SetField(article, Field.KICKER, "水利"), page_id)
    for part in ("Article 1", "水利", "青石镇河堤加固工程提前完工", "林晓舟", "News report", "Unsure"):
        assert part in said(panel, 0)


def test_certainty_is_that_of_the_least_certain_joint(panel: ArticleListPanel) -> None:
    assert [card.certainty for card in cards(panel)] == [Certainty.UNSURE, Certainty.UNSURE]


def test_article_without_title(panel: ArticleListPanel, bridge: ArchiveBridge, page_id: int) -> None:
    bridge.perform(SplitArticle(cards(panel)[0].id, 3), page_id)
    assert cards(panel)[1].heading == "(no title)"
    assert "No title" in said(panel, 1)
    assert cards(panel)[1].certainty is Certainty.SURE


def test_clicking_a_card_selects_its_article(panel: ArticleListPanel, selection: Selection) -> None:
    spot = panel.view.visualRect(panel.list_model.index(1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert selection.article == cards(panel)[1].id
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert selection.article == cards(panel)[0].id


def test_clicking_a_loose_row_selects_its_lines(panel: ArticleListPanel, selection: Selection) -> None:
    spot = panel.view.visualRect(panel.list_model.index(2)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (selection.article, selection.lines) == (None, (10,))


def test_the_list_follows_the_selection(panel: ArticleListPanel, selection: Selection) -> None:
    second = cards(panel)[1].id
    selection.select_article(second, (6,))
    assert panel.view.currentIndex().data(ROW).id == second
    assert selection.lines == (6,), "following is not selecting"
    selection.select_article(None, (10,))
    assert panel.view.currentIndex().row() == 2
    selection.select_article(None)
    assert not panel.view.currentIndex().isValid()


def test_letters_are_left_to_the_review_loop(panel: ArticleListPanel, selection: Selection) -> None:
    selection.select_article(cards(panel)[0].id)
    QTest.keyClick(panel.view, Qt.Key.Key_J)
    assert selection.article == cards(panel)[0].id


def test_a_change_keeps_scroll_and_selection(
    panel: ArticleListPanel, bridge: ArchiveBridge, selection: Selection, page_id: int
) -> None:
    panel.resize(320, 120)
    selection.select_article(cards(panel)[1].id)
    bar = panel.view.verticalScrollBar()
    bar.setValue(30)
    assert bar.value() == 30
    bridge.perform(SplitArticle(cards(panel)[1].id, 7), page_id)
    assert bar.value() == 30
    assert selection.article == cards(panel)[1].id
    bridge.perform(SetField(cards(panel)[0].id, Field.TITLE, "河堤完工"), page_id)
    assert bar.value() == 30
    assert cards(panel)[0].title == "河堤完工"


def test_another_pages_change_is_none_of_ours(
    panel: ArticleListPanel, bridge: ArchiveBridge, file_page: Callable[..., int], selection: Selection
) -> None:
    other = file_page(name="two.txt")
    shown = list(panel.list_model.rows)
    bridge.perform(ReleaseLines((2,)), other)
    assert panel.list_model.rows == shown
    selection.select_page(None)
    assert panel.list_model.rows == []
    assert panel.nothing.isVisible()


def drop(panel: ArticleListPanel, article: int, point: QPoint, keys: Qt.KeyboardModifier) -> None:
    data = QMimeData()
    data.setData(MIME, str(article).encode())
    event = QDropEvent(QPointF(point), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, keys)
    panel.view.dropEvent(event)


NO_KEY = Qt.KeyboardModifier.NoModifier


def test_dropping_between_cards_reorders(panel: ArticleListPanel, bridge: ArchiveBridge, page_id: int) -> None:
    first, second = cards(panel)
    top = panel.view.visualRect(panel.list_model.index(0)).topLeft() + QPoint(40, 1)
    drop(panel, second.id, top, NO_KEY)
    assert [card.id for card in cards(panel)] == [second.id, first.id]
    below = panel.view.visualRect(panel.list_model.index(1)).bottomLeft() + QPoint(40, -1)
    drop(panel, second.id, below, NO_KEY)
    assert [card.id for card in cards(panel)] == [first.id, second.id]
    assert [article.id for article in bridge.page(page_id).articles] == [first.id, second.id]


def test_dropping_a_card_where_it_is_does_nothing(panel: ArticleListPanel, bridge: ArchiveBridge) -> None:
    first = cards(panel)[0]
    drop(panel, first.id, panel.view.visualRect(panel.list_model.index(0)).topLeft() + QPoint(40, 1), NO_KEY)
    drop(panel, first.id, panel.view.visualRect(panel.list_model.index(0)).center(), NO_KEY)
    assert not bridge.archive.can_undo()


def test_dropping_onto_a_card_with_ctrl_merges(
    panel: ArticleListPanel, bridge: ArchiveBridge, selection: Selection, page_id: int
) -> None:
    first, second = cards(panel)
    centre = panel.view.visualRect(panel.list_model.index(1)).center()
    assert panel.view.place_at(centre) == Place(1, onto=True)
    drop(panel, first.id, centre, Qt.KeyboardModifier.ControlModifier)
    assert [card.id for card in cards(panel)] == [second.id]
    assert bridge.page(page_id).articles[0].lines == (5, 6, 7, 8, 1, 2, 3, 4)
    assert selection.article == second.id


def test_dropping_onto_a_card_asks_what_is_meant(panel: ArticleListPanel, bridge: ArchiveBridge, qtbot: QtBot) -> None:
    first, second = cards(panel)
    drop(panel, second.id, panel.view.visualRect(panel.list_model.index(0)).center(), NO_KEY)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert [card.id for card in cards(panel)] == [second.id, first.id]
    assert bridge.archive.journal(1)[0].name == ReorderArticle.__name__
    menu = panel.drop_menu(first.id, cards(panel)[0])
    qtbot.addWidget(menu)
    menu.actions()[0].trigger()
    assert [card.id for card in cards(panel)] == [second.id]


def test_context_menu_is_asked_for_where_the_mouse_is(panel: ArticleListPanel, selection: Selection, qtbot: QtBot) -> None:
    selection.select_article(cards(panel)[0].id)
    point = panel.view.visualRect(panel.list_model.index(0)).center()
    place = panel.view.viewport().mapToGlobal(point)
    with qtbot.waitSignal(panel.menu_requested) as asked:
        QApplication.sendEvent(panel.view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    assert asked.args == [place]


def test_long_titles_take_two_lines_and_no_more(panel: ArticleListPanel, bridge: ArchiveBridge, page_id: int) -> None:
    index = panel.list_model.index(1)
    one = panel.view.visualRect(index).height()
    heights = []
    for times in (3, 30):
        bridge.perform(SetField(cards(panel)[1].id, Field.TITLE, "白鹭小学开出劳动课" * times), page_id)
        panel.view.doItemsLayout()
        heights.append(panel.view.visualRect(index).height())
    assert one < heights[0] == heights[1] < 2 * one
