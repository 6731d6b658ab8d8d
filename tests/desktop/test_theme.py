"""Tooltips can be read in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from desktop.settings import Theme
from desktop.theme import apply_theme


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    tips = QToolTip.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    QToolTip.setPalette(tips)


def lightness(colour: QColor) -> float:
    return (0.3 * colour.red() + 0.6 * colour.green() + 0.1 * colour.blue()) / 255


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_tooltips_stand_out(qtbot: QtBot, theme: Theme) -> None:
    apply_theme(theme)
    palette = QToolTip.palette()
    ground, text = palette.color(QPalette.ColorRole.ToolTipBase), palette.color(QPalette.ColorRole.ToolTipText)
    assert abs(lightness(ground) - lightness(text)) > 0.6
    widget = QLabel("x")
    qtbot.addWidget(widget)
    widget.show()
    QToolTip.showText(widget.mapToGlobal(widget.rect().center()), "■■■■■■■■■■", widget)
    tip = next(shown for shown in QApplication.topLevelWidgets() if shown.inherits("QTipLabel") and shown.isVisible())
    picture = tip.grab().toImage()
    row = [lightness(picture.pixelColor(x, picture.height() // 2)) for x in range(picture.width())]
    assert max(row) - min(row) > 0.6
    assert abs(row[4] - lightness(ground)) < 0.02
    QToolTip.hideText()
