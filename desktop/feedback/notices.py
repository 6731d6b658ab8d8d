"""A bar in the window with a sentence and its remedy; nothing stops for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.icons import icon, icon_button
from models.errors import KnownError
from models.i18n import _
from models.wording import sentence

GLIMPSE = 8000
"""Milliseconds for which good news stays; trouble stays until it is closed or something newer comes."""


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

    def tell(self, text: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Good news; `button` names what `act` does."""
        self._say("info", text, button, act)
        self.timer.start()

    def _say(self, kind: str, text: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        self.timer.stop()
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
    def _on_remedy_clicked(self) -> None:
        if self._act is not None:
            self._act()
