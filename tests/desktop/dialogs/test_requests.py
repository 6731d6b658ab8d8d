"""Dialogs hand over what was entered, and do nothing themselves."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.about import AboutDialog, credits_text
from desktop.dialogs.archive_trouble import ArchiveTrouble
from desktop.dialogs.export import ExportDialog, ExportRequest, Scope
from desktop.dialogs.import_summary import ImportSummary, headline_of
from desktop.dialogs.key_table import Keyed
from desktop.dialogs.page_header import PageHeaderDialog, date_from
from desktop.dialogs.preferences import Preferences, PreferencesDialog
from desktop.settings import Language, Theme
from models.archive import ImportReport
from models.domain.page import Header
from models.errors import ArchiveInUse, EmptyFile
from models.importing.outcomes import AlreadyThere, Failed


def test_export_asks_for_scope_and_file(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog([Scope("This page", (7,)), Scope("All", None)], tmp_path / "a.csv")
    qtbot.addWidget(dialog)
    requests = list[ExportRequest]()
    dialog.requested.connect(requests.append)
    dialog.accept()
    dialog.choices.button(0).click()
    dialog.file.setText(f" {tmp_path / 'no ending'} ")
    dialog.accept()
    assert requests == [ExportRequest(tmp_path / "a.csv", None), ExportRequest(tmp_path / "no ending.csv", (7,))]


def test_page_header_is_handed_over_as_entered(qtbot: QtBot) -> None:
    dialog = PageHeaderDialog(Header("青石日报", datetime.date(2031, 5, 6), None, "02", "本地"))
    qtbot.addWidget(dialog)
    assert dialog.date.text() == "2031-05-06"
    dialog.newspaper.setText("  ")
    dialog.number.setText("A1")
    headers = list[Header]()
    dialog.requested.connect(headers.append)
    dialog.date.setText("2031-13-45")
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.click()
    assert headers == []
    assert not dialog.wrong.isHidden()
    dialog.date.setText("2031年5月7日")
    ok.click()
    assert headers == [Header(None, datetime.date(2031, 5, 7), None, "A1", "本地")]


@pytest.mark.parametrize("text", ["2031-5-6", "2031/05/06", "2031.5.6", "20310506", "2031年5月6日", " 2031-05-06 "])
def test_dates_as_people_write_them(text: str) -> None:
    assert date_from(text) == datetime.date(2031, 5, 6)


@pytest.mark.parametrize("text", ["2031", "May 6", "2031-02-30", "31-5", "2031-5-6-7"])
def test_no_date_is_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        date_from(text)


def test_preferences(qtbot: QtBot, tmp_path: Path) -> None:
    now = Preferences(Language.SYSTEM, Theme.LIGHT, tmp_path, {"merge": "B"})
    keyed = [Keyed("split", "Split", "S"), Keyed("merge", "Merge", "M"), Keyed("quit", "Quit", "Ctrl+Q")]
    dialog = PreferencesDialog(now, keyed)
    qtbot.addWidget(dialog)
    chosen = list[Preferences]()
    dialog.requested.connect(chosen.append)
    dialog.accept()
    assert chosen == [now], "nothing was changed"
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.keys.edits["split"].setKeySequence(QKeySequence("B"))
    assert not ok.isEnabled(), "two actions with one key"
    dialog.keys.edits["merge"].setKeySequence(QKeySequence("M"))
    assert ok.isEnabled()
    dialog.keys.edits["quit"].clear()
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    dialog.accept()
    assert chosen[-1] == Preferences(Language.CHINESE, Theme.LIGHT, tmp_path, {"split": "B", "quit": ""})


def test_import_summary_says_what_became_of_each_file(qtbot: QtBot) -> None:
    report = ImportReport(
        [Path("a.txt")], [1, 2], [AlreadyThere(Path("b.txt"), 1)], [Failed(Path("c.txt"), EmptyFile(Path("c.txt")))]
    )
    assert headline_of(report) == "Pages filed: 2 · already there: 1 · failed: 1"
    summary = ImportSummary(report)
    qtbot.addWidget(summary)
    summary.copy.click()
    failed, there, filed = QGuiApplication.clipboard().text().splitlines()
    assert "c.txt" in failed
    assert "empty" in failed
    assert "b.txt" in there
    assert "a.txt" in filed


def test_archive_trouble_leads_on(qtbot: QtBot, tmp_path: Path) -> None:
    trouble = ArchiveTrouble(ArchiveInUse(tmp_path), tmp_path)
    qtbot.addWidget(trouble)
    assert str(tmp_path) in trouble.text()
    trouble.again.click()
    assert trouble.folder == tmp_path
    trouble.give_up.click()
    assert trouble.folder is None


def test_credits_name_those_whose_work_is_used(qtbot: QtBot) -> None:
    qtbot.addWidget(AboutDialog())
    said = credits_text()
    assert "IPTC" in said
    assert "PySide6" in said
