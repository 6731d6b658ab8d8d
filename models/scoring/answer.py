"""One answer to a page, true or proposed, as the page format tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import DamagedFile
from models.files import read_refusals

COARSE = {"kicker": "headline", "subtitle": "headline", "lead": "body", "notice": "body"}
"""Roles taken for another where only the coarse ones are asked for."""


@dataclass(frozen=True)
class Told:
    """One article: its title and its lines with their roles, in reading order."""

    title: str | None
    segments: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(number for _, lines in self.segments for number in lines)


@dataclass(frozen=True)
class Answer:
    articles: tuple[Told, ...]
    waste: frozenset[int]
    """Lines of furniture and repeats."""
    free: frozenset[int] = frozenset()
    """Lines that may stand in more than one place."""
    weights: Mapping[int, int] | None = None
    """Characters of each line by number, where the answer holds its lines."""


def load_answer(path: Path) -> Answer:
    """Raises FileNotFound, NotReadable, DamagedFile."""
    with read_refusals(path):
        data = path.read_bytes()
    try:
        return answer(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedFile(path) from error


def answer(document: Mapping[str, Any]) -> Answer:
    """Raises KeyError, TypeError or ValueError where the document is not in the page format."""
    articles = tuple(
        Told(raw.get("title"), tuple((segment["role"], numbers(segment["lines"])) for segment in raw["segments"]))
        for raw in document["articles"]
    )
    waste = (n for key in ("furniture", "duplicates") for item in document.get(key, ()) for n in numbers(item["lines"]))
    free = (n for lines in document.get("free", ()) for n in numbers(lines))
    return Answer(articles, frozenset(waste), frozenset(free), _weights(document.get("lines")))


def numbers(lines: Mapping[str, Any] | Iterable[int]) -> tuple[int, ...]:
    """[first, last], both inclusive, or {"ids": […]} as line numbers."""
    if isinstance(lines, Mapping):
        return tuple(int(n) for n in lines["ids"])
    first, last = lines
    return tuple(range(first, last + 1))


def _weights(lines: Iterable[Mapping[str, Any]] | None) -> dict[int, int] | None:
    if lines is None:
        return None
    return {int(line["id"]): characters(line["text"]) for line in lines if line["text"].strip()}


def characters(text: str) -> int:
    """Characters of a line that are not white space."""
    return len("".join(text.split()))
