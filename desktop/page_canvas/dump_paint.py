"""Paints the rows of a dump that are in view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout

from desktop import colours
from desktop.page_canvas.dump_layout import DumpLayout, Row, badge_text, is_heading, tag_text
from desktop.page_canvas.look import Look, scaled_font
from desktop.page_canvas.marks import BAR, badge_size, draw_badge, draw_bar, draw_joint, draw_pointed, draw_tag
from desktop.page_canvas.order_lines import draw_order
from desktop.page_canvas.placement import Placement, Standing
from desktop.page_canvas.typesetting import Typesetter
from models.domain.joint import Joint

MARK = 0.95
"""Size of a joint's mark in font sizes."""


@dataclass(frozen=True, slots=True)
class _Brushes:
    """What every row is painted with."""

    look: Look
    layout: DumpLayout
    typesetter: Typesetter
    font: QFont
    small: QFont


def paint_dump(
    painter: QPainter, clip: QRectF, look: Look, placement: Placement, layout: DumpLayout, typesetter: Typesetter, font: QFont
) -> None:
    painter.fillRect(clip, look.theme.base)
    brushes = _Brushes(look, layout, typesetter, font, scaled_font(font, font.pixelSize() * 0.75))
    painter.setFont(brushes.small)
    # A mark reaches over the row above, a note stands above its row.
    rows = layout.rows_between(clip.top() - 40, clip.bottom() + 40)
    # Smoothed edges of neighbouring rows would leave a seam between them.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for row in rows:
        _paint_ground(painter, row, brushes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.article in placement.stretches:
        draw_order(painter, placement.stretches[look.article], layout, look.theme)
    for row in rows:
        _paint_row(painter, row, brushes)
    for row in rows:
        joint = placement.doubts.get(row.line.number)
        if joint is not None:
            _paint_joint(painter, row, joint, brushes)
    _paint_cursor(painter, brushes)
    _paint_pointed(painter, brushes)
    _paint_drop(painter, brushes)


def _paint_ground(painter: QPainter, row: Row, brushes: _Brushes) -> None:
    theme, columns, number = brushes.look.theme, brushes.layout.columns, row.line.number
    rect = QRectF(columns.bar, row.top, columns.right - columns.bar, row.height)
    painter.fillRect(rect, theme.tint(row.place, brushes.look.strength(row.place, number)))
    if row.place.standing is Standing.DUPLICATE:
        painter.fillRect(rect, QBrush(theme.tint(row.place, 0.15), Qt.BrushStyle.BDiagPattern))
    draw_bar(painter, QRectF(columns.bar, row.top, BAR, row.height), row.place, theme)
    if number in brushes.look.lines:
        painter.fillRect(QRectF(columns.bar + BAR, row.top, 2, row.height), theme.strong(row.place))


def _paint_row(painter: QPainter, row: Row, brushes: _Brushes) -> None:
    theme, columns = brushes.look.theme, brushes.layout.columns
    first = QRectF(0, row.top, 0, brushes.typesetter.row_height)
    strong = theme.strong(row.place)
    painter.setFont(brushes.small)
    _paint_number(painter, row, brushes)
    _paint_text(painter, row, brushes)
    if row.opens_block:
        tags = QRectF(columns.tags, first.top(), columns.right - columns.tags - 6, first.height())
        painter.setFont(brushes.small)
        draw_tag(painter, tags, tag_text(row.place), strong, theme.base)
    if row.place.stretch is not None and row.place.stretch.lines[0] == row.line.number:
        _paint_badge(painter, row, brushes, strong)
    if row.note:
        _paint_note(painter, row, brushes, strong)


def _paint_number(painter: QPainter, row: Row, brushes: _Brushes) -> None:
    """The cursor's number stands on the colour of its article."""
    look, columns, number = brushes.look, brushes.layout.columns, row.line.number
    rect = QRectF(columns.numbers, row.top, columns.badges - columns.numbers - 10, brushes.typesetter.row_height)
    painter.setPen(look.theme.text if number in look.lines else look.theme.quiet)
    if number == look.cursor:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.strong(row.place))
        painter.drawRoundedRect(rect.adjusted(-5, 2, 5, -2), 3, 3)
        painter.setPen(colours.badge_text(look.theme.dark))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))


