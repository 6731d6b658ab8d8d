"""Starting: the archive is opened or the reason said, without a screen the whole job is done."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.app import Program
from desktop.dialogs.archive_trouble import ArchiveTrouble
from desktop.settings import Language, Settings, Theme
from desktop.shell.options import Options, parsed
from models.archive import opened
from models.resources import ROOT


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """The programs made here dress the application that all tests share."""
    font = qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    qapp.setFont(font)


def desk(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """python -m desktop in the empty home `folder`, without a screen."""
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    environment = {**os.environ, **homes, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "desktop", "--offscreen", "--language", "en", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=280, check=False
    )


def test_the_whole_job_without_a_screen(tmp_path: Path) -> None:
    done = desk(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "8 pages" in done.stdout
    assert str(tmp_path / "articles.csv") in done.stdout
    assert (tmp_path / "desk.png").read_bytes().startswith(b"\x89PNG")
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) > 5


def test_a_bad_file_makes_the_exit_code_honest(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "news.txt").write_text("渡口复航\n\n本报讯 记者 江雨眠 渡口今天复航。\n", encoding="utf-8")
    with opened(tmp_path / "archive"):
        pass
    done = desk(tmp_path, "--archive", "archive", "empty.txt", "news.txt")
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert (tmp_path / "articles.csv").exists(), "the good file is exported all the same"


def test_an_archive_in_use_is_said(tmp_path: Path) -> None:
    with opened(tmp_path / "archive"):
        done = desk(tmp_path, "--archive", "archive")
    assert done.returncode == 1
    assert "another Jianbao window" in done.stderr


def test_another_folder_can_be_chosen(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first folder is in use; the dialog gives another one."""

    def choose(trouble: ArchiveTrouble) -> int:
        qtbot.addWidget(trouble)
        trouble.folder = tmp_path / "free"
        return 0

    monkeypatch.setattr(ArchiveTrouble, "exec", choose)
    monkeypatch.setattr(app, "SEEDS", tmp_path / "no seeds")
    (tmp_path / "no seeds").mkdir()
    (tmp_path / "used").mkdir()
    with FileLock(tmp_path / "used" / "archive.lock"):
        program = Program(qapp, settings, Options(archive=tmp_path / "used"))
        assert program.open()
    assert program.desk is not None
    assert program.window is not None
    assert program.desk.folder == tmp_path / "free"
    qtbot.addWidget(program.window)
    program.close()
    qapp.removeEventFilter(program.guard)


def test_qt_speaks_our_language(qtbot: QtBot, qapp: QApplication, settings: Settings) -> None:
    assert Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN.qm").exists()
    program = Program(qapp, settings, Options(language=Language.CHINESE, theme=Theme.DARK))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text().startswith("取消")
    program.speak(Language.ENGLISH)
    english = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(english)
    assert english.buttons()[0].text().replace("&", "") == "Cancel"
    qapp.removeEventFilter(program.guard)


def test_fcitx_is_asked_through_ibus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx5")
    app.prepare(Options())
    assert os.environ["QT_IM_MODULE"] == "ibus"


def test_words_of_the_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    options = parsed(["a.txt", "--language", "zh", "--theme", "dark", "--archive", "x"])
    assert options.files == (tmp_path / "a.txt",)
    assert (options.language, options.theme, options.archive) == (Language.CHINESE, Theme.DARK, tmp_path / "x")
    with pytest.raises(SystemExit):
        parsed(["--theme", "pink"])
