"""Where the bubble can lie without covering the lines that are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 10.0
WIDE, NARROW = 360.0, 250.0
"""Widths of the bubble, in pixels."""
READ, GLANCED = 110.0, 60.0
"""Of a paragraph taller than this only so much is kept free, at the joint; the second where even that is too much."""


def free_place(height: Callable[[float], float], rects: Sequence[QRectF], view: QRectF, least: float = 0.0) -> QRectF:
    """The best place in `view` that leaves all `rects` free, the line at the joint first; `height` of a width.

    `least` is the width that its buttons need.

    Beside the lines if there is room, else below or above them; where tall paragraphs leave none, their parts away from
    the joint are covered.
    """
    for kept in (rects, *([_cut(rect, rects[0], most) for rect in rects] for most in (READ, GLANCED))):
        for place in _places(height, kept, view, least):
            if view.contains(place) and not any(place.intersects(rect) for rect in kept):
                return place
    width = min(max(WIDE, least), view.width() - 2 * GAP)
    size = QSizeF(width, height(width))
    return QRectF(QPointF(view.right() - width - GAP, max(view.top(), view.bottom() - size.height() - GAP)), size)


def covered(place: QRectF, rects: Sequence[QRectF]) -> bool:
    """Whether something at `place` hides what of `rects` is read: the line at the joint first."""
    return any(place.intersects(_cut(rect, rects[0], GLANCED)) for rect in rects)


def top_of(rects: Sequence[QRectF]) -> float:
    """Where what is read of `rects` begins, the line at the joint first; of a line far from it nothing counts."""
    line, *before = rects
    return (
        line.top()
        - max((min(GLANCED, rect.height()) for rect in before if 0 <= line.top() - rect.bottom() < READ), default=0.0)
        - GAP
    )


def _cut(rect: QRectF, line: QRectF, most: float) -> QRectF:
    """The start of the line at the joint, the end of the one before; `most` pixels of each."""
    tall = min(rect.height(), most)
    top = rect.top() if rect == line else rect.bottom() - tall
    return QRectF(rect.left(), top, rect.width(), tall)


def _places(height: Callable[[float], float], kept: Sequence[QRectF], view: QRectF, least: float) -> Iterator[QRectF]:
    line, room = kept[0], view.width() - 2 * GAP
    highest = min(rect.top() for rect in kept)
    wide, narrow = (min(max(width, least), room) for width in (WIDE, NARROW))
    for width in (wide, narrow):
        size = QSizeF(width, height(width))
        y = max(view.top(), min(line.top() - GAP, view.bottom() - size.height()))
        yield QRectF(QPointF(line.right() + GAP, y), size)
        yield QRectF(QPointF(line.left() - 3 * GAP - width, y), size)
    size = QSizeF(wide, height(wide))
    # Lines of a dump are as wide as the view and mostly empty at their right end.
    end = view.right() if line.width() > 0.5 * view.width() else line.right()
    x = max(view.left() + GAP, min(end, view.right() - GAP) - size.width())
    for y in (line.bottom() + GAP, highest - size.height() - GAP, line.top() - size.height() - GAP):
        yield QRectF(QPointF(x, y), size)
