"""The size of a dialog on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QStyle


def resize_within_screen(dialog: QDialog, size: QSize) -> None:
    """`size`, or as much of it as leaves the title bar and the buttons in view."""
    title_bar = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - QSize(0, 2 * title_bar)))
