"""The canvas: shows the selected page, passes what the editor chooses to the selection, what is dropped to the archive."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.bridge import ArchiveBridge
from desktop.page_canvas.bubble import JointBubble
from desktop.page_canvas.bubble_place import top_of
from desktop.page_canvas.choosing import Choice, Drop
from desktop.page_canvas.dump_face import DumpFace
from desktop.page_canvas.grid import Tile
from desktop.page_canvas.head import CanvasHead
from desktop.page_canvas.picture_face import PictureFace
from desktop.page_canvas.pictures import Pictures
from desktop.page_canvas.placement import placement_of
from desktop.page_canvas.spots import Spots
from desktop.page_canvas.tiles import subject_of
from desktop.page_canvas.tools.strip import ToolStrip
from desktop.page_canvas.tools.tool import ToolName
from desktop.page_canvas.view import STEP, CanvasView
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.changes import Changes
from models.domain.joint import Joint
from models.domain.line import SourceKind
from models.domain.page import Page, PageState
from models.editing.articles import MoveLines
from models.editing.edit import Edit
from models.errors import KnownError
from models.i18n import _
from models.wording import sentence

LEAST = 600
"""Pixels of the longer side of a first sight, also where the window has not got its size yet."""

SETTLED = 1000
"""Milliseconds in one place after which it is remembered."""

TYPE = 1.2
"""Size of a dump's type, in sizes of the window's."""


class PageCanvasPanel(QWidget):
    """The heart of the desk."""

    read_requested = Signal()
    """The page in view shall be read."""
    menu_requested = Signal(object)
    """Global QPoint of the context menu that is asked for."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self.pictures = Pictures(bridge.archive.scans, runner, self)
        self._spots = Spots(bridge.archive.folder)
        self._shown: int | None = None
        """Id of the page in view."""
        self._asked: int | None = None
        """The line whose joint was asked about."""
        self._is_returning = False
        """The page comes back to where it was left, and nothing else moves it in this turn of the event loop."""
        self._leaving = QTimer(self, singleShot=True, interval=SETTLED)
        self._leaving.timeout.connect(self._keep_spot)
        self._dump_face = DumpFace(self.font(), round(self.fontInfo().pixelSize() * TYPE))
        self._picture_face = PictureFace(self.font(), self.pictures)
        self.view = CanvasView()
        self.head = CanvasHead()
        self.tools = ToolStrip()
        self.head.hold(self.tools)
        self.banner = QLabel(wordWrap=True, margin=10, textFormat=Qt.TextFormat.RichText)
        self.banner.hide()
        self.banner.setObjectName("notice")
        self.read_now = QPushButton(_("Read now"))
        self.read_now.hide()
        self.read_now.clicked.connect(self.read_requested)
        self.bubble = JointBubble(self.view.viewport())
        self._lay_out()
        self._connect()
        self._on_page_changed(selection.page)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        said = QHBoxLayout()
        said.addWidget(self.banner, 1)
        said.addWidget(self.read_now)
        column.addLayout(said)
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
        selection = self._selection
        for changed in (selection.article_changed, selection.lines_changed, selection.line_changed, selection.photo_changed):
            changed.connect(self._on_selected)
        self.pictures.came.connect(self._on_picture_came)
        self.pictures.sharpened.connect(self._on_sharpened)
        self.pictures.failed.connect(self._on_picture_failed)
        self.view.chosen.connect(self._on_chosen)
        self.view.dropped.connect(self._on_dropped)
        self.view.edited.connect(self._on_edited)
        self.view.tool_changed.connect(self._on_tool_changed)
        self.view.zoomed.connect(self._on_zoomed)
        self.bubble.pointed.connect(self.view.show_pointed)
        self.view.scrolled.connect(self._on_scrolled)
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

    def use_tool(self, name: ToolName) -> None:
        """Takes a tool in hand, or puts it away when it is; a dump has only the one for choosing."""
        held = self.view.pointer.tool.name is name
        picture = self.view.face is self._picture_face
        self.view.pointer.use(name if picture and not held else ToolName.CHOOSE)
        self.view.setFocus()

    # The page

    def _page(self) -> Page | None:
        return None if self._selection.page is None else self._bridge.page(self._selection.page)

    def _on_page_changed(self, page_id: int | None) -> None:
        self._keep_spot()
        self._asked = None
        page = None if page_id is None else self._bridge.page(page_id)
        self._shown = page_id
        self.banner.hide()
        self._stack.setCurrentIndex(0 if page is None else 1)
        if page is None:
            self.view.show_face(None, None)
            self.pictures.show(None, None, 0)
            return
        if page.source.kind is SourceKind.DUMP:
            self.pictures.show(None, None, 0)
        self._show(page)
        self._return_to(page)
        self._show_selected()

    def _return_to(self, page: Page) -> None:
        """A picture is shown where it was left; one that was never seen is shown whole, or as wide as the last one."""
        if self.view.face is not self._picture_face:
            return
        spot = self._spots.get(page.id)
        if spot is None:
            self.view.fit(whole=self._picture_face.fits is not False)
            return
        self.view.go_to(spot)
        self._is_returning = True
        QTimer.singleShot(0, self, self._on_returned)

    def _on_returned(self) -> None:
        self._is_returning = False

    def _keep_spot(self) -> None:
        self._leaving.stop()
        spot = self.view.spot() if self.view.face is self._picture_face else None
        if self._shown is not None and spot is not None:
            self._spots.put(self._shown, spot)

    def expect(self, page_id: int) -> None:
        """The picture of a page that will probably be looked at next is fetched ahead."""
        page = self._bridge.page(page_id)
        if page.source.kind is not SourceKind.DUMP:
            self.pictures.expect(subject_of(page, self.devicePixelRatioF()))

    def _show(self, page: Page) -> None:
        placement = placement_of(page)
        face: DumpFace | PictureFace = self._dump_face if page.source.kind is SourceKind.DUMP else self._picture_face
        self.head.show_page(page)
        was_unread, is_unread = self.read_now.isVisibleTo(self), page.state is PageState.UNREAD
        if is_unread:
            self._say(*_unread_words())
        elif was_unread:
            self.banner.hide()
        self.read_now.setVisible(is_unread)
        self.tools.setVisible(face is self._picture_face and bool(page.lines))
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
        if choice.photo is not None:
            self._selection.select_photo(choice.photo, choice.article)
        else:
            self._selection.select_article(choice.article, choice.lines, choice.line)
        self._show_selected()

    def _show_selected(self) -> None:
        selection, page = self._selection, self._page()
        cursor = selection.cursor(page) if page is not None and selection.photo is None else None
        self.view.show_choice(Choice(selection.article, selection.lines, cursor, selection.photo))
        self._place_bubble()

    def _on_selected(self, _what: object) -> None:
        """Selected elsewhere, the cursor is brought into view."""
        self._show_selected()
        cursor = self.view.choice.line
        if cursor is not None and not self.view.is_choosing and not self._is_returning:
            self.view.reveal(cursor)
            self._uncover()

    def _on_dropped(self, lines: tuple[int, ...], drop: Drop) -> None:
        page = self._selection.page
        if page is not None:
            gesture = self._bridge.archive.new_gesture()
            self._bridge.perform(MoveLines(lines, drop.article, drop.before), page, self, gesture)

    def _on_edited(self, edit: Edit, lines: tuple[int, ...] | None) -> None:
        """A tool's edit, a step of undo of its own; `lines` are selected then."""
        page = self._selection.page
        if page is not None and self._bridge.perform(edit, page, self, self._bridge.archive.new_gesture()) and lines:
            home = self._bridge.page(page).article_of_line(lines[0])
            assert self.view.placement is not None
            ordered = self.view.placement.in_reading_order(lines)
            self._selection.select_article(home.id if home is not None else None, ordered)

    def _on_tool_changed(self, _name: object) -> None:
        self.tools.show_tool(self.view.pointer.tool)
        self._place_bubble()

    # The bubble

    @property
    def joint(self) -> Joint | None:
        """The joint in question: the doubtful one above the cursor, or one that was asked about."""
        placement, line = self.view.placement, self.view.choice.line
        if placement is None or line is None:
            return None
        return placement.doubts.get(line) or (placement.joints.get(line) if line == self._asked else None)

    def ask(self) -> bool:
        """Shows why the line with the cursor stands where it does, or no more; whether anything is claimed of it."""
        placement, line = self.view.placement, self.view.choice.line
        if placement is None or line not in placement.joints:
            return False
        self._asked = None if line == self._asked else line
        self._place_bubble()
        return True

    def _place_bubble(self) -> None:
        """At the joint in question: the one that keys and buttons accept or refuse."""
        view, face, joint = self.view, self.view.face, self.joint
        spot = face.joint_spot(joint) if face is not None and joint is not None else None
        # A tool in hand needs the page under it.
        if joint is None or spot is None or view.pointer.tool.name is not ToolName.CHOOSE:
            self.bubble.hide()
            return
        self.bubble.show_joint(joint, view.placement.page.line_map() if view.placement else {})
        self.bubble.place(view.to_viewport(spot), view.rects_at(joint), QRectF(view.viewport().rect()))

    def _uncover(self) -> None:
        """Scrolls the lines at the joint to the top where the bubble would lie on them."""
        joint = self.joint
        if joint is not None and self.bubble.isVisible() and self.bubble.covers:
            first = QPointF(0, top_of(self.view.rects_at(joint)))
            self.view.scroll_to(self.view.to_content(first), QPointF(0, 0))

    # Pictures

    def _on_zoomed(self, zoom: float) -> None:
        self.head.show_zoom(zoom)
        self._look()
        self._place_bubble()

    def _on_scrolled(self) -> None:
        self._look()
        self._place_bubble()

    def _look(self) -> None:
        """Asks for the picture as far as it is in view."""
        view, face = self.view, self._picture_face
        if view.face is not face or view.placement is None:
            return
        ratio = self.devicePixelRatioF()
        side = max(LEAST, math.ceil(face.fitting_side(QSizeF(view.viewport().size())) * ratio))
        self.pictures.show(face.subject(ratio), face.grid(ratio), side)
        self.pictures.want([*view.loupe.tiles(ratio), *face.tiles(view.seen(), ratio)])
        self._leaving.start()

    def is_sharp(self) -> bool:
        """Whether all of the picture that is in view has come."""
        return self._picture_face.is_sharp(self.view.seen(), self.devicePixelRatioF())

    def _on_picture_came(self) -> None:
        self._look()
        self.view.viewport().update()

    def _on_sharpened(self, tile: Tile) -> None:
        if self.view.loupe.is_held:
            self.view.viewport().update()
        else:
            self.view.update_content(self._picture_face.tile_rect(tile, self.devicePixelRatioF()))

    def _on_picture_failed(self, error: KnownError) -> None:
        said = sentence(error)
        self._say(said.what, said.remedy)


def _unread_words() -> tuple[str, str]:
    return (
        _("This page has not been read yet: its file holds a picture and no text."),
        _("Have it read now: the text is found in the picture, and the page is cut into articles."),
    )
