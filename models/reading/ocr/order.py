"""The order of lines on a page: cut across and down through its blanks, columns from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from models.reading.ocr.spot import Spot, median_thickness

_GAP = 0.3
"""Times an ordinary line's thickness that a blank between two parts is wide at least."""
_ALIKE = 0.6
"""Blanks so wide, against the widest, part what lies on the same level."""

Span = tuple[float, float]


def reading_order(spots: Sequence[Spot]) -> list[int]:
    """Numbers of `spots`, top to bottom and left to right; tall lines side by side from right to left."""
    return _ordered(list(range(len(spots))), spots, median_thickness(spots))


def _ordered(numbers: list[int], spots: Sequence[Spot], thickness: float) -> list[int]:
    if len(numbers) < 2:
        return numbers
    rows = [(spots[n].y0, spots[n].y1) for n in numbers]
    columns = [(spots[n].x0, spots[n].x1) for n in numbers]
    down, across = _widest_blank(rows), _widest_blank(columns)
    if max(down, across) < _GAP * thickness:
        return _plainly(numbers, spots, thickness)
    parts = _parts(numbers, rows, _ALIKE * down) if down > across else _parts(numbers, columns, _ALIKE * across)
    if across >= down and 2 * sum(spots[n].tall for n in numbers) > len(numbers):
        parts = parts[::-1]
    return [number for part in parts for number in _ordered(part, spots, thickness)]


def _widest_blank(spans: Sequence[Span]) -> float:
    """Between the end of all that start before it and the next start; 0 where each meets another."""
    widest, end = 0.0, float("inf")
    for start, stop in sorted(spans):
        widest = max(widest, start - end)
        end = max(end, stop) if end < float("inf") else stop
    return widest


def _parts(numbers: Sequence[int], spans: Sequence[Span], blank: float) -> list[list[int]]:
    """`numbers` parted where none of their spans reaches over so wide a blank, in the order of the spans."""
    groups: list[list[int]] = []
    end = float("-inf")
    for (start, stop), number in sorted(zip(spans, numbers, strict=True)):
        if start - end >= blank:
            groups.append([])
        groups[-1].append(number)
        end = max(end, stop)
    return groups


def _plainly(numbers: Sequence[int], spots: Sequence[Spot], thickness: float) -> list[int]:
    """Where no blank parts them: columns by their left ends, each from the top."""
    columns: list[list[int]] = []
    for number in sorted(numbers, key=lambda n: spots[n].x0):
        if columns and spots[number].x0 - spots[columns[-1][0]].x0 < 3 * thickness:
            columns[-1].append(number)
        else:
            columns.append([number])
    return [number for column in columns for number in sorted(column, key=lambda n: spots[n].y0)]
