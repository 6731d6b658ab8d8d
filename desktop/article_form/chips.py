"""Where the chips of a tag bar stand: rows of them, and room for the input after the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from models.domain.label import Label

GAP = 4
PAD = 7
CROSS = 16
INPUT = 84
"""Least width of the input."""


@dataclass(frozen=True, slots=True)
class Chip:
    label: Label
    rect: QRect

    @property
    def cross(self) -> QRect:
        """Where it is rejected or removed."""
        return QRect(self.rect.right() - CROSS, self.rect.top(), CROSS, self.rect.height())

    @property
    def text(self) -> QRect:
        return self.rect.adjusted(PAD, 0, -CROSS - 1, 0)


@dataclass(frozen=True, slots=True)
class Flow:
    chips: tuple[Chip, ...]
    input: QRect
    height: int


def flow(labels: Sequence[Label], metrics: QFontMetrics, width: int) -> Flow:
    """Chips from left to right in rows `width` pixels wide; none is wider than a row."""
    height = metrics.height() + 6
    x, y = GAP, GAP
    chips: list[Chip] = []
    for label in labels:
        wide = min(metrics.horizontalAdvance(label.value) + PAD + CROSS + 3, width - 2 * GAP)
        if x > GAP and x + wide > width - GAP:
            x, y = GAP, y + height + GAP
        chips.append(Chip(label, QRect(x, y, wide, height)))
        x += wide + GAP
    if x > GAP and x + INPUT > width - GAP:
        x, y = GAP, y + height + GAP
    return Flow(tuple(chips), QRect(x, y, max(width - GAP - x, 20), height), y + height + GAP)
