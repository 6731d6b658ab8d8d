"""The strip above the canvas."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.page_canvas.head import CanvasHead
from models.domain.line import Regime, SourceKind
from models.domain.page import Header, Page, PageState, Source

PAGE = Page(
    1, Header(newspaper="北山日报", number="3"), Source("0", "a.txt", SourceKind.DUMP), PageState.OPEN, Regime.WRAPPED, (), ()
)


def grabbed(qtbot: QtBot, name: str) -> QImage:
    head = CanvasHead()
    qtbot.addWidget(head)
    head.show_page(replace(PAGE, header=replace(PAGE.header, name=name)))
    head.resize(300, 34)
    return head.grab().toImage()


def test_a_title_without_room_keeps_its_end(qtbot: QtBot) -> None:
    long = "综合新闻与各地要闻的专"

    assert grabbed(qtbot, long + "版") == grabbed(qtbot, long + "版")
    assert grabbed(qtbot, long + "版") != grabbed(qtbot, long + "刊"), "the last character is not seen"
