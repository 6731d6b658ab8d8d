"""What was read from a page, segmented and tagged: pure values that any thread may make and the main thread files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from models.domain.geometry import WHOLE, Rect
from models.domain.label import Suggested
from models.domain.line import Reading
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.engines import Engines, Printed
from models.reading.double_page import pdf_halves
from models.reading.header import guess_header
from models.reading.reader import PDF_SUFFIXES, read, read_sheet
from models.reading.reader import sheets as sheets_in


@dataclass(frozen=True, slots=True)
class PreparedPage:
    header: Header
    source: Source
    reading: Reading
    proposal: Proposal
    suggestions: tuple[tuple[Suggested, ...], ...]
    """One tuple for each article of the proposal."""


def sheets(_engines: Engines, path: Path) -> tuple[Reading | None, ...]:
    """One for each sheet of the file, None where `sheet` is to be asked: a PDF takes long.  Raises what `read` raises.

    Where the engines are, since a damaged file may make a library crash.
    """
    return (None,) * sheets_in(path) if path.suffix.lower() in PDF_SUFFIXES else read(path)


def sheet(
    _engines: Engines, path: Path, number: int, text_layer: bool = True, beside: Path | None = None, region: Rect = WHOLE
) -> Reading:
    """See `read_sheet`."""
    return read_sheet(path, number, text_layer=text_layer, beside=beside, region=region)


def halves(_engines: Engines, path: Path, number: int, found: Reading) -> tuple[Rect, ...]:
    """See `pdf_halves`."""
    return pdf_halves(path, number, found)


def prepared(engines: Engines, source: Source, reading: Reading) -> PreparedPage:
    header = _header(source, reading)
    proposal = reading.marked or engines.segmenter.propose(reading, newspaper=header.newspaper)
    tags = tuple(engines.tagger.suggest(printed(segments, reading), reading.regime) for segments in proposal.articles)
    return PreparedPage(header, source, reading, proposal, tags)


def _header(source: Source, reading: Reading) -> Header:
    header = guess_header(source.file_name, reading)
    if source.sheet == 0 and source.region.x0 == 0:
        return header
    # A file's name can give the number of its first page only.
    return replace(header, number=guess_header("", reading).number)


def printed(segments: tuple[Segment, ...], reading: Reading) -> Printed:
    """An article of a proposal as a tagger takes it."""
    lines = {line.number: line for line in reading.lines}
    return tuple((segment.role, tuple(lines[n] for n in segment.lines)) for segment in segments)
