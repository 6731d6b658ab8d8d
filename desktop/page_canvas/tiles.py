"""Fetches the tiles of the page in view in a worker, the most wanted first, and keeps those that were looked at last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop.page_canvas.grid import Grid, Tile
from desktop.page_canvas.sheet import POINT
from desktop.page_canvas.tile_store import TileStore
from desktop.page_canvas.wanted import Wanted
from desktop.tasks.runner import Lane, Runner
from desktop.tasks.task import Task, WorkerJob
from models.domain.line import SourceKind
from models.domain.page import Page, Source
from models.errors import KnownError
from models.scans.picture import Picture
from models.scans.scans import Scans


@dataclass(frozen=True, slots=True)
class Subject:
    """A page as it is looked at."""

    source: Source
    turn: int
    """Degrees clockwise that set it upright."""
    density: float
    """Pixels of level 0 a pixel of a scan (always 1), or a point of a PDF."""


def subject_of(page: Page, ratio: float) -> Subject:
    """`page` where a logical pixel has `ratio` pixels."""
    source = page.source
    return Subject(source, page.reading.view.turn, POINT * ratio if source.kind is SourceKind.PDF else 1.0)


class Tiles(QObject):
    came = Signal(object)
    """The Tile of the subject in view."""
    failed = Signal(object)
    """KnownError; nothing is fetched any more until something is wanted again."""

    def __init__(self, scans: Scans, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._runner = runner
        self._kept = TileStore()
        self._subject: Subject | None = None
        self._grid: Grid | None = None
        self._wanted = Wanted()
        self._task: Task | None = None

    def show(self, subject: Subject | None, grid: Grid | None) -> None:
        """Another page is in view: nobody waits for the last one's tiles."""
        if subject != self._subject:
            self._wanted = Wanted()
            self._subject, self._grid = subject, grid
            if self._task is not None:
                self._task.cancel()
                self._task = None

    def get(self, tile: Tile) -> QImage | None:
        return self._kept.get((self._subject, tile))

    def want(self, tiles: Sequence[Tile]) -> None:
        """The most wanted first; those that are at hand are not fetched again."""
        self._wanted.replace(tile for tile in tiles if (self._subject, tile) not in self._kept)
        if self._wanted and self._task is None:
            self._start()

    def _start(self) -> None:
        subject, grid, wanted, scans = self._subject, self._grid, self._wanted, self._scans
        assert subject is not None
        assert grid is not None
        self._task = Task(lambda job: _fetch(scans, subject, grid, wanted, job))
        self._task.handed.connect(self._on_handed)
        self._task.failed.connect(self._on_failed)
        self._task.ended.connect(self._on_ended)
        self._runner.start(self._task, Lane.PICTURES)

    @Slot(object)
    def _on_handed(self, fetched: tuple[Subject, Tile, QImage]) -> None:
        subject, tile, image = fetched
        self._kept.put((subject, tile), image)
        if subject == self._subject:
            self.came.emit(tile)

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        if self.sender() is self._task:
            self._wanted.replace(())
            self.failed.emit(error)

    @Slot()
    def _on_ended(self) -> None:
        """More may have been wanted since the worker saw that nothing was."""
        if self.sender() is self._task:
            self._task = None
            if self._wanted:
                self._start()


def _fetch(scans: Scans, subject: Subject, grid: Grid, wanted: Wanted, job: WorkerJob) -> None:
    while (tile := wanted.take()) is not None:
        job.checkpoint()
        scale = subject.density * 2.0**-tile.level
        job.hand((subject, tile, image_of(scans.part(subject.source, subject.turn, scale, grid.box(tile)))))


def image_of(picture: Picture) -> QImage:
    """In the format that is painted quickest, with memory of its own; any thread."""
    image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
