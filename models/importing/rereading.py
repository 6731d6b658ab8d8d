"""A page of the archive read once more, by the recogniser or by what its file says itself."""

from __future__ import annotations

from enum import Enum, auto

from models.domain.line import Reading
from models.domain.page import Page
from models.errors import NoTextLayer
from models.importing.pages import PageReader, Scan
from models.importing.prepare import PreparedPage
from models.job import Job
from models.scans.shelf import Shelf


class Reader(Enum):
    """Who reads a page again."""

    RECOGNISER = auto()
    TEXT_LAYER = auto()
    """What a PDF says itself."""


def reread(reader: PageReader, shelf: Shelf, page: Page, by: Reader, job: Job) -> PreparedPage:
    """The page as `by` reads it; raises NoTextLayer where its file says nothing of it, and what reading raises."""
    source = page.source
    path = shelf.path(source.sha256)
    scan = Scan(path, source.sha256, path.with_name(source.file_name))
    found = reader.sheet(scan, source.sheet, job, text_layer=by is Reader.TEXT_LAYER, region=source.region)
    if by is Reader.RECOGNISER:
        found = _recognised(reader, scan, found, page, job)
    elif found.unread:
        raise NoTextLayer(scan.chosen)
    return reader.prepared(scan, source.sheet, found, job)


def _recognised(reader: PageReader, scan: Scan, found: Reading, page: Page, job: Job) -> Reading:
    source = page.source

    def told(share: float) -> None:
        job.report(round(share * 100), 100, source.file_name)

    return reader.recognised(scan, source.sheet, found, job, told)
