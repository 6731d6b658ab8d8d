"""The review loop: from doubtful joint to doubtful joint, from page to page, the worst first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.shell import commands
from desktop.shell.editor import Editor
from desktop.titles import page_title
from models.domain.label import Verdict
from models.domain.page import Page, PageState, PageSummary
from models.editing.pages import FinishPage
from models.errors import KnownError, LinesLeft
from models.i18n import _

CALM = 400
"""Milliseconds after a page was opened in which nothing else is done."""


def worst_first(pages: list[PageSummary]) -> list[PageSummary]:
    """The open pages, the one with the most to decide first."""
    waiting = [page for page in pages if page.state is PageState.OPEN]
    return sorted(waiting, key=lambda page: page.urgency, reverse=True)


class ReviewLoop(QObject):
    closed = Signal(str, bool)
    """In words, that a page was finished or deleted, and whether something on it was left open; the next one is opened."""
    foreseen = Signal(int)
    """Id of the page that comes next, while the editor reads this one."""
    settled = Signal()
    """The last doubtful joint of the page was accepted; the page stays in view, so that it can be finished."""
    done = Signal()
    """No doubtful joint is left on any open page."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, editor: Editor) -> None:
        super().__init__(editor)
        self._bridge = bridge
        self._selection = selection
        self._editor = editor
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._look_ahead)
        bridge.refused.connect(self._on_refused)
        selection.page_changed.connect(self._on_page_changed)

    def next_article(self) -> None:
        self._step_article(1)

    def previous_article(self) -> None:
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        page = self._editor.page
        beside = commands.neighbour(page, self._selection.article, step) if page else None
        if beside is not None:
            self._selection.select_article(beside)

    def next_doubt(self) -> None:
        """The next doubtful joint of this page, then of the next page in the queue."""
        if not self.next_doubt_here() and not self._next_doubtful_page():
            self.done.emit()

    def next_doubt_here(self) -> bool:
        """The next doubtful joint of this page; whether there is one."""
        page = self._editor.page
        doubt = commands.next_doubt(page, self._editor.chosen) if page else None
        if page and doubt:
            self._look_at(page, doubt)
        return doubt is not None

    def accept(self) -> None:
        """The doubtful joint in view holds, or the link to another page; on to the next one of the page."""
        page = self._editor.page
        doubt = commands.current_doubt(page, self._editor.chosen) if page else None
        if page and doubt and not self._bridge.perform(commands.judge(doubt, Verdict.ACCEPTED), page.id, self):
            return
        now = self._editor.page
        if doubt and now and commands.current_doubt(now, self._editor.chosen):
            # Another doubt stands at the same line.
            return
        if doubt is None:
            self.next_doubt()
        elif not self.next_doubt_here():
            self.settled.emit()

    def finish(self) -> None:
        """The page is done; on to the worst page that is open, in a turn of its own."""
        page = self._editor.page
        if page and self._bridge.perform(FinishPage(), page.id, self):
            self.closed.emit(*_finished_words(page))
            QTimer.singleShot(0, self, self.open_worst)

    def delete_page(self) -> None:
        """The page goes out of sight, until it is restored; on to the worst page that is open."""
        page = self._editor.page
        if page and self._editor.delete_page():
            self.closed.emit(_("Deleted: {page}. Ctrl+Z brings it back.").format(page=page_title(page)), False)
            QTimer.singleShot(0, self, self.open_worst)

    def open_worst(self) -> None:
        waiting = worst_first(self._bridge.pages())
        if waiting:
            self._selection.select_page(waiting[0].id)

    def _next_doubtful_page(self) -> bool:
        for summary in worst_first(self._bridge.pages()):
            page = self._bridge.page(summary.id)
            if commands.doubts(page) and page.id != self._selection.page:
                self._selection.select_page(page.id)
                self.next_doubt()
                return True
        return False

    def _look_at(self, page: Page, doubt: commands.Doubt) -> None:
        line = commands.doubtful_line(doubt)
        home = page.article_of_line(line)
        assert home is not None, "a claim in doubt holds, so its line is in an article"
        self._selection.select_article(home.id, (line,), line)

    @Slot(object)
    def _on_page_changed(self, page_id: int | None) -> None:
        if page_id is None:
            self._calm.stop()
        else:
            self._calm.start()

    @Slot()
    def _look_ahead(self) -> None:
        """Reads the page that comes next while the editor reads this one."""
        upcoming = [page for page in worst_first(self._bridge.pages()) if page.id != self._selection.page]
        if upcoming:
            self._bridge.page(upcoming[0].id)
            self._bridge.findings(upcoming[0].id)
            self.foreseen.emit(upcoming[0].id)

    @Slot(object)
    def _on_refused(self, error: KnownError) -> None:
        if isinstance(error, LinesLeft):
            self._selection.select_article(None, error.lines)


def _finished_words(page: Page) -> tuple[str, bool]:
    """That `page`, as it was before, is finished; and whether there are joints on it that nobody looked at."""
    left = len(commands.doubts(page))
    if not left:
        return _("Finished: {page}.").format(page=page_title(page)), False
    said = _("Finished: {page}. Doubtful joints that were not looked at: {count}. Ctrl+Z brings the page back.")
    return said.format(page=page_title(page), count=left), True
