"""The one door to PDFium, which is not thread-safe: whoever reads or renders holds its lock."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

from models.domain.geometry import WHOLE, Rect
from models.errors import DamagedFile, EmptyFile, PasswordNeeded
from models.files import read_refusals

_lock = threading.Lock()

_TAIL = 16 * 1024
"""Bytes at the end of a PDF in which its trailer must stand: PDFium opens a cut file and shows empty pages."""


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document, for calls from this thread only, closed at the end; hold it briefly, others wait.

    Raises FileNotFound, NotReadable, EmptyFile, PasswordNeeded, DamagedFile, also for what goes wrong inside.
    """
    _check_trailer(path)
    with _turn(path), pypdfium2.PdfDocument(path) as document:
        yield document


class KeptPage:
    """One page kept open between calls, so that what it holds is decoded once; each call waits for its turn."""

    def __init__(self, path: Path, sheet: int) -> None:
        """Raises what `opened` raises."""
        self._path = path
        _check_trailer(path)
        with _turn(path):
            self._document = pypdfium2.PdfDocument(path)
            self._page = self._document[sheet]
            self.size: tuple[float, float] = self._page.get_size()
            """Width and height in points."""

    @contextmanager
    def in_turn(self) -> Iterator[pypdfium2.PdfPage]:
        """The page for one call, which should be brief."""
        with _turn(self._path):
            yield self._page

    def close(self) -> None:
        with _turn(self._path):
            self._document.close()


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """While nobody else calls PDFium; what it says of `path` becomes a known error."""
    with _lock:
        try:
            yield
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
            raise (PasswordNeeded if locked else DamagedFile)(path) from error


def _check_trailer(path: Path) -> None:
    with read_refusals(path), path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if not size:
        raise EmptyFile(path)
    if b"startxref" not in tail and b"%%EOF" not in tail:
        raise DamagedFile(path)


def drawn_size(path: Path, sheet: int, region: Rect = WHOLE) -> int:
    """Pixels of the longer side at which `region` of a page shows all that the picture the page mostly is holds.

    At 300 dpi when it is none.
    """
    with opened(path) as document:
        page = document[sheet]
        size = page.get_size()
        images = [_image(image) for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])]
    area, pixels = max(images, default=(0.0, 0))
    scan = area > _MOSTLY * size[0] * size[1]
    density = math.sqrt(pixels / area) if scan else _DENSITY
    return int(min(max(region.width * size[0], region.height * size[1]) * density, _LARGEST))


_MOSTLY = 1 / 3
"""Part of the page that a scan of it covers at least."""

_DENSITY = 300 / 72
"""Pixels a point at which print is drawn that has no pixels of its own."""

_LARGEST = 14_000
"""Pixels of the longer side of a newspaper's double page at 400 dpi."""


def _image(image: pypdfium2.PdfObject) -> tuple[float, int]:
    """What it covers, in square points, and its pixels."""
    left, bottom, right, top = image.get_bounds()
    width, height = image.get_px_size()
    return (right - left) * (top - bottom), width * height
