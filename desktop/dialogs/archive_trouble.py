"""An archive that can not be opened at the start: why, what helps, and the way to another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from models.errors import KnownError
from models.i18n import _
from models.wording import sentence


class ArchiveTrouble(QMessageBox):
    """Rejected when the user gives up."""

    chosen = Signal(object)
    """The folder (Path) to try instead; the same one to try again."""

    def __init__(self, error: KnownError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = sentence(error)
        self._folder = folder
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(_("Jianbao"))
        self.setText(said.what)
        self.setInformativeText(said.remedy)
        self.again = self.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
        self.other = self.addButton(_("Choose another folder…"), QMessageBox.ButtonRole.ActionRole)
        self.give_up = self.addButton(_("Quit"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(self.give_up)
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: object) -> None:
        if button is self.again:
            self.chosen.emit(self._folder)
        elif button is self.other:
            self._ask()

    def _ask(self) -> None:
        dialog = QFileDialog(None, _("Choose the archive's folder"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        if dialog.exec():
            self.chosen.emit(Path(dialog.selectedFiles()[0]))
        else:
            self.open()
