"""What is being looked at: the only state that panels share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.domain.page import Page


class Selection(QObject):
    """The current page, article, lines and cursor; each setter says nothing when nothing changes."""

    page_changed = Signal(object)
    """The new page id, or None."""
    article_changed = Signal(object)
    """The new article id, or None."""
    lines_changed = Signal(object)
    """The new tuple of line numbers: the selected block, or the lines an editor picked."""
    line_changed = Signal(object)
    """The line number the cursor was put on, or None."""
    photo_changed = Signal(object)
    """The id of the photo that is selected in place of lines, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: int | None = None
        self._article: int | None = None
        self._lines: tuple[int, ...] = ()
        self._line: int | None = None
        self._photo: int | None = None

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

    @property
    def line(self) -> int | None:
        """The line the cursor was put on; None when lines or an article were selected as a whole."""
        return self._line

    @property
    def photo(self) -> int | None:
        """A photo of the current page; while there is one, no line is selected."""
        return self._photo

    def cursor(self, page: Page) -> int | None:
        """The line of the current `page` where S splits and N begins: as it was put, else the first that is selected."""
        if self._line is not None:
            return self._line
        article = None if self._article is None else page.article(self._article)
        return next(iter(self._lines or (article.lines if article is not None else ())), None)

    def select_page(self, page: int | None) -> None:
        if page == self._page:
            return
        self.select_article(None)
        self._page = page
        self.page_changed.emit(page)

    def select_article(self, article: int | None, lines: tuple[int, ...] = (), line: int | None = None) -> None:
        """Selects an article of the current page, lines within it, and the one of them the cursor is on."""
        self._select(article, lines, line, None)

    def select_photo(self, photo: int, article: int | None) -> None:
        """Selects a photo of the current page and the article it belongs to."""
        self._select(article, (), None, photo)

    def _select(self, article: int | None, lines: tuple[int, ...], line: int | None, photo: int | None) -> None:
        before = (self._article, self._lines, self._line, self._photo)
        now = (article, lines, line, photo)
        self._article, self._lines, self._line, self._photo = now
        signals = (self.article_changed, self.lines_changed, self.line_changed, self.photo_changed)
        for signal, old, new in zip(signals, before, now, strict=True):
            if old != new:
                signal.emit(new)

    def select_lines(self, lines: tuple[int, ...], line: int | None = None) -> None:
        self.select_article(self._article, lines, line)
