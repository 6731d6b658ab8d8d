"""What one run of the program works with, whatever window shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.settings import Place, Settings, place_in, save_place
from desktop.shell.continuing import Continuing
from desktop.shell.exporting import Exporting
from desktop.shell.importing import Importing
from desktop.shell.learning import Learning
from desktop.shell.rereading import Rereading
from desktop.shell.resegmenting import Resegmenting
from desktop.shell.retagging import Retagging
from desktop.shell.review import worst_first
from desktop.tasks import Runner
from models.archive import Archive
from models.domain.page import PageState

SETTLED = 500
"""Milliseconds on one article after which the place is remembered."""


class Desk(QObject):
    """Lives as long as the archive is open; windows come and go with the language."""

    def __init__(self, archive: Archive, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.bridge = ArchiveBridge(archive, self)
        self.selection = Selection(self)
        self.runner = Runner(self)
        self.importing = Importing(self.bridge, self.runner, settings)
        self.exporting = Exporting(self.bridge, self.runner)
        self.rereading = Rereading(self.bridge, self.runner)
        self.resegmenting = Resegmenting(self.bridge, self.runner)
        self.retagging = Retagging(self.bridge, self.runner)
        self.continuing = Continuing(self.bridge, self.runner)
        self.learning = Learning(self.bridge, self.runner, settings)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self._save_place)
        self.selection.page_changed.connect(self._on_moved)
        self.selection.article_changed.connect(self._on_moved)

    @property
    def folder(self) -> Path:
        return self.bridge.archive.folder

    def resume(self) -> None:
        """Goes to where the editor stopped, else to the worst page."""
        place = place_in(self.folder)
        known = {page.id for page in self.bridge.pages() if page.state is not PageState.DELETED}
        if place.page in known:
            self.selection.select_page(place.page)
            page = self.bridge.page(place.page) if place.page is not None else None
            if page and place.article is not None and page.article(place.article):
                self.selection.select_article(place.article)
        else:
            self.open_worst()
        self.learning.begin()

    def open_worst(self) -> None:
        """The page with the most to decide; any other when all are finished."""
        pages = self.bridge.pages()
        shown = worst_first(pages) or [page for page in pages if page.state is not PageState.DELETED]
        if shown:
            self.selection.select_page(shown[0].id)

    def close(self) -> None:
        """Waits for the workers, then closes the archive."""
        self._save_place()
        self.settings.sync()
        # Nothing is looked at any more, so nothing that waits for a calm moment asks the archive again.
        self.selection.select_page(None)
        self._settling.stop()
        self.runner.quit()
        self.bridge.archive.close()

    @Slot(object)
    def _on_moved(self, _there: object) -> None:
        self._settling.start()

    @Slot()
    def _save_place(self) -> None:
        """Written while the work goes on, so that a program that is killed comes back to it."""
        save_place(self.folder, Place(self.selection.page, self.selection.article))
