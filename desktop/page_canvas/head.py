"""The strip above the canvas: which page this is, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desktop.icons import icon_button
from desktop.titles import page_title
from models.domain.page import Page, PageState
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
        self._title = _Title()
        self._state = QLabel()
        self._state.setEnabled(False)
        self._percent = QToolButton(autoRaise=True)
        self._percent.setToolTip(_("Usual size"))
        self._percent.setMinimumWidth(56)
        self._percent.clicked.connect(self.actual_size)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 6, 3)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._state)
        for part in self._tools():
            layout.addWidget(part)

    def hold(self, strip: QWidget) -> None:
        """Takes a strip of tools in, between the title and the zoom."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(2, strip)

    def _tools(self) -> tuple[QWidget, ...]:
        smaller, larger = icon_button("zoom_out", _("Smaller")), icon_button("zoom_in", _("Larger"))
        whole = icon_button("fit", _("Whole page"))
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        whole.clicked.connect(self.fit_page)
        return smaller, self._percent, larger, whole

    def show_page(self, page: Page) -> None:
        self._title.setText(page_title(page))
        self._title.setToolTip(page.source.file_name)
        self._state.setText("" if page.state is PageState.OPEN else state_name(page.state))

    def show_zoom(self, zoom: float) -> None:
        self._percent.setText(_("{percent} %").format(percent=round(100 * zoom)))


class _Title(QLabel):
    """Gives way instead of widening the window; what has no room in the middle is left out, since the page's number ends it."""

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        QPainter(self).drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
