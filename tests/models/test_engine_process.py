"""Engines in a process of their own: answers, errors, stopping, and starting again."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import EmptyFile, EnginesDied
from models.job import Cancelled, Quiet


@pytest.fixture
def process(tmp_path: Path) -> Iterator[EngineProcess]:
    process = EngineProcess(tmp_path)
    yield process
    process.close()


class Impatient:
    """A job that is stopped at its second checkpoint: at the first, nothing has been asked yet."""

    def __init__(self) -> None:
        self._passed = False

    def report(self, done: int, total: int, what: str) -> None:
        pass

    def checkpoint(self) -> None:
        if self._passed:
            raise Cancelled
        self._passed = True


def test_work_is_done_elsewhere_and_always_at_the_same_place(process: EngineProcess) -> None:
    first = process.call(_where, Quiet())
    assert first != os.getpid()
    assert process.call(_where, Quiet()) == first


def test_known_error_comes_back_as_it_is_and_the_process_stays(process: EngineProcess) -> None:
    before = process.call(_where, Quiet())
    with pytest.raises(EmptyFile) as refusal:
        process.call(_refuse, Quiet(), Path("empty.txt"))
    assert refusal.value.path == Path("empty.txt")
    assert process.call(_where, Quiet()) == before


def test_bug_comes_back_with_the_place_it_was_met(process: EngineProcess) -> None:
    with pytest.raises(ZeroDivisionError) as bug:
        process.call(_divide, Quiet())
    assert "_divide" in "".join(bug.value.__notes__)


def test_stopped_work_is_given_up_and_the_next_starts_afresh(process: EngineProcess) -> None:
    before = process.call(_where, Quiet())
    with pytest.raises(Cancelled):
        process.call(_never, Impatient())
    assert process.call(_where, Quiet()) != before


def test_death_at_work_is_said_and_the_next_call_starts_afresh(process: EngineProcess) -> None:
    before = process.call(_where, Quiet())
    with pytest.raises(EnginesDied):
        process.call(_die, Quiet())
    assert process.call(_where, Quiet()) not in (before, os.getpid())


def test_death_between_two_calls_is_not_noticed(process: EngineProcess) -> None:
    before = process.call(_where, Quiet())
    (child,) = multiprocessing.active_children()
    child.kill()
    child.join()
    assert process.call(_where, Quiet()) not in (before, os.getpid())


def test_who_waits_for_a_turn_can_stop_waiting(process: EngineProcess, tmp_path: Path) -> None:
    go_on, began = tmp_path / "go on", tmp_path / "began"
    worker = threading.Thread(target=process.call, args=(_wait_for, Quiet(), began, go_on))
    worker.start()
    while not began.exists():
        assert worker.is_alive()
    with pytest.raises(Cancelled):
        process.call(_where, Impatient())
    assert worker.is_alive(), "whose turn it is goes on"
    go_on.touch()
    worker.join()


def test_known_errors_keep_what_they_carry_however_they_were_made() -> None:
    for error in (EmptyFile(Path("empty.txt")), EmptyFile(path=Path("empty.txt"))):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.path) == (EmptyFile, Path("empty.txt"))


def _where(_engines: Engines) -> int:
    return os.getpid()


def _refuse(_engines: Engines, path: Path) -> None:
    raise EmptyFile(path)


def _divide(_engines: Engines) -> float:
    return 1 / 0


def _never(_engines: Engines) -> None:
    while True:
        pass


def _wait_for(_engines: Engines, began: Path, go_on: Path) -> None:
    began.touch()
    while not go_on.exists():
        pass


def _die(_engines: Engines) -> None:
    os._exit(1)
