"""Copies of all sources, each under the SHA-256 of its bytes: what was read can always be read again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models.errors import FileNotFound
from models.files import read_refusals, refusals, replacing, settle

_CHUNK = 1 << 20


class Shelf:
    """A folder of sources; the first two digits of the hash make a sub-folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, source: Path) -> str:
        """Copy `source` unless its bytes are here, and return their SHA-256.

        Raises FileNotFound, NotReadable for `source`; DiskFull, NotWritable for the shelf.
        """
        sha256 = digest(source)
        if self._find(sha256) is None:
            target = self._folder / sha256[:2] / (sha256 + source.suffix.lower())
            _copy(source, target)
        return sha256

    def path(self, sha256: str) -> Path:
        """The copy with these bytes; raises FileNotFound when somebody removed it."""
        found = self._find(sha256)
        if found is None:
            raise FileNotFound(self._folder / sha256[:2] / sha256)
        return found

    def _find(self, sha256: str) -> Path | None:
        return next(iter(sorted((self._folder / sha256[:2]).glob(sha256 + "*"))), None)


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal; raises FileNotFound, NotReadable."""
    with read_refusals(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(source: Path, target: Path) -> None:
    with refusals(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with read_refusals(source):
        original = source.open("rb")
    with original, refusals(target), replacing(target) as temporary, temporary.open("wb") as copy:
        while chunk := original.read(_CHUNK):
            copy.write(chunk)
        copy.flush()
        settle(copy.fileno())
