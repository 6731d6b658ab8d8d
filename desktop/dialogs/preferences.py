"""Language, theme, archive folder and keys, as the user wants them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.files import folder_dialog
from desktop.dialogs.fitting import resize_within_screen
from desktop.dialogs.key_table import Keyed, KeyTable
from desktop.settings import Language, Theme
from models.i18n import _


@dataclass(frozen=True, slots=True)
class Preferences:
    language: Language
    theme: Theme
    archive: Path
    """The one that is open, or another to open at the next start."""
    keys: dict[str, str] = field(default_factory=dict)
    """By the ids of actions; only those that differ from the table's own."""
    split_folds: bool = False
    """Whether a double page is cut in two when it is imported."""
    learns: bool = True
    """Whether the engine learns from finished pages."""


class PreferencesDialog(QDialog):
    requested = Signal(object)
    """Preferences."""

    def __init__(self, now: Preferences, keyed: list[Keyed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.language = _choice(_language_names(), now.language)
        self.theme = _choice(_theme_names(), now.theme)
        self.archive = QLineEdit(str(now.archive))
        self.split_folds = QCheckBox(_("Make two &pages of a double page"))
        self.split_folds.setChecked(now.split_folds)
        self.learns = QCheckBox(_("&Learn from finished pages"))
        self.learns.setChecked(now.learns)
        self.keys = KeyTable(keyed, now.keys)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.keys.conflicted.connect(self._on_conflicted)
        tabs = QTabWidget()
        tabs.addTab(self._general(), _("General"))
        tabs.addTab(self.keys, _("Keys"))
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(self.buttons)
        resize_within_screen(self, QSize(620, 520))

    def _general(self) -> QWidget:
        page = QWidget()
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse_clicked)
        folder = QHBoxLayout()
        folder.addWidget(self.archive)
        folder.addWidget(browse)
        hint = QLabel(_("Another archive folder is opened at the next start."))
        hint.setEnabled(False)
        form = QFormLayout(page)
        form.addRow(_("&Language"), self.language)
        form.addRow(_("&Theme"), self.theme)
        label = QLabel(_("&Archive folder"))
        label.setBuddy(self.archive)
        form.addRow(label, folder)
        form.addRow("", hint)
        form.addRow(_("Import"), self.split_folds)
        form.addRow(_("Learning"), self.learns)
        return page

    @Slot()
    def _on_browse_clicked(self) -> None:
        dialog = folder_dialog(self, _("Choose the archive's folder"), self.archive.text())
        dialog.fileSelected.connect(self.archive.setText)
        dialog.open()

    @Slot(bool)
    def _on_conflicted(self, conflicted: bool) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not conflicted)

    @Slot()
    def _on_accepted(self) -> None:
        language, theme = Language(self.language.currentData()), Theme(self.theme.currentData())
        archive, split = Path(self.archive.text().strip()), self.split_folds.isChecked()
        self.requested.emit(Preferences(language, theme, archive, self.keys.changed(), split, self.learns.isChecked()))


def _choice(names: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _language_names() -> dict[str, str]:
    """Each language in its own words, so that everybody finds the way back."""
    return {Language.SYSTEM.value: _("As the system"), Language.CHINESE.value: "中文", Language.ENGLISH.value: "English"}


def _theme_names() -> dict[str, str]:
    return {Theme.SYSTEM.value: _("As the system"), Theme.LIGHT.value: _("Light"), Theme.DARK.value: _("Dark")}
