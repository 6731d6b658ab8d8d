"""The bubble at the doubtful joint in hand: what is claimed, how sure it is, what speaks for and against it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop import colours
from desktop.page_canvas.tips import joint_html
from models.domain.joint import Certainty, Joint
from models.i18n import _

GAP = 10


class JointBubble(QWidget):
    """Lies over the canvas and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Doubtful joint"))
        self._certainty = Certainty.CHECK
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 12, 9)
        layout.addWidget(self._text)
        self.hide()

    def show_joint(self, joint: Joint) -> None:
        self._certainty = joint.claim.certainty
        self._text.setText(joint_html(joint.claim))
        self.setAccessibleDescription(self._text.text())

    def text(self) -> str:
        return self._text.text()

    def place(self, spot: QPointF, line: QRectF, view: QRectF) -> None:
        """Beside the line at the joint when there is room, else under its right end; all in the parent's coordinates."""
        width = round(min(340.0, view.width() - 2 * GAP))
        self.setFixedWidth(width)
        self.setFixedHeight(self.heightForWidth(width))
        beside = line.right() + GAP + width <= view.right()
        left = max(spot.x() + 40, min(line.right(), view.right()) - GAP - width)
        x = line.right() + GAP if beside else max(view.left() + GAP, min(left, view.right() - width - GAP))
        y = spot.y() - 12 if beside else line.bottom() + 6
        if not beside and y + self.height() > view.bottom():
            y = min(line.top(), spot.y()) - self.height() - GAP
        self.move(round(x), round(max(view.top(), min(y, view.bottom() - self.height()))))
        self.setVisible(view.top() - 20 <= spot.y() <= view.bottom() + 20)

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
