"""An object in a process of its own: what it reports, what it can not send, and when it goes."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from models.child_process import ChildProcess, Report
from models.errors import RecogniserDied
from models.job import Cancelled, Quiet


@pytest.fixture
def child() -> Iterator[ChildProcess[list[int]]]:
    child = ChildProcess[list[int]](partial(list, (1, 2)), RecogniserDied)
    yield child
    child.close()


def test_the_object_stays_between_calls(child: ChildProcess[list[int]]) -> None:
    child.call(list.append, Quiet(), 3)
    assert child.call(_itself, Quiet()) == [1, 2, 3]


def test_reports_come_before_the_answer(child: ChildProcess[list[int]]) -> None:
    told: list[tuple[int, int]] = []
    assert child.watch(_counted, Quiet(), lambda done, total: told.append((done, total)), 2) == 3
    assert told == [(0, 2), (1, 2)]


def test_what_can_not_be_sent_is_a_bug_and_no_death(child: ChildProcess[list[int]]) -> None:
    pid = child.call(_pid, Quiet())
    with pytest.raises(RuntimeError, match="lambda"):
        child.call(_unsendable, Quiet())
    assert child.call(_pid, Quiet()) == pid


def test_a_bug_while_the_object_is_made_is_told() -> None:
    child = ChildProcess(_unmakable, RecogniserDied)
    try:
        with pytest.raises(ZeroDivisionError):
            child.call(_pid, Quiet())
    finally:
        child.close()


def test_who_is_asked_nothing_goes_and_comes_again() -> None:
    child = ChildProcess[list[int]](partial(list, (1,)), RecogniserDied, idle=0.05)
    try:
        first = child.call(_pid, Quiet())
        (process,) = multiprocessing.active_children()
        process.join(20)
        assert process.exitcode == 0
        assert child.call(_pid, Quiet()) != first
    finally:
        child.close()


def test_closing_gives_up_what_another_thread_waits_for(child: ChildProcess[list[int]]) -> None:
    began, ended = threading.Event(), list[type[BaseException]]()

    def wait() -> None:
        try:
            child.watch(_never, Quiet(), lambda *_: began.set())
        except RecogniserDied as died:
            ended.append(type(died))

    worker = threading.Thread(target=wait)
    worker.start()
    assert began.wait(20)
    child.close()
    worker.join()
    assert ended == [RecogniserDied]


def test_work_that_is_not_wanted_any_more_leaves_the_process_alone(child: ChildProcess[list[int]]) -> None:
    pid = child.call(_pid, Quiet())
    with pytest.raises(Cancelled):
        child.call(_pid, _Stopped())
    assert child.call(_pid, Quiet()) == pid


class _Stopped(Quiet):
    def checkpoint(self) -> None:
        raise Cancelled


def _itself(made: list[int]) -> list[int]:
    return made


def _pid(_made: list[int]) -> int:
    return os.getpid()


def _counted(made: list[int], report: Report, upto: int) -> int:
    for done in range(upto):
        report(done, upto)
    return sum(made)


def _unsendable(_made: list[int]) -> object:
    return lambda: None


def _unmakable() -> list[int]:
    return [1 // 0]


def _never(_made: list[int], report: Report) -> None:
    report(0, 1)
    while True:
        pass
