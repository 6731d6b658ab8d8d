"""PDF pages with a text layer become lines with outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from models import pdf_file
from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.reading.glyph_lines import Row, rows
from models.reading.glyphs import Glyph, page_glyphs
from models.reading.graphics.pdf import graphics_of, shows_more_than_text
from models.reading.graphics.vectors import drawn
from models.reading.pdf_part import glyphs_on, part_size, things_on
from models.reading.radicals import folded
from models.reading.text_layer import is_heap, is_whole, makes_sense

TEXT_LAYER = "text-layer 2"
"""Who reads a text layer, with the version of how it does."""


def read_pdf(path: Path) -> tuple[Reading, ...]:
    """One reading a page, unread where the page has no text layer that makes sense.

    Raises FileNotFound, NotReadable, EmptyFile, PasswordNeeded, DamagedFile.
    """
    return tuple(read_pdf_sheet(path, sheet) for sheet in range(pdf_sheets(path)))


def pdf_sheets(path: Path) -> int:
    """How many pages the file has; raises what `read_pdf` raises."""
    with pdf_file.opened(path) as document:
        return len(document)


def read_pdf_sheet(path: Path, sheet: int, *, text_layer: bool = True, region: Rect = WHOLE) -> Reading:
    """The page on `region` of a sheet, from 0; unread, but with what it draws, where its text makes no sense or is not wanted.

    Opens the file anew, so that a long document does not keep others from PDFium.  Raises what `read_pdf` raises.
    """
    with pdf_file.opened(path) as document:
        page = document[sheet]
        whole = page.get_size()
        size = part_size(whole, region)
        things = things_on(list(drawn(page)), whole, region)
        glyphs = glyphs_on(page_glyphs(page), whole, region) if text_layer else []
    found = reading(glyphs, *size, full=shows_more_than_text(things, size))
    outlines = [line.outline for line in found.lines if line.outline is not None]
    return replace(found, region=region, graphics=graphics_of(things, size, outlines))


def reading(glyphs: Sequence[Glyph], width: float, height: float, *, full: bool = False) -> Reading:
    """What `glyphs` say on a page of `width` × `height` points; `full`: it is known to show much text."""
    lines = tuple(_line(number, row, width, height) for number, row in enumerate(rows(glyphs), start=1))
    if not makes_sense("".join(line.text for line in lines)) or _is_heap(glyphs) or (full and not is_whole(lines)):
        return Reading((), SourceKind.PDF, Regime.WRAPPED, width, height, unread=True)
    return Reading(lines, SourceKind.PDF, Regime.WRAPPED, width, height, reader=TEXT_LAYER)


def _is_heap(glyphs: Sequence[Glyph]) -> bool:
    sizes = sorted(glyph.size for glyph in glyphs)
    return bool(sizes) and is_heap([glyph.cell.centre for glyph in glyphs], sizes[len(sizes) // 2])


def _line(number: int, row: Row, width: float, height: float) -> Line:
    box = row.outline
    outline = Rect(*(min(1.0, max(0.0, part)) for part in (box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height)))
    text = folded(row.text)
    return Line(number, text, outline, _glyph_height(row) / height, raw=row.text if row.text != text else None)


def _glyph_height(row: Row) -> float:
    """That of the taller characters: commas and the character for one are flat in every size."""
    heights = sorted(glyph.ink.height for glyph in row.glyphs)
    return heights[len(heights) * 3 // 4]
