"""Fetches the strip of the page's picture over one line; the last one asked for is the one that comes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop.tasks.runner import Lane, Runner
from desktop.tasks.task import Task
from models.archive import Archive
from models.domain.geometry import Rect
from models.domain.line import Line
from models.domain.page import Page
from models.errors import KnownError
from models.scans.picture import Picture

LONGEST = 2400
"""Pixels; a line across the page is legible at that."""
_MARGIN = 0.45
"""Of the line's thickness, shown on every side of it."""


class Strips(QObject):
    came = Signal(object, object)
    """The Line, and its QImage or None where there is none to be had."""

    def __init__(self, archive: Archive, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._runner = runner
        self._task: Task | None = None
        self._wanted: tuple[Page, Line] | None = None

    def request(self, page: Page, line: Line) -> bool:
        """Whether the strip that is shown, or on its way, is the one of `line` already."""
        if self._wanted is not None and self._wanted[0].id == page.id and self._wanted[1].outline == line.outline:
            return True
        if self._task is not None:
            self._task.cancel()
        self._wanted = page, line
        archive, source, turn = self._archive, page.source, page.reading.view.turn
        task = Task(lambda _job: archive.strip(source, _around(line, turn), LONGEST, turn))
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        self._task = task
        self._runner.start(task, Lane.STRIPS)
        return False

    @Slot(object)
    def _on_finished(self, picture: Picture) -> None:
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        # copy: the bytes are Python's and go with the picture.
        self._answer(image.copy())

    @Slot(object)
    def _on_failed(self, _error: KnownError) -> None:
        """The canvas says why the page has no picture."""
        self._answer(None)

    def _answer(self, image: QImage | None) -> None:
        if self.sender() is self._task and self._wanted is not None:
            (_page, line), self._task = self._wanted, None
            if image is None:
                # Asked for again when the line is looked at again.
                self._wanted = None
            self.came.emit(line, image)


def _around(line: Line, turn: int) -> Rect:
    """Its outline and a little beside it; not beyond its ends where it is upright, for it will be cut into characters."""
    outline = line.outline
    assert outline is not None
    runs_down = line.vertical != (turn in (90, 270))
    thickness = outline.width if runs_down else outline.height
    x, y = _MARGIN * thickness, _MARGIN * thickness
    if line.vertical:
        x, y = (x, 0.0) if runs_down else (0.0, y)
    return Rect(max(0.0, outline.x0 - x), max(0.0, outline.y0 - y), min(1.0, outline.x1 + x), min(1.0, outline.y1 + y))
