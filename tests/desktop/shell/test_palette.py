"""The palette of commands: found by a word of either language, or said not to be there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions, Menu, Spec
from desktop.shell.palette import CommandPalette, _quiet_ink
from models.i18n import set_language


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[CommandPalette]:
    set_language("zh")
    names = {"split": "在此拆分", "merge": "与下一篇合并", "next_doubt": "下一个疑点", "role_lead": "类型：导语"}
    table = Actions([Spec(name, text, Menu.ARTICLE, lambda: None) for name, text in names.items()], {})
    palette = CommandPalette(table)
    qtbot.addWidget(palette)
    palette.show()
    yield palette
    set_language("en")


def found(palette: CommandPalette) -> list[str]:
    rows = palette.list.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("拆分", "在此拆分"),
        ("split", "在此拆分"),
        ("Doubt next", "下一个疑点"),
        ("导语", "类型：导语"),
        ("合并 一篇", "与下一篇合并"),
    ],
)
def test_commands_are_found_in_chinese_and_english(palette: CommandPalette, typed: str, wanted: str) -> None:
    palette.line.setText(typed)
    assert found(palette) == [wanted]


def test_what_is_not_there_is_said(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.line, "zzz")
    assert found(palette) == []
    assert palette.nothing.isVisible()
    assert "zzz" in palette.nothing.text()
    palette.line.clear()
    assert not palette.nothing.isVisible()
    assert len(found(palette)) == 4


def test_the_key_of_the_selected_row_has_the_ink_of_its_ground() -> None:
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Selected
    assert _quiet_ink(option) == option.palette.color(QPalette.ColorRole.HighlightedText)
