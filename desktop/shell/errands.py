"""What actions ask of the window: to open dialogs, and to pass commands on to the panels."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMainWindow

from desktop.dialogs.about import AboutDialog
from desktop.dialogs.export import ExportDialog, ExportRequest
from desktop.dialogs.files import folder_dialog, opening_dialog
from desktop.dialogs.import_summary import ImportSummary, headline_of
from desktop.dialogs.key_sheet import KeySheet, Section
from desktop.dialogs.key_table import Keyed
from desktop.dialogs.page_header import PageHeaderDialog
from desktop.dialogs.preferences import Preferences, PreferencesDialog
from desktop.feedback.notices import Lasting, NoticeBar
from desktop.page_canvas.tools.tool import ToolName
from desktop.shell import commands
from desktop.shell.actions import Actions, Menu
from desktop.shell.desk import Desk
from desktop.shell.editor import Editor
from desktop.shell.exporting import result
from desktop.shell.menus import context_menu, page_menu, role_menu
from desktop.shell.palette import CommandPalette
from desktop.shell.panels import Docks, Panels
from models.archive import ImportReport
from models.errors import EditRefused
from models.exporting.csv_file import ExportReport
from models.i18n import _
from models.importing.rereading import Reader
from models.wording import left_files

_NAMED = 3
"""Files of each broken-off batch that a notice names."""


class WindowErrands(QObject):
    preferred = Signal(object)
    """Preferences that the user has chosen."""

    def __init__(
        self, window: QMainWindow, desk: Desk, panels: Panels, docks: Docks, editor: Editor, notices: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._panels, self._docks = window, desk, panels, docks
        self._editor, self._notices = editor, notices
        self.actions: Actions | None = None
        desk.importing.finished.connect(self._on_imported)
        desk.rereading.done.connect(notices.tell)
        desk.resegmenting.done.connect(self._on_segmented)
        panels.canvas.read_requested.connect(self.read_again)
        desk.exporting.finished.connect(self._on_exported)
        desk.exporting.failed.connect(notices.refuse)
        panels.canvas.view.carried.connect(self._on_carried)
        panels.canvas.menu_requested.connect(self._on_menu_requested)
        panels.articles.menu_requested.connect(self._on_menu_requested)
        panels.queue.menu_requested.connect(self._on_page_menu_requested)

    # Files in and out

    def import_files(self) -> None:
        dialog = opening_dialog(self._window, _("Import files"), str(Path.home()), _files_filter())
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def import_folder(self) -> None:
        dialog = folder_dialog(self._window, _("Import folder"), str(Path.home()))
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    @Slot(list)
    def _on_files_selected(self, files: list[str]) -> None:
        self._desk.importing.start([Path(file) for file in files])

    @Slot(object)
    def _on_imported(self, report: ImportReport) -> None:
        if self._desk.selection.page is None:
            self._desk.open_worst()
        if report.left:
            self._notices.tell(left_files(len(report.left)), _("Go on"), self._desk.importing.go_on, stays=True)
        elif report.failed or report.already_there or report.broken or report.skipped:
            self._notices.tell(headline_of(report), _("Details…"), lambda: ImportSummary(report, self._window).open())
        elif report.pages:
            self._notices.tell(headline_of(report))
        if report.left or report.failed or report.broken:
            ImportSummary(report, self._window).appear()

    def offer_to_go_on(self) -> None:
        """With what an earlier run began to import and did not end."""
        batches = self._desk.importing.broken_off().values()
        if batches:
            paths = [path for batch in batches for path in batch.paths]
            names = ", ".join(path.name for path in paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")
            what = _("An import was broken off: {names}. What was read until then is not read again.").format(names=names)
            self._notices.tell(what, _("Go on"), self._desk.importing.go_on, stays=True)

    def export(self) -> None:
        now = datetime.datetime.now().astimezone()
        file = self._desk.settings.export_folder / _("Jianbao {date}.csv").format(date=f"{now:%Y-%m-%d %H%M}")
        dialog = ExportDialog(self._desk.exporting.scopes(self._editor.page), file, self._window)
        dialog.requested.connect(self._on_export_requested)
        dialog.open()

    @Slot(object)
    def _on_export_requested(self, request: ExportRequest) -> None:
        self._desk.settings.export_folder = request.path.parent
        self._desk.exporting.start(request)

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        folder = QUrl.fromLocalFile(str(report.path.parent))
        self._notices.tell(result(report), _("Show folder"), lambda: QDesktopServices.openUrl(folder))

    # The program itself

    def preferences(self) -> None:
        settings = self._desk.settings
        places = settings.language, settings.theme, self._desk.folder
        now = Preferences(*places, settings.keys(), settings.split_folds, settings.learns)
        keyed = [Keyed(spec.id, spec.text, spec.keys[0] if spec.keys else "") for spec, _action in self._table]
        dialog = PreferencesDialog(now, keyed, self._window)
        dialog.requested.connect(self.preferred)
        dialog.open()

    def quit(self) -> None:
        self._window.close()

    def palette_of_commands(self) -> None:
        palette = CommandPalette(self._table, self._window)
        palette.chosen.connect(QAction.trigger)
        frame = self._window.geometry()
        palette.move(frame.center().x() - palette.width() // 2, frame.top() + frame.height() // 8)
        palette.show()

    def key_sheet(self) -> None:
        KeySheet(_sections(self._table), self._window).open()

    def about(self) -> None:
        AboutDialog(self._window).open()

    def reset_layout(self) -> None:
        self._docks.arrange()

    # The page

    def describe_page(self) -> None:
        page = self._editor.page
        if page:
            dialog = PageHeaderDialog(page.header, self._window)
            dialog.requested.connect(self._editor.describe)
            dialog.open()

    def read_again(self) -> None:
        """By text recognition; where an editor has been at work, beside what stands there."""
        self._read_by(Reader.RECOGNISER, replace=False)

    def read_text_layer(self) -> None:
        self._read_by(Reader.TEXT_LAYER, replace=True)

    def read_by_recognition(self) -> None:
        self._read_by(Reader.RECOGNISER, replace=True)

    def _read_by(self, reader: Reader, replace: bool) -> None:
        if self._editor.page:
            self._desk.rereading.read_page(self._editor.page, reader, replace)

    def read_block_again(self) -> None:
        page, chosen = self._editor.page, self._editor.chosen
        outline = commands.block_outline(page, chosen) if page else None
        if page and outline:
            self._desk.rereading.read_block(page, outline)
        else:
            self._notices.refuse(EditRefused("no_such_lines"))

    def ask_why(self) -> None:
        """Of the joint at the cursor, also a sure one."""
        if not self._panels.canvas.ask():
            self._notices.refuse(EditRefused("no_joint_here"))

    def segment_again(self) -> None:
        """The page in view, also a finished one: it was asked for."""
        if self._editor.page:
            self._desk.resegmenting.segment(self._editor.page.id)

    def segment_open_pages(self) -> None:
        """As after the segmenter has learned."""
        self._desk.resegmenting.segment_open()

    @Slot(str, bool)
    def _on_segmented(self, words: str, changed: bool) -> None:
        self._notices.tell(words, _("Undo"), self._editor.undo if changed else None, lasting=Lasting.UNTIL_CHANGE)

    def next_page(self) -> None:
        self._panels.queue.select_next()

    def previous_page(self) -> None:
        self._panels.queue.select_previous()

    def find_page(self) -> None:
        self._panels.queue.focus_filter()

    def edit_title(self) -> None:
        self._docks.show_form()
        self._panels.form.edit_title()

    def edit_tags(self) -> None:
        self._docks.show_form()
        self._panels.form.edit_tags()

    def edit_line(self) -> None:
        self._docks.show_proofreading()
        self._panels.proofreading.edit_line()

    def choose_role(self) -> None:
        role_menu(self._table, self._window).popup(QCursor.pos())

    def back_to_page(self) -> None:
        self._panels.canvas.setFocus()

    def use_tool(self, name: ToolName) -> None:
        self._panels.canvas.use_tool(name)

    def zoom_in(self) -> None:
        self._panels.canvas.zoom_in()

    def zoom_out(self) -> None:
        self._panels.canvas.zoom_out()

    def fit_page(self) -> None:
        self._panels.canvas.fit_page()

    def fit_width(self) -> None:
        self._panels.canvas.fit_width()

    def actual_size(self) -> None:
        self._panels.canvas.actual_size()

    @Slot(object, bool)
    def _on_carried(self, place: QPoint | None, let_go: bool) -> None:
        """Lines of the canvas held over a card, or let go there."""
        article = self._panels.articles.point_out(place)
        if let_go:
            self._panels.articles.point_out(None)
        if let_go and article is not None:
            self._editor.give_to(article)

    @Slot(object)
    def _on_menu_requested(self, place: QPoint) -> None:
        context_menu(self._table, self._window).popup(place)

    @Slot(object)
    def _on_page_menu_requested(self, place: QPoint) -> None:
        page_menu(self._table, self._window).popup(place)

    @property
    def _table(self) -> Actions:
        assert self.actions is not None, "the window sets it when the table is made"
        return self.actions


def _files_filter() -> str:
    readable = "*.txt *.md *.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp"
    return _("Pages ({patterns})").format(patterns=readable) + ";;" + _("All files (*)")


def _sections(actions: Actions) -> list[Section]:
    titles = {
        Menu.REVIEW: _("Review"),
        Menu.ARTICLE: _("Article"),
        Menu.LINES: _("Lines"),
        Menu.BLOCKS: _("Blocks"),
        Menu.DIGIT: _("Give lines to articles"),
        Menu.PAGE: _("Page"),
        Menu.EDIT: _("Edit"),
        Menu.FILE: _("File"),
        Menu.VIEW: _("View"),
        Menu.HELP: _("Help"),
    }
    rows: dict[Menu, list[tuple[str, list[QKeySequence]]]] = {menu: [] for menu in titles}
    for spec, action in actions:
        if spec.menu in rows and action.shortcuts():
            rows[spec.menu].append((spec.text, action.shortcuts()))
    return [(title, rows[menu]) for menu, title in titles.items() if rows[menu]]
