"""What paper a page is from: newspaper, date, issue number, page number and page name."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from models.domain.page import Header
from models.i18n import _


class PageHeaderDialog(QDialog):
    requested = Signal(object)
    """The Header as the editor wants it."""

    def __init__(self, header: Header, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Newspaper, date and page"))
        self.newspaper = QLineEdit(header.newspaper or "")
        self.date = QLineEdit(header.date.isoformat() if header.date else "")
        self.date.setPlaceholderText("2026-03-14")
        self.issue_number = QLineEdit(header.issue_number or "")
        self.number = QLineEdit(header.number or "")
        self.number.setPlaceholderText(_("as printed: A1, 08, 第二版"))
        self.name = QLineEdit(header.name or "")
        self.wrong = QLabel(_("Write the date as year-month-day, or leave it empty."))
        self.wrong.setStyleSheet("color: palette(bright-text)")
        self.wrong.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._on_accept_clicked)
        self.buttons.rejected.connect(self.reject)
        self.date.textChanged.connect(self.wrong.hide)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(_("&Newspaper"), self.newspaper)
        form.addRow(_("&Date"), self.date)
        form.addRow("", self.wrong)
        form.addRow(_("&Issue number"), self.issue_number)
        form.addRow(_("&Page number"), self.number)
        form.addRow(_("Page n&ame"), self.name)
        form.addRow(self.buttons)
        self.setMinimumWidth(400)

    @Slot()
    def _on_accept_clicked(self) -> None:
        try:
            date = date_from(self.date.text())
        except ValueError:
            self.wrong.show()
            self.date.setFocus()
            return
        fields = (self.newspaper, self.issue_number, self.number, self.name)
        newspaper, issue_number, number, name = (field.text().strip() or None for field in fields)
        self.accept()
        self.requested.emit(Header(newspaper, date, issue_number, number, name))


def date_from(text: str) -> datetime.date | None:
    """A date written as 2026-3-14, 2026/03/14, 2026.3.14, 20260314 or 2026年3月14日; None for nothing, ValueError for else."""
    text = text.strip().rstrip("日")
    if not text:
        return None
    if len(text) == 8 and text.isdigit():
        return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    for mark in "年月/.":
        text = text.replace(mark, "-")
    year, month, day = (int(part) for part in text.split("-"))
    return datetime.date(year, month, day)
