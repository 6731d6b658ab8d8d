"""The picture of the page in view: a first sight as large as the window shows it, then tiles; the next page's ahead."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.tiles import Subject, Tiles, image_of
from desktop.tasks.runner import Lane, Runner
from desktop.tasks.task import Task
from models.domain.line import SourceKind
from models.errors import DamagedFile, KnownError
from models.scans.scans import Scans

KEPT = 64_000_000
"""Bytes of first sights that are kept for going back to."""

ENOUGH = 1.25
"""A first sight may be so many times smaller than the window would show it, since tiles follow."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A first sight on its way that nobody looks at yet."""

    task: Task
    subject: Subject
    side: int


class Pictures(QObject):
    came = Signal()
    """The first sight of the page in view."""
    sharpened = Signal(object)
    """A Tile of the page in view."""
    failed = Signal(object)
    """KnownError: there is no picture, or there is no room for the levels of a large one."""

    def __init__(self, scans: Scans, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._runner = runner
        self._tiles = Tiles(scans, runner, self)
        self._tiles.came.connect(self.sharpened)
        self._tiles.failed.connect(self._on_tiles_failed)
        self._sights: OrderedDict[Subject, QImage] = OrderedDict()
        self._subject: Subject | None = None
        self._side = 0
        self._sighting: Task | None = None
        self._levelling: Task | None = None
        self._expected: Subject | None = None
        """The next page's, while this one is not ready."""
        self._ahead: Ahead | None = None
        self._is_ready = False
        """Tiles can be had."""
        self._mended = False
        """The levels of the page in view were made again, which is tried once."""
        self._wanted: Sequence[Tile] = ()

    # The page in view

    def show(self, subject: Subject | None, grid: Grid | None, side: int) -> None:
        """Looks at a page, which the window shows `side` pixels long when it fits; asking again costs nothing."""
        if subject != self._subject:
            self._side = self._leave(subject)
            self._subject = subject
            self._tiles.show(subject, grid)
        if subject is not None and side > self._side * ENOUGH:
            self._side = side
            self._see(subject, side)

    def want(self, tiles: Sequence[Tile]) -> None:
        """The tiles to fetch, the most wanted first."""
        self._wanted = tiles
        if self._is_ready:
            self._tiles.want(tiles)

    @property
    def sight(self) -> QImage | None:
        """The whole page in view, as far as it has come."""
        return self._sights.get(self._subject) if self._subject is not None else None

    def tile(self, tile: Tile) -> QImage | None:
        return self._tiles.get(tile)

    def _leave(self, coming: Subject | None) -> int:
        """What is on its way already of the page that is `coming` goes on; how long it will be, 0 where nothing is."""
        ahead, self._ahead, self._expected = self._ahead, None, None
        for task in (self._sighting, self._levelling):
            if task is not None:
                task.cancel()
        self._sighting = self._levelling = None
        self._is_ready = self._mended = False
        self._wanted = ()
        if ahead is not None and ahead.subject == coming:
            self._sighting = ahead.task
            return ahead.side
        if ahead is not None:
            ahead.task.cancel()
        return 0

    # First sight

    def _see(self, subject: Subject, side: int) -> None:
        sight = self.sight
        if sight is not None and _longest(subject, side) <= max(sight.width(), sight.height()) * ENOUGH:
            self._go_on(subject)
            return
        if self._sighting is not None:
            self._sighting.cancel()
        self._sighting = self._sight_of(subject, side, Lane.PICTURES)

    def _sight_of(self, subject: Subject, side: int, lane: Lane) -> Task:
        scans = self._scans
        task = Task(lambda _job: (subject, image_of(scans.picture(subject.source, side, subject.turn))))
        task.finished.connect(self._on_seen)
        task.failed.connect(self._on_sight_failed)
        self._runner.start(task, lane)
        return task

    @Slot(object)
    def _on_seen(self, seen: tuple[Subject, QImage]) -> None:
        subject, sight = seen
        self._sights.pop(subject, None)
        self._sights[subject] = sight
        if self._subject is not None and self._subject in self._sights:
            # What is in view goes last.
            self._sights.move_to_end(self._subject)
        while len(self._sights) > 1 and sum(kept.sizeInBytes() for kept in self._sights.values()) > KEPT:
            self._sights.popitem(last=False)
        self._forget_ahead()
        if subject == self._subject and self.sender() is self._sighting:
            self._sighting = None
            self._go_on(subject)

    @Slot(object)
    def _on_sight_failed(self, error: KnownError) -> None:
        self._forget_ahead()
        if self.sender() is self._sighting:
            self._sighting = None
            self.failed.emit(error)

    # Levels and tiles

    def _go_on(self, subject: Subject) -> None:
        self.came.emit()
        if self._is_ready or self._levelling is not None:
            return
        if self._scans.is_large(subject.source):
            self._make_levels(subject)
        else:
            self._get_ready()

    def _make_levels(self, subject: Subject) -> None:
        scans, source = self._scans, subject.source
        self._levelling = Task(lambda job: scans.make_levels(source, job))
        self._levelling.finished.connect(self._on_levels_made)
        self._levelling.failed.connect(self._on_levels_failed)
        self._runner.start(self._levelling, Lane.AHEAD)

    @Slot(object)
    def _on_levels_made(self, _nothing: object) -> None:
        if self.sender() is self._levelling:
            self._levelling = None
            self._get_ready()

    @Slot(object)
    def _on_levels_failed(self, error: KnownError) -> None:
        """Without levels a large page is not as sharp as it could be, and no worse."""
        if self.sender() is self._levelling:
            self._levelling = None
            self.failed.emit(error)
            self._get_ready()

    def _get_ready(self) -> None:
        self._is_ready = True
        self._tiles.want(self._wanted)
        self._see_ahead()

    @Slot(object)
    def _on_tiles_failed(self, error: KnownError) -> None:
        subject = self._subject
        if subject is None:
            return
        self._is_ready = False
        if isinstance(error, DamagedFile) and self._scans.is_large(subject.source) and not self._mended:
            self._mended = True
            self._make_levels(subject)
        else:
            self.failed.emit(error)

    # The next page

    def expect(self, subject: Subject) -> None:
        """Sees a page that will probably be looked at next, once all of the one in view can be had."""
        self._expected = subject
        if self._is_ready:
            self._see_ahead()

    def _see_ahead(self) -> None:
        subject, self._expected = self._expected, None
        if subject is not None and subject != self._subject and subject not in self._sights and self._ahead is None:
            self._ahead = Ahead(self._sight_of(subject, self._side, Lane.AHEAD), subject, self._side)

    def _forget_ahead(self) -> None:
        """Once it has come it is a sight like any other."""
        if self._ahead is not None and self.sender() is self._ahead.task:
            self._ahead = None


def _longest(subject: Subject, side: int) -> float:
    """How long a first sight for `side` pixels can get: scans never grow."""
    source = subject.source
    return min(side, max(source.width, source.height)) if source.kind is SourceKind.PICTURE else side
