"""All pictures of an archive's pages: whole, in parts, and the levels that are kept of large ones."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from models.domain.geometry import Rect
from models.domain.line import SourceKind
from models.domain.page import Source
from models.errors import DamagedFile
from models.job import Job
from models.scans.cut import Box, Cut
from models.scans.parts import HELD, DrawnParts, HeldParts, Parts
from models.scans.picture import Picture, page_picture
from models.scans.pyramid import Pyramids
from models.scans.shelf import Shelf
from models.scans.strip import strip

_OPEN = 2
"""Pages that are kept open: the one in view, and the one before it or half of the same sheet."""

_Key = tuple[Source, int]


class Scans:
    """For any thread; one at a time looks at parts."""

    def __init__(self, shelf: Shelf, cache: Path) -> None:
        self._shelf = shelf
        self._pyramids = Pyramids(cache)
        self._lock = threading.Lock()
        self._open: OrderedDict[_Key, Parts] = OrderedDict()

    def picture(self, source: Source, longest_side: int, turn: int = 0) -> Picture:
        """See `page_picture`."""
        path = self._shelf.path(source.sha256)
        return page_picture(path, source.kind, source.sheet, longest_side, source.region, turn)

    def part(self, source: Source, turn: int, scale: float, box: Box) -> Picture:
        """See `Parts.part`.  The first part of a page takes as long as opening it.

        Raises what `page_picture` raises; after DamagedFile the same may be asked for once more: levels that are damaged go.
        """
        with self._lock:
            try:
                return self._parts(source, turn).part(scale, box)
            except DamagedFile:
                self._close(lambda key: key == (source, turn))
                raise

    def strip(self, source: Source, rect: Rect, longest_side: int, turn: int = 0) -> Picture:
        """See `strip`; raises what `part` raises."""
        with self._lock:
            return strip(self._parts(source, turn), source, rect, longest_side, turn)

    def is_large(self, source: Source) -> bool:
        """Whether its parts come quickly, and at full size, only once it has its levels."""
        area = source.region.width * source.region.height
        return source.kind is SourceKind.PICTURE and source.width * source.height > HELD * area

    def make_levels(self, source: Source, job: Job) -> None:
        """Takes seconds, unless there are sound ones.

        Raises what `page_picture` raises, and DiskFull and NotWritable for the cache.
        """
        self._pyramids.build(self._shelf.path(source.sha256), source.sha256, source.sheet, job)
        with self._lock:
            self._close(lambda key: isinstance(self._open[key], HeldParts) and key[0].sha256 == source.sha256)

    def close(self) -> None:
        """Lets go of the files that are kept open."""
        with self._lock:
            self._close(lambda _key: True)

    def _parts(self, source: Source, turn: int) -> Parts:
        key = source, turn
        if key not in self._open:
            while len(self._open) >= _OPEN:
                self._open.popitem(last=False)[1].close()
            self._open[key] = self._opened(source, Cut(source.region, turn))
        self._open.move_to_end(key)
        return self._open[key]

    def _opened(self, source: Source, cut: Cut) -> Parts:
        path = self._shelf.path(source.sha256)
        if source.kind is SourceKind.PDF:
            return DrawnParts(path, source.sheet, cut)
        levels = self._pyramids.open(source.sha256, source.sheet, cut) if self.is_large(source) else None
        return levels or HeldParts(path, source.sheet, cut)

    def _close(self, which: Callable[[_Key], bool]) -> None:
        for key in [key for key in self._open if which(key)]:
            self._open.pop(key).close()
