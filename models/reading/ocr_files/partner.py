"""The OCR file that belongs to a picture, found by its name: beside the picture or in a folder for such files."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from models.domain.line import Reading
from models.errors import DamagedFile, NotOcrFile, OcrFileAlone, OcrFileDiffers, UnsupportedFile
from models.reading.contents import contents
from models.reading.encoding import decoded
from models.reading.ocr_files import alto, hocr, page_xml
from models.reading.ocr_files.tree import LIMIT, html_tree, xml_tree
from models.reading.ocr_files.written import WrittenPage, fits, reading_of

FOLDERS = frozenset({"alto", "page", "xml", "hocr", "ocr"})
"""Names of folders, in lower case, in which OCR files stand apart from their pictures."""

SUFFIXES = frozenset({".xml", ".hocr", ".html", ".htm"})

_ENDS = (".alto.xml", ".page.xml", ".hocr.html", ".hocr", ".xml", ".html", ".htm")
"""What follows the picture's name, with its own ending or without; the plainest last, since it may be something else."""
_PLAIN = frozenset({".xml", ".html", ".htm"})


def partner(picture: Path) -> Path | None:
    """The OCR file of `picture`, the likeliest of several; None when there is none."""
    return next((path for path in _candidates(picture) if not _is_plain(picture, path) or _is_ocr(path)), None)


def partners(files: Iterable[Path], pictures: Iterable[Path]) -> frozenset[Path]:
    """Those of `files` that are named and placed as OCR files of `pictures`."""
    named: dict[str, list[Path]] = {}
    for picture in pictures:
        for start in {picture.name.casefold(), picture.stem.casefold()}:
            for end in _ENDS:
                named.setdefault(start + end, []).append(picture)
    return frozenset(
        path for path in files if any(_stands_with(path, picture) for picture in named.get(path.name.casefold(), ()))
    )


def _stands_with(path: Path, picture: Path) -> bool:
    """Whether `path` lies where OCR files of `picture` are looked for."""
    own, theirs = picture.parent, path.parent
    return theirs == own or (theirs.name.lower() in FOLDERS and theirs.parent in (own, own.parent))


def read_partner(path: Path, sheet: int, width: int, height: int) -> Reading | None:
    """What the OCR file `path` says of the page `sheet`, from 0, of a picture of that size; None when it has fewer pages.

    Raises NotOcrFile, OcrFileDiffers, DamagedFile, FileTooLarge, EmptyFile, FileNotFound, NotReadable.
    """
    reader, pages = _pages(path)
    if not pages:
        raise NotOcrFile(path)
    if sheet >= len(pages):
        return None
    page = pages[sheet]
    if not fits(page, width, height):
        raise OcrFileDiffers(path, (round(page.width), round(page.height)), (width, height))
    return reading_of(page, width, height, reader)


def refuse_alone(path: Path) -> None:
    """Raises OcrFileAlone for an OCR file, UnsupportedFile for any other."""
    raise (OcrFileAlone if path.suffix.lower() in SUFFIXES and _is_ocr(path) else UnsupportedFile)(path)


def _candidates(picture: Path) -> Iterator[Path]:
    """Files named after `picture`, those beside it first."""
    found = [path for folder in _folders(picture) for path in _files(folder) if _end(picture, path) is not None]
    yield from sorted(
        found, key=lambda path: (path.parent != picture.parent, _ENDS.index(_end(picture, path) or ".htm"), path.name)
    )


def _folders(picture: Path) -> Iterator[Path]:
    """The picture's own folder, and those for OCR files inside it and beside it."""
    yield picture.parent
    for around in (picture.parent, picture.parent.parent):
        yield from (entry for entry in _entries(around) if entry.name.lower() in FOLDERS and entry.is_dir())


def _files(folder: Path) -> Iterator[Path]:
    return (entry for entry in _entries(folder) if entry.suffix.lower() in SUFFIXES and entry.is_file())


def _entries(folder: Path) -> list[Path]:
    """None where it may not be listed: what is around a user's folder is often somebody else's."""
    with contextlib.suppress(PermissionError):
        return list(folder.iterdir())
    return []


def _end(picture: Path, path: Path) -> str | None:
    """What `path` is called beyond the picture's name; None when it is not called after it."""
    name = path.name.casefold()
    for start in (picture.name.casefold(), picture.stem.casefold()):
        if name.startswith(start) and name[len(start) :] in _ENDS:
            return name[len(start) :]
    return None


def _is_plain(picture: Path, path: Path) -> bool:
    """Whether only its content can tell: catalogues write files called so, too."""
    return path.parent == picture.parent and _end(picture, path) in _PLAIN


def _is_ocr(path: Path) -> bool:
    """A damaged XML file counts as one: better to say so than to pass it over."""
    try:
        return bool(_pages(path)[1])
    except DamagedFile:
        return True


def _pages(path: Path) -> tuple[str, list[WrittenPage]]:
    """Who wrote the file and how its pages read; no pages when it is no OCR file."""
    if path.suffix.lower() != ".xml":
        text = decoded(contents(path, LIMIT))
        return "hOCR", hocr.pages(html_tree(text)) if text is not None else []
    root = xml_tree(path)
    return _format(root)


def _format(root: Element) -> tuple[str, list[WrittenPage]]:
    match root.tag:
        case "alto":
            return f"ALTO {alto.version(root)}", alto.pages(root)
        case "PcGts":
            return f"PAGE-XML {page_xml.version(root)}", page_xml.pages(root)
        case _:
            return "hOCR", hocr.pages(root)
