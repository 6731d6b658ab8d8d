"""Opening a source: the system's refusals become errors that a user can be told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import EmptyFile, FileNotFound, FileTooLarge, NotReadable


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Inside, a missing `path` raises FileNotFound and one the user may not read raises NotReadable."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileNotFound(path) from error
    except (PermissionError, IsADirectoryError) as error:
        raise NotReadable(path) from error


def contents(path: Path, limit: int) -> bytes:
    """All bytes of a file of at most `limit` bytes; raises FileNotFound, NotReadable, EmptyFile, FileTooLarge."""
    with file_errors(path):
        size = path.stat().st_size
        if size > limit:
            raise FileTooLarge(path, size, limit)
        data = path.read_bytes()
    if not data:
        raise EmptyFile(path)
    return data


def head(path: Path, size: int = 1024) -> bytes:
    """The first `size` bytes of a file; raises FileNotFound, NotReadable, EmptyFile."""
    with file_errors(path), path.open("rb") as file:
        data = file.read(size)
    if not data:
        raise EmptyFile(path)
    return data
