"""A strip of a page: any part of it, quickly, as for the picture over the line being corrected."""

from __future__ import annotations

from models.domain.geometry import Rect
from models.domain.line import SourceKind
from models.domain.page import Source
from models.domain.view import View
from models.scans.cut import Box
from models.scans.parts import Parts
from models.scans.picture import Picture


def strip(parts: Parts, source: Source, rect: Rect, longest_side: int, turn: int) -> Picture:
    """The part `rect` of a page, in parts of the page as it lies, turned upright.

    Its longer side has `longest_side` pixels where it comes from a PDF; from a scan at least as many, and less than twice
    as many, or as many as the scan has.  Raises DamagedFile.
    """
    scale = _scale(source, rect, longest_side)
    view = View(turn)
    width, height = view.upright_size(source.width * scale, source.height * scale)
    upright = view.upright(rect)
    left, top = int(upright.x0 * width), int(upright.y0 * height)
    return parts.part(scale, Box(left, top, round(upright.x1 * width) - left, round(upright.y1 * height) - top))


def _scale(source: Source, rect: Rect, longest_side: int) -> float:
    longest = max(rect.width * source.width, rect.height * source.height)
    if source.kind is SourceKind.PDF:
        return longest_side / longest
    scale = 1.0
    while longest * scale >= 2 * longest_side:
        scale /= 2
    return scale
