"""The line at the foot of the window: which page, what is left to do on it, and whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.tasks.panel import ProgressPanel
from desktop.tasks.runner import Runner
from desktop.titles import page_title
from models.domain.page import Page, doubtful, doubtful_continuations, unplaced
from models.i18n import _
from models.wording import state_name


class StatusBar(QStatusBar):
    def __init__(self, bridge: ArchiveBridge, selection: Selection, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self.page, self.state, self.articles = QLabel(), QLabel(), QLabel()
        self.unplaced, self.doubtful = QLabel(), QLabel()
        self.saved = QLabel(_("Everything is saved"))
        self.progress = ProgressPanel(runner)
        self.setSizeGripEnabled(False)
        for label in (self.page, self.state, self.articles, self.unplaced, self.doubtful):
            self.addWidget(label)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.saved)
        bridge.changed.connect(self._on_changed)
        selection.page_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        page = None if self._selection.page is None else self._bridge.page(self._selection.page)
        for label in (self.state, self.articles, self.unplaced, self.doubtful):
            label.setVisible(page is not None)
        self.page.setText(page_title(page) if page else _("No page is open"))
        if page:
            self._count(page)

    def _count(self, page: Page) -> None:
        left, doubts = len(unplaced(page)), len(doubtful(page)) + len(doubtful_continuations(page))
        self.state.setText(state_name(page.state))
        self.articles.setText(_("Articles: {count}").format(count=len(page.articles)))
        self.unplaced.setText(_("Lines left: {count}").format(count=left))
        self.doubtful.setText(_("Doubtful joints: {count}").format(count=doubts))
        for label, count in ((self.unplaced, left), (self.doubtful, doubts)):
            label.setStyleSheet("color: palette(bright-text)" if count else "")

    @Slot(bool)
    def show_typing(self, is_typing: bool) -> None:
        self.saved.setText(_("Typing…") if is_typing else _("Everything is saved"))

    @Slot(object, object)
    def _on_changed(self, _changes: object, _initiator: object) -> None:
        self.refresh()
