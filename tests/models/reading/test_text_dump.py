"""Text dumps become numbered lines with marks and a regime; bad files are refused by name."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from unittest.mock import Mock

import pytest

from models.domain.line import Line, Marks, Regime, SourceKind
from models.errors import EmptyFile, FileNotFound, FileTooLarge, NotReadable, NotText
from models.reading.text_dump import LIMIT, read_text_dump, regime, split_lines
from models.resources import SEEDS


def dump(folder: Path, data: bytes) -> Path:
    path = folder / "page.txt"
    path.write_bytes(data)
    return path


def test_line_numbers_count_blank_lines_and_carriage_returns_go() -> None:
    assert split_lines("\r\n一行\r\n\r\n \r\n二行\n三\x0c行") == [
        Line(2, "一行", marks=Marks(blanks_before=1)),
        Line(5, "二行", marks=Marks(blanks_before=2)),
        Line(6, "三\x0c行"),
    ]


def test_text_stays_raw_and_markdown_becomes_marks() -> None:
    lines = split_lines("## 江北添桥\n**本报讯** 昨日\n#话题# 不是标题？\n### **小题**\n　　缩进")
    assert [line.text for line in lines] == ["## 江北添桥", "**本报讯** 昨日", "#话题# 不是标题？", "### **小题**", "　　缩进"]
    assert [(line.marks.heading, line.marks.bold) for line in lines] == [
        (2, False),
        (0, True),
        (0, False),
        (3, True),
        (0, False),
    ]


@pytest.mark.parametrize(("seed", "regime"), [("0", "W"), ("1", "P"), ("2", "P"), ("3", "W"), ("4", "P")])
def test_regime_of_the_samples(seed: str, regime: str) -> None:
    path = next(SEEDS.glob(f"00{seed}_*.txt"))
    reading = read_text_dump(path)
    assert reading.regime is (Regime.WRAPPED if regime == "W" else Regime.PARAGRAPHS)
    raw = path.read_text(encoding="utf-8").split("\n")
    assert {line.number: line.text for line in reading.lines} == {i: text for i, text in enumerate(raw, 1) if text.strip()}


def test_verses_and_headings_do_not_make_a_page_of_paragraphs_a_wrapped_one() -> None:
    prose = "江北的渡口在三月里醒来，船家把缆绳一圈一圈地收好，等着对岸第一声招呼。"
    verses = "\n".join(("雪在三月落下来", "像一封迟到的信", "麦苗还没有拆开", "就已经读懂", "一盏灯走过田埂", "后面跟着蛙声"))
    page = f"# 渡口\n\n{prose}\n\n{prose}\n\n# 春雪\n\n{verses}\n\n## 夜行\n"
    assert regime(split_lines(page)) is Regime.PARAGRAPHS
    columns = "\n".join(prose[i : i + 9] for i in range(0, len(prose), 9))
    assert regime(split_lines(f"# 渡口\n\n{columns}\n{columns}\n")) is Regime.WRAPPED


def test_reading_of_a_dump(tmp_path: Path) -> None:
    reading = read_text_dump(dump(tmp_path, "江北新修三座桥。\n".encode("gb18030")))
    assert (reading.kind, reading.unread, reading.width) == (SourceKind.DUMP, False, 0)
    assert [line.text for line in reading.lines] == ["江北新修三座桥。"]


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", "\ufeff".encode(), "\u3000\n".encode()])
def test_nothing_is_an_empty_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_text_dump(dump(tmp_path, data))


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0\0binary", bytes(range(256)) * 8, b"\xff" * 100])
def test_garbage_is_not_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotText):
        read_text_dump(dump(tmp_path, data))


def test_a_huge_dump_is_refused_unread(tmp_path: Path) -> None:
    path = dump(tmp_path, b"x")
    os.truncate(path, 50 * 1024 * 1024)
    started = time.perf_counter()
    with pytest.raises(FileTooLarge) as caught:
        read_text_dump(path)
    assert (caught.value.size, caught.value.limit) == (50 * 1024 * 1024, LIMIT)
    assert time.perf_counter() - started < 0.5


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound):
        read_text_dump(tmp_path / "none.txt")
    with pytest.raises(NotReadable):
        read_text_dump(tmp_path)


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = dump(tmp_path, b"text")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # The superuser may read everything: the system's answer to all others stands in.
        monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=PermissionError(errno.EACCES, "denied")))
    with pytest.raises(NotReadable):
        read_text_dump(path)
