"""One file, read, segmented and tagged: pure values that any thread may make and the main thread files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from models.domain.label import Suggested
from models.domain.line import Reading
from models.domain.page import Header, Source
from models.domain.proposal import Proposal, Segment
from models.engines import Engines, Printed
from models.reading.header import guess_header
from models.reading.reader import read


@dataclass(frozen=True, slots=True)
class PreparedPage:
    header: Header
    source: Source
    reading: Reading
    proposal: Proposal
    suggestions: tuple[tuple[Suggested, ...], ...]
    """One tuple for each article of the proposal."""


def prepare(engines: Engines, path: Path, sha256: str) -> tuple[PreparedPage, ...]:
    """All pages of the file at `path`; raises the reader's known errors."""
    pages = []
    for sheet, reading in enumerate(read(path)):
        source = Source(sha256, path.name, reading.kind, sheet, reading.width, reading.height)
        pages.append(_prepared(source, reading, engines))
    return tuple(pages)


def _prepared(source: Source, reading: Reading, engines: Engines) -> PreparedPage:
    header = _header(source, reading)
    proposal = engines.segmenter.propose(reading)
    tags = tuple(engines.tagger.suggest(_printed(segments, reading), reading.regime) for segments in proposal.articles)
    return PreparedPage(header, source, reading, proposal, tags)


def _header(source: Source, reading: Reading) -> Header:
    header = guess_header(source.file_name, reading)
    if source.sheet == 0:
        return header
    # A file's name can give the number of its first page only.
    return replace(header, number=guess_header("", reading).number)


def _printed(segments: tuple[Segment, ...], reading: Reading) -> Printed:
    lines = {line.number: line for line in reading.lines}
    return tuple((segment.role, tuple(lines[n] for n in segment.lines)) for segment in segments)
