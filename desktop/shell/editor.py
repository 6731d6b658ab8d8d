"""Makes the edits that keys and menus ask for on the page in view, and keeps the selection on what they touched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.bridge import ArchiveBridge
from desktop.selection import Selection
from desktop.shell import commands
from desktop.shell.commands import Chosen
from models.changes import Changes
from models.domain.issue import Part
from models.domain.page import Header, Page
from models.domain.role import Role
from models.editing.edit import Edit
from models.editing.pages import DeletePage, DescribePage, ReopenPage
from models.errors import EditRefused

Command = Callable[[Page, Chosen], Edit]

PAUSE = 700
"""Milliseconds to wait for a second digit where there are articles with two."""


class Editor(QObject):
    """Make it after the panels: they show the new state first, then the selection moves."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._digits = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_digits_typed)
        bridge.changed.connect(self._on_changed)
        selection.page_changed.connect(self._on_page_changed)

    @property
    def page(self) -> Page | None:
        return None if self._selection.page is None else self._bridge.page(self._selection.page)

    @property
    def chosen(self) -> Chosen:
        page = self.page
        cursor = self._selection.cursor(page) if page is not None else None
        return Chosen(self._selection.article, self._selection.lines, cursor, self._selection.photo)

    def perform(self, command: Command) -> bool:
        """Whether the command's edit was made; when not, the bridge has said why."""
        page = self.page
        if page is None:
            return False
        try:
            edit = command(page, self.chosen)
        except EditRefused as error:
            self._bridge.refused.emit(error)
            return False
        return self._bridge.perform(edit, page.id, self)

    def split(self) -> None:
        """The new article is in hand, from the cursor on, with the block that it begins with."""
        if self.perform(commands.split):
            self._hold_block()

    def merge_with_next(self) -> None:
        self.perform(commands.merge_with_next)

    def merge_with_previous(self) -> None:
        """The article before stays, so it is the one in hand."""
        page = self.page
        previous = commands.neighbour(page, self._selection.article, -1) if page is not None else None
        if self.perform(commands.merge_with_previous):
            self._hold(previous)

    def merge_with(self, other: int) -> None:
        """Makes one article of the selected one and `other`, an id; it is in hand then."""
        if self.perform(lambda page, chosen: commands.merge_with(page, chosen, other)):
            self._hold(other)

    def _hold(self, article: int | None) -> None:
        """Selects an article if it is still there, and leaves lines and cursor as they are."""
        page = self.page
        if page is not None and article is not None and page.article(article) is not None:
            self._selection.select_article(article, self._selection.lines, self._selection.line)

    def follow_link(self) -> None:
        """To the part of the article on another page, at the cut; from the last part back to the first."""
        page = self.page
        if page is None:
            return
        try:
            part, line = commands.other_half(page, self.chosen, self._bridge.links(page.id))
        except EditRefused as error:
            self._bridge.refused.emit(error)
            return
        self._selection.select_page(part.page.id)
        self._selection.select_article(part.article.id, (line,), line)

    def link_to(self, rest: Part) -> None:
        """The selected article goes on in one of another page."""
        self.perform(lambda page, chosen: commands.link(page, chosen, rest))

    def unlink(self) -> None:
        """The selected article and its other half are two articles."""
        page = self.page
        if page is None:
            return
        try:
            where, edit = commands.unlink(page, self.chosen, self._bridge.links(page.id))
        except EditRefused as error:
            self._bridge.refused.emit(error)
        else:
            self._bridge.perform(edit, where, self)

    def rest_of_issue(self) -> list[Page]:
        """The other pages of the same paper and day."""
        page = self.page
        issue = self._bridge.archive.issue(page.header) if page is not None else []
        return [self._bridge.page(other.id) for other in issue if page is not None and other.id != page.id]

    def cut_out(self) -> None:
        self.perform(commands.cut_out)

    def release(self) -> None:
        self.perform(commands.release)

    def dissolve(self) -> None:
        self.perform(commands.dissolve)

    def move_up(self) -> None:
        self.perform(lambda page, chosen: commands.reorder(page, chosen, -1))

    def move_down(self) -> None:
        self.perform(lambda page, chosen: commands.reorder(page, chosen, 1))

    def join_blocks(self) -> None:
        """The block that they make is selected."""
        if self.perform(commands.join_blocks):
            self._hold_block()

    def cut_block(self) -> None:
        """What begins at the cursor is selected."""
        if self.perform(commands.cut_block):
            self._hold_block()

    def move_block(self, step: int) -> None:
        self.perform(lambda page, chosen: commands.move_block(page, chosen, step))

    def _hold_block(self) -> None:
        """Selects the block with the cursor."""
        page, cursor = self.page, self.chosen.line
        block = page.block_of_line(cursor) if page is not None and cursor is not None else None
        if block is not None:
            self._selection.select_lines(block.lines, cursor)

    def set_role(self, role: Role) -> None:
        self.perform(lambda page, chosen: commands.set_role(page, chosen, role))

    def give(self, number: int) -> None:
        """Gives the selected lines to the article shown as `number`."""
        self.perform(lambda page, chosen: commands.give(page, chosen, number))

    def give_to(self, article: int) -> None:
        """Gives the selected lines to an article by its id."""
        ids = [other.id for other in self.page.articles] if self.page is not None else []
        if article in ids:
            self.give(ids.index(article) + 1)

    def type_digit(self, digit: int) -> None:
        """One digit of an article's number; waits for the next one where it could be meant."""
        self._digits += str(digit)
        page, number = self.page, int(self._digits)
        if page is None or not number or number * 10 > len(page.articles):
            self._on_digits_typed()
        else:
            self._pause.start()

    def describe(self, header: Header) -> None:
        self.perform(lambda _page, _chosen: DescribePage(header))

    def delete_page(self) -> bool:
        return self.perform(lambda _page, _chosen: DeletePage())

    def reopen_page(self) -> None:
        self.perform(lambda _page, _chosen: ReopenPage())

    def undo(self) -> None:
        self._bridge.undo(_TURN)

    def redo(self) -> None:
        self._bridge.redo(_TURN)

    @Slot()
    def _on_digits_typed(self) -> None:
        self._pause.stop()
        number, self._digits = int(self._digits), ""
        self.give(number or 10)

    @Slot(object)
    def _on_page_changed(self, _page_id: object) -> None:
        """A page opens on its first article, so that its fields are seen; in a turn of its own, for both take time."""
        QTimer.singleShot(0, self, self._select_first)

    def _select_first(self) -> None:
        page = self.page
        if page is not None and page.articles and self.chosen == Chosen():
            self._selection.select_article(page.articles[0].id)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is _TURN:
            self._selection.select_page(changes.page)
        page = self.page
        if page is not None and page.id in changes.pages:
            self._follow(page)

    def _follow(self, page: Page) -> None:
        """Selects the article that the cursor's line is in now, or one that is still there."""
        photo = next((photo for photo in page.photos if photo.id == self._selection.photo), None)
        if photo is not None:
            self._selection.select_photo(photo.id, photo.article)
            return
        # Another reading may have fewer lines.
        there = page.line_map()
        lines = tuple(number for number in self._selection.lines if number in there)
        article, line = self._selection.article, self._selection.line if self._selection.line in there else None
        at = line if line in lines else next(iter(lines), None)
        home = page.article_of_line(at) if at is not None else None
        if home is not None:
            article = home.id
        elif lines or (article is not None and page.article(article) is None):
            article = None
        self._selection.select_article(article, lines, line)


_TURN = object()
"""Asked for an undo or redo: the window goes to the page it was made on."""
