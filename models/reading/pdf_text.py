"""PDF pages with a text layer become lines with outlines."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from models import pdf_file
from models.domain.geometry import Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.text import is_cjk
from models.reading.encoding import commonness
from models.reading.glyph_lines import Row, rows
from models.reading.glyphs import Glyph, page_glyphs
from models.reading.radicals import folded

_GARBAGE = 0.1
"""Share of characters without a meaning from which a text layer is worth nothing."""
_UNCOMMON = 0.5
"""Real Chinese text scores 1.3 and more; characters of a font without a table of its codes score next to nothing."""


def read_pdf(path: Path) -> tuple[Reading, ...]:
    """One reading a page, unread where the page has no usable text layer.

    Raises FileNotFound, NotReadable, EmptyFile, PasswordNeeded, DamagedFile.
    """
    with pdf_file.opened(path) as document:
        sheets = len(document)
    return tuple(_read_sheet(path, sheet) for sheet in range(sheets))


def _read_sheet(path: Path, sheet: int) -> Reading:
    """Opens the file anew, so that a long document does not keep others from PDFium."""
    with pdf_file.opened(path) as document:
        page = document[sheet]
        width, height = page.get_size()
        glyphs = page_glyphs(page)
    return reading(glyphs, width, height)


def reading(glyphs: Sequence[Glyph], width: float, height: float) -> Reading:
    """What `glyphs` say on a page of `width` × `height` points."""
    lines = tuple(_line(number, row, width, height) for number, row in enumerate(rows(glyphs), start=1))
    if not _usable("".join(line.text for line in lines)):
        return Reading((), SourceKind.PDF, Regime.WRAPPED, width, height, unread=True)
    return Reading(lines, SourceKind.PDF, Regime.WRAPPED, width, height)


def _line(number: int, row: Row, width: float, height: float) -> Line:
    box = row.outline
    outline = Rect(*(min(1.0, max(0.0, part)) for part in (box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height)))
    text = folded(row.text)
    return Line(number, text, outline, _glyph_height(row) / height, raw=row.text if row.text != text else None)


def _glyph_height(row: Row) -> float:
    """That of the taller characters: commas and the character for one are flat in every size."""
    heights = sorted(glyph.ink.height for glyph in row.glyphs)
    return heights[len(heights) * 3 // 4]


def _usable(text: str) -> bool:
    """Whether a text layer holds text, not nothing, private codes or characters picked at random."""
    letters = [char for char in text if not char.isspace()]
    meaningless = sum(char == "�" or unicodedata.category(char) in ("Co", "Cn", "Cc") for char in letters)
    if not letters or meaningless > _GARBAGE * len(letters):
        return False
    return sum(map(is_cjk, letters)) < 20 or commonness(text) >= _UNCOMMON
