"""The reading network's answer becomes text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NONE = 0
"""The network's class for no character."""


@dataclass(frozen=True, slots=True)
class Said:
    """Characters, how sure the network is of each in 0..1, and where each stands, in steps of the network."""

    text: str = ""
    chances: tuple[float, ...] = ()
    places: tuple[float, ...] = ()

    @property
    def confidence(self) -> float:
        """The mean chance; 0 for no text."""
        return sum(self.chances) / len(self.chances) if self.chances else 0.0


def decoded(answer: NDArray[np.float32], characters: Sequence[str]) -> Said:
    """Of (steps, classes): runs of one class are one character, class 0 is none; a character's chance is its run's highest."""
    classes = answer.argmax(axis=1)
    starts = np.flatnonzero(np.diff(classes, prepend=-1))
    ends = np.append(starts[1:], len(classes))
    text, chances, places = [], [], []
    for start, end in zip(starts, ends, strict=True):
        if (found := int(classes[start])) != NONE:
            text.append(characters[found])
            chances.append(float(answer[start:end, found].max()))
            places.append((int(start) + int(end) - 1) / 2)
    return Said("".join(text), tuple(chances), tuple(places))


def joined(pieces: Sequence[Said], starts: Sequence[float]) -> Said:
    """Pieces of one line, each with the step at which it starts."""
    return Said(
        "".join(piece.text for piece in pieces),
        tuple(chance for piece in pieces for chance in piece.chances),
        tuple(start + place for piece, start in zip(pieces, starts, strict=True) for place in piece.places),
    )
