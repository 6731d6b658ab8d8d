"""The bubble at the doubtful joint in hand: what is claimed, how sure it is, what speaks for it, and what could be instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.bubble_choice import OtherChoice
from desktop.page_canvas.bubble_place import covered, free_place
from desktop.page_canvas.tips import claim_html, claim_title_html
from models.domain.joint import Certainty, Joint
from models.domain.line import Line
from models.i18n import _


class Brevity(Enum):
    """How much the bubble leaves out."""

    NONE = auto()
    CHOICES = auto()
    """Why the other choices would be."""
    TITLES = auto()
    """All reasons."""


class JointBubble(QWidget):
    """Lies over the canvas; its buttons are the actions it was given."""

    pointed = Signal(object)
    """The line that the other choice under the pointer means, None without one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Doubtful joint"))
        self._certainty = Certainty.CHECK
        self._texts = ("", "")
        """In full and in brief."""
        self.covers = False
        """Whether it lies on the lines at the joint, for want of room."""
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._whole = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 12, 9)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        self._others = QVBoxLayout()
        self._others.setSpacing(4)
        self.instead = QLabel(_("Or instead"))
        self._others.addWidget(self.instead)
        layout.addLayout(self._others)
        self._answers = QHBoxLayout()
        self._answers.addStretch(1)
        layout.addLayout(self._answers)
        self.choices: list[OtherChoice] = []
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def offer(self, accept: QAction, refuse: QAction, others: Iterable[QAction]) -> None:
        """Buttons for yes and no, and a row for each of the other choices."""
        for action in (accept, refuse):
            self._answers.insertWidget(self._answers.count() - 1, _AnswerButton(action))
        for action in others:
            row = OtherChoice(action, self)
            row.pointed.connect(self.pointed)
            self._others.addWidget(row)
            self.choices.append(row)

    def show_joint(self, joint: Joint, lines: Mapping[int, Line]) -> None:
        """`lines` are the page's, by number."""
        self._certainty = joint.claim.certainty
        self.setAccessibleDescription(claim_html(joint.claim))
        self.instead.setVisible(bool(joint.claim.others and self.choices))
        for i, row in enumerate(self.choices):
            row.setVisible(i < len(joint.claim.others))
            if i < len(joint.claim.others):
                row.show_choice(joint, joint.claim.others[i], lines)
        self._texts = (claim_html(joint.claim), claim_title_html(joint.claim))
        self._write(Brevity.NONE)

    def _write(self, brevity: Brevity) -> None:
        """Less where there is no room: what is left out is in the tips."""
        self._text.setText(self._texts[brevity is Brevity.TITLES])
        self._text.setToolTip(self._texts[0] if brevity is Brevity.TITLES else "")
        for row in self.choices:
            row.be_brief(brevity is not Brevity.NONE)
        # Its height is asked for at once, before events have told it of theirs.
        self._whole.activate()

    def text(self) -> str:
        return self._text.text()

    def place(self, spot: QPointF, rects: Sequence[QRectF], view: QRectF) -> None:
        """Where it covers none of the lines at the joint, whose mark stands at `spot`; all in the parent's coordinates."""
        for brevity in Brevity:
            self._write(brevity)
            place = free_place(lambda width: self.heightForWidth(round(width)), rects, view, self.minimumSizeHint().width())
            # Reasons are left out only for want of height: they say more than the lines behind.
            free = brevity is not Brevity.NONE or not covered(place, rects)
            if place.height() <= view.height() and free:
                break
        self.covers = covered(place, rects)
        self.setFixedSize(place.size().toSize())
        self.move(place.topLeft().toPoint())
        self.setVisible(view.top() - 20 <= spot.y() <= view.bottom() + 20)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words is no click on the lines behind them."""
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour()
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.setBrush(colours.mixed(base, colour, 0.1))
        painter.setPen(QPen(colours.mixed(base, colour, 0.7), 1.2))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 7, 4, rect.height() - 14), 2, 2)

    def _colour(self) -> QColor:
        return colours.certainty_colour(self._certainty, colours.is_dark(self.palette()))


class _AnswerButton(QPushButton):
    """Says what the action does and its key as it is now; leaves the focus to the page."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = self._action.text()
        self.setText(_("{command} ({key})").format(command=text, key=key) if key else text)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
