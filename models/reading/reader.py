"""Any source becomes readings, one a page: told by its first bytes, then by its name."""

from __future__ import annotations

import re
from pathlib import Path

from models.domain.line import Reading
from models.errors import UnsupportedFile
from models.files import read_refusals
from models.reading.contents import head
from models.reading.pdf_text import read_pdf
from models.reading.pictures import read_picture
from models.reading.text_dump import read_text_dump

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"})
PDF_SUFFIXES = frozenset({".pdf"})
SUFFIXES = TEXT_SUFFIXES | PICTURE_SUFFIXES | PDF_SUFFIXES
"""What can be read, in lower case."""

_PDF = re.compile(rb"^[\s\x00]{0,64}%PDF-")
_PICTURE = re.compile(rb"^(?:\xff\xd8\xff|\x89PNG\r\n|II\*\0|MM\0\*|II\+\0|MM\0\+|BM....\0\0\0\0|RIFF....WEBP)", re.DOTALL)


def read(path: Path) -> tuple[Reading, ...]:
    """One reading for each page of the file.

    Raises FileNotFound, NotReadable, UnsupportedFile, EmptyFile, NotText, FileTooLarge, PictureTooLarge, PasswordNeeded,
    DamagedFile.
    """
    with read_refusals(path):
        path.stat()
    suffix = path.suffix.lower()
    if not is_readable(path):
        raise UnsupportedFile(path)
    start = head(path)
    if _PDF.match(start):
        return read_pdf(path)
    if _PICTURE.match(start) or suffix in PICTURE_SUFFIXES:
        return read_picture(path)
    return read_pdf(path) if suffix in PDF_SUFFIXES else (read_text_dump(path),)


def is_readable(path: Path) -> bool:
    """By its name."""
    return path.suffix.lower() in SUFFIXES


def visible_files(folder: Path) -> tuple[Path, ...]:
    """The files under `folder`, sorted as people count (2 before 10), hidden ones left out.

    Raises FileNotFound, NotReadable.
    """
    with read_refusals(folder):
        found: list[Path] = []
        for entry in sorted(folder.iterdir(), key=_natural):
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir():
                found.extend(() if entry.is_symlink() else visible_files(entry))
            else:
                found.append(entry)
    return tuple(found)


def _natural(path: Path) -> list[tuple[int, int | str]]:
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]
