"""Fetches page pictures in a worker: a preview first, a sharper one when the zoom asks for it."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.tasks.runner import Lane, Runner
from desktop.tasks.task import Task, WorkerJob
from models.archive import Archive
from models.domain.page import Source
from models.errors import KnownError
from models.scans.picture import Picture

SIDES = (1800, 3600, 6400)
"""Longest sides that are asked for, in pixels."""
KEPT = 60_000_000
"""Pixels kept for going back to, at four bytes each."""
BAND = 96
"""Rows that are worked on at a time."""
SMALL = 500
"""A level this wide or narrower has none below it."""


class Pictures(QObject):
    """Answers each request by `came`, at once when the picture is still there; only the last request is worth its work."""

    came = Signal(object, object)
    """Source, and its levels as QPixmaps: the largest first, each half the one before."""
    failed = Signal(object, object)
    """Source, KnownError."""

    def __init__(self, archive: Archive, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._runner = runner
        self._task: Task | None = None
        self._wanted: tuple[Source, int] | None = None
        """What the task fetches: the source and the longest side."""
        self._kept: OrderedDict[tuple[Source, int], tuple[QPixmap, ...]] = OrderedDict()

    def request(self, source: Source, pixels: float) -> None:
        """Asks for a picture at least `pixels` long on its longer side, as far as we go."""
        side = next((side for side in SIDES if side >= pixels), SIDES[-1])
        self.forget()
        if (source, side) in self._kept:
            self.came.emit(source, self._kept[source, side])
            return
        archive = self._archive
        task = Task(lambda job: _levels(archive, source, side, job))
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        self._task, self._wanted = task, (source, side)
        self._runner.start(task, Lane.PICTURES)

    def forget(self) -> None:
        """Nobody waits for the last request any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot(object)
    def _on_finished(self, levels: tuple[QImage, ...]) -> None:
        wanted = self._answered()
        if wanted is not None:
            self._kept[wanted] = tuple(QPixmap.fromImage(level) for level in levels)
            while len(self._kept) > 1 and sum(kept[0].width() * kept[0].height() for kept in self._kept.values()) > KEPT:
                self._kept.popitem(last=False)
            self.came.emit(wanted[0], self._kept[wanted])

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        wanted = self._answered()
        if wanted is not None:
            self.failed.emit(wanted[0], error)

    def _answered(self) -> tuple[Source, int] | None:
        """What the task that has just ended was to fetch; None when nobody waits for it any more."""
        if self.sender() is not self._task:
            return None
        self._task = None
        return self._wanted


def _levels(archive: Archive, source: Source, side: int, job: WorkerJob) -> tuple[QImage, ...]:
    """In the worker: decodes and halves."""
    levels = [_image(archive.picture(source, side), job)]
    while levels[-1].width() > SMALL:
        levels.append(_half(levels[-1], job))
    return tuple(levels)


def _image(picture: Picture, job: WorkerJob) -> QImage:
    """In the format of pixmaps, band by band: Qt keeps Python's lock while it converts, and the window must go on."""
    image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
    stride = 3 * picture.width
    with QPainter(image) as painter:
        for top in range(0, picture.height, BAND):
            job.checkpoint()
            rows = min(BAND, picture.height - top)
            part = picture.rgb[top * stride : (top + rows) * stride]
            painter.drawImage(0, top, QImage(part, picture.width, rows, stride, QImage.Format.Format_RGB888))
    return image


def _half(image: QImage, job: WorkerJob) -> QImage:
    """Each pixel the mean of four."""
    half = QImage(image.width() // 2, image.height() // 2, QImage.Format.Format_RGB32)
    with QPainter(half) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for top in range(0, half.height(), BAND):
            job.checkpoint()
            rows = min(BAND, half.height() - top)
            painter.drawImage(QRect(0, top, half.width(), rows), image, QRect(0, 2 * top, 2 * half.width(), 2 * rows))
    return half
