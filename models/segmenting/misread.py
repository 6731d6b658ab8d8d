"""Lines that say the same but for single characters, as when one text is read twice and misread once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from models.segmenting import terms

_SHORTEST = 5
_ALIKE = 0.25
"""Cosine of the pairs of characters from which two lines are looked at one character after the other."""
_SHARE = 7
"""Characters to one that may be another."""
_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万亿两")


def as_first_said(keys: Sequence[str]) -> list[str]:
    """`keys` with each that is another misread put as the first of them; what differs in a number says something else."""
    found = list(keys)
    long = [i for i, key in enumerate(keys) if len(key) >= _SHORTEST]
    if len(long) < 2:
        return found
    rows = terms.vectors([keys[i] for i in long])
    alike = (rows @ rows.T).tocoo()
    close = np.argwhere((alike.data > _ALIKE) & (alike.row < alike.col)).ravel()
    for left, right in sorted((long[alike.row[k]], long[alike.col[k]]) for k in close):
        if found[right] == keys[right] != keys[left] and misread(keys[left], keys[right]):
            found[right] = found[left]
    return found


def misread(left: str, right: str) -> bool:
    """Whether the two differ in single characters here and there, none of them a numeral or beside another such."""
    if len(left) != len(right):
        return False
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    apart = all(later - place > 1 for place, later in pairwise(places))
    said = {char for i in places for char in (left[i], right[i])}
    return apart and len(places) <= max(1, len(left) // _SHARE) and _NUMERALS.isdisjoint(said)
