"""The font that the pages are set in: one with Chinese characters and outlines that a PDF can hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_FILES = ("wqy-microhei.ttc", "wqy-zenhei.ttc", "simhei.ttf", "simsun.ttc", "msyh.ttc", "DroidSansFallbackFull.ttf")
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", "C:/Windows/Fonts")
NOT_EMBEDDED = "STSong-Light"
"""Every PDF program brings a substitute along."""


@cache
def font() -> str:
    """Its name to reportlab; a font that is not embedded where the system has none of ours."""
    for path in _found():
        try:
            pdfmetrics.registerFont(TTFont("typeset", str(path), subfontIndex=0))
        except TTFError:
            continue  # Outlines of the other kind, which reportlab can not embed.
        return "typeset"
    pdfmetrics.registerFont(UnicodeCIDFont(NOT_EMBEDDED))
    return NOT_EMBEDDED


def _found() -> list[Path]:
    there = {path.name: path for folder in _FOLDERS for path in Path(folder).rglob("*.tt[cf]")}
    return [there[name] for name in _FILES if name in there]
