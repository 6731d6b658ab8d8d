"""Which part of a sheet is a page: both halves of a double page, else the whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, SourceKind
from models.importing.recognising import pixels_within
from models.scans.fold import halves

_OVERVIEW = 1200
"""Pixels of the longest side of a picture in which a fold is looked for."""

_LARGE = 1.5
"""How many times as large as the text on the sheet a headline is at least."""


def regions(_process: object, path: Path, kind: SourceKind, sheet: int) -> tuple[Rect, ...]:
    """The pages on a sheet, by its picture, which is made in the process that is asked; raises what `page_picture` raises."""
    return halves(pixels_within(_OVERVIEW, path, kind, sheet).mean(axis=2))


def regions_read(process: object, path: Path, found: Reading, sheet: int) -> tuple[Rect, ...]:
    """The pages on a sheet that has a text layer; raises what `regions` raises.

    One page it is when a headline runs across the fold: cut in two it says nothing on either half, and its text stands on both.
    """
    parts = regions(process, path, found.kind, sheet)
    return (WHOLE,) if any(_crosses(line, parts[0].x1) for line in _headlines(found.lines)) else parts


def _headlines(lines: Sequence[Line]) -> list[Line]:
    heights = sorted(line.glyph_height for line in lines for _ in line.text if line.glyph_height is not None)
    least = _LARGE * heights[len(heights) // 2] if heights else 0.0
    return [line for line in lines if line.glyph_height is not None and line.glyph_height >= least]


def _crosses(line: Line, fold: float) -> bool:
    return line.outline is not None and line.outline.x0 < fold < line.outline.x1
