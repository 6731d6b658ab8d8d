"""A bug on any thread is logged, shown with its text, and does not end the program."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.feedback import log as log_module
from desktop.feedback.crash_dialog import CrashDialog
from desktop.feedback.crash_hook import CrashHook


@pytest.fixture
def hook(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashHook]:  # noqa: ARG001
    before = sys.excepthook, threading.excepthook
    hook = CrashHook(tmp_path / "logs" / "jianbao.log")
    hook.install()
    yield hook
    sys.excepthook, threading.excepthook = before


def test_bug_is_logged_and_reported(qtbot: QtBot, hook: CrashHook, tmp_path: Path) -> None:
    with qtbot.waitSignal(hook.crashed) as blocker:
        try:
            _divide()
        except ZeroDivisionError:
            sys.excepthook(*sys.exc_info())
    assert blocker.args
    report, log = blocker.args[0], blocker.args[1]
    assert log == tmp_path / "logs" / "jianbao.log"
    assert "ZeroDivisionError" in report
    assert "_divide" in report
    assert report in log.read_text(encoding="utf-8")


def test_bug_of_a_thread_is_brought_to_the_main_thread(qtbot: QtBot, hook: CrashHook) -> None:
    heard = list[threading.Thread]()
    hook.crashed.connect(lambda _report, _log: heard.append(threading.current_thread()))
    with qtbot.waitSignal(hook.crashed):
        thread = threading.Thread(target=_divide)
        thread.start()
    thread.join()
    assert heard == [threading.main_thread()]


def test_interrupt_is_no_bug(qtbot: QtBot, hook: CrashHook, capsys: pytest.CaptureFixture[str]) -> None:
    with qtbot.assertNotEmitted(hook.crashed, wait=50):
        hook.meet(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_log_that_can_not_be_written_hides_nothing(qtbot: QtBot, hook: CrashHook, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    with qtbot.waitSignal(hook.crashed) as blocker:
        hook.meet(ZeroDivisionError, ZeroDivisionError(), None)
    assert blocker.args
    assert blocker.args[1] is None


def test_long_log_makes_room(qtbot: QtBot, hook: CrashHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "KEPT", 10)
    for _time in range(2):
        with qtbot.waitSignal(hook.crashed):
            hook.meet(ZeroDivisionError, ZeroDivisionError(), None)
    assert {path.name for path in (tmp_path / "logs").iterdir()} == {"jianbao.log", "jianbao.old.log"}


def test_dialog_copies_everything(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("first report", tmp_path / "jianbao.log")
    qtbot.addWidget(dialog)
    dialog.add("second report")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "first report\nsecond report"


def _divide() -> float:
    return 1 / 0
