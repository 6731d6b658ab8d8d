"""Every kind of file goes to its reader, whatever its name; folders are listed as people count."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from models.domain.line import SourceKind
from models.errors import DamagedFile, FileNotFound, UnsupportedFile
from models.reading.reader import is_readable, read, visible_files
from tests.typeset.pdf_pages import Text, write_pdf


def test_sources_by_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("江北添桥", encoding="utf-8")
    (tmp_path / "a.MD").write_text("# 江北添桥", encoding="utf-8")
    write_pdf(tmp_path / "a.pdf", [[Text(20, 40, "江北添桥")]] * 2)
    Image.new("L", (4, 4)).save(tmp_path / "a.png")
    kinds = {path.suffix: [reading.kind for reading in read(path)] for path in visible_files(tmp_path)}
    assert kinds == {
        ".MD": [SourceKind.DUMP],
        ".pdf": [SourceKind.PDF, SourceKind.PDF],
        ".png": [SourceKind.PICTURE],
        ".txt": [SourceKind.DUMP],
    }


def test_the_first_bytes_overrule_the_name(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", [[Text(20, 40, "江北添桥")]]).rename(tmp_path / "a.txt")
    assert read(pdf)[0].kind is SourceKind.PDF
    Image.new("L", (4, 4)).save(tmp_path / "b.png")
    assert read((tmp_path / "b.png").rename(tmp_path / "b.pdf"))[0].kind is SourceKind.PICTURE


def test_text_named_as_pdf_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("江北添桥", encoding="utf-8")
    with pytest.raises(DamagedFile):
        read(path)


def test_others_are_unsupported_and_missing_ones_not_found(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(UnsupportedFile):
        read(tmp_path / "a.docx")
    with pytest.raises(FileNotFound):
        read(tmp_path / "none.docx")


def test_folder_in_natural_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("p10.txt", "p2.txt", "P1.pdf", ".hidden.txt", "notes.docx", "~$p3.txt", "sub/p3.jpg", ".git/a.txt"):
        (tmp_path / name).touch()
    assert not is_readable(tmp_path / "notes.docx")
    assert [path.relative_to(tmp_path).as_posix() for path in visible_files(tmp_path)] == [
        "notes.docx",
        "P1.pdf",
        "p2.txt",
        "p10.txt",
        "sub/p3.jpg",
    ]
    with pytest.raises(FileNotFound):
        visible_files(tmp_path / "none")
