"""The strip above the canvas: which page this is, what is left to look at, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop import colours
from desktop.icons import icon_button
from models.domain.page import Header, Page, PageState, doubtful, unplaced
from models.i18n import _
from models.wording import state_name


class CanvasHead(QWidget):
    """Shows; the panel does."""

    zoom_in = Signal()
    zoom_out = Signal()
    fit_page = Signal()
    actual_size = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _shrinking()
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.RichText)
        self._percent = QToolButton(autoRaise=True)
        self._percent.setToolTip(_("Usual size"))
        self._percent.clicked.connect(self.actual_size)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 6, 3)
        layout.setSpacing(6)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._state)
        layout.addSpacing(8)
        for part in self._tools():
            layout.addWidget(part)

    def _tools(self) -> tuple[QWidget, ...]:
        smaller, larger = icon_button("zoom_out", _("Smaller")), icon_button("zoom_in", _("Larger"))
        whole = icon_button("fit", _("Whole page"))
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        whole.clicked.connect(self.fit_page)
        return smaller, self._percent, larger, whole

    def show_page(self, page: Page | None) -> None:
        self._title.setText("" if page is None else f"<b>{_escaped(page_title(page))}</b>")
        self._title.setToolTip("" if page is None else page.source.file_name)
        self._state.setText("" if page is None else self._counts(page))

    def show_zoom(self, zoom: float) -> None:
        self._percent.setText(_("{percent} %").format(percent=round(100 * zoom)))

    def _counts(self, page: Page) -> str:
        """Articles, then what is left to do, in the colours of the marks."""
        dark = colours.is_dark(self.palette())
        quiet = colours.quiet_colour(self.palette()).name()
        parts = [_coloured(quiet, _articles(len(page.articles)))] if page.articles else []
        doubts, left = len(doubtful(page)), len(unplaced(page))
        if doubts:
            parts.append(_coloured(colours.doubt_colour(dark).name(), _("{count} to check").format(count=doubts)))
        if left:
            parts.append(_coloured(colours.alarm_colour(dark).name(), _("{count} unplaced").format(count=left)))
        if page.state is not PageState.OPEN:
            parts.append(_coloured(quiet, state_name(page.state)))
        return " &nbsp;·&nbsp; ".join(parts)


def page_title(page: Page) -> str:
    """Newspaper, date and page number as far as they are known, else the file's name."""
    parts = header_parts(page.header)
    return "  ".join(parts) if parts else page.source.file_name


def header_parts(header: Header) -> list[str]:
    date = header.date.isoformat() if header.date is not None else None
    return [part for part in (header.newspaper, date, header.number, header.name) if part]


def _articles(count: int) -> str:
    return _("{count} articles").format(count=count)


def _coloured(colour: str, text: str) -> str:
    return f'<span style="color:{colour}">{_escaped(text)}</span>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _shrinking() -> QLabel:
    """A label that gives way instead of widening the window."""
    label = QLabel()
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(40)
    return label
