"""Pictures of pages: opened, checked, measured; their text waits for a reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from models import picture_file
from models.domain.geometry import Rect
from models.domain.graphics import NOTHING
from models.domain.line import Reading, SourceKind


def read_picture(path: Path) -> tuple[Reading, ...]:
    """One reading for each page in the file (a TIFF may hold many), as yet unread, sized in pixels as it is to be shown.

    Raises FileNotFound, NotReadable, EmptyFile, PictureTooLarge, DamagedFile.
    """
    readings: list[Reading] = []
    with picture_file.opened(path) as picture:
        for frame in picture_file.pages(picture):
            picture_file.show_page(path, picture, frame)
            width, height = picture_file.shown_size(picture)
            # A header alone shows no cut file; a JPEG decodes quickly at an eighth of its size.
            picture.draft("L", (256, 256))
            picture.load()
            readings.append(Reading((), SourceKind.PICTURE, width=width, height=height, unread=True))
    return tuple(readings)


def unread_part(sheet: Reading, region: Rect) -> Reading:
    """The page on `region` of a sheet that is unread, as it is too."""
    size = sheet.width * region.width, sheet.height * region.height
    return replace(sheet, region=region, width=size[0], height=size[1], graphics=NOTHING)
