"""The picture of a page, to look at: PDF pages rendered, scans decoded, as plain RGB."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import SourceKind
from models.pdf_file import KeptPage
from models.scans import pixels
from models.scans.cut import Box, Cut
from models.scans.drawing import draw


@dataclass(frozen=True, slots=True)
class Picture:
    """`rgb` holds `height` rows of `width` pixels of three bytes, without gaps."""

    width: int
    height: int
    rgb: bytes


def page_picture(path: Path, kind: SourceKind, sheet: int, longest_side: int, region: Rect = WHOLE, turn: int = 0) -> Picture:
    """The page `sheet` (from 0) of a PDF or picture, or `region` of it, its longer side `longest_side` pixels.

    Upright as the file says, then turned by `turn` degrees clockwise.  Scans never grow.
    Raises FileNotFound, NotReadable, EmptyFile, PictureTooLarge, PasswordNeeded, DamagedFile.
    """
    if kind is SourceKind.DUMP:
        raise ValueError("a text dump has no picture")
    drawn = _rendered if kind is SourceKind.PDF else _decoded
    return drawn(path, sheet, longest_side, Cut(region, turn))


def _rendered(path: Path, sheet: int, longest_side: int, cut: Cut) -> Picture:
    page = KeptPage(path, sheet)
    try:
        part = max(cut.region.width * page.size[0], cut.region.height * page.size[1])
        width, height = (max(1, round(side * longest_side / part)) for side in page.size)
        upright = cut.size(width, height)
        drawn = draw(page, (width, height), cut.on_sheet(Box(0, 0, *upright), width, height))
        return Picture(*pixels.rgb(pixels.turned(drawn, cut.turn)))
    finally:
        page.close()


def _decoded(path: Path, sheet: int, longest_side: int, cut: Cut) -> Picture:
    size = pixels.size(path, sheet)
    part = max(cut.region.width * size[0], cut.region.height * size[1])
    longest = max(1, math.ceil(min(1.0, longest_side / part) * max(size)))
    with pixels.damages(path):
        scan = pixels.reduced(pixels.in_passing(path, sheet, longest), longest)
        box = cut.on_sheet(Box(0, 0, *cut.size(scan.width, scan.height)), scan.width, scan.height)
        return Picture(*pixels.rgb(pixels.part(scan, box, cut.turn)))
