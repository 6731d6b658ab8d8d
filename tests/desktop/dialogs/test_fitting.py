"""Dialogs on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.fitting import resize_within_screen


def test_a_dialog_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within_screen(dialog, QSize(9000, 9000))
    room = dialog.screen().availableSize()
    assert dialog.width() == room.width()
    assert dialog.height() < room.height(), "its title bar is seen"
    resize_within_screen(dialog, QSize(300, 200))
    assert dialog.size() == QSize(300, 200)
