"""A page kept open, to be looked at part by part and at any scale: a PDF page drawn, or a scan held in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from models.pdf_file import KeptPage
from models.scans import pixels
from models.scans.cut import Box, Cut
from models.scans.drawing import draw
from models.scans.picture import Picture

HELD = 40_000_000
"""Pixels of a scan that is held in memory, three bytes each; a larger one has its levels in the cache."""


class Parts(Protocol):
    """For one thread at a time."""

    def part(self, scale: float, box: Box) -> Picture:
        """What of `box` lies on the upright page, both in pixels of the page at `scale`.

        `scale`: pixels a point of a PDF, any; pixels a pixel of a scan: 1, 1/2, 1/4 and so on.  Raises DamagedFile.
        """
        ...

    def close(self) -> None: ...


class DrawnParts:
    """Of a PDF page."""

    def __init__(self, path: Path, sheet: int, cut: Cut) -> None:
        """Raises what `pdf_file.opened` raises."""
        self._page = KeptPage(path, sheet)
        self._cut = cut

    def part(self, scale: float, box: Box) -> Picture:
        width, height = (max(1, round(side * scale)) for side in self._page.size)
        box = box.within(*self._cut.size(width, height))
        drawn = draw(self._page, (width, height), self._cut.on_sheet(box, width, height))
        return Picture(*pixels.rgb(pixels.turned(drawn, self._cut.turn)))

    def close(self) -> None:
        self._page.close()


class HeldParts:
    """Of a scan, which is reduced by halves until it may be held; what is asked for sharper than that comes enlarged."""

    def __init__(self, path: Path, sheet: int, cut: Cut) -> None:
        """Decodes the scan.  Raises what `page_picture` raises."""
        self._cut = cut
        self._path = path
        width, height = pixels.size(path, sheet)
        self._finest = 0
        while width * height > HELD << 2 * self._finest:
            self._finest += 1
        longest = max(width, height) >> self._finest
        with pixels.damages(path):
            self._held = pixels.reduced(pixels.in_passing(path, sheet, longest), longest).copy_memory()

    def part(self, scale: float, box: Box) -> Picture:
        with pixels.damages(self._path):
            held = 1 / (scale * (1 << self._finest))
            box = box.within(*self._cut.size(round(self._held.width / held), round(self._held.height / held)))
            wide = _scaled(box, held).within(*self._cut.size(self._held.width, self._held.height))
            part = pixels.part(self._held, self._cut.on_sheet(wide, self._held.width, self._held.height), self._cut.turn)
            return Picture(*pixels.rgb(pixels.fitted(part, box.width, box.height)))

    def close(self) -> None:
        self._held = None


def _scaled(box: Box, scale: float) -> Box:
    left, top = round(box.left * scale), round(box.top * scale)
    return Box(left, top, round((box.left + box.width) * scale) - left, round((box.top + box.height) * scale) - top)
