"""What recognisers have read, kept in the archive's cache: no page is read twice by the same recogniser."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Reading
from models.files import write_whole
from models.importing.reading_form import Unreadable, reading_of, text_of


@dataclass(frozen=True, slots=True)
class PageKey:
    """What a page picture is, to the last pixel: the file's bytes, the sheet in it (from 0) and the part of the sheet."""

    sha256: str
    sheet: int
    region: Rect = WHOLE


class ReadingCache:
    """A folder of readings; whatever is damaged or gone is read anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: PageKey, reader: str) -> Reading | None:
        """What `reader`, by name and version, made of the page."""
        with contextlib.suppress(OSError, UnicodeDecodeError, Unreadable):
            return reading_of(self._path(key, reader).read_text(encoding="ascii"))
        return None

    def put(self, key: PageKey, reader: str, reading: Reading) -> None:
        """Raises DiskFull, NotWritable."""
        write_whole(self._path(key, reader), text_of(reading))

    def _path(self, key: PageKey, reader: str) -> Path:
        page = hashlib.sha256(repr((key, reader)).encode()).hexdigest()[:16]
        return self._folder / key.sha256[:2] / f"{key.sha256}-{key.sheet}-{page}.json"