def _paint_badge(painter: QPainter, row: Row, brushes: _Brushes, strong: QColor) -> None:
    columns, theme = brushes.layout.columns, brushes.look.theme
    text = badge_text(row.place)
    badge = badge_size(brushes.small, text)
    badge.moveCenter(QPointF(0, row.top + brushes.typesetter.row_height / 2))
    badge.moveRight(columns.bar - 9)
    draw_badge(painter, badge, text, strong, colours.badge_text(theme.dark))


def _paint_note(painter: QPainter, row: Row, brushes: _Brushes, strong: QColor) -> None:
    columns = brushes.layout.columns
    rect = QRectF(columns.text, row.top - row.note_height, columns.right - columns.text, row.note_height)
    painter.setFont(brushes.small)
    painter.setPen(strong)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, row.note)


def _paint_text(painter: QPainter, row: Row, brushes: _Brushes) -> None:
    theme = brushes.look.theme
    quiet = row.place.standing in (Standing.FURNITURE, Standing.DUPLICATE)
    painter.setPen(theme.quiet if quiet else theme.text)
    line = brushes.typesetter.line(row.line, is_heading(row.place))
    marks = _marks_format(row, theme.quiet) if row.line.marks.heading else []
    line.layout.draw(painter, QPointF(brushes.layout.columns.text, row.top), marks)


def _marks_format(row: Row, quiet: QColor) -> list[QTextLayout.FormatRange]:
    """Markdown's # stands back behind the words."""
    text = row.line.text
    part = QTextLayout.FormatRange()
    part.start, part.length = 0, len(text) - len(text.lstrip().lstrip("#"))
    style = QTextCharFormat()
    style.setForeground(quiet)
    part.format = style
    return [part]


def _paint_joint(painter: QPainter, row: Row, joint: Joint, brushes: _Brushes) -> None:
    theme, columns, spot = brushes.look.theme, brushes.layout.columns, brushes.layout.spot(row)
    colour = colours.certainty_colour(joint.claim.certainty, theme.dark)
    shown = 0.85 if joint.claim.right == brushes.look.cursor else 0.4
    painter.setPen(QPen(colours.mixed(theme.base, colour, shown), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(columns.bar, spot.y()), QPointF(columns.right, spot.y()))
    painter.setFont(brushes.font)
    draw_joint(painter, spot, brushes.font.pixelSize() * MARK, joint.claim.certainty, theme.dark)


def _paint_cursor(painter: QPainter, brushes: _Brushes) -> None:
    cursor = brushes.look.cursor
    row = brushes.layout.row(cursor) if cursor is not None else None
    if row is not None:
        painter.setPen(QPen(brushes.look.theme.strong(row.place), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(brushes.layout.rect(row).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)


def _paint_pointed(painter: QPainter, brushes: _Brushes) -> None:
    pointed = brushes.look.pointed
    row = brushes.layout.row(pointed) if pointed is not None else None
    if row is not None:
        draw_pointed(painter, brushes.layout.rect(row), brushes.look.theme.accent)


def _paint_drop(painter: QPainter, brushes: _Brushes) -> None:
    drop = brushes.look.drop
    row = brushes.layout.row(drop.at) if drop is not None else None
    if drop is None or row is None:
        return
    columns, y = brushes.layout.columns, row.top + (row.height if drop.below else 0.0)
    strong = brushes.look.theme.strong(row.place)
    painter.setPen(QPen(strong, 3))
    painter.drawLine(QPointF(columns.bar, y), QPointF(columns.right, y))
    painter.setBrush(strong)
    painter.drawEllipse(QPointF(columns.bar, y), 5, 5)
