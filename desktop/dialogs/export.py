"""What to export, and to which file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.files import saving_dialog
from models.i18n import _


@dataclass(frozen=True, slots=True)
class Scope:
    """One choice of pages; `pages` is None for the whole archive."""

    name: str
    pages: tuple[int, ...] | None
    why: str = ""
    """Why it can not be chosen, where it can not."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    path: Path
    pages: tuple[int, ...] | None
    """Ids; None for the whole archive."""


class ExportDialog(QDialog):
    requested = Signal(object)
    """An ExportRequest."""

    def __init__(self, scopes: list[Scope], file: Path, parent: QWidget | None = None) -> None:
        """The last scope is chosen first; `file` is proposed."""
        super().__init__(parent)
        self.setWindowTitle(_("Export as CSV"))
        self._scopes = scopes
        self._replaced: Path | None = None
        """The file that is there and may be replaced."""
        self.choices = QButtonGroup(self)
        self.file = QLineEdit(str(file))
        self.file.setMinimumWidth(420)
        self._browse = QPushButton(_("Choose…"))
        self._browse.setAutoDefault(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = self.buttons.addButton(_("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        self.file.textChanged.connect(lambda text: export.setEnabled(bool(text.strip())))
        self._browse.clicked.connect(self._on_browse_clicked)
        self.buttons.accepted.connect(self._on_export_clicked)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_("Which articles?")))
        for number, scope in enumerate(self._scopes):
            choice = QRadioButton(_("{name} ({why})").format(name=scope.name, why=scope.why) if scope.why else scope.name)
            choice.setEnabled(not scope.why)
            choice.setChecked(number == len(self._scopes) - 1)
            self.choices.addButton(choice, number)
            layout.addWidget(choice)
        grid = QGridLayout()
        label = QLabel(_("&File:"))
        label.setBuddy(self.file)
        for column, part in enumerate((label, self.file, self._browse)):
            grid.addWidget(part, 0, column)
        note = _("The file opens in Excel as it is.")
        hint = QLabel(note)
        hint.setWordWrap(True)
        hint.setEnabled(False)
        layout.addSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(hint)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)

    @Slot()
    def _on_browse_clicked(self) -> None:
        dialog = saving_dialog(self, _("Export as CSV"), self.file.text(), _("CSV files (*.csv)"), "csv")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, file: str) -> None:
        """The dialog has asked already whether a file that is there may be replaced."""
        self.file.setText(file)
        self._replaced = self.path

    @Slot()
    def _on_export_clicked(self) -> None:
        if not self.path.exists() or self.path == self._replaced:
            self.accept()
            return
        question = _("“{name}” is there already. Replace it?").format(name=self.path.name)
        yes_no = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), question, yes_no, self)
        box.setInformativeText(_("It is replaced when the new file is whole."))
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.accepted.connect(self.accept)
        box.open()

    @property
    def path(self) -> Path:
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(".csv")

    @Slot()
    def _on_accepted(self) -> None:
        self.requested.emit(ExportRequest(self.path, self._scopes[self.choices.checkedId()].pages))
