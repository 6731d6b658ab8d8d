"""One opened archive: everything the desk and the command line ask for."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path

from filelock import FileLock, Timeout

from models.changes import Changes
from models.checking.check import check
from models.domain.entry import Entry
from models.domain.finding import Finding
from models.domain.geometry import Rect
from models.domain.issue import Link, links
from models.domain.line import Line
from models.domain.locks import Locks
from models.domain.page import Header, Page, PageState, PageSummary, Source, untagged
from models.domain.proposal import Proposal
from models.editing.continuations import Relink
from models.editing.edit import Edit
from models.editing.history import History, new_ids
from models.editing.labels import Retag
from models.editing.readings import Reread
from models.engine_process import EngineProcess
from models.engines import Engines
from models.errors import ArchiveInUse, DiskFull, KnownError, NotAFolder, NotWritable
from models.exporting.csv_file import ExportReport, write_csv
from models.importing.compose import compose
from models.importing.outcomes import AlreadyThere, Broken, Failed, Left, Outcome, Prepared, Skipped, broken
from models.importing.pages import PageReader
from models.importing.prepare import PreparedPage
from models.importing.readings import ReadingCache
from models.importing.recognisers import Recognisers, standard
from models.importing.rereading import Reader, reread
from models.importing.run import Importer
from models.importing.unfinished import Batch, Unfinished
from models.job import Job
from models.learning.school import School
from models.scans.picture import Picture
from models.scans.scans import Scans
from models.scans.shelf import Shelf
from models.store import issues, journal, queries
from models.store.connection import Store
from models.store.finished import FinishedPages

_MANY = 256
"""Ids taken at once for a new page, which needs some hundreds."""


@dataclass
class ImportReport:
    """What became of a batch, file by file."""

    filed: list[Path] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """Ids of the new pages."""
    already_there: list[AlreadyThere] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    """What met a bug of ours."""
    left: list[Path] = field(default_factory=list)
    """Not tried, since the disk was full."""
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, other: ImportReport) -> None:
        """Enters what another report says."""
        for each in fields(self):
            getattr(self, each.name).extend(getattr(other, each.name))


class Archive:
    """One archive folder: archive.sqlite, shelf/, cache/.

    Writing methods belong to the main thread.  `outcomes`, `retags`, `export_csv`, `picture`, `strip` and `scans` write no row,
    and may be called from any thread.
    """

    def __init__(
        self, folder: Path, engines: Engines | EngineProcess | None = None, recognisers: Recognisers | None = None
    ) -> None:
        """Opens the archive in `folder`, made when missing; without `engines` they are loaded here when they are needed.

        Raises ArchiveInUse, ArchiveNewer, ArchiveDiffers, NotAnArchive, NotAFolder, NotWritable or DiskFull.
        """
        self.folder = folder
        self._lock = _locked(folder)
        try:
            self._store = Store(folder / "archive.sqlite")
        except BaseException:
            self._lock.release()
            raise
        self._history = History(self._store)
        self._shelf = Shelf(folder / "shelf")
        self.scans = Scans(self._shelf, folder / "cache" / "pyramids")
        self.engines = engines or Engines(folder / "cache", learnt(folder))
        self.school = School(learnt(folder), FinishedPages(self._store))
        self.unfinished = Unfinished(folder / "unfinished")
        self._recognisers = recognisers or standard()
        self._reader = PageReader(self.engines, self._recognisers, ReadingCache(folder / "cache" / "readings"))

    def close(self) -> None:
        self._recognisers.close()
        self.engines.close()
        self.school.close()
        self.scans.close()
        self._store.close()
        self._lock.release()

    # What stands in it

    def pages(self) -> list[PageSummary]:
        """All pages, deleted ones too, in the order of newspaper, date and page number."""
        return queries.summaries()

    def page(self, page_id: int) -> Page:
        """Raises KeyError when there is no such page."""
        return self._history.page(page_id)

    def findings(self, page: Page) -> tuple[Finding, ...]:
        """What looks wrong on a page, gravest first."""
        return check(page, self.links(page.id))

    def links(self, page_id: int) -> tuple[Link, ...]:
        """The continuations that hold of this page's articles, and of those they go on in or come from."""
        pages = issues.linked(page_id)
        return links(map(self.page, sorted(pages))) if len(pages) > 1 else ()

    def issue(self, header: Header) -> list[PageSummary]:
        """The pages of the same paper and day that are not deleted; none when either is not known."""
        known = header.newspaper, header.date
        if None in known:
            return []
        kept = (page for page in queries.summaries() if page.state is not PageState.DELETED)
        return [page for page in kept if (page.header.newspaper, page.header.date) == known]

    def journal(self, limit: int = 500) -> list[Entry]:
        """What was done, newest first."""
        return journal.latest(limit)

    def picture(self, source: Source, longest_side: int) -> Picture:
        """The page as a picture of at most `longest_side` pixels; for PDF and picture sources only."""
        return self.scans.picture(source, longest_side)

    def strip(self, source: Source, rect: Rect, longest_side: int, turn: int = 0) -> Picture:
        """The part `rect` of a page as it lies, turned upright: see Scans.strip."""
        return self.scans.strip(source, rect, longest_side, turn)

    def source_path(self, source: Source) -> Path:
        """The shelved copy of the file a page was read from."""
        return self._shelf.path(source.sha256)

    # Editing

    def perform(self, edit: Edit, page_id: int, gesture: int | None = None) -> Changes:
        """See History.perform."""
        return self._history.perform(edit, page_id, gesture)

    def new_gesture(self) -> int:
        return self._history.new_gesture()

    def undo(self) -> Changes | None:
        return self._history.undo()

    def redo(self) -> Changes | None:
        return self._history.redo()

    def can_undo(self) -> bool:
        return journal.last_done_gesture() is not None

    def can_redo(self) -> bool:
        return journal.first_undone_gesture() is not None

    def retags(self, page: Page, job: Job) -> list[Retag]:
        """What the tagger says of the articles that have changed since it saw them; slow, any thread."""
        return self.engines.call(_retags, job, page)

    def follow_up(self, edit: Retag | Relink, page_id: int) -> Changes:
        """What an engine says after an editor's step; see History.follow_up."""
        return self._history.follow_up(edit, page_id)

    def enter(self, relink: Relink, page_id: int) -> Changes:
        """What goes on where now that a page was filed; see History.enter."""
        return self._history.enter(relink, page_id)

    def related(self, page_id: int) -> tuple[Page, ...]:
        """The pages to look at together for what goes on where, now that this one has changed; none where nothing can."""
        joined = issues.linked(page_id)
        headers = (self.page(number).header for number in joined)
        of_issues = {(header.newspaper, header.date): header for header in headers}
        naming = frozenset().union(*map(issues.naming, of_issues.values()))
        wanted = joined | naming
        return tuple(map(self.page, sorted(wanted))) if page_id in naming or len(joined) > 1 else ()

    def relinks(self, pages: tuple[Page, ...], job: Job, *, filed: bool = False) -> list[tuple[int, Relink]]:
        """Which articles of `related` pages go on in which, as edits for `follow_up`, or for `enter` when a page was `filed`.

        Slow, any thread.
        """
        return self.engines.call(_relinks, job, pages, filed) if pages else []

    def locks(self, page_id: int) -> Locks:
        """What editors have decided about a page's lines."""
        return self._history.locks(page_id)

    def segmented_again(self, page: Page, locks: Locks, job: Job) -> Proposal:
        """What the segmenter says of the page now, with everything as `locks` have it; any thread.  For `SegmentAgain`."""
        return self.engines.call(_segmented, job, page, locks)

    @property
    def recogniser(self) -> str:
        """Name and version of what reads pictures."""
        return self._recognisers.reader

    def read_again(self, page: Page, reader: Reader, job: Job) -> PreparedPage:
        """What `reader` makes of the page as it lies on the shelf; slow, any thread.  For `take_reading`."""
        return reread(self._reader, self._shelf, page, reader, job)

    def read_block_again(self, page: Page, outline: Rect, job: Job) -> tuple[Line, ...]:
        """What the recogniser makes of a part of the page; slow, any thread.  For `take_lines`."""
        source = page.source
        place = self._shelf.path(source.sha256), source.kind, source.sheet, source.region
        return self._recognisers.read_block(*place, outline, page.reading.view, job)

    def take_reading(self, page_id: int, prepared: PreparedPage, *, replace: bool) -> Changes:
        """A page read again, by another reader or a newer one; see History.take_reading.  No lines change nothing."""
        with self._store.transaction():
            return self._history.take_reading(compose(prepared, new_ids(_MANY)), page_id, replace)

    def take_lines(self, page_id: int, lines: tuple[Line, ...], reader: str) -> Changes:
        """A part of a page read again: what differs becomes suggestions, what is new waits to be given to an article."""
        return self._history.perform(Reread(lines, reader), page_id)

    # Files in and out

    def outcomes(self, paths: Iterable[Path], job: Job, split: bool = False) -> Iterator[Outcome]:
        """Reads, segments and tags files and folders without filing them; slow, any thread.  `split` cuts double pages."""
        return Importer(self._shelf, self._reader, self._page_with_source, split).outcomes(paths, job)

    def file(self, prepared: Prepared) -> Changes:
        """Files what `outcomes` prepared."""
        changes = Changes()
        with self._store.transaction():
            for page in prepared.pages:
                changes = changes.united(self._history.add(compose(page, new_ids(_MANY))))
        return changes

    def import_files(self, paths: Iterable[Path], job: Job, split: bool = False) -> ImportReport:
        """Reads a whole batch and files it on the calling thread; should the program end before it, it is remembered."""
        report, batch = ImportReport(), Batch(tuple(path.absolute() for path in paths), split)
        name = self.unfinished.begin(batch)
        for outcome in self.outcomes(batch.paths, job, split):
            for page_id in self.settle(outcome, report).filed:
                for number, relink in self.relinks(self.related(page_id), job, filed=True):
                    self.enter(relink, number)
        if not report.left:
            self.unfinished.end(name)
        return report

    def resume(self, job: Job) -> ImportReport:
        """Goes on with all batches that were begun and not ended; what they have filed is there already."""
        report = ImportReport()
        for name, batch in self.unfinished.left().items():
            done = self.import_files(batch.paths, job, batch.split)
            self.unfinished.end(name)
            report.add(done)
        return report

    def settle(self, outcome: Outcome, report: ImportReport) -> Changes:
        """Files one outcome where there is something to file, and enters it in the report; what can not be filed has failed."""
        if isinstance(outcome, AlreadyThere):
            report.already_there.append(outcome)
        elif isinstance(outcome, Failed):
            report.failed.append(outcome)
        elif isinstance(outcome, Broken):
            report.broken.append(outcome)
        elif isinstance(outcome, Skipped):
            report.skipped.append(outcome)
        elif isinstance(outcome, Left):
            report.left.append(outcome.path)
        elif (there := _first_there(outcome)) is not None:
            # Another batch has filed the same bytes while this one was being read.
            report.already_there.append(AlreadyThere(outcome.path, there))
        else:
            return self._filed(outcome, report)
        return Changes()

    def _filed(self, prepared: Prepared, report: ImportReport) -> Changes:
        try:
            changes = self.file(prepared)
        except KnownError as error:
            report.failed.append(Failed(prepared.path, error))
            return Changes()
        except Exception as bug:  # nothing of this file is written, and those after it are no worse for it
            report.broken.append(broken(prepared.path, bug))
            return Changes()
        report.failed.extend(lost for lost in prepared.lost if isinstance(lost, Failed))
        report.broken.extend(lost for lost in prepared.lost if isinstance(lost, Broken))
        report.filed.append(prepared.path)
        report.pages.extend(sorted(changes.pages))
        return changes

    def export_csv(self, path: Path, job: Job, page_ids: Iterable[int] | None = None) -> ExportReport:
        """Writes the articles of `page_ids`, or of all pages that are not deleted; see `write_csv`."""
        with self._store.reading():
            chosen = list(page_ids) if page_ids is not None else self._exported()
            return write_csv((queries.page(page_id) for page_id in chosen), path, job, len(chosen), _links_of)

    def _exported(self) -> list[int]:
        return [page.id for page in queries.summaries() if page.state is not PageState.DELETED]

    def _page_with_source(self, sha256: str) -> int | None:
        with self._store.reading():
            return queries.page_with_source(sha256)


