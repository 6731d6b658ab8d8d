"""Makes PDF pages with real text layers, set with a Chinese font that every PDF program brings along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 400.0, 600.0
"""Points."""


@dataclass(frozen=True)
class Text:
    """Printed with its baseline's left end at `x`, `y`, in points from the top left."""

    x: float
    y: float
    text: str
    size: float = 10.0


def column(x: float, y: float, lines: Sequence[str], size: float = 10.0) -> list[Text]:
    return [Text(x, y + i * size * 1.3, line, size) for i, line in enumerate(lines)]


def vertical(x: float, y: float, text: str, size: float) -> list[Text]:
    return [Text(x, y + i * size * 1.1, char, size) for i, char in enumerate(text)]


def write_pdf(path: Path, pages: Sequence[Sequence[Text]], password: str | None = None) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), encrypt=encryption)
    for page in pages:
        for text in page:
            canvas.setFont(FONT, text.size)
            canvas.drawString(text.x, HEIGHT - text.y, text.text)
        canvas.showPage()
    canvas.save()
    return path
