"""Writing files safely: a file that stands is replaced only by a whole one, and the system's refusals become known errors."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import DiskFull, FileNotFound, NotReadable, NotWritable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR, errno.EEXIST}


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turns what the system says while writing `path` into DiskFull, NotWritable or FileNotFound (its folder is gone)."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path) from error
        if error.errno in _FORBIDDEN:
            raise NotWritable(path) from error
        if error.errno == errno.ENOENT:
            raise FileNotFound(path.parent) from error
        raise


@contextmanager
def read_refusals(path: Path) -> Iterator[None]:
    """Turns what the system says while reading `path` into FileNotFound or NotReadable."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotFound(path) from error
    except (PermissionError, IsADirectoryError) as error:
        raise NotReadable(path) from error


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A new path in the same folder, for a file that is removed when the block ends."""
    # The name does not grow from path's, which may already be as long as the system allows.
    temporary = path.parent / f".{uuid.uuid4().hex}.part"
    try:
        yield temporary
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new path beside `path` to write to; takes its place when the block ends well, is removed when it does not.

    The block itself calls `settle` on its open file before closing it.
    """
    with beside(path) as temporary:
        yield temporary
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)


def settle(descriptor: int) -> None:
    """Wait until the disk has what was written, so that a crash can not leave a replaced but empty file."""
    os.fsync(descriptor)


def write_whole(path: Path, text: str) -> None:
    """Have `text` as the whole of the file at `path`, or leave what stands there; its folders are made where they are missing.

    Raises DiskFull, NotWritable.
    """
    with refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as new, new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            settle(file.fileno())


def natural(path: Path) -> list[tuple[int, int | str]]:
    """The key by which people sort files: 2 before 10."""
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]
