"""What to export, and to which file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.i18n import _


@dataclass(frozen=True, slots=True)
class Scope:
    """One choice of pages; `pages` is None for the whole archive."""

    name: str
    pages: tuple[int, ...] | None


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
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_("Which articles?")))
        for number, scope in enumerate(self._scopes):
            choice = QRadioButton(scope.name)
            choice.setChecked(number == len(self._scopes) - 1)
            self.choices.addButton(choice, number)
            layout.addWidget(choice)
        grid = QGridLayout()
        label = QLabel(_("&File:"))
        label.setBuddy(self.file)
        for column, part in enumerate((label, self.file, self._browse)):
            grid.addWidget(part, 0, column)
        note = _("The file opens in Excel as it is. A file of that name is replaced when the new one is whole.")
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
        dialog = QFileDialog(self, _("Export as CSV"), self.file.text(), _("CSV files (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        path = Path(self.file.text().strip()).expanduser()
        path = path if path.suffix else path.with_suffix(".csv")
        self.requested.emit(ExportRequest(path, self._scopes[self.choices.checkedId()].pages))
