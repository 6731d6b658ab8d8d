"""A set page as a PDF with a text layer, painted in an order of its own as layout programs do."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.typeset.drawings import drawing
from tests.typeset.fonts import font
from tests.typeset.sheet import Box, Photo, SetLine, Sheet

_FILL, _FILL_AND_STROKE = 0, 2


def write_pdf(sheets: Sheet | Sequence[Sheet], path: Path) -> Path:
    path.write_bytes(pdf_bytes([sheets] if isinstance(sheets, Sheet) else sheets))
    return path


def pdf_bytes(sheets: Sequence[Sheet]) -> bytes:
    """One page a sheet, text in the order of painting; the same sheets make the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        _graphics(canvas, sheet)
        for place in sheet.painted:
            _line(canvas, sheet, sheet.lines[place])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _graphics(canvas: Canvas, sheet: Sheet) -> None:
    # Large ones first: a label's ground lies on that of its article.
    for frame in sorted(sheet.frames, key=lambda frame: -frame.box.width * frame.box.height):
        canvas.setStrokeColorRGB(*frame.ink)
        canvas.setLineWidth(frame.border)
        canvas.setFillColorRGB(*(frame.tint or (1, 1, 1)))
        canvas.rect(*_corner(sheet, frame.box), stroke=frame.border > 0, fill=frame.tint is not None)
    for rule in sheet.rules:
        canvas.setFillColorRGB(*rule.ink)
        canvas.rect(*_corner(sheet, rule.box), stroke=0, fill=1)
    for photo in sheet.photos:
        canvas.drawImage(_picture(photo), *_corner(sheet, photo.box))


def _corner(sheet: Sheet, box: Box) -> tuple[float, float, float, float]:
    """x, y, width and height with the origin at the bottom, as PDF has it."""
    return box.x0, sheet.height - box.y1, box.width, box.height


def _picture(photo: Photo) -> ImageReader:
    """At 150 dots an inch, kept as JPEG."""
    size = round(photo.box.width * 150 / 72), round(photo.box.height * 150 / 72)
    buffer = io.BytesIO()
    Image.fromarray(drawing(photo.seed, *size)).save(buffer, "JPEG", quality=80)
    buffer.seek(0)
    return ImageReader(buffer)


def _line(canvas: Canvas, sheet: Sheet, line: SetLine) -> None:
    name = font()
    canvas.setFillColorRGB(*line.ink)
    canvas.setStrokeColorRGB(*line.ink)
    canvas.setLineWidth(min(0.6, line.size * 0.03))
    mode = _FILL_AND_STROKE if line.bold else _FILL
    box = line.outline
    if line.vertical:
        step = (box.height - line.size) / max(1, len(line.text) - 1)
        for i, char in enumerate(line.text):
            _show(canvas, char, box.x0, sheet.height - box.y0 - i * step - _rise(line.size), line.size, mode, 0.0)
        return
    spare = box.width - pdfmetrics.stringWidth(line.text, name, line.size)
    _show(
        canvas, line.text, box.x0, sheet.height - box.y0 - _rise(line.size), line.size, mode, spare / max(1, len(line.text) - 1)
    )


def _rise(size: float) -> float:
    """From the top of a Chinese character to its baseline."""
    return 0.86 * size


def _show(canvas: Canvas, text: str, x: float, y: float, size: float, mode: int, spaced: float) -> None:
    canvas.saveState()
    shown = canvas.beginText(x, y)
    shown.setFont(font(), size)
    shown.setTextRenderMode(mode)
    shown.setCharSpace(spaced)
    shown.textOut(text)
    canvas.drawText(shown)
    canvas.restoreState()
