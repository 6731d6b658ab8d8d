"""Progress is shown only for work that takes long, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.tasks import Runner, Task
from desktop.tasks import panel as panel_module
from desktop.tasks.panel import ProgressPanel
from desktop.tasks.task import WorkerJob


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:  # noqa: ARG001
    runner = Runner()
    yield runner
    runner.quit()


def test_patience_is_half_a_second() -> None:
    assert panel_module.PATIENCE == 500


def test_long_work_is_shown_and_can_be_stopped(qtbot: QtBot, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel_module, "PATIENCE", 20)
    panel = ProgressPanel(runner)
    qtbot.addWidget(panel)

    def work(job: WorkerJob) -> None:
        job.report(2, 5, "page.txt")
        while True:
            job.checkpoint()

    task = Task(work, "Import")
    runner.start(task)
    assert panel.isHidden()
    qtbot.waitUntil(lambda: not panel.isHidden())
    qtbot.waitUntil(lambda: panel.what.text() == "Import: page.txt")
    assert (panel.bar.value(), panel.bar.maximum()) == (2, 5)
    with qtbot.waitSignal(task.cancelled):
        panel.stop.click()
    assert panel.isHidden()


def test_short_and_untitled_work_is_not_shown(qtbot: QtBot, runner: Runner) -> None:
    panel = ProgressPanel(runner)
    qtbot.addWidget(panel)
    gate = threading.Event()
    runner.start(Task(lambda _job: gate.wait(5)))
    runner.start(Task(lambda _job: None, "Export"))
    with qtbot.waitSignal(runner.idle):
        gate.set()
    assert panel.isHidden()
