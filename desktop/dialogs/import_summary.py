"""What became of a batch of files, for reading and copying."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from models.archive import ImportReport
from models.files import natural
from models.i18n import _
from models.importing.outcomes import AlreadyThere, Broken, Failed
from models.wording import bug, failed_page, sentence, skipped_files


class ImportSummary(QDialog):
    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.text = QPlainTextEdit("\n".join(lines_of(report)), readOnly=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(_("Copy list"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.copy.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(headline_of(report)))
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(640, 400)

    def appear(self) -> None:
        """Beside the work in hand: it takes neither the focus nor a key."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.show()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def headline_of(report: ImportReport) -> str:
    """How many pages came, how many files were there already or failed."""
    said = [_("Pages filed: {count}").format(count=len(report.pages))]
    if report.already_there:
        said.append(_("already there: {count}").format(count=len(report.already_there)))
    if report.failed:
        said.append(_("failed: {count}").format(count=len(report.failed)))
    if report.broken:
        said.append(_("errors of the program: {count}").format(count=len(report.broken)))
    if report.left:
        said.append(_("not tried: {count}").format(count=len(report.left)))
    if report.skipped:
        said.append(_("other files skipped: {count}").format(count=sum(skipped.count for skipped in report.skipped)))
    return " · ".join(said)


def lines_of(report: ImportReport) -> list[str]:
    """One line a file: the failed ones with reason and remedy first, and each kind as people sort files."""
    return [
        *(_failed(failure) for failure in sorted(report.failed, key=_by_name)),
        *(f"{bug(broken.path, broken.sheet)}\n{broken.report}" for broken in sorted(report.broken, key=_by_name)),
        *(_("Not tried: {path}").format(path=path) for path in sorted(report.left, key=natural)),
        *(_("Already there: {path}").format(path=there.path) for there in sorted(report.already_there, key=_by_name)),
        *(skipped_files(skipped.count, skipped.folder) for skipped in report.skipped),
        *(_("Filed: {path}").format(path=path) for path in sorted(report.filed, key=natural)),
    ]


def _by_name(outcome: Failed | Broken | AlreadyThere) -> list[tuple[int, int | str]]:
    return natural(outcome.path)


def _failed(failure: Failed) -> str:
    said = sentence(failure.error)
    why = failed_page(failure.sheet, _("{what} {remedy}").format(what=said.what, remedy=said.remedy))
    return _("Failed: {path} — {why}").format(path=failure.path, why=why)
