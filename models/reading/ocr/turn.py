"""Which way up a page stands, told by reading a few of its lines all ways."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.reading.ocr.decode import Said
from models.reading.ocr.plane import Plane
from models.reading.ocr.spot import Spot, median_thickness
from models.reading.ocr.strip_reader import StripReader
from models.reading.ocr.strips import strip

_SAMPLES = 10
_LONG = 5.0
"""Times as long as thick the lines are that tell."""
_CLEAR = 0.9
"""Mean chance from which other ways need not be tried."""


def turn(plane: Plane, spots: Sequence[Spot], reader: StripReader) -> int:
    """Quarters, in degrees clockwise, by which the page on `plane` must be turned to stand upright."""
    samples = _samples(spots)
    if not samples:
        return 0
    cuts = [plane.cut(spot) for spot in samples]
    if 2 * sum(spot.tall for spot in samples) > len(samples):
        # Not 0 first: the network reads characters that lie on their left side as well as upright ones.
        ways = {90: _turned(cuts, 90), 0: [_stacked(cut) for cut in cuts], 270: _turned(cuts, 270)}
    else:
        ways = {0: cuts, 180: _turned(cuts, 180)}
    best, found = 0.0, 0
    for quarter, turned in ways.items():
        if (sure := _sureness(reader, turned)) > best:
            best, found = sure, quarter
        if best >= _CLEAR:
            break
    return found


def _turned(cuts: Sequence[NDArray[np.uint8]], quarter: int) -> list[NDArray[np.uint8]]:
    return [np.rot90(cut, -quarter // 90) for cut in cuts]


def _samples(spots: Sequence[Spot]) -> list[Spot]:
    """Long lines of the ordinary size, from all over the page."""
    thickness = median_thickness(spots)
    long = [
        spot
        for spot in spots
        if max(spot.width, spot.height) > _LONG * spot.thickness and 0.6 * thickness < spot.thickness < 2 * thickness
    ]
    tall = [spot for spot in long if spot.tall]
    same = tall if 2 * len(tall) > len(long) else [spot for spot in long if not spot.tall]
    return same[:: max(1, len(same) // _SAMPLES)][:_SAMPLES]


def _stacked(column: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The squares of a column side by side, each upright: legible where its characters stand upright."""
    side = column.shape[1]
    busy = column.max(axis=2).max(axis=1).astype(int) - column.min(axis=2).min(axis=1)
    squares, start = [], 0
    while start + side // 2 < len(column):
        window = busy[start + side * 3 // 4 : start + side * 5 // 4]
        end = start + side * 3 // 4 + (int(window.argmin()) if window.size else side // 4)
        square = column[start:end]
        squares.append(np.pad(square, ((0, max(0, side * 5 // 4 - len(square))), (0, 0), (0, 0)), mode="edge"))
        start = end
    return np.concatenate(squares, axis=1) if squares else column


def _sureness(reader: StripReader, cuts: Sequence[NDArray[np.uint8]]) -> float:
    """Of the characters that ought to be there, how surely they are read."""
    said = reader.read([strip(np.ascontiguousarray(cut)) for cut in cuts])
    return sum(map(_sure, said)) / len(said)


def _sure(said: Said) -> float:
    return said.confidence if len(said.text) > 2 else 0.0
