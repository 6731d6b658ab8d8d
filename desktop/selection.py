"""What is being looked at: the only state that panels share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The current page, article and lines; each setter says nothing when nothing changes."""

    page_changed = Signal(object)
    """The new page id, or None."""
    article_changed = Signal(object)
    """The new article id, or None."""
    lines_changed = Signal(object)
    """The new tuple of line numbers: the selected block, or the lines an editor picked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: int | None = None
        self._article: int | None = None
        self._lines: tuple[int, ...] = ()

    @property
    def page(self) -> int | None:
        return self._page

    @property
    def article(self) -> int | None:
        return self._article

    @property
    def lines(self) -> tuple[int, ...]:
        """In reading order."""
        return self._lines

    def select_page(self, page: int | None) -> None:
        if page == self._page:
            return
        self.select_article(None)
        self._page = page
        self.page_changed.emit(page)

    def select_article(self, article: int | None, lines: tuple[int, ...] = ()) -> None:
        """Selects an article of the current page, and lines within it."""
        if article != self._article:
            self._article = article
            self.article_changed.emit(article)
        self.select_lines(lines)

    def select_lines(self, lines: tuple[int, ...]) -> None:
        if lines != self._lines:
            self._lines = lines
            self.lines_changed.emit(lines)
