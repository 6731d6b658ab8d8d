"""All keys on one sheet, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.fitting import resize_within_screen
from models.i18n import _

Section = tuple[str, list[tuple[str, list[QKeySequence]]]]
"""A title, and what each action is called with its keys."""

COLUMNS = 3


class KeySheet(QDialog):
    def __init__(self, sections: list[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setSpacing(32)
        for part in _spread(sections):
            columns.addWidget(_column(part), 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        single = _("Single keys work while no text is being typed. Every key can be changed in the preferences.")
        hint = QLabel(f"{_hand_words()}\n{single}")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (scroll, hint, buttons):
            layout.addWidget(widget)
        resize_within_screen(self, QSize(min(sheet.sizeHint().width() + 60, 1240), 620))


def _hand_words() -> str:
    """What keys do together with the mouse."""
    return _("On a picture: hold Space and drag to move it, hold L to magnify what is pointed at, Ctrl and wheel to zoom.")


def _spread(sections: list[Section]) -> list[list[Section]]:
    """The sections in COLUMNS columns of about the same height, in order."""
    share = sum(len(rows) + 2 for _title, rows in sections) / COLUMNS
    columns: list[list[Section]] = [[] for _column in range(COLUMNS)]
    height = 0.0
    for section in sections:
        middle = height + (len(section[1]) + 2) / 2
        columns[min(int(middle / share), COLUMNS - 1)].append(section)
        height += len(section[1]) + 2
    return columns


def _column(sections: list[Section]) -> QWidget:
    column = QWidget()
    grid = QGridLayout(column)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    row = 0
    for title, rows in sections:
        grid.addWidget(QLabel(f"<b>{title}</b>"), row, 0, 1, 2)
        for number, (text, keys) in enumerate(rows, row + 1):
            grid.addWidget(QLabel(text), number, 0)
            grid.addWidget(_key_label(keys), number, 1)
        row += len(rows) + 1
        grid.setRowMinimumHeight(row, 12)
        row += 1
    return column


def _key_label(keys: list[QKeySequence]) -> QLabel:
    shown = dict.fromkeys(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    label = QLabel("  ".join(shown))
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
