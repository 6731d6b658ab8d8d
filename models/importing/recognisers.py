"""Recognisers in processes of their own: as many as the machine bears, started when needed, ended when idle."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from models.child_process import PATIENCE, ChildProcess, Report, Said
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.view import View
from models.errors import RecogniserDied
from models.importing.recognising import Recogniser, read_block, read_page, regions
from models.job import Job
from models.machine import cores, memory
from models.reading.ocr import READER

NEED = 2_500_000_000
"""Bytes of memory that must be there for each process, which takes about a third of it at work."""

IDLE = 60.0
"""Seconds after which a process that nobody asks anything gives its memory back."""


class Recognisers:
    """Any thread may ask; who finds all at work waits for the next that is free."""

    def __init__(self, reader: str, make: Callable[[int], Recogniser], processes: int | None = None) -> None:
        """`reader` is the recogniser's name and version; `make`, picklable, makes one that works on so many threads."""
        self.reader = reader
        self.at_once = processes or max(1, min(cores(), memory() // NEED))
        """How many pages a batch may have read at the same time."""
        threads = max(1, cores() // self.at_once)
        # One more, so that a page which an editor asks for waits for no batch.
        self._all = [_child(partial(make, threads)) for _ in range(self.at_once + 1)]
        self._free: queue.LifoQueue[ChildProcess[Recogniser]] = queue.LifoQueue()
        for child in self._all:
            self._free.put(child)

    def read(self, path: Path, kind: SourceKind, sheet: int, region: Rect, job: Job, report: Report) -> Reading:
        """Raises RecogniserDied, Cancelled, and what `page_picture` raises."""
        with self._one(job) as child:
            return _twice(lambda: child.watch(read_page, job, report, path, kind, sheet, region))

    def read_block(
        self, path: Path, kind: SourceKind, sheet: int, region: Rect, outline: Rect, view: View, job: Job
    ) -> tuple[Line, ...]:
        """The lines in `outline`, in parts of the region, of a page that lies as `view` says; raises what `read` raises."""
        with self._one(job) as child:
            return _twice(lambda: child.call(read_block, job, path, kind, sheet, region, outline, view))

    def regions(self, path: Path, kind: SourceKind, sheet: int, job: Job) -> tuple[Rect, ...]:
        """The pages on a sheet: both halves of a double page, else the whole."""
        with self._one(job) as child:
            return _twice(lambda: child.call(regions, job, path, kind, sheet))

    def close(self) -> None:
        """Ends all processes; work in them is given up."""
        for child in self._all:
            child.close()

    @contextmanager
    def _one(self, job: Job) -> Iterator[ChildProcess[Recogniser]]:
        child = self._waited(job)
        try:
            yield child
        finally:
            self._free.put(child)

    def _waited(self, job: Job) -> ChildProcess[Recogniser]:
        while True:
            job.checkpoint()
            with contextlib.suppress(queue.Empty):
                return self._free.get(timeout=PATIENCE)


def _child(make: Callable[[], Recogniser]) -> ChildProcess[Recogniser]:
    return ChildProcess(make, RecogniserDied, IDLE, background=True)


def _twice(ask: Callable[[], Said]) -> Said:
    """A process may have ended for want of memory, or of idleness just now, which says nothing of the page."""
    try:
        return ask()
    except RecogniserDied:
        return ask()


def standard() -> Recognisers:
    """Those that come with the program."""
    return Recognisers(READER, _recogniser)


def _recogniser(threads: int) -> Recogniser:
    # Its libraries take a second and some 100 MB, which this process need not spend.
    from models.reading.ocr.recogniser import Recogniser as Standard

    return Standard(threads)
