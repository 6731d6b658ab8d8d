"""A bar in the window with a sentence and its remedy; nothing stops for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.icons import icon, icon_button
from models.errors import EditRefused, KnownError, LinesLeft, StaleEdit
from models.i18n import _
from models.wording import sentence

GLIMPSE = 8000
"""Milliseconds for which good news stays; trouble stays until it is closed or something newer comes."""


class Lasting(Enum):
    """What else ends a notice."""

    ALONE = auto()
    UNTIL_CHANGE = auto()
    """It is true until something is done to the archive."""
    ON_PAGE = auto()
    """It speaks of the page in view as it is."""


class NoticeBar(QFrame):
    """Shows one notice, the latest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._icon = QLabel()
        self._words = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.remedy = QPushButton()
        self._close = icon_button("close", _("Close this notice"))
        self._close.clicked.connect(self.hide)
        self.remedy.clicked.connect(self._on_remedy_clicked)
        self._act: Callable[[], object] | None = None
        self._lasting = Lasting.ALONE
        self.timer = QTimer(self, singleShot=True, interval=GLIMPSE)
        self.timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.remedy)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, empty when nothing is."""
        return self._words.text() if not self.isHidden() else ""

    @Slot(object)
    def refuse(self, error: KnownError) -> None:
        """Says why something was not done, and what can be done about it."""
        wording = sentence(error)
        self._say("warning", _("{what} {remedy}").format(what=wording.what, remedy=wording.remedy))
        if isinstance(error, EditRefused | LinesLeft | StaleEdit):
            self._lasting = Lasting.ON_PAGE

    def tell(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        stays: bool = False,
        lasting: Lasting = Lasting.ALONE,
    ) -> None:
        """Good news; `button` names what `act` does.  What `stays` looks like trouble and waits to be closed."""
        self._say("warning" if stays else "info", text, button, act)
        self._lasting = lasting
        if not stays:
            self.timer.start()

    def _say(self, kind: str, text: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        self.timer.stop()
        self._lasting = Lasting.ALONE
        self._icon.setPixmap(icon(kind).pixmap(20, 20))
        self._words.setText(text)
        self.remedy.setText(button)
        self.remedy.setVisible(act is not None)
        self._act = act
        self.setProperty("trouble", kind == "warning")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    @Slot()
    def leave_page(self) -> None:
        """Another page is in view."""
        if self._lasting is Lasting.ON_PAGE:
            self.hide()

    def outdate(self) -> None:
        """Something was done to the archive."""
        if self._lasting is not Lasting.ALONE:
            self.hide()

    @Slot()
    def _on_remedy_clicked(self) -> None:
        if self._act is not None:
            # What it does may have something to say itself.
            self.hide()
            self._act()
