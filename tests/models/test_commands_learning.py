"""train and score --all: lessons in, weights and figures out."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.__main__ import main
from models.commands.lessons import read_lessons, write_lessons
from models.commands.train import COUNTS, HELD_OUT, JOINTS, ROLES, UNSEEN, lesson_file
from models.domain.line import Reading, Regime, SourceKind
from models.domain.role import Role
from models.errors import DamagedFile
from models.learning.lesson import Lesson
from models.reading.text_dump import split_lines
from models.segmenting.engine import Segmenter
from models.segmenting.versions import DUMPS, FOLDER, KINDS
from models.segmenting.weights import load

TOWNS = ("青石镇", "白桦乡", "红石湾", "柳河村", "沙溪口", "云台县")
PARTS = (Role.HEADLINE, Role.LEAD, Role.BODY)


def lesson(number: int) -> Lesson:
    """Three articles of a headline and two paragraphs."""
    parts = []
    for i in range(3):
        town = TOWNS[(number + i) % len(TOWNS)]
        parts += [
            f"# {town}第{number + i}期水渠通水",
            f"本报讯 {town}水渠昨天通水，沿线{number + 2}个村的旱田第一次得到灌溉。",
            f"{town}水渠全长{number + 7}公里，去年动工，群众投工三万个。",
        ]
    lines = tuple(split_lines("\n".join(parts)))
    numbers = [line.number for line in lines]
    articles = tuple(tuple(numbers[i : i + 3]) for i in range(0, 9, 3))
    roles = {n: role for article in articles for n, role in zip(article, PARTS, strict=True)}
    return Lesson(Reading(lines, SourceKind.DUMP, Regime.PARAGRAPHS), roles, articles)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / COUNTS).write_bytes((FOLDER / COUNTS).read_bytes())
    for kind in KINDS:
        for place, name in enumerate((ROLES, JOINTS, UNSEEN, HELD_OUT)):
            write_lessons(lesson_file(folder, kind, name), map(lesson, range(12 * place, 12 * place + 12)))
    return folder


def test_lessons_come_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "lessons.jsonl"
    write_lessons(file, [lesson(1), lesson(2)])
    first, second = read_lessons(file)
    assert (first.reading, first.roles, first.articles) == (lesson(1).reading, lesson(1).roles, lesson(1).articles)
    assert second.reading == lesson(2).reading


def test_a_damaged_file_of_lessons_is_said_to_be_one(tmp_path: Path) -> None:
    file = tmp_path / "lessons.jsonl"
    write_lessons(file, [lesson(1)])
    file.write_text(file.read_text("utf-8").replace("headline", "headlime"), "utf-8")
    with pytest.raises(DamagedFile):
        list(read_lessons(file))


@pytest.mark.parametrize("command", [["train", "{folder}", "{folder}/out"], ["score", "--all", "--lessons", "{folder}"]])
def test_empty_files_of_lessons_are_said_to_be_empty(
    samples: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    for file in samples.glob("*.jsonl"):
        file.write_text("", "utf-8")
    assert main([part.format(folder=samples) for part in command]) != 0
    said = capsys.readouterr()
    assert ".jsonl" in said.err
    assert "Traceback" not in said.err


def test_a_folder_without_lessons_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(tmp_path / "nowhere"), str(tmp_path / "out")]) != 0
    assert "nowhere" in capsys.readouterr().err


def test_weights_that_were_trained_cut_such_pages_rightly(samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "weights"
    assert main(["train", str(samples), str(out), "--only", DUMPS]) == 0
    assert (out / COUNTS).exists()
    page = lesson(40)
    proposal = Segmenter(load(out / DUMPS)).propose(page.reading)
    assert [tuple(n for part in article for n in part.lines) for article in proposal.articles] == list(page.articles)


def test_without_lessons_the_figures_say_what_was_not_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "--all"]) == 0
    said = capsys.readouterr().out
    assert said.count("not measured") == 3 or said.count("没有测量") == 3
    assert "milliseconds" in said or "毫秒" in said


def test_held_out_lessons_are_measured(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "--all", "--lessons", str(samples)]) == 0
    rows = [row.split() for row in capsys.readouterr().out.splitlines() if "held out" in row or "留出" in row]
    assert len(rows) == len(KINDS)
    # Exact articles, of pages as plain as these.
    assert all(float(row[-12]) > 0.9 for row in rows)


def test_score_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["score"])
    assert refused.value.code == 2
    assert "--all" in capsys.readouterr().err
