"""Shows a crash report with a button to copy it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from models.i18n import _


class CrashDialog(QDialog):
    """Opened without stopping the window; further reports are added to the one that is open."""

    def __init__(self, report: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        said = _("This should not have happened. What you had done before is saved; the last step was taken back.")
        where = _("The report is also in {log}.").format(log=log) if log else ""
        self.report = QPlainTextEdit(report, readOnly=True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for text in filter(None, (said, where)):
            layout.addWidget(QLabel(text, wordWrap=True))
        layout.addWidget(self.report)
        layout.addWidget(buttons)
        self.resize(720, 420)

    def add(self, report: str) -> None:
        self.report.appendPlainText(report)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
