"""The panels of the window, each in its dock, and where they stand at first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from desktop.article_form.panel import ArticleFormPanel
from desktop.article_list.panel import ArticleListPanel
from desktop.findings.panel import FindingsPanel
from desktop.journal.panel import JournalPanel
from desktop.learning.panel import LearningPanel
from desktop.page_canvas.panel import PageCanvasPanel
from desktop.page_queue.panel import PageQueuePanel
from desktop.proofreading.panel import ProofreadingPanel
from desktop.shell.desk import Desk
from models.i18n import _


@dataclass(frozen=True, slots=True)
class Panels:
    queue: PageQueuePanel
    canvas: PageCanvasPanel
    articles: ArticleListPanel
    form: ArticleFormPanel
    proofreading: ProofreadingPanel
    findings: FindingsPanel
    journal: JournalPanel
    learning: LearningPanel

    @classmethod
    def of(cls, desk: Desk) -> Panels:
        known = desk.bridge, desk.selection
        return cls(
            PageQueuePanel(*known),
            PageCanvasPanel(*known, desk.runner),
            ArticleListPanel(*known),
            ArticleFormPanel(*known),
            ProofreadingPanel(*known, desk.runner),
            FindingsPanel(*known),
            JournalPanel(*known),
            LearningPanel(),
        )


class Docks(QObject):
    """Queue left, articles and form right, findings, line, journal and learning as tabs below the canvas."""

    def __init__(self, panels: Panels, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._queue = self._dock("queue", _("Pages"), panels.queue)
        self._articles = self._dock("articles", _("Articles"), panels.articles)
        self._form = self._dock("form", _("Fields and text"), panels.form)
        self._proofreading = self._dock("proofreading", _("Line under its picture"), panels.proofreading)
        self._findings = self._dock("findings", _("Findings"), panels.findings)
        self._journal = self._dock("journal", _("Journal"), panels.journal)
        self._learning = self._dock("learning", _("Learning"), panels.learning)
        below = (self._findings, self._proofreading, self._journal, self._learning)
        self._all = (self._queue, self._articles, self._form, *below)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.arrange()

    def switches(self) -> list[QAction]:
        """The actions that show and hide the docks."""
        return [dock.toggleViewAction() for dock in self._all]

    def arrange(self) -> None:
        """As it is at the first start."""
        area, window = Qt.DockWidgetArea, self._window
        for dock in self._all:
            # One that still stands among tabs would leave their bar behind.
            window.removeDockWidget(dock)
        for dock, place in zip(
            self._all,
            (area.LeftDockWidgetArea, *[area.RightDockWidgetArea] * 2, *[area.BottomDockWidgetArea] * 4),
            strict=True,
        ):
            dock.setFloating(False)
            window.addDockWidget(place, dock)
            dock.show()
        window.splitDockWidget(self._articles, self._form, Qt.Orientation.Vertical)
        window.tabifyDockWidget(self._findings, self._proofreading)
        window.tabifyDockWidget(self._proofreading, self._journal)
        window.tabifyDockWidget(self._journal, self._learning)
        self._findings.raise_()
        width, height = window.width(), window.height()
        window.resizeDocks([self._queue, self._articles], [width * 17 // 100, width * 29 // 100], Qt.Orientation.Horizontal)
        window.resizeDocks([self._articles, self._form], [height * 26 // 100, height * 58 // 100], Qt.Orientation.Vertical)
        window.resizeDocks([self._findings], [height * 22 // 100], Qt.Orientation.Vertical)
        self.refresh_titles()

    def show_form(self) -> None:
        """Brings up the fields wherever their dock was put away."""
        self._form.show()
        self._form.raise_()

    def show_proofreading(self) -> None:
        self._proofreading.show()
        self._proofreading.raise_()

    def _dock(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(panel)
        dock.topLevelChanged.connect(self.refresh_titles)
        dock.dockLocationChanged.connect(self.refresh_titles)
        return dock

    @Slot()
    def refresh_titles(self) -> None:
        """A dock among tabs is named by its tab and needs no title of its own."""
        for dock in self._all:
            tabbed = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            if tabbed != (dock.titleBarWidget() is not None):
                dock.setTitleBarWidget(QWidget() if tabbed else None)  # type: ignore[arg-type]
