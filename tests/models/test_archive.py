"""The archive as a folder: one program at a time, and what stands in its way said plainly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.archive import Archive, ImportReport, opened
from models.errors import ArchiveInUse, DiskFull, NotAFolder, NotAnArchive, NotWritable
from models.importing.outcomes import AlreadyThere
from models.job import Quiet
from models.resources import ROOT
from models.store.tables import PageTable

HOLD = """
import pathlib, sys
from models.archive import Archive
archive = Archive(pathlib.Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
archive.close()
"""


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[None]:
    """The archive is open in a second process."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield


def test_second_program_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path / "a"), pytest.raises(ArchiveInUse) as refused:
        Archive(tmp_path / "a")
    assert refused.value.path == tmp_path / "a"
    with opened(tmp_path / "a") as archive:
        assert archive.pages() == []


def test_a_failed_opening_frees_the_folder(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(NotAnArchive):
        Archive(tmp_path)
    (tmp_path / "archive.sqlite").unlink()
    Archive(tmp_path).close()


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("新桥")
    for folder in (tmp_path / "archive", tmp_path / "archive" / "inside"):
        with pytest.raises(NotAFolder) as refused:
            Archive(folder)
        assert refused.value.path == tmp_path / "archive"
    assert (tmp_path / "archive").read_text() == "新桥"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_the_right_to_write(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir(mode=0o500)
    with pytest.raises(NotWritable):
        Archive(tmp_path / "archive")


def test_undo_has_nothing_to_undo_in_a_new_archive(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        assert (archive.undo(), archive.redo()) == (None, None)
        assert not archive.can_undo()
        assert archive.journal() == []


def test_the_same_file_in_two_batches_is_filed_once(tmp_path: Path) -> None:
    """Both were read before either was filed, as when a file is dropped on the window twice."""
    news = tmp_path / "news.txt"
    news.write_text("北岸新桥通车\n本报讯 记者林小满报道，北岸新桥昨日通车。\n", encoding="utf-8")
    with opened(tmp_path / "archive") as archive:
        first, second = (next(archive.outcomes([news], Quiet())) for _ in range(2))
        report = ImportReport()
        archive.settle(first, report)
        archive.settle(second, report)
        assert len(archive.pages()) == 1
        assert report.already_there == [AlreadyThere(news, report.pages[0])]


def test_what_can_not_be_filed_has_failed_and_the_rest_is_filed(tmp_path: Path) -> None:
    """SQLite's own limit on the file's size says what a full disk says."""
    long, short = tmp_path / "1 long.txt", tmp_path / "2 short.txt"
    long.write_text("".join(f"第{number}条 北岸新桥昨日通车。\n" for number in range(2000)), encoding="utf-8")
    short.write_text("北岸新桥通车\n本报讯 记者林小满报道，北岸新桥昨日通车。\n", encoding="utf-8")
    with opened(tmp_path / "archive") as archive:
        database = PageTable._meta.database
        database.execute_sql(f"PRAGMA max_page_count = {database.pragma('page_count') + 10}")
        report = archive.import_files([long, short], Quiet())
        assert [(failed.path, type(failed.error)) for failed in report.failed] == [(long, DiskFull)]
        assert report.filed == [short]
        assert [page.id for page in archive.pages()] == report.pages
