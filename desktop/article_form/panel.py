"""Fields, tags and text of the selected article; whatever is typed is saved when it is left, or the hands rest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.article_form.link_strip import LinkStrip
from desktop.article_form.sheet import Sheet
from desktop.article_form.states import Standing
from desktop.article_form.text_pane import TextPane
from desktop.bridge import LINKING, ArchiveBridge
from desktop.burst import Burst
from desktop.selection import Selection
from models.changes import Changes
from models.domain.article import Article
from models.domain.issue import Link, Part
from models.domain.label import Field, Verdict
from models.domain.role import TEXT_ROLES
from models.domain.text import count_characters
from models.editing.continuations import JudgeContinuation
from models.editing.edit import Edit
from models.editing.labels import AddTag, JudgeLabel, RewordTag, SetField
from models.i18n import _


class ArticleFormPanel(QWidget):
    typing_changed = Signal(bool)
    """Whether something is typed that is not saved."""

    def __init__(self, bridge: ArchiveBridge, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._shown: tuple[int, int] | None = None
        """Page and article that the fields belong to, until others are shown."""
        self._leaving = False
        self._burst = Burst(bridge, self)
        self.sheet = Sheet()
        self.text = TextPane()
        self.links = LinkStrip()
        self.length = QLabel()
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setText(_("Select an article to see its fields and text."))
        self.nothing.setEnabled(False)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self._area = scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.sheet)
        # Narrower, the fields would be cut off at their right.
        scroll.setMinimumWidth(self.sheet.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.length.setContentsMargins(10, 4, 10, 0)
        column.addWidget(self.links)
        column.addWidget(self.length)
        column.addWidget(self.text, 1)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.splitter.addWidget(scroll)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([3000, 1000])
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.splitter)
        self._layout.addWidget(self.nothing)

    def _connect(self) -> None:
        self.sheet.entered.connect(self._on_entered)
        self.sheet.accepted.connect(self._on_accepted)
        self.sheet.left.connect(self._burst.end)
        self.sheet.given_up.connect(self._burst.take_back)
        self.sheet.typing_changed.connect(self._on_typing_changed)
        self._area.verticalScrollBar().rangeChanged.connect(self.reveal)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.reveal)
        self.links.followed.connect(self._on_link_followed)
        self.links.judged.connect(self._on_link_judged)
        for field, bar in self.sheet.bars.items():
            bar.added.connect(lambda words, field=field: self._on_added(field, words))
            bar.judged.connect(self._on_judged)
            bar.reworded.connect(self._on_reworded)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.typing_interrupted.connect(self._on_typing_interrupted)
        self._selection.article_changed.connect(self._on_article_changed)

    # Commands that the shell wires to keys

    def edit_title(self) -> None:
        self.sheet.edit(Field.TITLE)
        self.reveal()

    def edit_tags(self) -> None:
        self.sheet.edit(Field.KEYWORD)
        self.reveal()

    def flush(self) -> None:
        """Saves what was typed and not entered yet, as before a page is closed."""
        self.sheet.flush()

    # What is shown

    @Slot()
    def reveal(self) -> None:
        """Scrolls to the field that is being typed in."""
        focused = QApplication.focusWidget()
        if focused is not None and self.sheet.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, 24)

    @Slot(object)
    def _on_article_changed(self, _article: object) -> None:
        if self._shown == (self._selection.page, self._selection.article):
            return
        # The fields belong to the article before until all of them are entered.
        self._leaving = True
        self.flush()
        self._leaving = False
        if self.sheet.is_dirty() and self._article() is not None:
            # In a turn of its own, for others have not heard yet of the selection that is taken back.
            QTimer.singleShot(0, self, self._return)
        else:
            self.sheet.restore()
            self._show()

    def _return(self) -> None:
        """Back to the article whose words could not be saved, as when the disk is full: they wait there."""
        if self._shown is not None:
            page, article = self._shown
            self._selection.select_page(page)
            self._selection.select_article(article)

    @Slot(object)
    def _on_typing_interrupted(self, initiator: object) -> None:
        if initiator is not self:
            self.flush()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        article = self._article()
        if self._leaving and article is not None:
            self.sheet.show_article(article)
        elif not self._leaving and (self._shown is None or self._shown[0] in changes.pages):
            self._show()
        elif self._shown is not None and changes.tables & LINKING:
            self._show_links(*self._shown)

    def _show(self) -> None:
        page_id, article_id = self._selection.page, self._selection.article
        page = None if page_id is None else self._bridge.page(page_id)
        article = None if page is None or article_id is None else page.article(article_id)
        self._shown = None if page is None or article is None else (page.id, article.id)
        if page is None or article is None:
            self.sheet.restore()
            self._layout.setCurrentWidget(self.nothing)
            return
        self.sheet.show_article(article)
        lines = page.line_map()
        text = (lines[number] for block in article.with_roles(TEXT_ROLES) for number in block.lines)
        self.length.setText(_("{count} characters").format(count=count_characters(text)))
        self.text.show_article(page, article)
        self._show_links(page.id, article.id)
        self._layout.setCurrentWidget(self.splitter)

    def _show_links(self, page_id: int, article_id: int) -> None:
        own = (link for link in self._bridge.links(page_id) if article_id in (link.beginning.article.id, link.rest.article.id))
        self.links.show_links(own, page_id)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self._show()

    # What is entered

    def _article(self) -> Article | None:
        return None if self._shown is None else self._bridge.page(self._shown[0]).article(self._shown[1])

    @Slot(object, str)
    def _on_entered(self, field: Field, value: str) -> None:
        if self._shown is None:
            return
        page, article = self._shown
        self._burst.perform(SetField(article, field, value), page)

    @Slot()
    def _on_typing_changed(self) -> None:
        self.typing_changed.emit(self.sheet.is_dirty())

    @Slot(object)
    def _on_accepted(self, field: Field) -> None:
        """The mark beside a field: accepts what is suggested, or goes back to it."""
        state = self.sheet.states.get(field)
        if self._shown is None or state is None or state.suggestion is None:
            return
        if state.standing in (Standing.SUGGESTED, Standing.CHANGED):
            self.sheet.fields[field].restore()
            self._perform([JudgeLabel(self._shown[1], state.suggestion.id, Verdict.ACCEPTED)])

    def _on_added(self, field: Field, words: list[str]) -> None:
        if self._shown is not None:
            self._perform([AddTag(self._shown[1], field, word) for word in words])
            self._keep_refused(field, words)

    @Slot(int, object)
    def _on_judged(self, label: int, verdict: Verdict) -> None:
        if self._shown is not None:
            self._perform([JudgeLabel(self._shown[1], label, verdict)])

    @Slot(int, str)
    def _on_reworded(self, label: int, value: str) -> None:
        if self._shown is not None:
            fields = [field for field, bar in self.sheet.bars.items() if any(chip.label.id == label for chip in bar.chips)]
            self._perform([RewordTag(self._shown[1], label, value)])
            for field in fields:
                self._keep_refused(field, [value])

    @Slot(object)
    def _on_link_followed(self, part: Part) -> None:
        self._selection.select_page(part.page.id)
        self._selection.select_article(part.article.id)

    @Slot(object, object)
    def _on_link_judged(self, link: Link, verdict: Verdict) -> None:
        self._bridge.perform(JudgeContinuation(link.continuation.id, verdict), link.beginning.page.id, self)

    def _keep_refused(self, field: Field, words: list[str]) -> None:
        """Words that could not be saved are typed still."""
        article = self._article()
        saved = article.values(field) if article is not None else ()
        self.sheet.bars[field].type(word for word in words if word not in saved)

    def _perform(self, edits: Iterable[Edit]) -> None:
        """One step of undo, on the article that is shown, whatever is selected by now."""
        assert self._shown is not None
        page = self._shown[0]
        edits = list(edits)
        gesture = self._bridge.archive.new_gesture() if len(edits) > 1 else None
        for edit in edits:
            self._bridge.perform(edit, page, self, gesture)
