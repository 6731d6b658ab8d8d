"""Engines in a process of their own: answers, errors, stopping, and starting again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import EmptyFile
from models.job import Cancelled, Quiet


@pytest.fixture
def process(tmp_path: Path) -> Iterator[EngineProcess]:
    process = EngineProcess(tmp_path)
    yield process
    process.close()


class Impatient:
    """A job that is stopped at its first checkpoint."""

    def report(self, done: int, total: int, what: str) -> None:
        pass

    def checkpoint(self) -> None:
        raise Cancelled


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


def test_death_is_a_bug_not_a_silence(process: EngineProcess) -> None:
    with pytest.raises(EOFError):
        process.call(_die, Quiet())
    assert process.call(_where, Quiet()) != os.getpid()


def _where(_engines: Engines) -> int:
    return os.getpid()


def _refuse(_engines: Engines, path: Path) -> None:
    raise EmptyFile(path)


def _divide(_engines: Engines) -> float:
    return 1 / 0


def _never(_engines: Engines) -> None:
    while True:
        pass


def _die(_engines: Engines) -> None:
    os._exit(1)
