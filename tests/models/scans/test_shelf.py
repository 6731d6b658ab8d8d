"""The shelf keeps one whole copy of every source, under the hash of its bytes."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from unittest.mock import Mock

import pytest

from models.errors import DiskFull, FileNotFound, NotReadable, NotWritable
from models.scans import shelf as shelf_module
from models.scans.shelf import Shelf


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "江北日报.PDF"
    path.write_bytes(b"bytes" * 1_000_000)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_copy_lies_under_its_hash_with_its_suffix(folder: Path, source: Path) -> None:
    sha256 = Shelf(folder).put(source)
    assert sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    copy = Shelf(folder).path(sha256)
    assert (copy.suffix, copy.read_bytes()) == (".pdf", source.read_bytes())
    assert files(folder) == [copy]


def test_the_same_bytes_are_kept_once(folder: Path, source: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    again.write_bytes(source.read_bytes())
    assert Shelf(folder).put(source) == Shelf(folder).put(again)
    assert len(files(folder)) == 1


def test_missing_copies_and_sources(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFound):
        Shelf(folder).path("ab" * 32)
    with pytest.raises(FileNotFound):
        Shelf(folder).put(tmp_path / "none.pdf")
    with pytest.raises(NotReadable):
        Shelf(folder).put(tmp_path)


@pytest.mark.parametrize(("code", "error"), [(errno.ENOSPC, DiskFull), (errno.EACCES, NotWritable), (errno.EROFS, NotWritable)])
def test_a_refused_copy_leaves_nothing(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[Exception]
) -> None:
    monkeypatch.setattr(shelf_module, "settle", Mock(side_effect=OSError(code, "refused")))
    with pytest.raises(error):
        Shelf(folder).put(source)
    assert files(folder) == []
    monkeypatch.undo()
    assert Shelf(folder).path(Shelf(folder).put(source)).exists()
