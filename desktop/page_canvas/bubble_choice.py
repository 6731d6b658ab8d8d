"""One of the things that the engine would have done instead, as a row of the bubble: its words, and a click that does it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.tips import other_title, share_text
from models.domain.joint import Alternative, Joint
from models.domain.line import Line
from models.domain.text import plain
from models.i18n import _
from models.wording import reason

EXCERPT = 16
"""Characters of the line that the text would go on from."""


class OtherChoice(QAbstractButton):
    """Leaves the focus to the page; its action is done by a click."""

    pointed = Signal(object)
    """The line that is meant while the pointer is here, None when it leaves."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._line: int | None = None
        self._title = self._why = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._key = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._key.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._key)
        for label in (self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def show_choice(self, joint: Joint, other: Alternative, lines: Mapping[int, Line]) -> None:
        self._line = other.line
        what, *rest = choice_words(joint, other, lines)
        self._title = " · ".join((f"<b>{escape(what)}</b>", *map(escape, rest)))
        self._why = reason(other.reason) if other.reason else ""
        self.setAccessibleName(" · ".join((what, *rest)))
        self.setAccessibleDescription(self._why)
        self.be_brief(False)

    def be_brief(self, brief: bool) -> None:
        """Whether the reason is left to the tip."""
        self._words.setText(self._title if brief or not self._why else f"{self._title}<br>{escape(self._why)}")
        self.setToolTip(self._why)
        self.updateGeometry()

    def words(self) -> str:
        return self._words.text()

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self._line)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base, accent = self.palette().color(QPalette.ColorRole.Base), self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colours.mixed(base, accent, 0.8 if self.underMouse() else 0.3), 1))
        painter.setBrush(colours.mixed(base, accent, 0.2 if self.isDown() else 0.1 if self.underMouse() else 0.0))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)

    @Slot()
    def _on_action_changed(self) -> None:
        self._key.setText(self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def choice_words(joint: Joint, other: Alternative, lines: Mapping[int, Line]) -> list[str]:
    """What would be, how sure, and the end of the line it would follow, as far as these are known."""
    likelier = (
        _("likelier here alone, but not with the rest of the page")
        if (other.confidence or 0.0) > joint.claim.confidence
        else ""
    )
    ending = _("“{text}”").format(text=_end(lines[other.line])) if other.line is not None and other.line in lines else ""
    return [said for said in (other_title(joint.claim, other), share_text(other), likelier, ending) if said]


def _end(line: Line) -> str:
    text = plain(line).strip()
    return text if len(text) <= EXCERPT else f"…{text[-EXCERPT:]}"
