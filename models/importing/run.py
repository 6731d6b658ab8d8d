"""A batch of files and folders: each file becomes an outcome, and a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import FileChanged, KnownError
from models.importing.prepare import PreparedPage, prepare
from models.job import Job
from models.reading.reader import is_readable, visible_files
from models.scans.shelf import Shelf, digest


@dataclass(frozen=True, slots=True)
class Prepared:
    """Ready to be filed."""

    path: Path
    pages: tuple[PreparedPage, ...]


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The archive holds these bytes; `page` is the first page that was read from them, None for one earlier in this batch."""

    path: Path
    page: int | None


@dataclass(frozen=True, slots=True)
class Failed:
    path: Path
    error: KnownError


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files in a folder that are none of ours to read; nobody named them, so they have not failed."""

    folder: Path
    count: int


Outcome = Prepared | AlreadyThere | Failed | Skipped


@dataclass(frozen=True, slots=True)
class Importer:
    """What a batch needs: the shelf to keep the files on, the engines, and who knows which bytes are there already."""

    shelf: Shelf
    engines: Engines | EngineProcess
    page_with_source: Callable[[str], int | None]

    def outcomes(self, paths: Iterable[Path], job: Job) -> Iterator[Outcome]:
        """One outcome a file, folders opened up, and one for what is skipped in a folder; raises Cancelled between them."""
        files = list(_files(paths))
        seen: set[str] = set()
        for done, item in enumerate(files):
            job.checkpoint()
            if isinstance(item, Failed | Skipped):
                yield item
                continue
            job.report(done, len(files), item.name)
            yield self._outcome(item, seen, job)
        job.report(len(files), len(files), "")

    def _outcome(self, path: Path, seen: set[str], job: Job) -> Outcome:
        try:
            sha256 = digest(path)
            there = self.page_with_source(sha256)
            if there is not None or sha256 in seen:
                return AlreadyThere(path, there)
            pages = self.engines.call(prepare, job, path, sha256)
            if self.shelf.put(path) != sha256:
                raise FileChanged(path)
        except KnownError as error:
            return Failed(path, error)
        seen.add(sha256)
        return Prepared(path, pages)


def _files(paths: Iterable[Path]) -> Iterator[Path | Failed | Skipped]:
    for path in paths:
        try:
            yield from _inside(path) if path.is_dir() else (path,)
        except KnownError as error:
            yield Failed(path, error)


def _inside(folder: Path) -> Iterator[Path | Skipped]:
    files = visible_files(folder)
    readable = [path for path in files if is_readable(path)]
    yield from readable
    if len(readable) < len(files):
        yield Skipped(folder, len(files) - len(readable))
