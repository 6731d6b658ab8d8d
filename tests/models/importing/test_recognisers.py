"""The recogniser that comes with the program, in its process, on a picture with invented news."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from models import machine
from models.archive import Archive
from models.domain.page import PageState
from models.importing.recognisers import NEED, Recognisers, standard
from models.job import Quiet
from tests.models.importing.scribe import READER, Scribe

NEWS = ("北岸新桥昨日通车", "本报讯记者林小满报道，", "市民一早前来观看新桥。")
FONTS = ("wqy-microhei.ttc", "wqy-zenhei.ttc", "NotoSansCJK-Regular.ttc", "msyh.ttc", "PingFang.ttc")
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "C:/Windows/Fonts")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    there = {path.name: path for folder in FOLDERS for path in Path(folder).rglob("*.tt[cf]")}
    font = next((there[name] for name in FONTS if name in there), None)
    if font is None:
        pytest.skip("no Chinese font on this system")
    page = Image.new("RGB", (900, 600), (250, 250, 246))
    pen = ImageDraw.Draw(page)
    for (x, y, size), text in zip(((80, 60, 72), (80, 220, 36), (80, 280, 36)), NEWS, strict=True):
        pen.text((x, y), text, font=ImageFont.truetype(font, size), fill="black")
    page.save(tmp_path / "scan.png")
    return tmp_path / "scan.png"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive", recognisers=standard())
    yield archive
    archive.close()


def test_a_scan_becomes_a_page_with_its_text(archive: Archive, scan: Path) -> None:
    report = archive.import_files([scan], Quiet())
    assert (report.failed, report.broken) == ([], [])
    page = archive.page(report.pages[0])
    assert page.state is PageState.OPEN
    assert tuple(line.text.replace(",", "，") for line in page.lines) == NEWS
    assert page.reading.reader == archive.recogniser
    (kept,) = (archive.folder / "cache" / "readings").rglob("*.json")
    assert page.source.sha256 in kept.name


@pytest.mark.parametrize(("cores", "memory", "at_once"), [(1, 8, 1), (8, 2, 1), (8, 8, 3), (4, 64, 4), (8, 1, 1)])
def test_no_more_processes_than_cores_and_memory_bear(
    monkeypatch: pytest.MonkeyPatch, cores: int, memory: int, at_once: int
) -> None:
    monkeypatch.setattr("models.importing.recognisers.cores", lambda: cores)
    monkeypatch.setattr("models.importing.recognisers.memory", lambda: memory * 1_000_000_000)
    assert Recognisers(READER, Scribe).at_once == at_once  # type: ignore[arg-type]


def test_this_machine_is_known() -> None:
    assert 1 <= machine.cores() <= 4096
    assert NEED / 10 < machine.memory() < 1 << 50
