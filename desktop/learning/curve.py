"""The learning curve: repairs an article by finished pages, each page a dot, the mean of the last ten a line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import mean

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop import colours
from models.i18n import _
from models.learning.curve import Point

SPAN = 10
"""Pages in a mean."""
_STEPS = 3
"""Lines across, above the ground line."""
_GAP = 6


class CurveView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(80)
        self.show_points(())

    def show_points(self, points: Sequence[Point]) -> None:
        """In the order in which the pages were finished; those of which nothing is known are left out."""
        self._values = [point.repairs_per_article for point in points if point.known]
        self.setAccessibleName(_("Learning curve"))
        self.setAccessibleDescription(summary(self._values))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, 140)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().base())
        if self._values:
            self._paint(painter)
        else:
            painter.setPen(colours.quiet_colour(self.palette()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, summary(()))

    def _paint(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        top = _above(max(self._values))
        left = metrics.horizontalAdvance(_label(top)) + 2 * _GAP
        frame = QRectF(self.rect()).adjusted(left, 1.5 * metrics.height() + _GAP, -2 * _GAP, -metrics.height() - _GAP)
        self._paint_frame(painter, frame, top)
        dark = colours.is_dark(self.palette())
        places = [_place(frame, i, len(self._values), value / top) for i, value in enumerate(self._values)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.quiet_colour(self.palette()))
        for place in places:
            painter.drawEllipse(place, 2.0, 2.0)
        means = [_place(frame, i, len(self._values), value / top) for i, value in enumerate(running(self._values))]
        painter.setPen(QPen(colours.article_colour(0, dark), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(means))

    def _paint_frame(self, painter: QPainter, frame: QRectF, top: float) -> None:
        quiet, metrics = colours.quiet_colour(self.palette()), self.fontMetrics()
        line = QColor(quiet)
        line.setAlphaF(0.35)
        for step in range(_STEPS + 1):
            y = frame.bottom() - frame.height() * step / _STEPS
            painter.setPen(line)
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(quiet)
            text = _label(top * step / _STEPS)
            painter.drawText(QPointF(frame.left() - _GAP - metrics.horizontalAdvance(text), y + metrics.ascent() / 2), text)
        text = _("Repairs per article; the line is the mean of {count} pages").format(count=SPAN)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 2 * _GAP)
        painter.drawText(QPointF(_GAP, metrics.ascent()), text)
        below = frame.bottom() + _GAP + metrics.ascent()
        painter.drawText(QPointF(frame.left(), below), "1")
        text = _("{count} finished pages").format(count=len(self._values))
        painter.drawText(QPointF(frame.right() - metrics.horizontalAdvance(text), below), text)


def running(values: Sequence[float]) -> list[float]:
    """The mean of each value and those before it, ten at most."""
    return [mean(values[max(0, i + 1 - SPAN) : i + 1]) for i in range(len(values))]


def summary(values: Sequence[float]) -> str:
    """The curve in a sentence."""
    if not values:
        return _("The engine learns from the pages that you finish. None has been finished yet.")
    if len(values) <= SPAN:
        return _("{count} finished pages: {mean} repairs an article.").format(count=len(values), mean=_label(mean(values)))
    return _("The first {span} pages: {first} repairs an article; the last {span}: {last}.").format(
        span=SPAN, first=_label(mean(values[:SPAN])), last=_label(mean(values[-SPAN:]))
    )


def _place(frame: QRectF, i: int, count: int, share: float) -> QPointF:
    return QPointF(
        frame.left() + frame.width() * (i / (count - 1) if count > 1 else 0.5), frame.bottom() - frame.height() * share
    )


def _above(value: float) -> float:
    """A round number that `value` does not reach over, three steps of it being round too."""
    step = 0.3 if value < 3 else 1.5
    return max(step, step * math.ceil(value / step))


def _label(value: float) -> str:
    return f"{value:.1f}"
