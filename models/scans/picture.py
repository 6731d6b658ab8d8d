"""The picture of a page, to look at: PDF pages rendered, scans decoded, as plain RGB."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from models import pdf_file, picture_file
from models.domain.line import SourceKind


@dataclass(frozen=True, slots=True)
class Picture:
    """`rgb` holds `height` rows of `width` pixels of three bytes, without gaps."""

    width: int
    height: int
    rgb: bytes


def page_picture(path: Path, kind: SourceKind, sheet: int, longest_side: int) -> Picture:
    """The page `sheet` (from 0) of a PDF or picture, upright, its longer side `longest_side` pixels; scans never grow.

    Raises FileNotFound, NotReadable, EmptyFile, PictureTooLarge, PasswordNeeded, DamagedFile.
    """
    if kind is SourceKind.DUMP:
        raise ValueError("a text dump has no picture")
    image = _rendered(path, sheet, longest_side) if kind is SourceKind.PDF else _decoded(path, sheet, longest_side)
    return Picture(image.width, image.height, image.tobytes())


def _rendered(path: Path, sheet: int, longest_side: int) -> Image.Image:
    with pdf_file.opened(path) as document:
        page = document[sheet]
        bitmap = page.render(scale=longest_side / max(page.get_size()), rev_byteorder=True)
        # convert copies: the bitmap's own memory is PDFium's and goes with the document.
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image


def _decoded(path: Path, sheet: int, longest_side: int) -> Image.Image:
    with picture_file.opened(path) as picture:
        picture_file.show_page(path, picture, picture_file.pages(picture)[sheet])
        # A JPEG decodes at 1/2, 1/4, 1/8; twice the wanted size keeps small type legible.
        picture.draft("RGB", (longest_side * 2, longest_side * 2))
        picture.thumbnail((longest_side, longest_side), reducing_gap=2.0)
        return ImageOps.exif_transpose(picture).convert("RGB")
