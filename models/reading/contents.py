"""The bytes of a source file."""

from __future__ import annotations

from pathlib import Path

from models.errors import EmptyFile, FileTooLarge
from models.files import read_refusals


def contents(path: Path, limit: int) -> bytes:
    """All bytes of a file of at most `limit` bytes; raises FileNotFound, NotReadable, EmptyFile, FileTooLarge."""
    with read_refusals(path):
        size = path.stat().st_size
        if size > limit:
            raise FileTooLarge(path, size, limit)
        data = path.read_bytes()
    if not data:
        raise EmptyFile(path)
    return data


def head(path: Path, size: int = 1024) -> bytes:
    """The first `size` bytes of a file; raises FileNotFound, NotReadable, EmptyFile."""
    with read_refusals(path), path.open("rb") as file:
        data = file.read(size)
    if not data:
        raise EmptyFile(path)
    return data
