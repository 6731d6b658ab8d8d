"""One line under its picture: shown, corrected, confirmed, taken back; from one doubtful line to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.bridge import ArchiveBridge
from desktop.proofreading.panel import ProofreadingPanel
from desktop.selection import Selection
from models.domain.proofreading import doubtful_lines


def choose(selection: Selection, bridge: ArchiveBridge, page_id: int, line: int) -> None:
    article = bridge.page(page_id).article_of_line(line)
    assert article is not None
    selection.select_article(article.id, (line,), line)


def retype(panel: ProofreadingPanel, text: str) -> None:
    panel.field.selectAll()
    panel.field.insertPlainText(text)


def test_without_a_line_it_says_what_to_do(panel: ProofreadingPanel) -> None:
    assert panel.nothing.isVisible()


def test_the_line_under_the_cursor_is_shown_with_its_doubtful_character(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    choose(selection, bridge, page_id, 2)
    assert panel.field.toPlainText() == "本报讯 新桥昨曰通车。"
    (marked,) = panel.field.extraSelections()
    assert marked.cursor.selectedText() == "曰"


def test_the_strip_is_the_picture_of_the_line(
    qtbot: QtBot, panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    with qtbot.waitSignal(panel._strips.came):
        choose(selection, bridge, page_id, 3)
    middle = panel.strip.grab().toImage()
    shown = middle.pixelColor(middle.width() // 2, middle.height() // 2)
    assert abs(shown.red() - 60) < 12
    assert shown.green() < 12


def test_an_upright_line_lies_down(
    qtbot: QtBot, panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    with qtbot.waitSignal(panel._strips.came):
        choose(selection, bridge, page_id, 5)
    pieces = panel.strip._pieces(1.0)
    assert len(pieces) == 4
    assert [target.left() for _source, target in pieces] == sorted(target.left() for _source, target in pieces)


def test_what_is_typed_stands_in_the_line_and_the_machine_s_beside_it(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    choose(selection, bridge, page_id, 2)
    panel.edit_line()
    panel.field.insertPlainText("日")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    line = bridge.page(page_id).line(2)
    assert line.text == "　　本报讯 新桥昨日通车。", "the indent stays"
    assert line.machine == "　　本报讯 新桥昨曰通车。"
    assert selection.line == 4, "on to the next doubtful line"
    choose(selection, bridge, page_id, 2)
    assert panel.readings.machine.isVisible()
    assert "<b><u>曰</u></b>" in panel.readings.machine.text.text()


def test_back_to_what_was_read(panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int) -> None:
    choose(selection, bridge, page_id, 2)
    panel.edit_line()
    retype(panel, "别的话")
    panel.field.flush()
    panel.readings.machine.buttons[0].click()
    line = bridge.page(page_id).line(2)
    assert line.machine is None
    assert panel.field.toPlainText() == "本报讯 新桥昨曰通车。"
    assert not panel.readings.machine.isVisible()


def test_escape_takes_back_what_was_typed(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    choose(selection, bridge, page_id, 3)
    panel.edit_line()
    retype(panel, "别的话")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.toPlainText() == "两岸居民前来观看。"
    assert bridge.page(page_id).corrections == ()


def test_enter_confirms_a_doubtful_line_and_goes_to_the_next(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    panel.edit_line()
    assert selection.line == 2
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert selection.line == 4
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert doubtful_lines(bridge.page(page_id)) == ()
    assert "no doubtful line" in panel.where.text()


@pytest.mark.parametrize(("key", "lines"), [(Qt.Key.Key_Tab, (4, 2)), (Qt.Key.Key_Backtab, (4, 2))])
def test_tab_goes_round_the_doubtful_lines(
    panel: ProofreadingPanel, selection: Selection, key: Qt.Key, lines: tuple[int, ...]
) -> None:
    panel.edit_line()
    for expected in lines:
        QTest.keyClick(panel.field, key)
        assert selection.line == expected


def test_arrows_go_from_line_to_line(panel: ProofreadingPanel, selection: Selection) -> None:
    panel.edit_line()
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert selection.line == 3
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    assert selection.line == 1


def test_moving_on_enters_what_was_typed(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    choose(selection, bridge, page_id, 3)
    panel.edit_line()
    retype(panel, "两岸居民前来观礼。")
    choose(selection, bridge, page_id, 1)
    assert bridge.page(page_id).line(3).text == "两岸居民前来观礼。"
    assert panel.field.toPlainText() == "渡口新桥通车"


def test_what_was_typed_is_entered_before_the_page_is_read_again(
    panel: ProofreadingPanel, selection: Selection, bridge: ArchiveBridge, page_id: int
) -> None:
    choose(selection, bridge, page_id, 3)
    panel.edit_line()
    retype(panel, "两岸居民前来观礼。")
    bridge.take_lines(page_id, ())
    assert bridge.page(page_id).line(3).text == "两岸居民前来观礼。"
