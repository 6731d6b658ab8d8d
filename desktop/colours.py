"""Colours of articles and certainties in both themes; a number and a pattern always say the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from models.domain.joint import Certainty

_HUES = (
    # On light ground, on dark ground: blue, vermilion, green, magenta, ochre, indigo, cyan, wine.
    ("#0b66b0", "#6fb4f2"),
    ("#b2480c", "#f2965c"),
    ("#0a7355", "#54c79b"),
    ("#a8327d", "#ee8fc9"),
    ("#7d6000", "#dcb94a"),
    ("#5443b5", "#aaa0f7"),
    ("#14708a", "#62cbe0"),
    ("#8c2a42", "#ef8f9d"),
)

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
)

_CERTAINTIES = {
    Certainty.SURE: ("#0a7355", "#54c79b"),
    Certainty.CHECK: ("#8a5a00", "#f0b93d"),
    Certainty.UNSURE: ("#b3261e", "#ff8a80"),
}


def is_dark(palette: QPalette) -> bool:
    """Whether text of `palette` stands on dark ground."""
    return palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5


def article_colour(position: int, dark: bool) -> QColor:
    """The strong colour of the article at 0-based `position`: for bars, badges and text on the theme's ground."""
    return QColor(_HUES[position % len(_HUES)][dark])


def badge_text(dark: bool) -> QColor:
    """What is written on a strong colour."""
    return QColor("#14171a") if dark else QColor("#ffffff")


def pattern(position: int) -> Qt.BrushStyle:
    """The hatching of an article's bar: articles that share a colour differ in it."""
    return _PATTERNS[position // len(_HUES) % len(_PATTERNS)]


def certainty_colour(certainty: Certainty, dark: bool) -> QColor:
    return QColor(_CERTAINTIES[certainty][dark])


def sure_colour(dark: bool) -> QColor:
    """For what is settled."""
    return certainty_colour(Certainty.SURE, dark)


def doubt_colour(dark: bool) -> QColor:
    """For joints to check."""
    return certainty_colour(Certainty.CHECK, dark)


def alarm_colour(dark: bool) -> QColor:
    """For lines that belong to nothing."""
    return certainty_colour(Certainty.UNSURE, dark)


def quiet_colour(palette: QPalette) -> QColor:
    """Readable grey, for what is beside the point: line numbers, furniture, second lines."""
    return mixed(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text), 0.64)


def mixed(ground: QColor, over: QColor, part: float) -> QColor:
    """`part` (0..1) of `over` on `ground`, opaque."""
    channels = zip(ground.getRgb()[:3], over.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * part) for a, b in channels))
