"""Dialogs that choose files and folders, in our language throughout."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from models.i18n import _


def folder_dialog(parent: QWidget | None, title: str, start: str) -> QFileDialog:
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def opening_dialog(parent: QWidget | None, title: str, start: str, patterns: str) -> QFileDialog:
    """For any number of files that are there."""
    dialog = _dialog(parent, title, start, patterns)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return dialog


def saving_dialog(parent: QWidget | None, title: str, start: str, patterns: str, suffix: str) -> QFileDialog:
    """For one file; asks before one that is there is chosen."""
    dialog = _dialog(parent, title, start, patterns)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    return dialog


def _dialog(parent: QWidget | None, title: str, start: str, patterns: str = "") -> QFileDialog:
    dialog = QFileDialog(parent, title, start, patterns)
    # Qt has changed these two sentences since its Chinese was written.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Files of type:"))
    return dialog
