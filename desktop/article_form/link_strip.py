"""Above an article's text: where it goes on and where it began, how sure that is and why, with the editor's answers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from desktop import colours
from desktop.icons import icon_button
from models.domain.issue import Link
from models.domain.label import Verdict
from models.i18n import _
from models.wording.links import link_certainty, link_reasons, link_text, shown_certainty


class LinkStrip(QWidget):
    """Takes no room while there is no link."""

    followed = Signal(object)
    """The Part to go to."""
    judged = Signal(object, object)
    """A Link and the Verdict on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 4, 6, 2)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.links: tuple[Link, ...] = ()
        self.hide()

    def show_links(self, links: Iterable[Link], page_id: int) -> None:
        """Those of the article that is shown, as seen from its page."""
        self.links = tuple(links)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, link in enumerate(self.links):
            self._add_row(row, link, page_id)
        self.setVisible(bool(self.links))

    def _add_row(self, row: int, link: Link, page_id: int) -> None:
        there = link.rest if link.beginning.page.id == page_id else link.beginning
        text = self._text(link, page_id)
        text.linkActivated.connect(lambda _address: self.followed.emit(there))
        self._grid.addWidget(text, row, 0)
        for column, button in enumerate(self._answers(link), 1):
            self._grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignTop)

    def _text(self, link: Link, page_id: int) -> QLabel:
        said, sure, facts = link_text(link, page_id), link_certainty(link), list(link_reasons(link))
        colour = self._colour(link).name()
        shown = f'<a href="#">{escape(said)}</a> <span style="color: {colour}">{escape(sure)}</span>'
        if link.continuation.doubtful:
            shown += "".join(f"<br>{escape(fact)}" for fact in facts)
        text = QLabel(shown, wordWrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setToolTip("\n".join((said, sure, *(f"· {fact}" for fact in facts))))
        text.setAccessibleName(f"{said}; {sure}")
        return text

    def _colour(self, link: Link) -> QColor:
        return colours.certainty_colour(shown_certainty(link), colours.is_dark(self.palette()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """What waits for a verdict stands on a ground of its own."""
        doubtful = [link for link in self.links if link.continuation.doubtful]
        if doubtful:
            painter = QPainter(self)
            base, colour = self.palette().color(QPalette.ColorRole.Base), self._colour(doubtful[0])
            painter.fillRect(self.rect(), colours.mixed(base, colour, 0.12))
            painter.fillRect(0, 0, 4, self.height(), colour)

    def _answers(self, link: Link) -> list[QToolButton]:
        refuse = icon_button("close", _("These are two articles"))
        refuse.clicked.connect(lambda: self.judged.emit(link, Verdict.REJECTED))
        if link.continuation.verdict is Verdict.ACCEPTED:
            return [refuse]
        accept = icon_button("accept", _("This is one article"))
        accept.clicked.connect(lambda: self.judged.emit(link, Verdict.ACCEPTED))
        return [accept, refuse]
