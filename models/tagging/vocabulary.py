"""The word lists in `resources/vocabularies`, read as they are asked for."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache

from models.resources import RESOURCES

FOLDER = RESOURCES / "vocabularies"


@dataclass(frozen=True, slots=True)
class Genre:
    """体裁: how its titles end, which section labels announce it, and what its text or subtitle says."""

    name: str
    title_ends: tuple[str, ...]
    labels: frozenset[str]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A top term of IPTC Media Topics with its code, as medtop:07000000."""

    code: str
    chinese: str
    english: str
    words: frozenset[str]


def _lines(file_name: str) -> list[str]:
    text = (FOLDER / file_name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of list `name`, longest first, so that an alternation of them prefers the longer."""
    return tuple(sorted({word for line in _lines(f"{name}.txt") for word in line.split()}, key=lambda word: (-len(word), word)))


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(words(name))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """A list whose lines begin with the name of their section: section -> words, longest first."""
    rows = (line.split() for line in _lines(f"{name}.txt"))
    return {row[0]: tuple(sorted(set(row[1:]), key=lambda word: (-len(word), word))) for row in rows}


@cache
def weights(name: str) -> dict[str, float]:
    """Word -> weight in log-odds."""
    rows = csv.reader(_lines(f"{name}.csv")[1:])
    return {word: float(weight) for word, weight in rows}


@cache
def genres() -> tuple[Genre, ...]:
    entries = json.loads((FOLDER / "genres.json").read_text(encoding="utf-8"))["genres"]
    return tuple(
        Genre(
            entry["name"], tuple(entry["title_ends"].split()), frozenset(entry["labels"].split()), tuple(entry["cues"].split())
        )
        for entry in entries
    )


@cache
def topics() -> tuple[Topic, ...]:
    entries = json.loads((FOLDER / "topics.json").read_text(encoding="utf-8"))["topics"]
    return tuple(Topic(entry["code"], entry["zh"], entry["en"], frozenset(entry["words"].split())) for entry in entries)
