"""Lessons as a file, one a line: what `train` fits weights on and `score --all` measures them by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.domain.role import Role
from models.errors import DamagedFile, EmptyFile
from models.files import read_refusals, refusals
from models.importing.reading_form import Unreadable, reading_of, text_of
from models.learning.lesson import Lesson


def write_lessons(path: Path, lessons: Iterable[Lesson]) -> None:
    """Raises DiskFull, NotWritable, FileNotFound (the folder is gone)."""
    with refusals(path), path.open("w", encoding="utf-8", newline="\n") as file:
        for lesson in lessons:
            told = {"reading": text_of(lesson.reading), "roles": lesson.roles, "articles": lesson.articles}
            file.write(json.dumps(told) + "\n")


def read_lessons(path: Path) -> Iterator[Lesson]:
    """At least one; raises FileNotFound, NotReadable, DamagedFile, EmptyFile."""
    with read_refusals(path), path.open(encoding="utf-8") as file:
        line = ""
        for line in file:
            yield _lesson(path, line)
        if not line:
            raise EmptyFile(path)


def _lesson(path: Path, line: str) -> Lesson:
    try:
        told = json.loads(line)
        roles = {int(number): Role(role) for number, role in told["roles"].items()}
        return Lesson(reading_of(told["reading"]), roles, tuple(tuple(lines) for lines in told["articles"]))
    except (ValueError, KeyError, TypeError, AttributeError, Unreadable) as error:
        raise DamagedFile(path) from error
