"""Text broken into the lines of a printed column."""

from __future__ import annotations

from models.domain.text import text_width

NEVER_FIRST = "，。、；：？！”’》）"


def broken(text: str, width: float, first: float) -> list[str]:
    """Rows of at most `width` characters, the first of `first`; no row begins with a closing mark."""
    rows, row, room = [], "", first
    for char in text:
        if text_width(row + char) > room + 0.01 and not (char in NEVER_FIRST and text_width(row) <= room + 0.5):
            if char in NEVER_FIRST and len(row) > 2:
                row, char = row[:-1], row[-1] + char
            rows.append(row)
            row, room = "", width
        row += char
    return [*rows, row] if row else rows


def rows_of(text: str, role: str, width: int) -> list[tuple[str, int]]:
    """(row, indent in characters) of one piece: text begins two characters in, short lines of their own stand centred."""
    if role in ("crosshead", "byline", "signature", "furniture"):
        short = text[: width - 1]
        return [(short, max(0, int((width - text_width(short)) / 2)))]
    indent = 0 if role == "caption" else 2
    return [(row, indent if i == 0 else 0) for i, row in enumerate(broken(text, width, width - indent))]
