"""A batch of files and folders: each file becomes an outcome, and a bad one never stops the rest."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from models.child_process import PATIENCE
from models.domain.line import Reading
from models.errors import DiskFull, FileChanged, KnownError
from models.importing.outcomes import AlreadyThere, Failed, Left, Outcome, Prepared, Skipped, broken
from models.importing.pages import PageReader, Scan, SheetPages
from models.importing.prepare import sheets
from models.importing.progress import Progress
from models.job import Cancelled, Job
from models.reading.reader import sources, visible_files
from models.scans.shelf import Shelf, digest


@dataclass(frozen=True, slots=True)
class Importer:
    """What a batch needs: the shelf to keep the files on, who reads, and who knows which bytes are there already."""

    shelf: Shelf
    reader: PageReader
    page_with_source: Callable[[str], int | None]
    split: bool = False
    """Whether both halves of a double page become pages."""

    def outcomes(self, paths: Iterable[Path], job: Job) -> Iterator[Outcome]:
        """One outcome a file, as they get done, folders opened up, and one for what is skipped in a folder.

        Raises Cancelled when the user asks to stop: what is being read is given up.
        """
        found = list(_files(paths))
        yield from (item for item in found if not isinstance(item, Path))
        yield from _Batch(self, [item for item in found if isinstance(item, Path)]).outcomes(job)


class _Batch:
    """Several files are worked on at a time, and the pages of each too, as far as there are recognisers."""

    def __init__(self, importer: Importer, files: Sequence[Path]) -> None:
        self._its, self._files = importer, files
        self._progress = Progress(len(files))
        self._stop, self._full = threading.Event(), threading.Event()
        self._seen: set[str] = set()
        self._seeing = threading.Lock()
        self._done: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        at_once = importer.reader.recognisers.at_once
        self._sheets = ThreadPoolExecutor(at_once)
        # One more, so that a file without pictures waits for none with them.
        self._workers = ThreadPoolExecutor(at_once + 1)

    def outcomes(self, job: Job) -> Iterator[Outcome]:
        try:
            for number, path in enumerate(self._files):
                self._workers.submit(self._work, number, path)
            for _ in self._files:
                yield self._next(job)
            self._progress.report(job)
        finally:
            self._stop.set()
            for pool in (self._workers, self._sheets):
                pool.shutdown(cancel_futures=True)

    def _next(self, job: Job) -> Outcome:
        while True:
            job.checkpoint()
            self._progress.report(job)
            with suppress(queue.Empty):
                return self._done.get(timeout=PATIENCE)

    def _work(self, number: int, path: Path) -> None:
        with suppress(Cancelled):
            outcome = self._outcome(number, path)
            self._progress.end(number)
            self._done.put(outcome)

    def _outcome(self, number: int, path: Path) -> Outcome:
        if self._full.is_set():
            return Left(path)
        self._progress.begin(path)
        try:
            return self._imported(number, path)
        except Cancelled:
            raise
        except KnownError as error:
            if isinstance(error, DiskFull):
                self._full.set()
            return Failed(path, error)
        except Exception as bug:  # it is reported with the batch, and the other files are no worse for it
            return broken(path, bug)

    def _imported(self, number: int, path: Path) -> Outcome:
        its, job = self._its, _Worker(self._stop)
        sha256 = digest(path)
        there = its.page_with_source(sha256)
        if there is not None or not self._is_first(sha256):
            return AlreadyThere(path, there)
        try:
            found = its.reader.engines.call(sheets, job, path)
            if its.shelf.put(path) != sha256:
                raise FileChanged(path)
            scan = Scan(its.shelf.path(sha256), sha256, path)
            read = [self._sheets.submit(self._sheet, scan, n, each, (number, len(found))) for n, each in enumerate(found)]
            done = [future.result() for future in read]
        except BaseException:
            self._forget(sha256)
            raise
        pages = tuple(page for sheet in done for page in sheet.pages)
        return Prepared(path, pages, tuple(lost for sheet in done for lost in sheet.lost))

    def _sheet(self, scan: Scan, sheet: int, found: Reading | None, place: tuple[int, int]) -> SheetPages:
        """`place`: the number of the file in the batch, and how many sheets it has."""
        job, reader = _Worker(self._stop), self._its.reader
        number, count = place
        told = partial(self._progress.tell, number, scan.chosen, sheet + 1, count)
        reading = found or reader.sheet(scan, sheet, job)
        return reader.pages(scan, sheet, reading, self._its.split, job, told)

    def _is_first(self, sha256: str) -> bool:
        """Whether no other file of this batch has these bytes."""
        with self._seeing:
            first = sha256 not in self._seen
            self._seen.add(sha256)
        return first

    def _forget(self, sha256: str) -> None:
        with self._seeing:
            self._seen.discard(sha256)


@dataclass(frozen=True, slots=True)
class _Worker:
    """The job of one of the batch's threads: only the batch itself reports."""

    stop: threading.Event

    def report(self, done: int, total: int, what: str) -> None:
        pass

    def checkpoint(self) -> None:
        if self.stop.is_set():
            raise Cancelled


def _files(paths: Iterable[Path]) -> Iterator[Path | Failed | Skipped]:
    for path in paths:
        try:
            yield from _inside(path) if path.is_dir() else (path,)
        except KnownError as error:
            yield Failed(path, error)


def _inside(folder: Path) -> Iterator[Path | Skipped]:
    readable, others = sources(visible_files(folder))
    yield from readable
    if others:
        yield Skipped(folder, others)
