"""Any source becomes readings, one a page: told by its first bytes, then by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Reading, SourceKind
from models.files import natural, read_refusals
from models.reading.contents import head
from models.reading.ocr_files.partner import partner, partners, read_partner, refuse_alone
from models.reading.pdf_text import pdf_sheets, read_pdf, read_pdf_sheet
from models.reading.pictures import read_picture, unread_part
from models.reading.text_dump import read_text_dump

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"})
PDF_SUFFIXES = frozenset({".pdf"})
SUFFIXES = TEXT_SUFFIXES | PICTURE_SUFFIXES | PDF_SUFFIXES
"""What can be read, in lower case."""

_PDF = re.compile(rb"^[\s\x00]{0,64}%PDF-")
_PICTURE = re.compile(rb"^(?:\xff\xd8\xff|\x89PNG\r\n|II\*\0|MM\0\*|II\+\0|MM\0\+|BM....\0\0\0\0|RIFF....WEBP)", re.DOTALL)


def read(path: Path, *, beside: Path | None = None) -> tuple[Reading, ...]:
    """One reading for each page of the file, unread where only a recogniser can help.

    `beside`: where the file lay when it was chosen, if `path` is a copy of it; the OCR file of a picture is looked for there.
    Raises FileNotFound, NotReadable, UnsupportedFile, EmptyFile, NotText, FileTooLarge, PictureTooLarge, PasswordNeeded,
    DamagedFile; NotOcrFile and OcrFileDiffers for the OCR file of a picture, OcrFileAlone for one without.
    """
    match _kind(path):
        case SourceKind.PDF:
            return read_pdf(path)
        case SourceKind.PICTURE:
            return _with_partner(read_picture(path), beside or path)
        case SourceKind.DUMP:
            return (read_text_dump(path),)


def sheets(path: Path) -> int:
    """How many pages the file has; raises what `read` raises."""
    match _kind(path):
        case SourceKind.PDF:
            return pdf_sheets(path)
        case SourceKind.PICTURE:
            return len(read_picture(path))
        case SourceKind.DUMP:
            return 1


def read_sheet(path: Path, sheet: int, *, text_layer: bool = True, beside: Path | None = None, region: Rect = WHOLE) -> Reading:
    """The page on `region` of a sheet, from 0, as `read` reads it; raises what `read` raises.

    Without `text_layer`, what others read in it is left aside (a PDF's text layer, the OCR file of a picture), and the
    reading is unread: a recogniser's turn.  So is half a picture, since its OCR file speaks of the whole.
    """
    match _kind(path):
        case SourceKind.PDF:
            return read_pdf_sheet(path, sheet, text_layer=text_layer, region=region)
        case SourceKind.PICTURE:
            readings = read_picture(path)
            if region != WHOLE:
                return unread_part(readings[sheet], region)
            return (_with_partner(readings, beside or path) if text_layer else readings)[sheet]
        case SourceKind.DUMP:
            return read_text_dump(path)


def _with_partner(readings: Sequence[Reading], picture: Path) -> tuple[Reading, ...]:
    """What the picture's OCR file says of each page, where there is one and it does."""
    found = partner(picture)
    if found is None:
        return tuple(readings)
    written = (read_partner(found, sheet, round(each.width), round(each.height)) for sheet, each in enumerate(readings))
    return tuple(each or reading for each, reading in zip(written, readings, strict=True))


def _kind(path: Path) -> SourceKind:
    """Told by the first bytes, then by the name."""
    with read_refusals(path):
        path.stat()
    if not is_readable(path):
        refuse_alone(path)
    start, suffix = head(path), path.suffix.lower()
    if _PDF.match(start):
        return SourceKind.PDF
    if _PICTURE.match(start) or suffix in PICTURE_SUFFIXES:
        return SourceKind.PICTURE
    return SourceKind.PDF if suffix in PDF_SUFFIXES else SourceKind.DUMP


def is_readable(path: Path) -> bool:
    """By its name."""
    return path.suffix.lower() in SUFFIXES


def sources(files: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """Those of `files` that can be read, and how many others there are that are no OCR file of a picture among them."""
    readable = tuple(path for path in files if is_readable(path))
    pictures = [path for path in readable if path.suffix.lower() in PICTURE_SUFFIXES]
    return readable, len(files) - len(readable) - len(partners(files, pictures))


def visible_files(folder: Path) -> tuple[Path, ...]:
    """The files under `folder`, sorted as people count (2 before 10), hidden ones left out.

    Raises FileNotFound, NotReadable.
    """
    with read_refusals(folder):
        found: list[Path] = []
        for entry in sorted(folder.iterdir(), key=natural):
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir():
                found.extend(() if entry.is_symlink() else visible_files(entry))
            else:
                found.append(entry)
    return tuple(found)
