"""The whole desk on the sample pages, and a watch on how long anybody is kept waiting."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import app, paths
from desktop.app import Program
from desktop.settings import Language, Settings, Theme
from desktop.shell.desk import Desk
from desktop.shell.options import Options
from desktop.shell.window import MainWindow
from models.domain.article import Article
from models.domain.page import Page
from models.i18n import set_language
from models.resources import SEEDS

BAR = 0.050
"""Seconds a turn of the event loop should take at most; what is longer is marked in the report."""

BLOCKED = 0.250
"""Seconds of the main thread's own work that no busy machine explains."""

BEAT = 2
"""Milliseconds between two beats of the watch's timer."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """`worked` are the seconds the main thread itself was at work, `passed` those on the clock, with other programs' turns."""

    worked: float
    passed: float
    doing: str

    def __str__(self) -> str:
        mark = "  <- over the bar" if self.worked > BAR else ""
        return f"{self.worked * 1000:6.1f} ms ({self.passed * 1000:6.1f} on the clock)  {self.doing}{mark}"


class LoopWatch(QObject):
    """Takes the time of every turn of the event loop: a beat that comes late has waited for one."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Turn] = []
        self._doing = ""
        self._last = 0.0, 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def loop(self, doing: str) -> Iterator[None]:
        """While the test waits in the event loop."""
        self._doing, self._last = doing, _now()
        self._timer.start()
        yield
        self._timer.stop()

    @contextmanager
    def turn(self, doing: str) -> Iterator[None]:
        """A key or click that the test sends itself: while it is handled, nothing else is."""
        self._last = _now()
        yield
        self._enter(doing, 0.0)

    @Slot()
    def _on_beat(self) -> None:
        self._enter(self._doing, BEAT / 1000)

    def _enter(self, doing: str, slept: float) -> None:
        now = _now()
        self.turns.append(Turn(now[0] - self._last[0], max(now[1] - self._last[1] - slept, 0.0), doing))
        self._last = now

    def longest(self) -> list[Turn]:
        """The longest turn of everything that was done, longest first."""
        by_name = {turn.doing: turn for turn in sorted(self.turns)}
        return sorted(by_name.values(), reverse=True)

    def report(self) -> str:
        """One line for each of the longest turns."""
        return "\n".join(map(str, self.longest()))


def _now() -> tuple[float, float]:
    return time.thread_time(), time.perf_counter()


@pytest.fixture
def watch() -> LoopWatch:
    return LoopWatch()


class Desktop:
    """The hands of an editor at an open desk: keys go to whatever has the focus."""

    def __init__(self, program: Program, qtbot: QtBot, watch: LoopWatch) -> None:
        assert program.desk is not None
        self.program, self.qtbot, self.watch = program, qtbot, watch
        self.desk: Desk = program.desk

    @property
    def window(self) -> MainWindow:
        assert self.program.window is not None
        return self.program.window

    @property
    def page(self) -> Page:
        assert self.window.page is not None
        return self.window.page

    @property
    def article(self) -> Article:
        article = self.page.article(self.desk.selection.article or 0)
        assert article is not None
        return article

    @property
    def selected(self) -> tuple[int, ...]:
        return self.desk.selection.lines

    def can(self, action: str) -> bool:
        return self.window.actions_table[action].isEnabled()

    def press(self, keys: str) -> None:
        """Presses keys like "Ctrl+Z" and lets the window paint."""
        self.press_here(keys)
        self.qtbot.waitUntil(lambda: self.window.isActiveWindow() or QApplication.activeModalWidget() is not None)

    def press_here(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        with self.watch.turn(f"key {keys}"):
            QTest.keyClick(self._focused(), combination.key(), combination.keyboardModifiers())
        with self.watch.loop(f"after key {keys}"):
            self._turn_over()

    def write(self, text: str, into: str = "") -> None:
        """Types over what stands in the field with the focus, or in the dialog's field called `into`."""
        if into:
            field = getattr(QApplication.activeModalWidget(), into)
            assert isinstance(field, QLineEdit)
            field.setFocus()
        focused = self._focused()
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        with self.watch.turn("typing"):
            if text.isascii():
                QTest.keyClicks(focused, text)
            else:
                _compose(focused, text)

    def settle(self, doing: str) -> None:
        """Until no worker has anything to do."""
        with self.watch.loop(doing):
            self.qtbot.waitUntil(lambda: not self.desk.runner.busy, timeout=60_000)

    def wait_for_samples(self) -> None:
        with self.watch.loop("import of the sample pages"):
            self.qtbot.waitUntil(lambda: len(self.desk.bridge.pages()) == 5 and not self.desk.runner.busy, timeout=120_000)
        with self.watch.loop("first page"):
            self._turn_over()

    def _turn_over(self) -> None:
        """A few turns of the event loop, for painting and what was put off."""
        done = list[bool]()
        QTimer.singleShot(20, lambda: done.append(True))
        self.qtbot.waitUntil(lambda: bool(done))

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window


def _compose(widget: QWidget, text: str) -> None:
    """Chinese as an input method writes it: letters while it is being composed, then the characters."""
    QApplication.sendEvent(widget, QInputMethodEvent("bian'ji", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(widget, committed)


def _dumps(folder: Path) -> Path:
    """The sample pages that no recogniser need read, which takes its time."""
    folder.mkdir()
    for path in SEEDS.glob("*.txt"):
        shutil.copy(path, folder)
    return folder


OpenDesk = Callable[..., AbstractContextManager[Desktop]]


@pytest.fixture
def open_desk(qtbot: QtBot, watch: LoopWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    """Starts the program on the archive in `tmp_path`, closes it at the end of the with statement; any number of times."""
    for name in ("archive_folder", "settings_file", "log_file"):
        monkeypatch.setattr(paths, name, lambda name=name: tmp_path / "home" / name)
    monkeypatch.setattr(app, "SEEDS", _dumps(tmp_path / "samples"))
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    @contextmanager
    def opened(*files: Path, language: Language = Language.ENGLISH, theme: Theme = Theme.LIGHT) -> Iterator[Desktop]:
        options = Options(files, tmp_path / "archive", language, theme)
        program = Program(application, Settings(), options)
        assert program.open()
        assert program.window is not None
        qtbot.waitUntil(program.window.isActiveWindow)
        program.window.panels.canvas.setFocus()
        program.garbage.start()
        try:
            yield Desktop(program, qtbot, watch)
        finally:
            program.garbage.stop()
            program.window.close()
            program.close()
            application.removeEventFilter(program.guard)
            program.window.deleteLater()
            program.deleteLater()

    yield opened
    set_language("en")
    application.setStyleSheet("")
    application.setPalette(application.style().standardPalette())
