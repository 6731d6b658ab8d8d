"""The articles as a CSV file that Excel opens correctly, read back and counted before anyone is told."""

from __future__ import annotations

import csv
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from models.domain.issue import Link, Part, whole
from models.domain.page import Page, PageState
from models.errors import NothingToExport
from models.exporting.cells import clean, guard, split
from models.exporting.columns import COLUMNS, Column, Entry
from models.files import beside, refusals, replacing, settle
from models.job import Job


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What stands in the file at `path`, as read back from it; only pages that have articles are counted as `pages`."""

    path: Path
    articles: int
    pages: int
    unread: int = 0
    """Pages that wait for their text, and so are not in the file."""


Linked = Callable[[Page], Sequence[Link]]
"""The links that hold of a page's articles, and of those they go on in or come from."""


def _unlinked(_page: Page) -> Sequence[Link]:
    return ()


def write_csv(pages: Iterable[Page], path: Path, job: Job, total: int = 0, linked: Linked = _unlinked) -> ExportReport:
    """One row an article, UTF-8 with signature, CRLF, all cells quoted; `total` is for the progress of a generator of pages.

    An article that goes over several pages is one row, whole, where the first of them comes that is among `pages`.

    A file that stands at `path` is replaced only when the new one is whole.  Raises NothingToExport, DiskFull, NotWritable,
    FileNotFound (the folder is gone) and Cancelled, and then leaves everything as it was.
    """
    with refusals(path), beside(path) as scratch, scratch.open("x+", encoding="utf-8") as gathered:
        found = _gather(pages, total or operator.length_hint(pages), gathered, job, linked)
        if not found.articles:
            raise NothingToExport
        with replacing(path) as new:
            _write(gathered, found.widths, new, job)
            _check(new, found)
        return ExportReport(path, found.articles, found.pages, found.unread)


@dataclass
class _Found:
    """What was gathered so far.  How many cells a column needs is known only when the last article is through."""

    widths: list[int]
    articles: int = 0
    pages: int = 0
    unread: int = 0

    def count(self, row: list[str]) -> None:
        self.articles += 1
        self.widths = [max(width, len(split(value))) for width, value in zip(self.widths, row, strict=True)]


def _gather(pages: Iterable[Page], total: int, into: IO[str], job: Job, linked: Linked) -> _Found:
    """Every article's values as a line of JSON, which keeps memory small however large the archive is."""
    found, told = _Found([column.cells for column in COLUMNS]), set[int]()
    for done, page in enumerate(pages):
        job.checkpoint()
        job.report(done, total, page.source.file_name)
        for row in _rows(page, linked(page), told):
            found.count(row)
            into.write(json.dumps(row) + "\n")
        found.pages += bool(page.articles)
        found.unread += page.state is PageState.UNREAD
    return found


def _rows(page: Page, links: Sequence[Link], told: set[int]) -> Iterator[list[str]]:
    """`told` are the articles that stand in a row already, with what they belong to."""
    for article in page.articles:
        parts = whole(Part(page, article), links)
        ids = {part.article.id for part in parts}
        if article.id not in told:
            joining = (one.continuation for one in links if one.beginning.article.id in ids)
            sure = min((one.confidence for one in joining if one.trusted), default=1.0)
            entry = Entry(parts, sure)
            yield [clean(column.cell(entry)) for column in COLUMNS]
        if len(parts) > 1:
            told |= ids


def _write(gathered: IO[str], widths: list[int], path: Path, job: Job) -> None:
    gathered.seek(0)
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(header for column, width in zip(COLUMNS, widths, strict=True) for header in column.headers(width))
        for row in gathered:
            job.checkpoint()
            cells = zip(COLUMNS, json.loads(row), widths, strict=True)
            writer.writerow(cell for column, value, width in cells for cell in _cells(column, value, width))
        file.flush()
        settle(file.fileno())


def _cells(column: Column, value: str, width: int) -> list[str]:
    if column.exact:
        return [value]
    cells = [guard(piece) for piece in split(value)]
    return cells + [""] * (width - len(cells))


def _check(path: Path, found: _Found) -> None:
    """Reads the file again; a difference is a bug of ours."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        sizes = [len(row) for row in csv.reader(file)]
    if len(sizes) != found.articles + 1 or set(sizes) != {sum(found.widths)}:
        raise RuntimeError(f"wrote {found.articles} articles and read back {len(sizes) - 1}: {path}")
