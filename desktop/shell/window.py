"""The main window: panels in docks, notices above the canvas, files dropped on it, its place remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.feedback.notices import Lasting, NoticeBar
from desktop.shell import table
from desktop.shell.actions import Actions, Needs
from desktop.shell.answers import CHOICES, JointAnswers
from desktop.shell.desk import Desk
from desktop.shell.editor import Editor
from desktop.shell.errands import WindowErrands
from desktop.shell.menus import STRIP, fill_menu_bar, tool_bar
from desktop.shell.panels import Docks, Panels
from desktop.shell.review import ReviewLoop
from desktop.shell.status import StatusBar
from desktop.titles import page_title
from models.domain.page import Page, PageState
from models.i18n import _

DOCKS = 3
"""Counts up when docks come or go: a layout that does not know them would put them anywhere."""


class MainWindow(QMainWindow):
    preferred = Signal(object)
    """Preferences that the user has chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("desk")
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.panels = Panels.of(desk)
        self.notices = NoticeBar()
        self.setCentralWidget(_stacked(self.notices, self.panels.canvas))
        self.docks = Docks(self.panels, self)
        self.editor = Editor(desk.bridge, desk.selection, self)
        self.review = ReviewLoop(desk.bridge, desk.selection, self.editor)
        errands = self.errands = WindowErrands(self, desk, self.panels, self.docks, self.editor, self.notices)
        answers = JointAnswers(desk.bridge, self.editor, self.review, lambda: self.panels.canvas.joint)
        self.actions_table = Actions(table.specs(errands, self.editor, self.review, answers), desk.settings.keys(), self)
        errands.actions = self.actions_table
        errands.preferred.connect(self.preferred)
        self._fill_frame()
        self._connect()
        self._restore()
        self._refresh()

    def _fill_frame(self) -> None:
        desk = self._desk
        self.addActions([action for _spec, action in self.actions_table])
        fill_menu_bar(self.menuBar(), self.actions_table, self.docks.switches())
        self.addToolBar(tool_bar(self.actions_table, self))
        known = self.actions_table
        others = (known[f"other_choice_{place + 1}"] for place in range(CHOICES))
        self.panels.canvas.bubble.offer(known["accept"], known["refuse"], others)
        self.panels.canvas.tools.offer((name, self.actions_table[f"tool_{name}"]) for name in STRIP)
        status = StatusBar(desk.bridge, desk.selection, desk.runner)
        self.panels.form.typing_changed.connect(status.show_typing)
        self.setStatusBar(status)

    def _connect(self) -> None:
        bridge = self._desk.bridge
        bridge.changed.connect(self._on_changed)
        bridge.refused.connect(self.notices.refuse)
        self._desk.selection.page_changed.connect(self._refresh)
        self._desk.selection.page_changed.connect(self.notices.leave_page)
        self._desk.learning.serve(self.panels.learning)
        self.review.closed.connect(self._on_page_closed)
        self.review.settled.connect(self._on_page_settled)
        self.review.done.connect(self._on_review_done)
        self.review.foreseen.connect(self.panels.canvas.expect)

    def _restore(self) -> None:
        geometry, state = self._desk.settings.layout()
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            self.restoreState(state, DOCKS)
            self.docks.refresh_titles()
        self._fit_screen()

    def _fit_screen(self) -> None:
        """A window that was larger, or elsewhere, on the screens of another day."""
        if self.isMaximized() or self.isFullScreen():
            return
        screen = QGuiApplication.screenAt(self.geometry().center()) or self.screen()
        title_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        room, frame = screen.availableGeometry().adjusted(0, title_bar, 0, 0), self.geometry()
        frame.setSize(frame.size().boundedTo(room.size()))
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        frame.moveTopLeft(QPoint(max(frame.left(), room.left()), max(frame.top(), room.top())))
        if frame != self.geometry():
            self.setGeometry(frame)

    def save_layout(self) -> None:
        self._desk.settings.save_layout(self.saveGeometry(), self.saveState(DOCKS))

    @property
    def page(self) -> Page | None:
        return self.editor.page

    @Slot(object, object)
    def _on_changed(self, _changes: object, initiator: object) -> None:
        if initiator is not None:
            # What an import or the tagger adds on its own outdates nothing that was said.
            self.notices.outdate()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        page = self.page
        self.setWindowTitle(_("{page} — Jianbao").format(page=page_title(page)) if page else _("Jianbao"))
        self.actions_table.enable(self._is_possible)

    def _is_possible(self, need: Needs) -> bool:
        archive, page = self._desk.bridge.archive, self.page
        match need:
            case Needs.NOTHING:
                return True
            case Needs.PAGE:
                return page is not None
            case Needs.OPEN_PAGE:
                return page is not None and page.state in (PageState.OPEN, PageState.UNREAD)
            case Needs.CLOSED_PAGE:
                return page is not None and page.state in (PageState.FINISHED, PageState.DELETED)
            case Needs.PICTURE:
                return page is not None and page.source.height > 0 and bool(page.lines)
            case Needs.SCAN:
                return page is not None and page.source.height > 0
            case Needs.LINES:
                return page is not None and bool(page.lines) and page.state is not PageState.DELETED
            case Needs.UNDO:
                return archive.can_undo()
            case Needs.REDO:
                return archive.can_redo()

    @Slot(str, bool)
    def _on_page_closed(self, words: str, stays: bool) -> None:
        self.notices.tell(words, _("Undo"), self.editor.undo, stays, Lasting.UNTIL_CHANGE)

    @Slot()
    def _on_page_settled(self) -> None:
        said = _("No doubtful joint is left on this page.")
        self.notices.tell(said, _("Finish page"), self.review.finish, lasting=Lasting.ON_PAGE)

    @Slot()
    def _on_review_done(self) -> None:
        self.notices.tell(_("No doubtful joint is left on any page."), lasting=Lasting.UNTIL_CHANGE)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "actions_table"):
            self.actions_table.refresh_icons()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._desk.importing.start(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends no work: a window in another language may follow, and when none does, the desk ends it."""
        self._desk.bridge.typing_interrupted.emit(self)
        self.save_layout()
        super().closeEvent(event)


def _stacked(notices: NoticeBar, canvas: QWidget) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(notices)
    layout.addWidget(canvas, 1)
    return whole
