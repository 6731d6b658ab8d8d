"""Batches: pages by recognisers in processes of their own, which die, are stopped, and never read a page twice."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from models import files
from models.engines import Engines
from models.errors import DamagedFile, DiskFull, EmptyFile, FileChanged, PictureTooLarge, RecogniserDied
from models.importing.outcomes import AlreadyThere, Broken, Failed, Left, Outcome, Prepared
from models.importing.pages import PageReader
from models.importing.readings import ReadingCache
from models.importing.recognisers import Recognisers
from models.importing.run import Importer
from models.job import Cancelled, Quiet
from models.scans.shelf import Shelf
from tests.models.importing.scribe import CRASHING, FAULTY, READER, SLOW, Scribe, calls, picture

NEWS = "## 白塔镇桥梁通车\n\n本报讯（记者陈望）白塔镇桥梁昨天通车，两岸群众往来不再绕行。\n"


class GrowingShelf(Shelf):
    """The scanner writes on while the page is being read."""

    def put(self, source: Path) -> str:
        source.write_text(NEWS * 2, encoding="utf-8")
        return super().put(source)


class FullShelf(Shelf):
    def put(self, source: Path) -> str:
        raise DiskFull(source)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """What the scribes have been asked."""
    return tmp_path / "log"


@pytest.fixture
def recognisers(log: Path) -> Iterator[Recognisers]:
    recognisers = Recognisers(READER, partial(Scribe, log), processes=2)
    yield recognisers
    recognisers.close()


@pytest.fixture
def importer(tmp_path: Path, recognisers: Recognisers) -> Importer:
    return importer_with(Shelf(tmp_path / "shelf"), tmp_path, recognisers)


def importer_with(shelf: Shelf, folder: Path, recognisers: Recognisers, split: bool = False) -> Importer:
    reader = PageReader(Engines(folder / "cache"), recognisers, ReadingCache(folder / "readings"))
    return Importer(shelf, reader, lambda _sha256: None, split)


def by_name(outcomes: Iterator[Outcome]) -> dict[str, Outcome]:
    return {outcome.path.name: outcome for outcome in outcomes if not hasattr(outcome, "folder")}


def texts(outcome: Outcome) -> list[list[str]]:
    assert isinstance(outcome, Prepared)
    return [[line.text for line in page.reading.lines] for page in outcome.pages]


def test_a_file_that_changes_while_it_is_read_fails_and_can_come_again(tmp_path: Path, recognisers: Recognisers) -> None:
    path = tmp_path / "page.txt"
    path.write_text(NEWS, encoding="utf-8")
    (outcome,) = importer_with(GrowingShelf(tmp_path / "shelf"), tmp_path, recognisers).outcomes([path], Quiet())
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, FileChanged)
    (outcome,) = importer_with(Shelf(tmp_path / "shelf"), tmp_path, recognisers).outcomes([path], Quiet())
    assert isinstance(outcome, Prepared)


def test_pictures_and_dumps_become_pages_and_progress_comes_to_its_end(tmp_path: Path, importer: Importer) -> None:
    paths = [picture(tmp_path / f"{number}.png", grey=100 + number) for number in range(3)]
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    told = Listener()
    found = by_name(importer.outcomes([*paths, tmp_path / "news.txt"], told))
    assert [texts(found[path.name]) for path in paths] == [[["灰度一百", f"{100 + number}"]] for number in range(3)]
    assert texts(found["news.txt"])[0][0] == "## 白塔镇桥梁通车"
    assert told.reports[-1][:2] == (400, 400)
    assert [done for done, _total, _what in told.reports] == sorted(done for done, _total, _what in told.reports)


def test_no_page_is_read_twice(tmp_path: Path, importer: Importer, log: Path) -> None:
    pages = [Image.new("L", (60, 90), grey) for grey in (101, 102, 103)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    first, again = (texts(*importer.outcomes([tmp_path / "a.tif"], Quiet())) for _ in range(2))
    assert first == again == [["灰度一百", "101"], ["灰度一百", "102"], ["灰度一百", "103"]]
    assert sorted(calls(log)) == [101, 102, 103]


def test_a_damaged_reading_is_read_anew(tmp_path: Path, importer: Importer, log: Path) -> None:
    path = picture(tmp_path / "a.png", 101)
    before = texts(*importer.outcomes([path], Quiet()))
    (kept,) = (tmp_path / "readings").rglob("*.json")
    for damaged in (b"", kept.read_bytes()[:-9], kept.read_bytes().replace(b"101", b"102"), b"\xff\xfe", b"{}"):
        kept.write_bytes(damaged)
        assert texts(*importer.outcomes([path], Quiet())) == before
    assert calls(log) == [101] * 6


def test_a_page_whose_recogniser_dies_is_filed_unread(tmp_path: Path, importer: Importer, log: Path) -> None:
    paths = [picture(tmp_path / f"{grey}.png", grey) for grey in (101, CRASHING, 102)]
    found = by_name(importer.outcomes(paths, Quiet()))
    dead = found[f"{CRASHING}.png"]
    assert isinstance(dead, Prepared)
    assert [(type(lost), lost.sheet) for lost in dead.lost] == [(Failed, 0)]
    assert isinstance(dead.lost[0], Failed)
    assert isinstance(dead.lost[0].error, RecogniserDied)
    assert [page.reading.unread for page in dead.pages] == [True]
    assert calls(log).count(CRASHING) == 2, "once more with a fresh process"
    assert texts(found["101.png"]) == [["灰度一百", "101"]]
    assert texts(found["102.png"]) == [["灰度一百", "102"]]


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path, importer: Importer, log: Path) -> None:
    (log.parent / "kill once").touch()
    assert texts(*importer.outcomes([picture(tmp_path / "a.png", 101)], Quiet())) == [["灰度一百", "101"]]
    assert calls(log) == [101, 101]


def test_a_bug_at_one_page_is_reported_and_the_others_come(tmp_path: Path, importer: Importer) -> None:
    pages = [Image.new("L", (60, 90), grey) for grey in (101, FAULTY)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    (outcome,) = importer.outcomes([tmp_path / "a.tif"], Quiet())
    assert texts(outcome) == [["灰度一百", "101"], []]
    assert isinstance(outcome, Prepared)
    (bug,) = outcome.lost
    assert isinstance(bug, Broken)
    assert bug.sheet == 1
    assert "ZeroDivisionError" in bug.report
    assert "scribe.py" in bug.report, "where it was met"


def test_a_bug_with_one_file_is_no_bug_of_the_others(
    tmp_path: Path, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news.txt").write_text(NEWS + NEWS, encoding="utf-8")
    put = Shelf.put
    monkeypatch.setattr(Shelf, "put", lambda shelf, path: 1 / 0 if path.stem == "odd" else put(shelf, path))
    found = by_name(importer.outcomes([tmp_path / "odd.txt", tmp_path / "news.txt"], Quiet()))
    assert isinstance(found["odd.txt"], Broken)
    assert isinstance(found["news.txt"], Prepared)


def test_stopping_ends_the_recognisers_at_once(tmp_path: Path, importer: Importer, log: Path) -> None:
    paths = [picture(tmp_path / "a.png", 101), *(picture(tmp_path / f"{n}.png", SLOW, n) for n in range(4))]
    told = Listener(stop=lambda: calls(log).count(SLOW) == 2)
    found = list[Outcome]()
    with pytest.raises(Cancelled):
        found.extend(importer.outcomes(paths, told))
    assert not any(alive(pid) for pid in map(int, (log.parent / "pids").read_text().split()))
    assert texts(*importer.outcomes(paths[:1], Quiet())) == [["灰度一百", "101"]]


def test_a_full_disk_leaves_the_rest_for_later(tmp_path: Path, recognisers: Recognisers, log: Path) -> None:
    paths = [picture(tmp_path / f"{grey}.png", grey) for grey in range(100, 110)]
    found = list(importer_with(FullShelf(tmp_path / "shelf"), tmp_path, recognisers).outcomes(paths, Quiet()))
    full = [outcome for outcome in found if isinstance(outcome, Failed)]
    assert {type(outcome.error) for outcome in full} == {DiskFull}
    assert 1 <= len(full) <= 3, "those that were under way"
    assert sum(isinstance(outcome, Left) for outcome in found) == 10 - len(full)
    assert calls(log) == []


def test_a_reading_that_finds_no_room_is_no_page_lost(
    tmp_path: Path, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture(tmp_path / "a.png", 101)

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "settle", refuse)
    (outcome,) = importer.outcomes([path], Quiet())
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, DiskFull)
    assert [kept.name for kept in (tmp_path / "readings").rglob("*") if kept.is_file()] == []
    monkeypatch.undo()
    assert texts(*importer.outcomes([path], Quiet())) == [["灰度一百", "101"]]


def test_bad_pictures_among_good_ones(tmp_path: Path, importer: Importer) -> None:
    good = picture(tmp_path / "good.png", 101)
    (tmp_path / "damaged.png").write_bytes(good.read_bytes()[:60])
    (tmp_path / "empty.jpg").write_bytes(b"")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    Image.new("L", (90, 60), 102).save(tmp_path / "turned.png", exif=exif)
    Image.new("L", (33_000, 50), 103).save(tmp_path / "wide.png")
    Image.new("1", (33_000, 13_000)).save(tmp_path / "huge.png")
    found = by_name(importer.outcomes([tmp_path], Quiet()))
    errors = {name: type(outcome.error) for name, outcome in found.items() if isinstance(outcome, Failed)}
    assert errors == {"damaged.png": DamagedFile, "empty.jpg": EmptyFile, "huge.png": PictureTooLarge}
    sizes = {name: outcome.pages[0].source for name, outcome in found.items() if isinstance(outcome, Prepared)}
    assert {name: (source.width, source.height) for name, source in sizes.items()} == {
        "good.png": (60, 90),
        "turned.png": (60, 90),
        "wide.png": (33_000, 50),
    }


def test_the_same_bytes_twice_are_one_page(tmp_path: Path, importer: Importer, log: Path) -> None:
    paths = [picture(tmp_path / f"{name}.png", 101) for name in "ab"]
    found = list(importer.outcomes(paths, Quiet()))
    assert {type(outcome) for outcome in found} == {Prepared, AlreadyThere}
    assert calls(log) == [101]


def double_page(path: Path, left: int, right: int) -> Path:
    """A picture of two pages, each printed in a grey of its own."""
    sheet = Image.new("L", (1000, 700), 255)
    for x, grey in ((60, left), (560, right)):
        for y in range(60, 640, 20):
            sheet.paste(grey, (x, y, x + 380, y + 10))
    sheet.save(path)
    return path


def test_both_halves_of_a_double_page_become_pages(tmp_path: Path, recognisers: Recognisers) -> None:
    path = double_page(tmp_path / "a.png", 101, 102)
    (outcome,) = importer_with(Shelf(tmp_path / "shelf"), tmp_path, recognisers, split=True).outcomes([path], Quiet())
    assert texts(outcome) == [["灰度一百", "101"], ["灰度一百", "102"]]
    assert isinstance(outcome, Prepared)
    left, right = (page.source for page in outcome.pages)
    assert (left.region.x1, right.region.x0) == pytest.approx((0.5, 0.5), abs=0.01)
    assert left.width + right.width == pytest.approx(1000)
    assert (left.height, left.sheet, right.sheet) == (700, 0, 0)


def test_a_half_that_can_not_be_read_takes_nothing_from_the_other(tmp_path: Path, recognisers: Recognisers) -> None:
    path = double_page(tmp_path / "a.png", CRASHING, 102)
    (outcome,) = importer_with(Shelf(tmp_path / "shelf"), tmp_path, recognisers, split=True).outcomes([path], Quiet())
    assert texts(outcome) == [[], ["灰度一百", "102"]]
    assert isinstance(outcome, Prepared)
    assert [page.reading.unread for page in outcome.pages] == [True, False]
    assert outcome.pages[0].source.width == pytest.approx(500, abs=10)
    assert [type(lost.error) for lost in outcome.lost if isinstance(lost, Failed)] == [RecogniserDied]


def test_a_file_names_the_number_of_its_first_page_only(tmp_path: Path, recognisers: Recognisers) -> None:
    path = double_page(tmp_path / "新云州日报_2009-09-02_A02版.png", 101, 102)
    (outcome,) = importer_with(Shelf(tmp_path / "shelf"), tmp_path, recognisers, split=True).outcomes([path], Quiet())
    assert isinstance(outcome, Prepared)
    left, right = (page.header for page in outcome.pages)
    assert (left.number, right.number) == ("A02", None)
    assert left.date == right.date is not None


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Listener:
    """A job that is stopped as soon as `stop` holds."""

    def __init__(self, stop: Callable[[], bool] = lambda: False) -> None:
        self.reports: list[tuple[int, int, str]] = []
        self._stop = stop

    def report(self, done: int, total: int, what: str) -> None:
        self.reports.append((done, total, what))

    def checkpoint(self) -> None:
        if self._stop():
            raise Cancelled
