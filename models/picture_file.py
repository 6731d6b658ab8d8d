"""The one door to Pillow: formats, size limit, frames and errors of picture files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError

from models.errors import DamagedFile, EmptyFile, PictureTooLarge
from models.files import read_refusals

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")

LIMIT = 400_000_000
"""Pixels of a picture.  A double page at 600 dpi has 270 million pixels; more is made to fill the memory."""

_TURNED = (5, 6, 7, 8)
"""EXIF orientations that lie on their side."""

_REDUCED = 1
"""Bit of TIFF's NewSubfileType: a smaller copy of another frame."""

# Pillow's own limit warns from 89 million pixels, which ordinary newspaper scans have; `_check_size` stands in for it.
Image.MAX_IMAGE_PIXELS = None


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture, not yet decoded, closed at the end.

    Raises FileNotFound, NotReadable, EmptyFile, PictureTooLarge, and DamagedFile, also for what goes wrong inside.
    """
    with read_refusals(path):
        if not path.stat().st_size:
            raise EmptyFile(path)
        with path.open("rb") as file:
            try:
                with Image.open(file, formats=FORMATS) as picture:
                    _check_size(path, picture)
                    yield picture
            except (UnidentifiedImageError, SyntaxError, ValueError, EOFError, OSError) as error:
                raise DamagedFile(path) from error


def pages(picture: Image.Image) -> list[int]:
    """The frames that are pages: those of a TIFF that are not smaller copies, the first of any other picture."""
    if picture.format != "TIFF":
        return [0]
    found: list[int] = []
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        if not int(picture.getexif().get(ExifTags.Base.NewSubfileType, 0)) & _REDUCED:
            found.append(frame)
    picture.seek(0)
    return found


def show_page(path: Path, picture: Image.Image, frame: int) -> None:
    """Turn to `frame`; raises PictureTooLarge when it is."""
    picture.seek(frame)
    _check_size(path, picture)


def shown_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height in pixels of the frame turned to, upright as its EXIF orientation says."""
    width, height = picture.size
    # Pillow gives a TIFF's size upright already.
    turned = picture.format != "TIFF" and picture.getexif().get(ExifTags.Base.Orientation) in _TURNED
    return (height, width) if turned else (width, height)


def _check_size(path: Path, picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > LIMIT:
        raise PictureTooLarge(path, pixels, LIMIT)
