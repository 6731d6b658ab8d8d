"""A file is replaced whole or not at all, and refusals are said as known errors."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from models import files
from models.errors import DiskFull, FileNotFound, KnownError, NotReadable, NotWritable
from models.files import beside, read_refusals, refusals, replacing, settle, write_whole


def write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        settle(file.fileno())


def test_a_whole_file_takes_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in ("first", "second"):
        with replacing(path) as new:
            write(new, text)
        assert path.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_file_that_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("first", encoding="utf-8")

    def fail() -> None:
        with replacing(path) as new:
            write(new, "half of")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_text(encoding="utf-8") == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "in it" / "a.json"
    write_whole(path, "第一\n")
    assert path.read_bytes() == "第一\n".encode()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(files, "settle", full)
    with pytest.raises(DiskFull):
        write_whole(path, "second")
    assert path.read_bytes() == "第一\n".encode()
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(NotWritable):
        write_whole(path / "b.json", "second")


def test_a_name_as_long_as_allowed_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")
    with replacing(path) as new:
        write(new, "text")
    assert path.exists()


def test_a_scratch_file_goes(tmp_path: Path) -> None:
    with beside(tmp_path / "a.txt") as scratch:
        write(scratch, "text")
        assert scratch.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, NotWritable),
        (errno.EROFS, NotWritable),
        (errno.EISDIR, NotWritable),
        (errno.ENOENT, FileNotFound),
    ],
)
def test_refusals(number: int, kind: type[KnownError]) -> None:
    with pytest.raises(kind), refusals(Path("a.txt")):
        raise OSError(number, "refused")


def test_what_is_no_refusal_is_a_bug() -> None:
    with pytest.raises(OSError, match="broken") as caught, refusals(Path("a.txt")):
        raise OSError(errno.EIO, "broken")
    assert caught.value.errno == errno.EIO


def test_read_refusals(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound), read_refusals(tmp_path / "gone"):
        (tmp_path / "gone").read_bytes()
    with pytest.raises(NotReadable), read_refusals(tmp_path):
        raise PermissionError(errno.EACCES, "refused")
