"""Text broken into the lines of a printed column."""

from __future__ import annotations

from collections.abc import Callable

from models.domain.text import text_width

NEVER_FIRST = "，。、；：？！”’》）"


def squeezed_width(text: str) -> float:
    """Width with all punctuation set half as wide, as a narrow column is justified."""
    return text_width(text) - 0.5 * sum(char in "，。、；：？！“”‘’（）《》" for char in text)


def broken(text: str, width: float, first: float, measure: Callable[[str], float] = text_width) -> list[str]:
    """Rows of at most `width` characters by `measure`, the first of `first`; no row begins with a closing mark."""
    rows, row, room = [], "", first
    for char in text:
        if measure(row + char) > room + 0.01 and not (char in NEVER_FIRST and measure(row) <= room + 0.5):
            if char in NEVER_FIRST and len(row) > 2:
                row, char = row[:-1], row[-1] + char
            rows.append(row)
            row, room = "", width
        row += char
    return [*rows, row] if row else rows
