"""The CSV file as a spreadsheet finds it, and what is left when writing it fails."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.article import Article, Block
from models.domain.geometry import Rect
from models.domain.issue import Part
from models.domain.joint import Certainty, Claim, Joint
from models.domain.label import Field, Label, Origin, Verdict
from models.domain.line import Line, Regime, SourceKind
from models.domain.page import Header, Page, PageReading, PageState, Source
from models.domain.photo import Photo
from models.domain.role import Role
from models.editing.words import CorrectLine
from models.errors import DiskFull, FileNotFound, NothingToExport, NotWritable
from models.exporting.cells import CELL_LIMIT, clean, unguard
from models.exporting.columns import COLUMNS
from models.exporting.csv_file import ExportReport, write_csv
from models.exporting.page_format import page_document
from models.exporting.text import running_text, shown_lines
from models.job import Cancelled, Quiet

TEXTS = {
    1: "江 畔 小 镇 办 起 夜 校",
    2: "本报讯（记者 柳青禾）入冬以来，江畔镇的夜校又亮起了灯。",
    3: "夜校开了三门课，报名的人比去年多了一倍。",
    4: "图为夜校第一课。 甘棠 摄",
    5: "第08版 副刊",
}


def label(number: int, field: Field, value: str, verdict: Verdict = Verdict.PENDING) -> Label:
    return Label(number, field, value, Origin.ENGINE, verdict, 0.8)


def make_page(texts: dict[int, str] = TEXTS, articles: tuple[Article, ...] | None = None, page_id: int = 1) -> Page:
    blocks = (
        Block(1, Role.HEADLINE, (1,)),
        Block(2, Role.BODY, (2,)),
        Block(3, Role.CAPTION, (4,)),
        Block(4, Role.BODY, (3,)),
    )
    labels = (
        label(1, Field.TITLE, "江畔小镇办起夜校"),
        label(2, Field.AUTHOR, "柳青禾"),
        label(3, Field.AUTHOR, "甘棠"),
        label(4, Field.PERSON, "误认", Verdict.REJECTED),
        label(5, Field.GENRE, "消息"),
        label(6, Field.AFFILIATION, "本报"),
        label(7, Field.TOPIC, "medtop:05000000"),
    )
    return Page(
        id=page_id,
        header=Header("江畔晚报", datetime.date(2019, 12, 3), "04321", "08", "副刊"),
        source=Source("0" * 64, "20191203-08.txt", SourceKind.DUMP),
        state=PageState.OPEN,
        regime=Regime.PARAGRAPHS,
        lines=tuple(Line(number, text) for number, text in texts.items()),
        articles=(Article(1, blocks, labels),) if articles is None else articles,
        loose=(Block(9, Role.FURNITURE, (5,)),),
        joints=(Joint(1, Claim(2, 4, 0.71, Certainty.CHECK)), Joint(2, Claim(2, 3, 0.2, Certainty.UNSURE))),
    )


def body_page(text: str) -> Page:
    return make_page({1: text}, (Article(1, (Block(1, Role.BODY, (1,)),)),))


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def record(path: Path) -> dict[str, str]:
    header, rows = read(path)
    assert len(rows) == 1
    return dict(zip(header, rows[0], strict=True))


class Watched:
    """A job that keeps what it hears and cancels at checkpoint number `cancel_at`."""

    def __init__(self, cancel_at: int | None = None) -> None:
        self.heard: list[tuple[int, int, str]] = []
        self._left = cancel_at

    def report(self, done: int, total: int, what: str) -> None:
        self.heard.append((done, total, what))

    def checkpoint(self) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise Cancelled


def test_fields_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    assert write_csv([make_page()], path, Quiet()) == ExportReport(path, 1, 1)
    row = record(path)
    assert row["报名"] == "江畔晚报"
    assert row["出版日期"] == "2019-12-03"
    assert row["总期号"] == "第04321期"
    assert row["版次"] == "第08版"
    assert row["篇名"] == "江畔小镇办起夜校"
    assert row["作者"] == "柳青禾；甘棠"
    assert row["作者单位/来源"] == "本报"
    assert row["体裁"] == "消息"
    assert (row["分类"], row["分类号"]) == ("教育", "medtop:05000000")
    assert row["人名"] == ""
    assert row["资源类型"] == "图文"
    assert row["附图数"] == "1"
    assert row["图片说明"] == TEXTS[4]
    assert row["正文"] == f"{TEXTS[2]}\n{TEXTS[3]}"
    assert row["正文(续)"] == ""
    assert row["字数"] == str(len((TEXTS[2] + TEXTS[3]).replace(" ", "")))
    assert row["来源文件"] == "20191203-08.txt"
    assert row["状态"] == "待审"
    assert row["置信度"] == "0.71"
    assert "第08版 副刊" not in row.values()


PLACE = Rect(0.1, 0.1, 0.4, 0.4)


@pytest.mark.parametrize(
    ("owners", "count"), [((1, 1), "2"), ((1, 7), "1"), ((7, None), "1"), ((), "1")], ids=["both", "one", "others'", "none"]
)
def test_pictures_are_photos_else_captions(tmp_path: Path, owners: tuple[int | None, ...], count: str) -> None:
    path = tmp_path / "articles.csv"
    photos = tuple(Photo(number, PLACE, owner) for number, owner in enumerate(owners, 70))
    write_csv([dataclasses.replace(make_page(), photos=photos)], path, Quiet())
    assert record(path)["附图数"] == count


def test_a_photo_without_caption_makes_text_and_picture(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    page = body_page("一句话。")
    write_csv([page], path, Quiet())
    assert record(path)["资源类型"] == "文字"
    write_csv([dataclasses.replace(page, photos=(Photo(70, PLACE, 1),))], path, Quiet())
    assert record(path)["资源类型"] == "图文"


def test_corrected_words_are_exported(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    write_csv([corrected(body_page("新轿通车。"), 1, "新桥昨日通车。")], path, Quiet())
    assert (record(path)["正文"], record(path)["字数"]) == ("新桥昨日通车。", "7")


def test_the_page_format_tells_the_machines_words_and_the_photos() -> None:
    page = dataclasses.replace(corrected(make_page(), 2, "夜校开班。"), photos=(Photo(70, PLACE, 1), Photo(71, PLACE)))
    document = page_document(page)
    assert [line.get("machine") for line in document["lines"]] == [TEXTS[2] if n == 2 else None for n in TEXTS]
    assert document["lines"][1]["text"] == "夜校开班。"
    assert document["photos"] == [
        {"outline": [0.1, 0.1, 0.4, 0.4], "article": "a01"},
        {"outline": [0.1, 0.1, 0.4, 0.4], "article": None},
    ]


def corrected(page: Page, line: int, text: str) -> Page:
    page = dataclasses.replace(page, reading=PageReading(1, lines=page.lines))
    return CorrectLine(line, text).apply(page, lambda: 900)


def test_a_sentence_cut_by_a_picture_is_whole_again() -> None:
    blocks = (Block(1, Role.BODY, (1,)), Block(2, Role.CAPTION, (2,)), Block(3, Role.BODY, (3,)))
    lines = Line(1, "入冬以来，江畔镇的夜校又"), Line(2, "图为夜校。"), Line(3, "，亮起了灯。")
    page = dataclasses.replace(make_page(), lines=lines, articles=(Article(1, blocks),), regime=Regime.PARAGRAPHS)
    assert text_of(page) == "入冬以来，江畔镇的夜校又，亮起了灯。"


def text_of(page: Page) -> str:
    """Of its first article."""
    parts = (Part(page, page.articles[0]),)
    return running_text(parts, shown_lines(parts))


def test_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    write_csv([make_page()], path, Quiet())
    data = path.read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"\xe6')
    assert data.endswith(b'"\r\n')
    assert data.count(b"\r\n") == data.count(b"\r") == 2
    for row in data.decode("utf-8-sig").removesuffix("\r\n").split("\r\n"):
        assert [cell.count('"') for cell in row.split(",")] == [2] * (len(COLUMNS) + 1)


@pytest.mark.parametrize(("state", "word"), [(PageState.OPEN, "待审"), (PageState.FINISHED, "已审")])
def test_state(tmp_path: Path, state: PageState, word: str) -> None:
    path = tmp_path / "articles.csv"
    write_csv([dataclasses.replace(make_page(), state=state)], path, Quiet())
    assert record(path)["状态"] == word


@pytest.mark.parametrize(
    ("number", "cell"),
    [
        ("01", "第01版"),
        ("2-3", "第2-3版"),
        ("０８", "第０８版"),
        ("A1", "第A1版"),
        ("第二版", "第二版"),
        ("8版", "8版"),
        ("二", "二"),
    ],
)
def test_page_number_stays_as_printed(tmp_path: Path, number: str, cell: str) -> None:
    path = tmp_path / "articles.csv"
    write_csv([dataclasses.replace(make_page(), header=Header(number=number))], path, Quiet())
    assert record(path)["版次"] == cell


def test_unknown_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    write_csv([dataclasses.replace(body_page("一句话。"), header=Header(), joints=())], path, Quiet())
    row = record(path)
    assert {row[name] for name in ("报名", "出版日期", "总期号", "版次", "版名", "篇名", "作者", "置信度")} == {""}


@given(text=st.text(st.characters(exclude_characters="\x1c\x1d\x1e\x85\u2028\u2029"), min_size=1))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_text_comes_back_whole(tmp_path: Path, text: str) -> None:
    _comes_back(tmp_path / "articles.csv", text)


@given(piece=st.text("=-'一\U00020bb7。，a1\t", min_size=1, max_size=7), times=st.integers(5_000, 40_000))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_long_text_comes_back_whole(tmp_path: Path, piece: str, times: int) -> None:
    _comes_back(tmp_path / "articles.csv", piece * times)


def _comes_back(path: Path, text: str) -> None:
    page = body_page(text)
    write_csv([page], path, Quiet())
    header, (row,) = read(path)
    at = header.index("正文")
    assert len(set(header)) == len(header) == len(row)
    assert "".join(unguard(cell) for cell in row[at:]) == clean(text_of(page))
    assert all(len(cell.encode("utf-16-le")) <= 2 * CELL_LIMIT for cell in row)
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r\n")) for cell in row)


def test_further_cells_stand_after_their_column(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    long_title = Article(2, (Block(1, Role.BODY, (1,)),), (label(1, Field.TITLE, "题" * 40_000),))
    write_csv([make_page(), make_page({1: "文" * 100_000}, (long_title,))], path, Quiet())
    header, rows = read(path)
    assert header[-4:] == ["正文", "正文(续)", "正文(续2)", "正文(续3)"]
    assert header[header.index("篇名") + 1] == "篇名(续)"
    assert [dict(zip(header, row, strict=True))["篇名(续)"] for row in rows] == ["", "题" * (40_000 - CELL_LIMIT + 1)]
    assert "".join(rows[1][-4:]) == "文" * 100_000


def test_pages_and_articles_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    job = Watched()
    empty = make_page(articles=())
    report = write_csv([make_page(), empty, make_page(page_id=3)], path, job)
    assert (report.articles, report.pages) == (2, 2)
    assert job.heard == [(done, 3, "20191203-08.txt") for done in range(3)]


def test_progress_of_a_generator(tmp_path: Path) -> None:
    job = Watched()
    write_csv((make_page(page_id=number) for number in range(2)), tmp_path / "articles.csv", job, total=2)
    assert [(done, total) for done, total, _ in job.heard] == [(0, 2), (1, 2)]


def test_nothing_to_export(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    with pytest.raises(NothingToExport):
        write_csv([make_page(articles=())], path, Quiet())
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def standing(tmp_path: Path) -> Iterator[Path]:
    """A file of an earlier export, which the test must leave as it is, alone in its folder."""
    path = tmp_path / "out" / "articles.csv"
    path.parent.mkdir()
    path.write_text("earlier", encoding="utf-8")
    yield path
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelling_leaves_nothing(standing: Path, at: int) -> None:
    with pytest.raises(Cancelled):
        write_csv([make_page()] * 2, standing, Watched(cancel_at=at))


def test_a_full_disk(standing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFull) as caught:
        write_csv([make_page()], standing, Quiet())
    assert caught.value.path == standing


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are not kept there")
def test_a_file_that_may_not_grow(standing: Path) -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(DiskFull):
            write_csv([body_page("文" * 50_000)], standing, Quiet())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_open_elsewhere(standing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWritable):
        write_csv([make_page()], standing, Quiet())


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").mkdir()
    with pytest.raises(NotWritable):
        write_csv([make_page()], tmp_path / "articles.csv", Quiet())
    assert [path.name for path in tmp_path.iterdir()] == ["articles.csv"]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound) as caught:
        write_csv([make_page()], tmp_path / "gone" / "articles.csv", Quiet())
    assert caught.value.path == tmp_path / "gone"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_forbidden_folder(standing: Path) -> None:
    standing.parent.chmod(0o500)
    try:
        with pytest.raises(NotWritable):
            write_csv([make_page()], standing, Quiet())
    finally:
        standing.parent.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no mode there")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.touch(mode=0o640)
    write_csv([make_page()], path, Quiet())
    assert path.stat().st_mode & 0o777 == 0o640
