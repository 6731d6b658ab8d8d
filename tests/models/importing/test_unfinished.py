"""Batches that were begun are remembered until they are ended, and gone on with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from models.archive import Archive
from models.errors import DiskFull
from models.importing.recognisers import Recognisers
from models.importing.unfinished import Batch, Unfinished
from models.job import Quiet
from models.resources import ROOT
from models.scans.shelf import Shelf
from tests.models.importing.scribe import READER, SLOW, Scribe, calls, picture

BEGIN = """
import pathlib, sys
from functools import partial
from models.archive import Archive
from models.importing.recognisers import Recognisers
from models.job import Quiet
from tests.models.importing.scribe import READER, Scribe
if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    recognisers = Recognisers(READER, partial(Scribe, folder / "log"), processes=1)
    archive = Archive(folder / "archive", recognisers=recognisers)
    archive.import_files(map(pathlib.Path, sys.argv[2:]), Quiet())
"""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive", recognisers=Recognisers(READER, partial(Scribe, tmp_path / "log"), processes=1))
    yield archive
    archive.close()


def test_begun_and_ended(tmp_path: Path) -> None:
    unfinished = Unfinished(tmp_path / "unfinished")
    first, second = Batch((Path("/a/报.tif"),), True), Batch((Path("/b"), Path("/c")))
    names = [unfinished.begin(batch) for batch in (first, second)]
    assert sorted(unfinished.left().values(), key=str) == sorted((first, second), key=str)
    (tmp_path / "unfinished" / "damaged.json").write_bytes(b"{")
    unfinished.end(names[0])
    assert unfinished.left() == {names[1]: second}


def test_a_batch_that_ends_leaves_nothing(tmp_path: Path, archive: Archive) -> None:
    archive.import_files([picture(tmp_path / "a.png", 101)], Quiet())
    assert archive.unfinished.left() == {}


def test_a_program_killed_in_the_middle_goes_on_and_reads_no_page_twice(tmp_path: Path) -> None:
    log, script = tmp_path / "log", tmp_path / "begin.py"
    script.write_text(BEGIN)
    paths = [picture(tmp_path / f"{grey}.png", grey) for grey in (101, 102, SLOW, 103)]
    command = [sys.executable, str(script), str(tmp_path), *map(str, paths)]
    with subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE) as program:
        while SLOW not in calls(log):
            assert program.poll() is None
        program.kill()
        assert program.stdout is not None
        assert program.stdout.read() == b"", "which ends when the last of its processes has"
    # What it could not read was taken away meanwhile.
    picture(tmp_path / f"{SLOW}.png", 104)
    recognisers = Recognisers(READER, partial(Scribe, log), processes=1)
    archive = Archive(tmp_path / "archive", recognisers=recognisers)
    try:
        assert [batch.paths for batch in archive.unfinished.left().values()] == [tuple(paths)]
        report = archive.resume(Quiet())
        assert len(archive.pages()) == 4
        assert (report.failed, report.broken) == ([], [])
        assert archive.unfinished.left() == {}
    finally:
        archive.close()
    assert sorted(calls(log)) == [SLOW, 101, 102, 103, 104]


def test_a_full_disk_stops_the_batch_and_what_was_left_comes_later(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [picture(tmp_path / f"{grey}.png", grey) for grey in range(100, 108)]
    put, room = Shelf.put, iter(range(3))

    def put_where_there_is_room(shelf: Shelf, source: Path) -> str:
        if next(room, None) is None:
            raise DiskFull(source)
        return put(shelf, source)

    monkeypatch.setattr(Shelf, "put", put_where_there_is_room)
    report = archive.import_files(paths, Quiet())
    assert len(report.filed) == 3
    assert {type(failed.error) for failed in report.failed} == {DiskFull}
    assert len(report.filed) + len(report.failed) + len(report.left) == 8
    assert report.left
    monkeypatch.undo()
    again = archive.resume(Quiet())
    assert (again.failed, again.left, archive.unfinished.left()) == ([], [], {})
    assert sorted(page.source.file_name for page in archive.pages()) == [path.name for path in paths]
    assert sorted(calls(tmp_path / "log")) == list(range(100, 108))
