"""Reads a picture of a newspaper page: lines, how the page lies, and what is printed beside the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.view import AS_IT_LIES, View
from models.reading.graphics.picture import picture_graphics
from models.reading.ocr import READER
from models.reading.ocr.closing_marks import with_closing_marks
from models.reading.ocr.dashes import with_dashes
from models.reading.ocr.decode import Said
from models.reading.ocr.doubles import without_doubles
from models.reading.ocr.finder import Finder, ink
from models.reading.ocr.gutters import cut_at_gutters
from models.reading.ocr.order import reading_order
from models.reading.ocr.paper import sheet_bounds
from models.reading.ocr.plane import Plane
from models.reading.ocr.single_rows import cut_in_single_rows
from models.reading.ocr.skew import skew
from models.reading.ocr.spot import Spot
from models.reading.ocr.strip_reader import StripReader
from models.reading.ocr.strips import HEIGHT, Strip, strip, upright_strip
from models.reading.ocr.tight import tight
from models.reading.ocr.turn import turn

_DOUBTFUL = 0.9
"""Chance below which an editor should look at a character."""
_NOTHING = 0.5
"""Mean chance below which what was found is taken for no text."""

Report = Callable[[int, int], None]
"""Told how many of how many lines are read."""


class Recogniser:
    """Holds the networks, some 100 MB; one call at a time."""

    def __init__(self, threads: int) -> None:
        self._finder = Finder(threads)
        self._reader = StripReader(threads)

    def read(self, image: NDArray[np.uint8], report: Report = lambda *_: None) -> Reading:
        """`image` is (height, width, 3) RGB, upright as its file says; outlines come in parts of it."""
        height, width = image.shape[:2]
        left, top, right, bottom = sheet_bounds(image)
        plane, lines = self._read(image[top:bottom, left:right], report)
        lines = tuple(_moved(line, (left, top, right, bottom), (width, height)) for line in lines)
        outlines = [line.outline for line in lines if line.outline is not None]
        return Reading(
            lines,
            SourceKind.PICTURE,
            Regime.WRAPPED,
            width,
            height,
            reader=READER,
            view=plane.view,
            graphics=picture_graphics(image, outlines, plane.view),
        )

    def read_region(self, image: NDArray[np.uint8], rect: Rect, view: View = AS_IT_LIES) -> tuple[Line, ...]:
        """The lines within `rect`, read alone; outlines and `rect` in parts of `image`, `view` as the whole page was read."""
        height, width = image.shape[:2]
        left, right = (min(width, max(0, round(x * width))) for x in (rect.x0, rect.x1))
        top, bottom = (min(height, max(0, round(y * height))) for y in (rect.y0, rect.y1))
        if left >= right or top >= bottom:
            return ()
        plane = Plane(image[top:bottom, left:right], view)
        lines = self._lines(plane, self._found(plane), lambda *_: None)
        return tuple(_moved(line, (left, top, right, bottom), (width, height)) for line in lines)

    def _read(self, picture: NDArray[np.uint8], report: Report) -> tuple[Plane, tuple[Line, ...]]:
        plane = Plane(picture, View(0, skew(picture)))
        found = self._found(plane)
        if quarter := turn(plane, [place.spot for place in found], self._reader):
            plane = Plane(picture, View(quarter, plane.view.skew))
            found = self._found(plane)
        return plane, self._lines(plane, found, report)

    def _found(self, plane: Plane) -> list[_Found]:
        spots, copy = self._finder.find(plane)
        inked = ink(copy)
        across, down = plane.size[0] / copy.shape[1], plane.size[1] / copy.shape[0]
        spots = cut_in_single_rows(cut_at_gutters(without_doubles(spots), inked), inked)
        spots = with_closing_marks(with_dashes(spots, inked), inked)
        return [_Found(spot.scaled(across, down), tight(spot, inked).scaled(across, down)) for spot in spots]

    def _lines(self, plane: Plane, found: Sequence[_Found], report: Report) -> tuple[Line, ...]:
        said = self._reader.read([_strip(plane, place.spot) for place in found], report)
        kept = [(place.print, text) for place, text in zip(found, said, strict=True) if _is_text(text)]
        order = reading_order([spot for spot, _ in kept])
        return tuple(_line(number, plane, *kept[place]) for number, place in enumerate(order, start=1))


@dataclass(frozen=True)
class _Found:
    """In pixels of the level page."""

    spot: Spot
    """With the margin that the network likes to see."""
    print: Spot


def _strip(plane: Plane, spot: Spot) -> Strip:
    # Small print is enlarged with the same stroke that cuts it: each interpolation would blur it once more.
    cut = plane.cut(spot, max(1.0, HEIGHT / spot.thickness))
    return upright_strip(cut) if spot.tall else strip(cut)


def _is_text(said: Said) -> bool:
    return bool(said.text.strip()) and said.confidence >= _NOTHING


def _line(number: int, plane: Plane, spot: Spot, said: Said) -> Line:
    width, height = plane.size
    level = Rect(spot.x0 / width, spot.y0 / height, spot.x1 / width, spot.y1 / height)
    picture_height, picture_width = plane.picture.shape[:2]
    return Line(
        number,
        said.text,
        plane.view.slanted(level, picture_width, picture_height),
        spot.thickness / picture_height,
        confidence=said.confidence,
        unsure=tuple(place for place, chance in enumerate(said.chances) if chance < _DOUBTFUL),
        vertical=spot.tall,
    )


def _moved(line: Line, part: tuple[int, int, int, int], size: tuple[int, int]) -> Line:
    """`line` with its outline and type in parts of the picture of `size` whose `part` in pixels was read."""
    assert line.outline is not None
    assert line.glyph_height is not None
    left, top, right, bottom = part
    across, down = (right - left) / size[0], (bottom - top) / size[1]
    outline = line.outline
    x0, x1 = (left / size[0] + x * across for x in (outline.x0, outline.x1))
    y0, y1 = (top / size[1] + y * down for y in (outline.y0, outline.y1))
    inside = Rect(*(min(1.0, max(0.0, part)) for part in (x0, y0, x1, y1)))
    return replace(line, outline=inside, glyph_height=line.glyph_height * down)
