"""What can become of a file in a batch."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError
from models.importing.prepare import PreparedPage


@dataclass(frozen=True, slots=True)
class Failed:
    """A file, or one page of it, `sheet` counted from 0: that page is filed unread."""

    path: Path
    error: KnownError
    sheet: int | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A file, or one page of it, that met a bug of ours; `report` is for those who mend it."""

    path: Path
    report: str
    sheet: int | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Ready to be filed."""

    path: Path
    pages: tuple[PreparedPage, ...]
    lost: tuple[Failed | Broken, ...] = ()
    """What became of the pages among them that a recogniser could not read."""


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The archive holds these bytes; `page` is the first page that was read from them, None for one earlier in this batch."""

    path: Path
    page: int | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files in a folder that are none of ours to read; nobody named them, so they have not failed."""

    folder: Path
    count: int


@dataclass(frozen=True, slots=True)
class Left:
    """Not tried, since the disk is full."""

    path: Path


Outcome = Prepared | AlreadyThere | Failed | Broken | Skipped | Left


def broken(path: Path, bug: Exception, sheet: int | None = None) -> Broken:
    return Broken(path, "".join(traceback.format_exception(bug)), sheet)
