"""The one door to PDFium, which is not thread-safe: whoever reads or renders holds its lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

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
    with _lock:
        try:
            with pypdfium2.PdfDocument(path) as document:
                yield document
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
