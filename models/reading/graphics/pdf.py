"""Rules, frames and photos of a PDF page, from what it draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.reading.graphics.borders import drawn_frames
from models.reading.graphics.sheet import shared
from models.reading.graphics.vectors import Drawn, Kind, drawn

_THICK = 6.0
"""Points that a rule is thick at most."""
_LONG = 18.0
"""Points that it is long at least; shorter strokes are ornament, or characters drawn as outlines."""
_GAP = 3.0
"""Points between the pieces of one rule, or the dashes of a broken one."""
_FRAME = 40.0, 16.0
"""Points of the longer and shorter side of a frame or a tinted ground at least."""
_LABEL = 8.0
"""Points of the shorter side of a coloured label at least."""
_PHOTO = 24.0
_PHOTO_AREA = 0.003
"""Points of a photo's shorter side, and its part of the page, at least."""
_SCAN = 0.8
"""A picture on so much of the page is a scan of the page."""
_OUTLINED = 300
"""Shapes on a page from which they are its characters."""
_UNDER_TEXT = 0.4
"""A picture with text on so much of it is a ground for the text."""


def pdf_graphics(page: pypdfium2.PdfPage, text: Sequence[Rect]) -> Graphics:
    """What the page draws beside its text, whose outlines are `text`; call it with PDFium's lock held.

    All in parts of the page as it is shown.
    """
    return graphics_of(list(drawn(page)), page.get_size(), text)


def shows_more_than_text(things: Sequence[Drawn], size: tuple[float, float]) -> bool:
    """Whether the page is a scan, or its characters are painted as outlines: then it is full whatever its text layer has."""
    shapes = sum(thing.kind is Kind.SHAPE for thing in things)
    return shapes >= _OUTLINED or any(_covers(rect, *size) for rect in _joined_images(things))


def graphics_of(things: Sequence[Drawn], size: tuple[float, float], text: Sequence[Rect]) -> Graphics:
    """The same of what `drawn` found on a page of that size in points."""
    width, height = size
    rules = list(_rules([thing.rect for thing in things if thing.kind is Kind.LINE]))
    fills = [thing.rect for thing in things if thing.kind is Kind.FILL and not _covers(thing.rect, width, height)]
    images = [rect for rect in _joined_images(things) if not _covers(rect, width, height)]

    def parts(rects: Sequence[Rect]) -> list[Rect]:
        return [inside for rect in rects if (inside := _parts(rect, width, height)) is not None]

    pictures = parts(images)
    grounds = [rect for rect in pictures if _text_on(rect, text) > _UNDER_TEXT]
    photos = [rect for rect in pictures if rect not in grounds and _is_photo(rect, width, height)]
    tints = [rect for rect in parts(fills) if _is_ground(rect, (width, height), text)]
    frames = [*parts(list(drawn_frames(rules, (width, height), _FRAME))), *tints, *grounds]
    return Graphics(tuple(parts(rules)), tuple(_distinct(frames, photos)), tuple(photos))


def _parts(rect: Rect, width: float, height: float) -> Rect | None:
    """In parts of the page; None for what lies beside it."""
    x0, y0 = max(0.0, rect.x0 / width), max(0.0, rect.y0 / height)
    x1, y1 = min(1.0, rect.x1 / width), min(1.0, rect.y1 / height)
    return Rect(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def _rules(lines: Sequence[Rect]) -> Iterator[Rect]:
    """Pieces put together, and those that are long and thin."""
    level = _chained([rect for rect in lines if rect.height <= _THICK and rect.width > 0.9 * rect.height])
    upright = _chained([_flipped(rect) for rect in lines if rect.width <= _THICK and rect.height > 0.9 * rect.width])
    for rect in (*level, *map(_flipped, upright)):
        length, thickness = max(rect.width, rect.height), min(rect.width, rect.height)
        if length >= _LONG and length > 5 * thickness:
            yield rect


def _chained(pieces: Sequence[Rect]) -> list[Rect]:
    """Level pieces that go on in each other, as one."""
    found: list[Rect] = []
    for level in _levels(pieces):
        last = level[0]
        for rect in level[1:]:
            if rect.x0 - last.x1 <= _GAP:
                last = last.united(rect)
            else:
                found.append(last)
                last = rect
        found.append(last)
    return found


def _levels(pieces: Sequence[Rect]) -> Iterator[list[Rect]]:
    """Pieces at one height, left to right."""
    level: list[Rect] = []
    for rect in sorted(pieces, key=lambda rect: rect.centre[1]):
        if level and rect.centre[1] - level[0].centre[1] > 1.0:
            yield sorted(level, key=lambda rect: rect.x0)
            level = []
        level.append(rect)
    if level:
        yield sorted(level, key=lambda rect: rect.x0)


def _flipped(rect: Rect) -> Rect:
    return Rect(rect.y0, rect.x0, rect.y1, rect.x1)


def _is_ground(rect: Rect, size: tuple[float, float], text: Sequence[Rect]) -> bool:
    """Whether a filled area is the ground of some text: large, or a label round a word or two."""
    sides = sorted((rect.width * size[0], rect.height * size[1]))
    return (sides[1] >= _FRAME[0] and sides[0] >= _FRAME[1]) or (sides[0] >= _LABEL and _text_on(rect, text) > _UNDER_TEXT)


def _covers(rect: Rect, width: float, height: float) -> bool:
    return shared(rect, Rect(0, 0, width, height)) > _SCAN * width * height


def _is_photo(rect: Rect, width: float, height: float) -> bool:
    return min(rect.width * width, rect.height * height) >= _PHOTO and rect.width * rect.height > _PHOTO_AREA


def _joined_images(things: Sequence[Drawn]) -> list[Rect]:
    """Pictures that were cut into strips, whole again."""
    found: list[Rect] = []
    for rect in sorted((thing.rect for thing in things if thing.kind is Kind.IMAGE), key=lambda rect: (rect.y0, rect.x0)):
        strip = next((other for other in found if _touch(other, rect) or _touch(_flipped(other), _flipped(rect))), None)
        if strip is None:
            found.append(rect)
        else:
            found[found.index(strip)] = strip.united(rect)
    return found


def _touch(above: Rect, below: Rect) -> bool:
    """Whether `below` goes on where `above` ends, as wide as it."""
    flush = abs(above.x0 - below.x0) < 1.0 and abs(above.x1 - below.x1) < 1.0
    return flush and -1.0 <= below.y0 - above.y1 < 1.0


def _text_on(rect: Rect, text: Sequence[Rect]) -> float:
    return sum(shared(rect, line) for line in text) / (rect.width * rect.height)


def _distinct(frames: Sequence[Rect], photos: Sequence[Rect]) -> Iterator[Rect]:
    """Each frame once, and none that only goes round a photo."""
    kept = list(photos)
    for rect in frames:
        area = rect.width * rect.height
        if not any(shared(rect, other) > 0.85 * max(area, other.width * other.height) for other in kept):
            kept.append(rect)
            yield rect