def _segmented(engines: Engines, page: Page, locks: Locks) -> Proposal:
    return engines.segment(page, locks)


def _retags(engines: Engines, page: Page) -> list[Retag]:
    return [engines.retag(page, article) for article in untagged(page)]


def _links_of(page: Page) -> tuple[Link, ...]:
    """Read anew, so that any thread may ask."""
    pages = issues.linked(page.id) - {page.id}
    return links((page, *map(queries.page, sorted(pages)))) if pages else ()


def _relinks(engines: Engines, pages: tuple[Page, ...], filed: bool) -> list[tuple[int, Relink]]:
    return engines.relinks(pages, filed)


def _first_there(prepared: Prepared) -> int | None:
    sources = (page.source.sha256 for page in prepared.pages)
    return next((there for sha256 in sources if (there := queries.page_with_source(sha256)) is not None), None)


def _locked(folder: Path) -> FileLock:
    lock = FileLock(folder / "archive.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ArchiveInUse(folder) from error
    except (FileExistsError, NotADirectoryError) as error:
        raise NotAFolder(next(place for place in (folder, *folder.parents) if place.exists())) from error
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else NotWritable)(folder) from error
    return lock


def learnt(folder: Path) -> Path:
    """Where the archive in `folder` keeps what it learns."""
    return folder / "learnt"


@contextmanager
def opened(folder: Path) -> Iterator[Archive]:
    """The archive in `folder` for the length of a with statement."""
    archive = Archive(folder)
    try:
        yield archive
    finally:
        archive.close()
