"""An object in a process of its own: whatever it does there, this process goes on, and it is stopped by ending it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import PicklingError
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from models.errors import KnownError
from models.job import Job

Made = TypeVar("Made")
Asked = ParamSpec("Asked")
Said = TypeVar("Said")

Report = Callable[[int, int], None]
"""What long work over there is given to tell how far it is: done, of total."""

PATIENCE = 0.1
"""Seconds between two looks at whether the user wants to stop."""


class ChildProcess(Generic[Made]):
    """Starts its process with the first call.  Any thread may call; calls are answered one after the other."""

    def __init__(
        self, make: Callable[[], Made], died: Callable[[], KnownError], idle: float | None = None, background: bool = False
    ) -> None:
        """`make`, picklable, makes the object over there; `died` the error for a process that ended in the middle.

        After `idle` seconds without a call the process ends, and the next call starts another; in the `background` it
        gives way to other programs.
        """
        self._make, self._died = make, died
        self._idle, self._background = idle, background
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def call(
        self, function: Callable[Concatenate[Made, Asked], Said], job: Job, *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Said:
        """What `function(object, *args)` returns or raises over there; function and values must be picklable.

        Raises Cancelled when the user asks to stop: the work is then given up where it stands; and `died` when that
        process ended in the middle; the next call starts another.
        """
        said: Said = self._ask(job, None, (function, args, kwargs, False))
        return said

    def watch(
        self,
        function: Callable[Concatenate[Made, Report, Asked], Said],
        job: Job,
        report: Report,
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Said:
        """As `call`, for a function that reports; `report` is called on this thread with what it says."""
        said: Said = self._ask(job, report, (function, args, kwargs, True))
        return said

    def close(self) -> None:
        """Ends the process; work in it is given up."""
        self._drop()

    def _ask(self, job: Job, report: Report | None, question: object) -> Any:
        # Work that is not wanted any more must not end a process at which others ask.
        job.checkpoint()
        while not self._turn.acquire(timeout=PATIENCE):
            job.checkpoint()
        try:
            said, error = self._answer(job, report, question)
        except BaseException:
            self._drop()
            raise
        finally:
            self._turn.release()
        if error is not None:
            raise error
        return said

    def _answer(self, job: Job, report: Report | None, question: object) -> tuple[Any, Exception | None]:
        line = self._opened()
        try:
            line.send(question)
            while True:
                while not line.poll(PATIENCE):
                    job.checkpoint()
                job.checkpoint()
                is_answer, *said = line.recv()
                if is_answer:
                    return said[0], said[1]
                if report is not None:
                    report(*said)
        except (EOFError, OSError) as died:
            # Closed from this side too: whoever closes gives the work up.
            raise self._died() from died

    def _opened(self) -> Connection:
        if self._process is not None and wait([self._process.sentinel], timeout=0):
            self._drop()
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            values = theirs, self._make, self._idle, self._background
            self._process = context.Process(target=_serve, args=values, daemon=True)
            self._process.start()
            theirs.close()
        return self._line

    def _drop(self) -> None:
        line, process = self._line, self._process
        self._line = self._process = None
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join()


def _serve(line: Connection, make: Callable[[], Made], idle: float | None, background: bool) -> None:
    """Answers until the other end is gone, or silent for too long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if background and hasattr(os, "nice"):
        os.nice(_GIVING_WAY)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    made = cache(make)
    with suppress(EOFError, ConnectionError):
        while line.poll(idle):
            _send(line, _answer(line, made, *line.recv()))


def _end_with_parent() -> None:
    """Whoever asked may be killed while we are at work, and work that nobody waits for is given up."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


_GIVING_WAY = 5
"""By how much a process in the background is nicer than we are."""


def _answer(
    line: Connection,
    made: Callable[[], Made],
    function: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    reports: bool,
) -> tuple[object, Exception | None]:
    def report(done: int, total: int) -> None:
        line.send((False, done, total))

    try:
        first = (made(), report) if reports else (made(),)
        return function(*first, *args, **kwargs), None
    except ConnectionError:
        raise
    except Exception as error:  # whatever it is, it is raised where the question came from
        error.add_note("".join(traceback.format_exception(error)))
        return None, error


def _send(line: Connection, answer: tuple[object, Exception | None]) -> None:
    try:
        line.send((True, *answer))
    except (PicklingError, TypeError, AttributeError) as unsendable:
        notes = getattr(answer[1] or unsendable, "__notes__", ())
        line.send((True, None, RuntimeError(f"{unsendable}: {answer}", *notes)))
