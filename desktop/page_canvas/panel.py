"""The canvas: shows the selected page, passes what the editor chooses to the selection, what is dropped to the archive."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.bridge import ArchiveBridge
from desktop.page_canvas.bubble import JointBubble
from desktop.page_canvas.choosing import Choice, Drop
from desktop.page_canvas.dump_face import DumpFace
from desktop.page_canvas.head import CanvasHead
from desktop.page_canvas.picture_face import PictureFace
from desktop.page_canvas.pictures import Pictures
from desktop.page_canvas.placement import placement_of
from desktop.page_canvas.view import STEP, CanvasView
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.changes import Changes
from models.domain.line import SourceKind
from models.domain.page import Page, PageState, Source
from models.editing.articles import MoveLines
from models.errors import KnownError
from models.i18n import _
from models.wording import sentence

TYPE = 1.2
"""Size of a dump's type, in sizes of the window's."""


class PageCanvasPanel(QWidget):
    """The heart of the desk."""

    menu_requested = Signal(object)
    """Global QPoint of the context menu that is asked for."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._pictures = Pictures(bridge.archive, runner, self)
        self._dump_face = DumpFace(self.font(), round(self.fontInfo().pixelSize() * TYPE))
        self._picture_face = PictureFace(self.font())
        self.view = CanvasView()
        self.head = CanvasHead()
        self.banner = QLabel(wordWrap=True, margin=10, textFormat=Qt.TextFormat.RichText)
        self.banner.hide()
        self.banner.setObjectName("notice")
        self.bubble = JointBubble(self.view.viewport())
        self._lay_out()
        self._connect()
        self._on_page_changed(selection.page)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.banner):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        nothing = QLabel(_("No page is open. Choose one in the queue, or drop files on the window."), wordWrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setEnabled(False)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(page)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self._selection.page_changed.connect(self._on_page_changed)
        for changed in (self._selection.article_changed, self._selection.lines_changed, self._selection.line_changed):
            changed.connect(self._on_selected)
        self._pictures.came.connect(self._on_picture_came)
        self._pictures.failed.connect(self._on_picture_failed)
        self.view.chosen.connect(self._on_chosen)
        self.view.dropped.connect(self._on_dropped)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.scrolled.connect(self._place_bubble)
        self.view.menu_requested.connect(self.menu_requested)
        for signal, slot in (
            (self.head.zoom_in, self.zoom_in),
            (self.head.zoom_out, self.zoom_out),
            (self.head.fit_page, self.fit_page),
            (self.head.actual_size, self.actual_size),
        ):
            signal.connect(slot)

    # Commands that the shell wires to keys

    def zoom_in(self) -> None:
        self._zoom_by(STEP)

    def zoom_out(self) -> None:
        self._zoom_by(1 / STEP)

    def _zoom_by(self, factor: float) -> None:
        if self.view.face is not None:
            self.view.set_zoom(self.view.face.zoom() * factor)

    def fit_page(self) -> None:
        self.view.fit(whole=True)

    def fit_width(self) -> None:
        self.view.fit(whole=False)

    def actual_size(self) -> None:
        """A dump in its usual type, a PDF page in its printed size, a scan pixel by pixel."""
        self.view.set_zoom(1.0)

    # The page

    def _page(self) -> Page | None:
        return None if self._selection.page is None else self._bridge.page(self._selection.page)

    def _on_page_changed(self, page_id: int | None) -> None:
        page = None if page_id is None else self._bridge.page(page_id)
        self._pictures.forget()
        self.banner.hide()
        self._stack.setCurrentIndex(0 if page is None else 1)
        if page is None:
            self.view.show_face(None, None)
            return
        self._show(page)
        self._show_selected()

    def _show(self, page: Page) -> None:
        placement = placement_of(page)
        face: DumpFace | PictureFace = self._dump_face if page.source.kind is SourceKind.DUMP else self._picture_face
        self.head.show_page(page)
        if page.state is PageState.UNREAD:
            self._say(*_unread_words())
        self.view.show_face(face, placement)

    def _say(self, what: str, remedy: str) -> None:
        self.banner.setText(f"<b>{what}</b><br>{remedy}")
        self.banner.show()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        page = self._page() if self._selection.page in changes.pages else None
        if page is None:
            return
        self._show(page)
        self._show_selected()

    # The selection

    def _on_chosen(self, choice: Choice) -> None:
        self._selection.select_article(choice.article, choice.lines, choice.line)
        self._show_selected()

    def _show_selected(self) -> None:
        selection, page = self._selection, self._page()
        cursor = selection.cursor(page) if page is not None else None
        self.view.show_choice(Choice(selection.article, selection.lines, cursor))
        self._place_bubble()

    def _on_selected(self, _what: object) -> None:
        """Selected elsewhere, the cursor is brought into view."""
        self._show_selected()
        cursor = self.view.choice.line
        if cursor is not None and not self.view.is_choosing:
            self.view.reveal(cursor)

    def _on_dropped(self, lines: tuple[int, ...], drop: Drop) -> None:
        page = self._selection.page
        if page is not None:
            gesture = self._bridge.archive.new_gesture()
            self._bridge.perform(MoveLines(lines, drop.article, drop.before), page, self, gesture)

    # The bubble

    def _place_bubble(self) -> None:
        """At the doubtful joint above the cursor: the one that keys and buttons accept or split."""
        view, face = self.view, self.view.face
        joint = view.placement.doubts.get(view.choice.line or 0) if view.placement is not None else None
        spot = face.joint_spot(joint) if face is not None and joint is not None else None
        if joint is None or spot is None:
            self.bubble.hide()
            return
        self.bubble.show_joint(joint)
        self.bubble.place(view.to_viewport(spot), view.rects_at(joint), QRectF(view.viewport().rect()))

    # Pictures

    def _on_zoomed(self, zoom: float) -> None:
        self.head.show_zoom(zoom)
        self._ask_for_picture()
        self._place_bubble()

    def _ask_for_picture(self) -> None:
        if self.view.face is not self._picture_face or self.view.placement is None:
            return
        sheet = self._picture_face.sheet
        pixels = max(sheet.width(), sheet.height()) * self.devicePixelRatioF()
        if pixels > self._picture_face.sharpness or not self._picture_face.sharpness:
            self._pictures.request(self.view.placement.page.source, pixels)

    def _on_picture_came(self, source: Source, levels: object) -> None:
        if self.view.placement is not None and source == self.view.placement.page.source:
            self._picture_face.show_picture(levels)  # type: ignore[arg-type]
            self.view.viewport().update()

    def _on_picture_failed(self, source: Source, error: KnownError) -> None:
        if self.view.placement is not None and source == self.view.placement.page.source:
            said = sentence(error)
            self._say(said.what, said.remedy)


def _unread_words() -> tuple[str, str]:
    return (
        _("This page has not been read yet: its file holds a picture and no text."),
        _("To cut it into articles, add the same page as a text file or as a PDF with a text layer; the picture stays here."),
    )
