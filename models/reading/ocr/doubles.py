"""No line is read twice: of places that cover each other one stays."""

from __future__ import annotations

from collections.abc import Sequence

from models.reading.ocr.spot import Spot

_COVERED = 0.6
"""Share of the smaller place that lies within the other."""
_MANY = 2
"""Places within one larger from which that is no line but what stands round them."""


def without_doubles(spots: Sequence[Spot]) -> list[Spot]:
    """`spots` in their order without those that lie within another, or hold several others."""
    by_area = sorted(range(len(spots)), key=lambda number: -spots[number].area)
    gone: set[int] = set()
    for place, large in enumerate(by_area):
        if large in gone:
            continue
        within = [small for small in by_area[place + 1 :] if _covers(spots[large], spots[small])]
        if len(within) >= _MANY and all(2 * spots[small].thickness < spots[large].thickness for small in within):
            gone.add(large)
        else:
            gone.update(within)
    return [spot for number, spot in enumerate(spots) if number not in gone]


def _covers(large: Spot, small: Spot) -> bool:
    return large.shared(small) > _COVERED * small.area
