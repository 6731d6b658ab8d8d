"""Errors that users can meet: each carries its data; `models.wording` says them with a remedy.  Anything else is a bug."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class KnownError(Exception):
    """Base of all errors with a sentence and a remedy of their own."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Exceptions pickle what stood in the call without a name, and so lose what was given by name."""
        return copyreg.__newobj__, (type(self), *self.args), vars(self)  # type: ignore[attr-defined]


@dataclass(eq=False)
class EmptyFile(KnownError):
    path: Path


@dataclass(eq=False)
class NotText(KnownError):
    """Named .txt or .md, but neither UTF-8, GB18030 nor Big5 text."""

    path: Path


@dataclass(eq=False)
class FileTooLarge(KnownError):
    path: Path
    size: int
    limit: int
    """Both in bytes."""


@dataclass(eq=False)
class PictureTooLarge(KnownError):
    """Decoded, the picture would fill the memory."""

    path: Path
    pixels: int
    limit: int


@dataclass(eq=False)
class UnsupportedFile(KnownError):
    path: Path


@dataclass(eq=False)
class PasswordNeeded(KnownError):
    path: Path


@dataclass(eq=False)
class DamagedFile(KnownError):
    """A PDF or picture that can not be opened: truncated, or not what its name says."""

    path: Path


@dataclass(eq=False)
class NotOcrFile(KnownError):
    """Stands beside a picture and by its name holds its text, but is neither ALTO, PAGE-XML nor hOCR."""

    path: Path


@dataclass(eq=False)
class OcrFileDiffers(KnownError):
    """It was made of a picture of other proportions than the one beside it."""

    path: Path
    written: tuple[int, int]
    """Width and height that the file says."""
    picture: tuple[int, int]


@dataclass(eq=False)
class OcrFileAlone(KnownError):
    """The text of a picture, named in the place of the picture."""

    path: Path


@dataclass(eq=False)
class FileNotFound(KnownError):
    path: Path


@dataclass(eq=False)
class FileChanged(KnownError):
    """Its bytes were others after reading than before: something is still writing it."""

    path: Path


@dataclass(eq=False)
class NotReadable(KnownError):
    """A file or folder that the user has no right to read."""

    path: Path


@dataclass(eq=False)
class NotWritable(KnownError):
    path: Path


@dataclass(eq=False)
class DiskFull(KnownError):
    path: Path


@dataclass(eq=False)
class NotAnArchive(KnownError):
    """The folder's archive.sqlite is missing or no archive of ours."""

    path: Path


@dataclass(eq=False)
class NotAFolder(KnownError):
    """An archive is a folder, and a file stands there."""

    path: Path


@dataclass(eq=False)
class ArchiveDiffers(KnownError):
    """An archive of ours by its mark, whose tables are not those of its schema version: a program under development made it."""

    path: Path


@dataclass(eq=False)
class ArchiveNewer(KnownError):
    path: Path
    found: int
    known: int
    """Schema versions."""


@dataclass(eq=False)
class ArchiveInUse(KnownError):
    path: Path


@dataclass(eq=False)
class StaleEdit(KnownError):
    """A row is not what the edit was planned on; nothing was written."""

    table: str
    id: int


@dataclass(eq=False)
class EditRefused(KnownError):
    """The edit makes no sense on the page as it is; `why` is one of the names that `models.wording` knows."""

    why: str


@dataclass(eq=False)
class LinesLeft(KnownError):
    """A page can not be finished while lines belong to nothing."""

    lines: tuple[int, ...]


@dataclass(eq=False)
class EnginesDied(KnownError):
    """The process that reads, segments and tags has ended: the memory was full, or a file made a library crash."""


@dataclass(eq=False)
class RecogniserDied(KnownError):
    """The process that finds and reads the text in a picture has ended, twice with the same page."""


@dataclass(eq=False)
class NoTextLayer(KnownError):
    """The file holds no text of the page that makes sense."""

    path: Path


@dataclass(eq=False)
class NothingToExport(KnownError):
    pass


@dataclass(eq=False)
class VersionDamaged(KnownError):
    """Weights that the archive has learnt and that should be in force can not be read."""

    path: Path
