"""The number badges on a picture: where each stands and what it says, for whoever paints or grasps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from desktop.page_canvas.look import scaled_font
from desktop.page_canvas.marks import badge_size
from desktop.page_canvas.shapes import Shape
from models.domain.geometry import Rect

SIZE = 12.0
"""Height of their type, in pixels."""


@dataclass(frozen=True, slots=True)
class Badge:
    shape: Shape
    rect: QRectF
    text: str


def badge_font(font: QFont) -> QFont:
    return scaled_font(font, SIZE, bold=True)


def badges_of(
    shapes: Sequence[Shape], article: int | None, font: QFont, to_content: Callable[[Rect], QRectF]
) -> Iterator[Badge]:
    """Every article's number at its start; at all shapes of the selected `article` their place in its reading order."""
    last = {shape.place.article: shape.ordinal for shape in shapes}
    for shape in shapes:
        selected = shape.place.article == article
        if shape.ordinal == 1 or (shape.ordinal and selected):
            number = shape.place.position + 1
            text = f"{number}·{shape.ordinal}" if selected and last[article] > 1 else str(number)
            rect = badge_size(font, text)
            # Beside the corner where it has a handle, outside the text elsewhere.
            rect.moveBottomLeft(to_content(shape.rect).topLeft() + QPointF(7 if selected else -6, rect.height() * 0.4))
            yield Badge(shape, rect, text)
