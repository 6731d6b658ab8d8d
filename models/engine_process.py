"""The engines in a process of their own: however they load and work there, this process goes on."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Concatenate

from models.engines import Asked, Engines, Said
from models.errors import EnginesDied
from models.job import Job

PATIENCE = 0.1
"""Seconds between two looks at whether the user wants to stop."""


class EngineProcess:
    """Starts its process with the first call.  Any thread may call; calls are answered one after the other."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def call(
        self, function: Callable[Concatenate[Engines, Asked], Said], job: Job, *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Said:
        """What `function(engines, *args)` returns or raises over there; function and values must be picklable.

        Raises Cancelled when the user asks to stop: the work is then given up where it stands; and EnginesDied when
        that process ended in the middle; the next call starts another.
        """
        while not self._turn.acquire(timeout=PATIENCE):
            job.checkpoint()
        try:
            said: Said
            said, error = self._answer(job, (function, args, kwargs))
        except BaseException:
            self._drop()
            raise
        finally:
            self._turn.release()
        if error is not None:
            raise error
        return said

    def close(self) -> None:
        """Ends the process; work in it is given up."""
        self._drop()

    def _answer(self, job: Job, question: object) -> tuple[Any, Exception | None]:
        line = self._opened()
        try:
            line.send(question)
            while not line.poll(PATIENCE):
                job.checkpoint()
            said, error = line.recv()
        except (EOFError, ConnectionError) as died:
            raise EnginesDied from died
        return said, error

    def _opened(self) -> Connection:
        if self._process is not None and wait([self._process.sentinel], timeout=0):
            self._drop()
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._cache), name="engines", daemon=True)
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


def _serve(line: Connection, cache: Path) -> None:
    """Answers until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    engines = Engines(cache)
    while True:
        try:
            function, args, kwargs = line.recv()
        except EOFError:
            return
        try:
            line.send((function(engines, *args, **kwargs), None))
        except Exception as error:  # whatever it is, it is raised where the question came from
            error.add_note("".join(traceback.format_exception(error)))
            line.send((None, error))
