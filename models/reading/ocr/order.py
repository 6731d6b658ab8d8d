"""The order of lines on a page: cut across and down through its blanks, columns from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from models.reading.ocr.spot import Spot, median_thickness

_GAP = 0.9
"""Times an ordinary line's thickness that a blank across the page is high at least."""


def reading_order(spots: Sequence[Spot]) -> list[int]:
    """Numbers of `spots`, top to bottom and left to right; tall lines side by side from right to left."""
    return _ordered(list(range(len(spots))), spots, median_thickness(spots))


def _ordered(numbers: list[int], spots: Sequence[Spot], thickness: float) -> list[int]:
    if len(numbers) < 2:
        return numbers
    rows = _groups(numbers, [(spots[n].y0, spots[n].y1) for n in numbers], _GAP * thickness)
    columns = _groups(numbers, [(spots[n].x0, spots[n].x1) for n in numbers], 0.0)
    parts = rows if len(rows) > 1 else columns
    if len(parts) < 2:
        return _plainly(numbers, spots, thickness)
    if parts is columns and 2 * sum(spots[n].tall for n in numbers) > len(numbers):
        parts = parts[::-1]
    return [number for part in parts for number in _ordered(part, spots, thickness)]


def _groups(numbers: Sequence[int], spans: Sequence[tuple[float, float]], gap: float) -> list[list[int]]:
    """`numbers` parted where none of their spans reaches, in the order of the spans."""
    groups: list[list[int]] = []
    end = float("-inf")
    for (start, stop), number in sorted(zip(spans, numbers, strict=True)):
        if start > end + gap or not groups:
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
