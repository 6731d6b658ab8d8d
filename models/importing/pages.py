"""One page's way from the file to its articles: text layer or recogniser, then the engines' say."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Reading, SourceKind
from models.domain.page import Source
from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import DiskFull, KnownError, NotWritable
from models.importing.outcomes import Broken, Failed, broken
from models.importing.prepare import PreparedPage, halves, prepared, sheet
from models.importing.readings import PageKey, ReadingCache
from models.importing.recognisers import Recognisers
from models.job import Cancelled, Job
from models.reading.pictures import unread_part

Told = Callable[[float], None]
"""How much of a page is read, in 0..1."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that does not change while it is read."""

    path: Path
    sha256: str
    chosen: Path
    """Where the user had it."""


@dataclass(frozen=True, slots=True)
class SheetPages:
    """The pages of one sheet, and what went wrong with them."""

    pages: tuple[PreparedPage, ...]
    lost: tuple[Failed | Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReader:
    """Any thread may use it; every method raises Cancelled."""

    engines: Engines | EngineProcess
    recognisers: Recognisers
    readings: ReadingCache | None = None

    def sheet(self, scan: Scan, number: int, job: Job, text_layer: bool = True, region: Rect = WHOLE) -> Reading:
        """What the file itself says of a sheet, unread where only a recogniser can help; raises the reader's errors."""
        return self.engines.call(sheet, job, scan.path, number, text_layer, scan.chosen, region)

    def pages(self, scan: Scan, number: int, found: Reading, split: bool, job: Job, told: Told) -> SheetPages:
        """What is on a sheet of which `found` is known; a page that no recogniser can read stays unread.

        `split` cuts double pages.  Raises EnginesDied, DiskFull, NotWritable.
        """
        lost: list[Failed | Broken] = []
        readings: list[Reading] = [found]
        with _noting(lost, scan, number) if found.unread else contextlib.nullcontext():
            readings = self._parts(scan, number, found, job) if split else readings
        unread = [] if lost else [place for place, part in enumerate(readings) if part.unread]
        for place in unread:
            with _noting(lost, scan, number):
                readings[place] = self.recognised(scan, number, readings[place], job, _share(told, place, len(readings)))
        return SheetPages(tuple(self.prepared(scan, number, each, job) for each in readings), tuple(lost))

    def prepared(self, scan: Scan, number: int, reading: Reading, job: Job) -> PreparedPage:
        """`reading` with what the engines say of it."""
        size = reading.width, reading.height
        source = Source(scan.sha256, scan.chosen.name, reading.kind, number, *size, reading.region)
        return self.engines.call(prepared, job, source, reading)

    def recognised(self, scan: Scan, number: int, found: Reading, job: Job, told: Told) -> Reading:
        """What a recogniser makes of the page that `found` is, now or when it read it before."""
        region = found.region
        key, reader = PageKey(scan.sha256, number, region), self.recognisers.reader
        kept = self.readings.get(key, reader) if self.readings else None
        if kept is not None:
            return kept
        read = self.recognisers.read(scan.path, found.kind, number, region, job, lambda done, all_: told(done / max(all_, 1)))
        reading = replace(read, kind=found.kind, region=region, reader=reader, width=found.width, height=found.height)
        if self.readings:
            # Kept to save time only: a page that was read is filed all the same.
            with contextlib.suppress(NotWritable):
                self.readings.put(key, reader, reading)
        return reading

    def _parts(self, scan: Scan, number: int, found: Reading, job: Job) -> list[Reading]:
        """Both halves of a double page, each as if it were alone, else the sheet; what an OCR file says stays whole."""
        if found.width <= found.height or (found.kind is SourceKind.PICTURE and not found.unread):
            return [found]
        if found.unread:
            parts = self.recognisers.regions(scan.path, found.kind, number, job)
        else:
            parts = self.engines.call(halves, job, scan.path, number, found)
        if parts == (WHOLE,):
            return [found]
        return [unread_part(found, part) if found.unread else self.sheet(scan, number, job, region=part) for part in parts]


@contextlib.contextmanager
def _noting(lost: list[Failed | Broken], scan: Scan, number: int) -> Iterator[None]:
    """What goes wrong with a page is entered in `lost`, unless it concerns the others too."""
    try:
        yield
    except (Cancelled, DiskFull):
        raise
    except KnownError as error:
        lost.append(Failed(scan.chosen, error, number))
    except Exception as bug:  # one page's bug is no reason to lose the file: it is reported with the batch
        lost.append(broken(scan.chosen, bug, number))


def _share(told: Told, place: int, count: int) -> Told:
    """For one of `count` pages on a sheet."""
    return lambda done: told((place + done) / count)
