"""One page's way from the file to its articles: text layer or recogniser, then the engines' say."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Reading
from models.domain.page import Source
from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import DiskFull, KnownError, NotWritable
from models.importing.outcomes import Broken, Failed, broken
from models.importing.prepare import PreparedPage, prepared, sheet
from models.importing.readings import PageKey, ReadingCache
from models.importing.recognisers import Recognisers
from models.job import Cancelled, Job

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

    def sheet(self, scan: Scan, number: int, job: Job, text_layer: bool = True) -> Reading:
        """What the file itself says of a sheet, unread where only a recogniser can help; raises the reader's errors."""
        return self.engines.call(sheet, job, scan.path, number, text_layer, scan.chosen)

    def pages(self, scan: Scan, number: int, found: Reading, split: bool, job: Job, told: Told) -> SheetPages:
        """What is on a sheet of which `found` is known; a page that no recogniser can read stays unread.

        `split` cuts double pages.  Raises EnginesDied, DiskFull, NotWritable.
        """
        lost: tuple[Failed | Broken, ...] = ()
        readings: tuple[Reading, ...] = (found,)
        if found.unread:
            try:
                readings = self._recognised(scan, number, found, split, job, told)
            except (Cancelled, DiskFull):
                raise
            except KnownError as error:
                lost = (Failed(scan.chosen, error, number),)
            except Exception as bug:  # one page's bug is no reason to lose the file: it is reported with the batch
                lost = (broken(scan.chosen, bug, number),)
        return SheetPages(tuple(self.prepared(scan, number, each, job) for each in readings), lost)

    def prepared(self, scan: Scan, number: int, reading: Reading, job: Job) -> PreparedPage:
        """`reading` with what the engines say of it."""
        size = reading.width, reading.height
        source = Source(scan.sha256, scan.chosen.name, reading.kind, number, *size, reading.region)
        return self.engines.call(prepared, job, source, reading)

    def recognised(self, scan: Scan, number: int, found: Reading, region: Rect, job: Job, told: Told) -> Reading:
        """What a recogniser makes of one page, now or when it read it before."""
        key, reader = PageKey(scan.sha256, number, region), self.recognisers.reader
        kept = self.readings.get(key, reader) if self.readings else None
        if kept is not None:
            return kept
        read = self.recognisers.read(scan.path, found.kind, number, region, job, lambda done, all_: told(done / max(all_, 1)))
        width, height = found.width * region.width, found.height * region.height
        reading = replace(read, kind=found.kind, region=region, reader=reader, width=width, height=height)
        if self.readings:
            # Kept to save time only: a page that was read is filed all the same.
            with contextlib.suppress(NotWritable):
                self.readings.put(key, reader, reading)
        return reading

    def _recognised(self, scan: Scan, number: int, found: Reading, split: bool, job: Job, told: Told) -> tuple[Reading, ...]:
        parts: tuple[Rect, ...] = (WHOLE,)
        if split and found.width > found.height:
            parts = self.recognisers.regions(scan.path, found.kind, number, job)
        readings = []
        for done, part in enumerate(parts):

            def within(share: float, done: int = done) -> None:
                told((done + share) / len(parts))

            readings.append(self.recognised(scan, number, found, part, job, within))
        return tuple(readings)
