"""Parts of a PDF page drawn at any scale."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from models.pdf_file import KeptPage
from models.scans import pixels
from models.scans.cut import Box

_FLAGS = pdfium_c.FPDF_ANNOT | pdfium_c.FPDF_REVERSE_BYTE_ORDER


def draw(page: KeptPage, size: tuple[int, int], box: Box) -> pixels.Pixels:
    """`box` of the page as it were `size` pixels (width, height) large."""
    with page.in_turn() as sheet:
        bitmap = pypdfium2.PdfBitmap.new_native(box.width, box.height, pdfium_c.FPDFBitmap_BGR, rev_byteorder=True)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, box.width, box.height)
        pdfium_c.FPDF_RenderPageBitmap(bitmap, sheet, -box.left, -box.top, *size, 0, _FLAGS)
        # Copied: the bitmap's own memory is PDFium's.
        drawn = np.ascontiguousarray(bitmap.to_numpy())
        bitmap.close()
    return pixels.of_array(drawn)
