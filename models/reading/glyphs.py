"""The characters of a PDF page with their places, in the order of painting."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from models.domain.geometry import Rect
from models.domain.text import text_width

_UNITS = 1_000_000
"""PDFium maps to whole device pixels: so many a page side lose nothing."""

Place = Callable[[float, float], tuple[float, float]]
"""From PDF coordinates to points on the page as it is shown, origin top left."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; all lengths in points, origin at the page's top left as it is shown."""

    char: str
    ink: Rect
    """Around what is printed."""
    cell: Rect
    """Around the room the character takes, with side bearings where it is a full-width one: others report theirs wrong."""
    baseline: float
    size: float
    """Of the type, from the text matrix: the font size alone reads 1.0 in Founder's PDFs."""


def page_glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """All characters of the page that print something, each once; call it with PDFium's lock held."""
    place = placing(page)
    glyphs: list[Glyph] = []
    seen: set[tuple[str, int, int, int]] = set()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        glyph = _glyph(text, index, place)
        if glyph is not None and (key := _place_key(glyph)) not in seen:
            seen.add(key)
            glyphs.append(glyph)
    return glyphs


def _place_key(glyph: Glyph) -> tuple[str, int, int, int]:
    """Equal for shadows and bold strokes, which are painted as the same character again a hair's breadth off."""
    step = max(glyph.size / 3, 0.1)
    x, y = glyph.cell.centre
    return glyph.char, round(x / step), round(y / step), round(glyph.size)


def placing(page: pypdfium2.PdfPage) -> Place:
    """The page's crop and rotation as one linear map."""
    width, height = page.get_size()

    def device(x: float, y: float) -> tuple[float, float]:
        right, down = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page, 0, 0, _UNITS, _UNITS, 0, x, y, right, down)
        return right.value * width / _UNITS, down.value * height / _UNITS

    x0, y0 = device(0, 0)
    (x1, y1), (x2, y2) = device(1000, 0), device(0, 1000)
    a, b, c, d = (x1 - x0) / 1000, (y1 - y0) / 1000, (x2 - x0) / 1000, (y2 - y0) / 1000
    return lambda x, y: (x0 + a * x + c * y, y0 + b * x + d * y)


def _glyph(text: pypdfium2.PdfTextPage, index: int, place: Place) -> Glyph | None:
    """None for what PDFium made up (spaces, line ends) and for blanks."""
    code = pdfium_c.FPDFText_GetUnicode(text, index)
    char = chr(code) if code not in range(0xD800, 0xE000) else "�"
    if pdfium_c.FPDFText_IsGenerated(text, index) == 1 or char.isspace() or code == 0:
        return None
    ink = placed(text.get_charbox(index), place)
    cell = placed(text.get_charbox(index, loose=True), place)
    if text_width(char) < 1:
        cell = Rect(ink.x0, cell.y0, ink.x1, cell.y1)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
    size = _size(text, index) or max(cell.width, cell.height)
    return Glyph(char, ink, cell, place(x.value, y.value)[1], size)


def placed(box: tuple[float, float, float, float], place: Place) -> Rect:
    left, bottom, right, top = box
    (x0, y0), (x1, y1) = place(left, bottom), place(right, top)
    return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text, index, matrix)
    return math.hypot(matrix.c, matrix.d) * float(pdfium_c.FPDFText_GetFontSize(text, index))
