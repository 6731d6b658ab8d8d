"""How a tag bar and its chips look: accepted ones are filled, suggestions have a dashed edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop import colours
from desktop.article_form.chips import Chip


def paint_bar(painter: QPainter, bar: QWidget, focused: bool) -> None:
    palette = bar.palette()
    edge = palette.color(QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(QRectF(bar.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def paint_chip(painter: QPainter, bar: QWidget, chip: Chip, settled: bool, current: bool) -> None:
    palette = bar.palette()
    base, accent = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Highlight)
    quiet = colours.quiet_colour(palette)
    pen = QPen(colours.mixed(base, accent, 0.55) if settled else colours.mixed(base, quiet, 0.7), 1)
    if not settled:
        pen.setStyle(Qt.PenStyle.DashLine)
    if current:
        pen = QPen(accent, 2)
    painter.setPen(pen)
    painter.setBrush(colours.mixed(base, accent, 0.18) if settled else Qt.BrushStyle.NoBrush)
    radius = chip.rect.height() / 2.6
    painter.drawRoundedRect(QRectF(chip.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(palette.color(QPalette.ColorRole.Text) if settled else quiet)
    text = painter.fontMetrics().elidedText(chip.label.value, Qt.TextElideMode.ElideRight, chip.text.width())
    painter.drawText(chip.text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    _paint_cross(painter, QRectF(chip.cross).center(), QPen(quiet, 1.3))


def _paint_cross(painter: QPainter, centre: QPointF, pen: QPen) -> None:
    painter.setPen(pen)
    arm = QPointF(3, 3)
    turned = QPointF(3, -3)
    painter.drawLine(centre - arm, centre + arm)
    painter.drawLine(centre - turned, centre + turned)
