"""The learning curve: what the engine had proposed of each finished page against what its editor made of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from models.domain.finished import Filed, Finished
from models.domain.page import Page
from models.files import write_whole
from models.job import Job
from models.learning.lesson import lesson_of
from models.scoring.figures import figures
from models.scoring.told import articles_told


class FinishedPages(Protocol):
    """Where finished pages are had from; any thread may ask."""

    def all(self) -> list[Finished]:
        """In the order in which they were finished."""

    def page(self, page_id: int) -> Page:
        """Raises KeyError when there is no such page."""

    def filed(self, page_id: int) -> Filed | None:
        """What the engine first filed of a page."""


@dataclass(frozen=True, slots=True)
class Point:
    """One finished page: its articles as the editor has them, and what he had to put right in the engine's."""

    page: int
    entry: int
    articles: int
    repairs: int
    known: bool = True
    """Whether the engine's proposal was one of the lines that now are the page's."""

    @property
    def repairs_per_article(self) -> float:
        return self.repairs / max(1, self.articles)


class Curve:
    """Kept in a file, so that each page is measured once."""

    def __init__(self, path: Path, pages: FinishedPages) -> None:
        self._path, self._pages = path, pages

    def points(self, finished: Sequence[Finished], job: Job) -> list[Point]:
        """One for each of them, in their order; raises DiskFull, NotWritable, Cancelled."""
        kept = {(point.page, point.entry): point for point in self._kept()}
        found = [kept.get((each.page, each.entry)) or self._measured(each, job) for each in finished]
        if any((point.page, point.entry) not in kept for point in found):
            write_whole(self._path, json.dumps([asdict(point) for point in found]))
        return found

    def _measured(self, finished: Finished, job: Job) -> Point:
        job.checkpoint()
        page, filed = self._pages.page(finished.page), self._pages.filed(finished.page)
        lesson = lesson_of(page)
        if filed is None or filed.reading != page.reading.id:
            return Point(finished.page, finished.entry, len(lesson.articles), 0, known=False)
        said = articles_told(filed.articles, filed.waste, lesson.reading.lines)
        measured = figures(lesson.answer(), said, said.weights or {})
        return Point(finished.page, finished.entry, measured.articles, measured.repairs)

    def _kept(self) -> list[Point]:
        """None where the file is gone or damaged: they are measured again."""
        try:
            return [Point(**point) for point in json.loads(self._path.read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError):
            return []
