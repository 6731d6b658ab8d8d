"""Our own icons, drawn from resources/icons in the colours of the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from models.resources import RESOURCES

_SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """resources/icons/`name`.svg in `colour` or in the palette's text colour; ask again after a change of theme."""
    palette = QGuiApplication.palette()
    normal = colour or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return _icon(name, normal.name(), disabled.name())


def icon_button(name: str, tip: str) -> QToolButton:
    """A flat button that shows an icon and is called `tip`, for those who point at it and for screen readers."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


@cache
def _icon(name: str, normal: str, disabled: str) -> QIcon:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_pixmap(drawing, normal, size), QIcon.Mode.Normal)
        result.addPixmap(_pixmap(drawing, disabled, size), QIcon.Mode.Disabled)
    return result


def _pixmap(drawing: str, colour: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
