"""Large scans in levels, each half as large as the one before, cut in tiles: kept in the cache, which anybody may empty."""

from __future__ import annotations

import contextlib
import math
import os
import shutil
from pathlib import Path

from models.errors import DamagedFile, DiskFull
from models.files import refusals, replacing
from models.job import Job
from models.scans import pixels
from models.scans.cut import Box, Cut
from models.scans.picture import Picture

TILE = 512
"""Pixels of a tile's sides."""

QUOTA = 4 << 30
"""Bytes of all pyramids; those looked at longest ago go first."""

_QUALITY = 88
"""Of the tiles' JPEG: what it loses can not be seen, also not in small print."""

_BYTES = 2.0
"""A pyramid takes no more bytes a pixel of its scan, whatever is on it."""


_SPARE = 1 << 20
"""Bytes on a disk that is not full."""


class Pyramids:
    """A folder of one file for each page of a large scan."""

    def __init__(self, folder: Path, quota: int = QUOTA) -> None:
        self._folder = folder
        self._quota = quota

    def path(self, sha256: str, sheet: int) -> Path:
        return self._folder / f"{sha256}-{sheet}.tif"

    def build(self, scan: Path, sha256: str, sheet: int, job: Job) -> None:
        """Makes the pyramid of a page of the file `scan` unless there is a sound one; takes seconds, any thread.

        Raises DamagedFile and the like for the scan, DiskFull and NotWritable for the cache.
        """
        path, size = self.path(sha256, sheet), pixels.size(scan, sheet)
        if _is_sound(path, size):
            return
        with refusals(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(path, size)
            with replacing(path) as temporary:
                _write(scan, sheet, temporary, job)

    def open(self, sha256: str, sheet: int, cut: Cut) -> PyramidParts | None:
        """None where there is none."""
        path = self.path(sha256, sheet)
        try:
            os.utime(path)
            return PyramidParts(path, cut)
        except (DamagedFile, OSError):
            return None

    def _make_room(self, path: Path, size: tuple[int, int]) -> None:
        """Removes what was looked at longest ago, until the new one has its place; raises DiskFull when it can not have it."""
        needed = round(_BYTES * size[0] * size[1])
        others = sorted((other for other in self._folder.glob("*.tif") if other != path), key=_age)
        room = self._quota - needed - sum(other.stat().st_size for other in others)
        for other in others:
            if room >= 0 and shutil.disk_usage(self._folder).free > needed:
                break
            room += other.stat().st_size
            # One that is being looked at may be kept by the system.
            with contextlib.suppress(PermissionError):
                other.unlink()
        if shutil.disk_usage(self._folder).free < needed:
            raise DiskFull(path)


class PyramidParts:
    """Of a scan that has a pyramid."""

    def __init__(self, path: Path, cut: Cut) -> None:
        """Raises DamagedFile."""
        self._path = path
        self._cut = cut
        with pixels.damages(path):
            self._levels = pixels.levels(path)

    def part(self, scale: float, box: Box) -> Picture:
        """Levels stop at one tile; a damaged pyramid is removed."""
        scan = self._levels[min(max(0, round(-math.log2(scale))), len(self._levels) - 1)]
        inside = box.within(*self._cut.size(scan.width, scan.height))
        try:
            with pixels.damages(self._path):
                part = pixels.part(scan, self._cut.on_sheet(inside, scan.width, scan.height), self._cut.turn)
                return Picture(*pixels.rgb(part))
        except DamagedFile:
            self.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
            raise

    def close(self) -> None:
        self._levels = []


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _is_sound(path: Path, size: tuple[int, int]) -> bool:
    """As far as its beginning tells; what is damaged farther in shows when it is read."""
    try:
        with pixels.damages(path):
            first = pixels.levels(path)[0]
            return (first.width, first.height) == size
    except DamagedFile:
        return False


def _write(scan: Path, sheet: int, path: Path, job: Job) -> None:
    try:
        with pixels.damages(scan):
            pixels.write_levels(pixels.upright(scan, sheet), path, TILE, _QUALITY, job)
    except DamagedFile:
        # libvips does not say what went wrong; a disk without room explains it.
        if shutil.disk_usage(path.parent).free < _SPARE:
            raise DiskFull(path) from None
        raise
