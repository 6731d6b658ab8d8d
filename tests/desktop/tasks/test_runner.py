"""Tasks run in workers, speak on the main thread, and none is left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.tasks import Lane, Runner, Task
from desktop.tasks.task import WorkerJob
from models.errors import EmptyFile, KnownError


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:  # noqa: ARG001
    runner = Runner()
    yield runner
    runner.quit()


def test_result_arrives_on_the_main_thread(qtbot: QtBot, runner: Runner) -> None:
    threads: list[object] = []

    def work(job: WorkerJob) -> int:
        threads.append(QThread.currentThread())
        job.hand("half")
        return 42

    task = Task(work)
    heard: list[tuple[object, object]] = []
    for signal in (task.handed, task.finished):
        signal.connect(lambda value: heard.append((value, QThread.currentThread())))
    with qtbot.waitSignal(task.ended):
        runner.start(task)
    assert heard == [("half", runner.thread()), (42, runner.thread())]
    assert threads[0] != runner.thread()
    assert not runner.busy


def test_known_error_is_handed_over(qtbot: QtBot, runner: Runner) -> None:
    error = EmptyFile(Path("empty.txt"))

    def work(_job: WorkerJob) -> None:
        raise error

    task = Task(work)
    heard = list[KnownError]()
    task.failed.connect(heard.append)
    with qtbot.waitSignals([task.ended, runner.idle]):
        runner.start(task)
    assert heard == [error]


def test_bug_goes_to_the_crash_hook_and_the_task_ends(qtbot: QtBot, runner: Runner) -> None:
    def work(_job: WorkerJob) -> None:
        raise ZeroDivisionError

    task = Task(work)
    with capture_exceptions() as bugs, qtbot.waitSignal(task.ended):
        runner.start(task)
    assert [kind for kind, _error, _trace in bugs] == [ZeroDivisionError]
    assert not runner.busy


def test_cancelled_work_stops_at_its_checkpoint(qtbot: QtBot, runner: Runner) -> None:
    started = threading.Event()

    def work(job: WorkerJob) -> None:
        started.set()
        while True:
            job.checkpoint()

    task = Task(work)
    runner.start(task)
    assert started.wait(5)
    with qtbot.waitSignals([task.cancelled, task.ended]):
        task.cancel()


def test_a_lane_keeps_order_and_lanes_run_side_by_side(qtbot: QtBot, runner: Runner) -> None:
    gate, order = threading.Event(), list[str]()

    def engine(_job: WorkerJob) -> None:
        assert gate.wait(5), "the picture lane never ran"
        order.append("engine")

    tasks = [Task(engine), Task(lambda _job: order.append("second engine"))]
    for task in tasks:
        runner.start(task)

    def picture(_job: WorkerJob) -> None:
        order.append("picture")
        gate.set()

    with qtbot.waitSignal(runner.idle):
        runner.start(Task(picture), Lane.PICTURES)
    assert order == ["picture", "engine", "second engine"]


def test_quit_waits_for_the_workers(qtbot: QtBot, runner: Runner) -> None:  # noqa: ARG001
    ended = list[bool]()

    def work(job: WorkerJob) -> None:
        try:
            while True:
                job.checkpoint()
        finally:
            ended.append(True)

    started = threading.Event()

    def announced(job: WorkerJob) -> None:
        started.set()
        work(job)

    runner.start(Task(announced))
    assert started.wait(5)
    runner.quit()
    assert ended == [True]


@pytest.mark.usefixtures("qtbot")
def test_nothing_starts_after_quitting() -> None:
    runner, began = Runner(), []
    runner.quit()
    runner.start(Task(lambda _job: began.append(1)))
    assert not runner.busy
    assert not began
