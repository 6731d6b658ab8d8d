"""The command line: what is printed, what is written, what the exit code says."""

from __future__ import annotations

import csv
import json
from functools import partial
from pathlib import Path

import pytest

from models.__main__ import main
from models.importing.recognisers import Recognisers
from models.importing.unfinished import Batch, Unfinished
from tests.models.importing.scribe import CRASHING, FAULTY, READER, Scribe, calls, picture

DUMP = """## 红石湾水渠通水

本报讯（记者周小禾）昨天上午，红石湾水渠正式通水，沿线六个乡镇的旱田第一次得到灌溉。

红石湾水渠全长四十二公里，去年三月动工，沿线群众投工三十万个。
"""


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


def test_segment_writes_the_page_format(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.json"
    assert main(["segment", str(dump), "--json", str(out)]) == 0
    page = json.loads(out.read_text(encoding="utf-8"))
    assert page["source"] == "page.txt"
    assert [line["id"] for line in page["lines"]] == [1, 3, 5]
    article = page["articles"][0]
    assert article["title"] == "红石湾水渠通水"
    assert article["segments"] == [
        {"role": "headline", "lines": [1, 1]},
        {"role": "lead", "lines": [3, 3]},
        {"role": "body", "lines": [5, 5]},
    ]
    assert 0 < article["confidence"] <= 1


def test_segment_prints_without_a_file(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segment", str(dump)]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "page.txt"


def test_score_of_a_page_against_itself(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    truth = tmp_path / "truth"
    truth.mkdir()
    assert main(["segment", str(dump), "--json", str(truth / "page.json")]) == 0
    assert main(["score", str(truth), str(dump), str(truth / "page.json")]) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["exact_f1"] for row in rows] == [1.0, 1.0]
    assert [row["repairs"] for row in rows] == [0, 0]


@pytest.mark.parametrize("name", ["nothing.txt", "folder"])
def test_what_can_not_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["segment", str(tmp_path / name)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert name in said.err


def test_a_place_that_can_not_be_written_is_said(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segment", str(dump), "--json", str(tmp_path / "gone" / "page.json")]) == 1
    assert "gone" in capsys.readouterr().err


def test_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["segment"])
    assert stopped.value.code == 2
    assert "segment" in capsys.readouterr().err


def test_import_and_export(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive, out = tmp_path / "archive", tmp_path / "articles.csv"
    assert main(["import", str(dump), "--archive", str(archive)]) == 0
    assert main(["import", str(dump), "--archive", str(archive)]) == 0
    assert main(["export", str(archive), "--csv", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["篇名"] for row in rows] == ["红石湾水渠通水"]
    assert "page.txt" in capsys.readouterr().out, "the second import says that the file is there already"


def test_import_goes_on_after_a_bad_file(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    archive = tmp_path / "archive"
    assert main(["import", str(bad), str(dump), "--archive", str(archive)]) == 1
    assert "bad.txt" in capsys.readouterr().err
    assert main(["export", str(archive), "--csv", str(tmp_path / "out.csv")]) == 0


def test_import_counts_what_it_read_and_what_it_skipped(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    dump.rename(folder / "page.txt")
    for name in ("letter.docx", "table.xlsx"):
        (folder / name).touch()
    assert main(["import", str(folder), str(tmp_path / "gone.txt"), "--archive", str(tmp_path / "archive")]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == ["1 pages filed from 1 files.", f"Skipped: 2 other files in {folder}"]
    assert "gone.txt" in said.err
    assert "docx" not in said.err
    assert main(["import", str(folder / "letter.docx"), "--archive", str(tmp_path / "archive")]) == 1
    assert "letter.docx" in capsys.readouterr().err, "what was named is said by its name"


@pytest.fixture
def scribes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pictures are read by scribes, which enter in this file what they were asked."""
    log = tmp_path / "log"
    monkeypatch.setattr("models.archive.standard", lambda: Recognisers(READER, partial(Scribe, log), processes=1))
    return log


def test_segment_reads_a_picture(
    tmp_path: Path, scribes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("models.commands.pages.standard", lambda: Recognisers(READER, partial(Scribe, scribes), processes=1))
    assert main(["segment", str(picture(tmp_path / "scan.png", 101))]) == 0
    assert [line["text"] for line in json.loads(capsys.readouterr().out)["lines"]] == ["灰度一百", "101"]


@pytest.mark.usefixtures("scribes")
def test_export_says_which_pages_wait_for_their_text(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scan = picture(tmp_path / "scan.png", CRASHING)
    assert main(["import", str(dump), str(scan), "--archive", str(tmp_path / "archive")]) == 1
    assert "Page 1 is filed unread" in capsys.readouterr().err
    assert main(["export", str(tmp_path / "archive"), "--csv", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 page not read yet was left out."


def test_import_tells_of_a_bug_and_goes_on(
    dump: Path, tmp_path: Path, scribes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [picture(tmp_path / f"{grey}.png", grey) for grey in (FAULTY, 101)]
    assert main(["import", *map(str, paths), str(dump), "--archive", str(tmp_path / "archive")]) == 1
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert said.out.splitlines() == ["3 pages filed from 3 files."]
    assert sorted(calls(scribes)) == [FAULTY, 101]


def test_import_goes_on_with_what_was_broken_off(
    dump: Path, tmp_path: Path, scribes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan, folder = picture(tmp_path / "scan.png", 101), tmp_path / "archive"
    assert main(["import", str(dump), "--archive", str(folder)]) == 0
    Unfinished(folder / "unfinished").begin(Batch((dump, scan)))
    assert main(["import", "--resume", "--archive", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["1 pages filed from 1 files.", "page.txt is in the archive already."]
    assert main(["import", "--resume", "--archive", str(folder)]) == 0
    assert calls(scribes) == [101]


def test_a_file_as_archive_is_said(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(dump), "--archive", str(dump)]) == 1
    said = capsys.readouterr().err
    assert "is a file" in said
    assert "Excel" not in said


def test_export_makes_no_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "nowhere"), "--csv", str(tmp_path / "out.csv")]) == 1
    assert "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
