"""Cuts of lines made as high as the reading network wants them, and long ones in pieces."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

HEIGHT = 48
STEP = 8
"""Pixels of a strip to one step of the network."""
_SHORTEST = 16
_LONGEST = 1600
"""Pixels of a piece: some 35 characters."""
_SEARCH = 240
"""Pixels before the end of a piece in which a gap is looked for."""

Strip = NDArray[np.uint8]
"""(48, width, 3)."""


def strip(cut: NDArray[np.uint8]) -> Strip:
    """`cut` (height, width, 3), its characters side by side."""
    height, width = cut.shape[:2]
    size = max(_SHORTEST, round(width * HEIGHT / height)), HEIGHT
    return np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC), np.uint8)


def upright_strip(cut: NDArray[np.uint8]) -> Strip:
    """`cut` with its characters one below the other: laid on its side, as the network was taught to read columns."""
    return strip(np.ascontiguousarray(np.rot90(cut)))


def pieces(whole: Strip) -> list[tuple[int, Strip]]:
    """`whole` cut in its gaps into pieces that need not be squeezed, each with the pixel where it starts."""
    width = whole.shape[1]
    found, start = [], 0
    while width - start > _LONGEST:
        end = start + _LONGEST - _SEARCH + _gap(whole[:, start + _LONGEST - _SEARCH : start + _LONGEST])
        found.append((start, whole[:, start:end]))
        start = end
    return [*found, (start, whole[:, start:])]


def _gap(part: Strip) -> int:
    """The middle of the widest run of the plainest columns of pixels."""
    busy = part.max(axis=2).astype(np.int16).max(axis=0) - part.min(axis=2).min(axis=0)
    plain = np.concatenate([[False], busy <= np.percentile(busy, 5) + 8, [False]])
    changes = np.flatnonzero(np.diff(plain.astype(np.int8)))
    starts, ends = changes[::2], changes[1::2]
    widest = int((ends - starts).argmax())
    return max(1, int(starts[widest] + ends[widest]) // 2)


def batches(widths: Sequence[int], room: int) -> list[list[int]]:
    """Numbers of strips to be read at once: alike in width, together no wider than `room` pixels unless alone."""
    found: list[list[int]] = []
    for number in sorted(range(len(widths)), key=widths.__getitem__):
        if found and (len(found[-1]) + 1) * widths[number] <= room:
            found[-1].append(number)
        else:
            found.append([number])
    return found
