"""What is done with a recogniser in its process: a sheet's picture is made there, so that no picture goes through a pipe."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.child_process import Report
from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.view import View
from models.pdf_file import drawn_size
from models.scans.fold import halves
from models.scans.picture import page_picture

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3): RGB, upright as EXIF says."""

_ALL = 1 << 20
"""Pixels of the longest side of a picture that is to come as large as it is."""

_OVERVIEW = 1200
"""Pixels of the longest side of a picture in which a fold is looked for."""


class Recogniser(Protocol):
    """Finds and reads the text in pictures; slow to make."""

    def read(self, image: Pixels, report: Report) -> Reading: ...

    def read_region(self, image: Pixels, rect: Rect, view: View) -> tuple[Line, ...]:
        """What stands in a part of `image`, in parts of the whole image."""
        ...


def read_page(recogniser: Recogniser, report: Report, path: Path, kind: SourceKind, sheet: int, region: Rect) -> Reading:
    """The text of `region` of a sheet; outlines in parts of the region.  Raises what `page_picture` raises."""
    return recogniser.read(page_pixels(path, kind, sheet, region), report)


def read_block(
    recogniser: Recogniser, path: Path, kind: SourceKind, sheet: int, region: Rect, outline: Rect, view: View
) -> tuple[Line, ...]:
    """The text in `outline`, which is in parts of the region, as are the lines."""
    return recogniser.read_region(page_pixels(path, kind, sheet, region), outline, view)


def regions(_recogniser: Recogniser, path: Path, kind: SourceKind, sheet: int) -> tuple[Rect, ...]:
    """The pages on a sheet: both halves of a double page, else the whole."""
    return halves(_array(path, kind, sheet, _OVERVIEW).mean(axis=2))


def page_pixels(path: Path, kind: SourceKind, sheet: int, region: Rect = WHOLE) -> Pixels:
    """`region` of a sheet as large as it is; raises what `page_picture` raises."""
    longest = drawn_size(path, sheet, region) if kind is SourceKind.PDF else _ALL
    return _array(path, kind, sheet, longest, region)


def _array(path: Path, kind: SourceKind, sheet: int, longest: int, region: Rect = WHOLE) -> Pixels:
    picture = page_picture(path, kind, sheet, longest, region)
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
