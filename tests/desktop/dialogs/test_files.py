"""Choosing files: in one language throughout, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.export import ExportDialog, ExportRequest, Scope
from desktop.dialogs.files import folder_dialog, opening_dialog, saving_dialog
from desktop.dialogs.import_summary import headline_of, lines_of
from models.archive import ImportReport
from models.i18n import set_language
from models.importing.outcomes import Skipped


def test_labels_speak_chinese(qtbot: QtBot, tmp_path: Path) -> None:
    set_language("zh")
    start = str(tmp_path)
    dialogs = (
        folder_dialog(None, "x", start),
        opening_dialog(None, "x", start, "a (*.txt)"),
        saving_dialog(None, "x", start, "a (*.csv)", "csv"),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        for label in (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType):
            assert not dialog.labelText(label).isascii()


def test_saving_asks_before_it_replaces(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = saving_dialog(None, "x", str(tmp_path), "a (*.csv)", "csv")
    qtbot.addWidget(dialog)
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)


def export_dialog(qtbot: QtBot, file: Path) -> tuple[ExportDialog, list[ExportRequest]]:
    dialog = ExportDialog([Scope("This issue", (), "not known"), Scope("All", None)], file)
    qtbot.addWidget(dialog)
    requests = list[ExportRequest]()
    dialog.requested.connect(requests.append)
    dialog.show()
    return dialog, requests


def question(dialog: ExportDialog) -> QMessageBox:
    box = dialog.findChild(QMessageBox)
    assert box is not None
    return box


def test_export_asks_before_it_replaces(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.touch()
    dialog, requests = export_dialog(qtbot, file)
    dialog.buttons.accepted.emit()
    assert requests == []
    assert "a.csv" in question(dialog).text()
    question(dialog).button(QMessageBox.StandardButton.No).click()
    assert requests == []
    assert dialog.isVisible()
    question(dialog).deleteLater()
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
    dialog.buttons.accepted.emit()
    question(dialog).button(QMessageBox.StandardButton.Yes).click()
    assert requests == [ExportRequest(file, None)]


def test_export_of_a_new_file_asks_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, requests = export_dialog(qtbot, tmp_path / "new.csv")
    dialog.buttons.accepted.emit()
    assert requests == [ExportRequest(tmp_path / "new.csv", None)]


def test_a_scope_that_can_not_be_chosen_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _requests = export_dialog(qtbot, tmp_path / "a.csv")
    assert not dialog.choices.button(0).isEnabled()
    assert "not known" in dialog.choices.button(0).text()


def test_skipped_files_are_counted(tmp_path: Path) -> None:
    report = ImportReport(skipped=[Skipped(tmp_path, 2), Skipped(tmp_path / "sub", 1)])
    assert headline_of(report) == "Pages filed: 0 · other files skipped: 3"
    assert lines_of(report)[0] == f"Skipped: 2 other files in {tmp_path}"
