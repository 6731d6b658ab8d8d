"""Files scans and PDF pages that nobody has read, so that nothing lies over their pictures."""

from __future__ import annotations

from pathlib import Path

from models.archive import Archive
from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, SourceKind
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.view import View
from models.importing.outcomes import Prepared
from models.importing.prepare import PreparedPage


def file_picture(
    archive: Archive,
    path: Path,
    size: tuple[float, float],
    kind: SourceKind = SourceKind.PICTURE,
    turn: int = 0,
    lines: tuple[Line, ...] = (),
    sheet: int = 0,
    region: Rect = WHOLE,
) -> int:
    """The id of a page of `size` (of its region), with one article of `lines` where there are any."""
    width, height = size
    proposal = Proposal(((Segment(Role.BODY, tuple(line.number for line in lines)),),) if lines else ())
    reading = Reading(lines, kind, width=width, height=height, unread=not lines, view=View(turn))
    source = Source(archive._shelf.put(path), path.name, kind, sheet, width, height, region)
    page = PreparedPage(Header(), source, reading, proposal, ((),) if lines else ())
    (page_id,) = archive.file(Prepared(path, (page,))).pages
    return page_id
