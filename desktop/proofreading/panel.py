"""The line under the cursor with its picture: to read, to correct, to go on to the next doubtful one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.bridge import ArchiveBridge
from desktop.burst import Burst
from desktop.icons import icon_button
from desktop.proofreading.line_field import LineField
from desktop.proofreading.readings import Readings
from desktop.proofreading.strip_view import StripView
from desktop.proofreading.strips import Strips
from desktop.selection import Selection
from desktop.tasks.runner import Runner
from models.changes import Changes
from models.domain.correction import suggested
from models.domain.line import Line, SourceKind
from models.domain.page import Page
from models.domain.proofreading import doubtful_lines
from models.editing.edit import Edit
from models.editing.words import ConfirmLine, CorrectLine, RefuseSuggestion, TakeSuggestion
from models.i18n import _
from models.wording import role_name


@dataclass(frozen=True, slots=True)
class _Shown:
    page: int
    line: int


class ProofreadingPanel(QWidget):
    def __init__(self, bridge: ArchiveBridge, selection: Selection, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._strips = Strips(bridge.archive, runner, self)
        self._burst = Burst(bridge, self)
        self._shown: _Shown | None = None
        self.where = QLabel()
        self.strip = StripView()
        self.field = LineField()
        self.field.setAccessibleName(_("Text of the line"))
        self.readings = Readings()
        self.previous = icon_button("previous", _("Previous doubtful line (Shift+Tab)"))
        self.next = icon_button("next", _("Next doubtful line (Tab)"))
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column.addLayout(head)
        for part in (self.strip, self.field, self.readings):
            column.addWidget(part)
        column.addStretch(1)
        self.nothing = QLabel(_("Click a line to read it under its picture."), alignment=Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setEnabled(False)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(sheet)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self._bridge.typing_interrupted.connect(self._on_typing_interrupted)
        for moved in (self._selection.page_changed, self._selection.line_changed, self._selection.lines_changed):
            moved.connect(self._on_moved)
        self._strips.came.connect(self._on_strip_came)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self._burst.end)
        self.field.given_up.connect(self._burst.take_back)
        self.field.confirmed.connect(self._on_confirmed)
        self.field.doubt_asked.connect(self.go_to_doubt)
        self.field.line_asked.connect(self.go_to_line)
        self.field.cursorPositionChanged.connect(self._on_cursor_moved)
        self.readings.restored.connect(self._on_restored)
        self.readings.taken.connect(self._on_taken)
        self.readings.refused.connect(self._on_refused)
        self.previous.clicked.connect(lambda: self.go_to_doubt(-1))
        self.next.clicked.connect(lambda: self.go_to_doubt(1))

    # Commands that the shell wires to keys

    def edit_line(self) -> None:
        """To the text of the line under the cursor, or of the first doubtful one when there is no cursor."""
        if self._shown is None:
            self.go_to_doubt(1)
        self.field.setFocus()
        self.field.begin()

    @Slot(int)
    def go_to_doubt(self, step: int) -> None:
        """The next (1) or previous (-1) doubtful line in reading order, round the page."""
        page = self._page()
        doubts = doubtful_lines(page) if page is not None else ()
        if page is None or not doubts:
            return
        order = {number: place for place, number in enumerate(_reading_order(page))}
        here = order[self._shown.line] if self._shown is not None else -1
        ahead = [number for number in doubts if (order[number] - here) * step > 0]
        around = doubts[0] if step > 0 else doubts[-1]
        self._go_to(page, around if not ahead else ahead[0] if step > 0 else ahead[-1])

    @Slot(int)
    def go_to_line(self, step: int) -> None:
        page = self._page()
        if page is None or self._shown is None:
            return
        order = _reading_order(page)
        place = order.index(self._shown.line) + step
        if 0 <= place < len(order):
            self._go_to(page, order[place])

    def _go_to(self, page: Page, number: int) -> None:
        article, block = page.article_of_line(number), page.block_of_line(number)
        assert block is not None, "every line stands in a block"
        self._selection.select_article(article.id if article is not None else None, block.lines, number)
        self.field.begin()

    # What is shown

    def _page(self) -> Page | None:
        page = self._selection.page
        return None if page is None else self._bridge.page(page)

    @Slot(object)
    def _on_moved(self, _there: object) -> None:
        page = self._page()
        line = self._selection.cursor(page) if page is not None else None
        now = _Shown(page.id, line) if page is not None and line is not None else None
        if now != self._shown:
            self.field.flush()
            self.field.restore()
            self._show()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._shown is None or self._shown.page in changes.pages:
            self._show()

    def _show(self) -> None:
        page = self._page()
        number = self._selection.cursor(page) if page is not None else None
        line = page.line_map().get(number) if page is not None and number is not None else None
        if page is None or line is None:
            self._shown = None
            self._stack.setCurrentIndex(0)
            return
        self._shown = _Shown(page.id, line.number)
        self._stack.setCurrentIndex(1)
        self.where.setText(_where(page, line))
        self.field.show_line(line.text.strip(), _places(line))
        second = suggested(page.corrections).get(line.number)
        self.readings.show_readings(line.text, line.machine, second.text if second is not None else None)
        self._show_strip(page, line)

    def _show_strip(self, page: Page, line: Line) -> None:
        has_picture = page.source.kind is not SourceKind.DUMP and line.outline is not None
        self.strip.setVisible(has_picture)
        if has_picture and not self._strips.request(page, line):
            self.strip.show_strip(None)

    @Slot(object, object)
    def _on_strip_came(self, line: Line, image: QImage | None) -> None:
        self.strip.show_strip(image, len(line.text.strip()) if line.vertical else 0)

    @Slot()
    def _on_cursor_moved(self) -> None:
        length = max(1, len(self.field.toPlainText()))
        self.strip.follow(self.field.textCursor().position() / length)

    # What is entered

    @Slot(object)
    def _on_typing_interrupted(self, initiator: object) -> None:
        if initiator is not self:
            self.field.flush()

    @Slot(str)
    def _on_entered(self, text: str) -> None:
        if self._shown is not None:
            page, number = self._shown.page, self._shown.line
            line = self._bridge.page(page).line(number)
            self._burst.perform(CorrectLine(number, _in_place_of(line, text)), page)

    @Slot()
    def _on_confirmed(self) -> None:
        """What stands there is right: on to the next doubtful line."""
        page = self._page()
        if page is not None and self._shown is not None:
            if self._shown.line in doubtful_lines(page):
                self._perform(ConfirmLine(self._shown.line))
            self.go_to_doubt(1)

    @Slot()
    def _on_restored(self) -> None:
        page = self._page()
        if page is not None and self._shown is not None:
            machine = page.line(self._shown.line).machine
            self.field.restore()
            if machine is not None:
                self._perform(CorrectLine(self._shown.line, machine))

    @Slot()
    def _on_taken(self) -> None:
        self.field.restore()
        self._answer(TakeSuggestion)

    @Slot()
    def _on_refused(self) -> None:
        self._answer(RefuseSuggestion)

    def _answer(self, answer: type[TakeSuggestion] | type[RefuseSuggestion]) -> None:
        page = self._page()
        second = suggested(page.corrections).get(self._shown.line) if page is not None and self._shown is not None else None
        if second is not None:
            self._perform(answer(second.id))

    def _perform(self, edit: Edit) -> None:
        assert self._shown is not None
        self._bridge.perform(edit, self._shown.page, self)


def _reading_order(page: Page) -> list[int]:
    return [number for block in page.blocks() for number in block.lines]


def _places(line: Line) -> tuple[int, ...]:
    """Of the unsure characters in the text as it is shown, without the blanks before it."""
    blanks = len(line.text) - len(line.text.lstrip())
    length = len(line.text.strip())
    return tuple(place - blanks for place in line.unsure if 0 <= place - blanks < length)


def _in_place_of(line: Line, text: str) -> str:
    """`text` with the blanks that stand round the line: an indent tells where a paragraph begins."""
    bare = line.text.strip()
    start = line.text.find(bare) if bare else 0
    return line.text[:start] + text + line.text[start + len(bare) :]


def _where(page: Page, line: Line) -> str:
    block = page.block_of_line(line.number)
    role = role_name(block.role) if block is not None else ""
    left = len(doubtful_lines(page))
    if not left:
        return _("Line {number} · {role} · no doubtful line on this page").format(number=line.number, role=role)
    return _("Line {number} · {role} · doubtful lines on this page: {count}").format(number=line.number, role=role, count=left)
