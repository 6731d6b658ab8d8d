"""The bubble at the doubtful joint in hand: what is claimed, how sure it is, what speaks for and against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.bubble_place import free_place
from desktop.page_canvas.tips import joint_html
from models.domain.joint import Certainty, Joint
from models.i18n import _


class JointBubble(QWidget):
    """Lies over the canvas; its buttons are the actions it was given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Doubtful joint"))
        self._certainty = Certainty.CHECK
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 12, 9)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        self._answers = QHBoxLayout()
        self._answers.addStretch(1)
        layout.addLayout(self._answers)
        self._for_starts: list[QPushButton] = []
        self._for_others: list[QPushButton] = []
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def offer(self, accept: QAction, split: QAction, merge: QAction) -> None:
        """Buttons for the answers: a start of an article is accepted or merged away, any other joint accepted or split."""
        yes, no, together = (self._button(action) for action in (accept, split, merge))
        self._for_starts, self._for_others = [yes, together], [yes, no]

    def _button(self, action: QAction) -> QPushButton:
        button = _AnswerButton(action)
        self._answers.insertWidget(self._answers.count() - 1, button)
        return button

    def show_joint(self, joint: Joint) -> None:
        self._certainty = joint.claim.certainty
        self._text.setText(joint_html(joint.claim))
        self.setAccessibleDescription(self._text.text())
        answers = self._for_starts if joint.claim.left is None else self._for_others
        for button in {*self._for_starts, *self._for_others}:
            button.setVisible(button in answers)

    def text(self) -> str:
        return self._text.text()

    def place(self, spot: QPointF, rects: Sequence[QRectF], view: QRectF) -> None:
        """Where it covers none of the lines at the joint, whose mark stands at `spot`; all in the parent's coordinates."""
        place = free_place(lambda width: self.heightForWidth(round(width)), rects, view, self.minimumSizeHint().width())
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
