"""The desk's canvas on an archive that holds the scan: first sight, then zoomed to its own pixels and dragged about."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.sights import SIZE
from benchmarks.sights.stopwatch import Stopwatch
from desktop.bridge import ArchiveBridge
from desktop.page_canvas.panel import PageCanvasPanel
from desktop.page_canvas.view import CanvasView
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.archive import Archive
from models.domain.line import Reading, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage
from models.scans.shelf import Shelf

STEPS = 60
"""Of dragging."""

TURN = 20
"""Steps after which the hand goes back."""

FRAME = 16
"""Milliseconds between a sharp view and the next step."""


class Visit:
    """Steps on whenever the view has painted what the step waited for."""

    panel: PageCanvasPanel

    def __init__(self, watch: Stopwatch) -> None:
        self.watch = watch
        self._paints: list[float] = []
        self._waits: list[float] = []
        self._step = -1
        self._since = 0.0
        self._wait = self._see

    def painted(self, seconds: float) -> None:
        self._paints.append(seconds)
        self._wait()

    def _see(self) -> None:
        if self.panel.pictures.sight is not None:
            self.watch.mark("first_sight")
            self.panel.actual_size()
            self._since = time.perf_counter()
            self._wait = self._sharpen

    def _sharpen(self) -> None:
        if not self.panel.is_sharp():
            return
        passed = time.perf_counter() - self._since
        if self._step < 0:
            self.watch.marks["levels"] = passed
            self._paints.clear()
        else:
            self._waits.append(passed)
        self._step += 1
        if self._step == STEPS:
            self._end()
        else:
            QTimer.singleShot(FRAME, self._drag)

    def _drag(self) -> None:
        self._since = time.perf_counter()
        there = self._step // TURN % 2
        self.panel.view.scroll_by(QPoint(180, 140) if there else QPoint(-180, -140))

    def _end(self) -> None:
        self._wait = lambda: None
        self.watch.marks["paint_median"] = sorted(self._paints)[len(self._paints) // 2]
        self.watch.marks["paint_longest"] = max(self._paints)
        self.watch.marks["sharp_median"] = sorted(self._waits)[len(self._waits) // 2]
        self.watch.marks["sharp_longest"] = max(self._waits)
        QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    path = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    archive = Archive(path.with_name(path.name + ".archive"))
    page = archive.pages()[0].id if archive.pages() else _filed(archive, path)
    bridge, selection, runner = ArchiveBridge(archive), Selection(), Runner()
    watch = Stopwatch()
    visit = Visit(watch)
    _listen(visit)
    visit.panel = panel = PageCanvasPanel(bridge, selection, runner)
    panel.resize(*SIZE)
    panel.show()
    QTimer.singleShot(0, watch.restart)
    QTimer.singleShot(0, lambda: selection.select_page(page))
    application.exec()
    runner.quit()
    archive.close()
    visit.watch.tell()


def _listen(visit: Visit) -> None:
    paint = CanvasView.paintEvent

    def timed(view: CanvasView, event: QPaintEvent) -> None:
        start = time.perf_counter()
        paint(view, event)
        visit.painted(time.perf_counter() - start)

    # Before any view is made, which would not notice later.
    CanvasView.paintEvent = timed  # type: ignore[method-assign, assignment]


def _filed(archive: Archive, path: Path) -> int:
    """The scan as it is filed before anybody has read it."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(path) as picture:
        width, height = picture.size
    source = Source(Shelf(archive.folder / "shelf").put(path), path.name, SourceKind.PICTURE, 0, width, height)
    reading = Reading((), SourceKind.PICTURE, width=width, height=height, unread=True)
    (page,) = archive.file(Prepared(path, (PreparedPage(Header(), source, reading, Proposal(()), ()),))).pages
    return page


main()
