"""An archive that can not be opened at the start: why, what helps, and the way to another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from desktop.dialogs.files import folder_dialog
from models.errors import KnownError
from models.i18n import _
from models.wording import sentence


class ArchiveTrouble(QMessageBox):
    """After exec(), `folder` is the one to try: the same again, another one, or None when the user gives up."""

    def __init__(self, error: KnownError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = sentence(error)
        self.folder: Path | None = folder
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(_("Jianbao"))
        self.setText(said.what)
        self.setInformativeText(said.remedy)
        self.again = self.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
        self.other = self.addButton(_("Choose another folder…"), QMessageBox.ButtonRole.ActionRole)
        self.give_up = self.addButton(_("Quit"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(self.give_up)
        self.buttonClicked.connect(self._on_clicked)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self.other:
            dialog = folder_dialog(None, _("Choose the archive's folder"), str(self.folder))
            if dialog.exec():
                self.folder = Path(dialog.selectedFiles()[0])
        elif button is self.give_up:
            self.folder = None
