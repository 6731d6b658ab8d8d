"""One printed line as it was read, and what was read from one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.domain.geometry import WHOLE, Rect
from models.domain.graphics import NOTHING, Graphics
from models.domain.proposal import Proposal
from models.domain.view import AS_IT_LIES, View


@dataclass(frozen=True, slots=True)
class Marks:
    """What the writing software said about a line's form: one piece of evidence among others, never truth."""

    heading: int = 0
    """Markdown heading level, 1 to 6; 0 for none."""
    bold: bool = False
    """The line is, or begins with, a bold run."""
    blanks_before: int = 0
    """Blank source lines directly before this one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source, never altered after reading; where an editor corrected it, its text beside the machine's.

    `number` is the 1-based line of the file for a text dump, else it counts from 1 in source order; it is unique on its page.
    `text` is the raw text, characters where the layer holds radicals.
    `glyph_height` is in parts of the page's height, `confidence` the reader's own, in 0..1.
    """

    number: int
    text: str
    outline: Rect | None = None
    glyph_height: float | None = None
    marks: Marks = Marks()
    confidence: float | None = None
    raw: str | None = None
    """The text as the source's text layer has it, where radicals in place of characters were folded; else None."""
    unsure: tuple[int, ...] = ()
    """Places in `text`, from 0, of the characters that the reader was least sure of."""
    vertical: bool = False
    """Its characters stand one below the other."""
    machine: str | None = None
    """What the reader had read, where a correction with another text stands in `text`; None where `text` is the reader's."""


class SourceKind(StrEnum):
    DUMP = "dump"
    PDF = "pdf"
    PICTURE = "picture"


class Regime(StrEnum):
    """How a dump breaks its lines."""

    WRAPPED = "wrapped"
    """Printed columns: a line ends where the column ends."""
    PARAGRAPHS = "paragraphs"
    """One line a paragraph, more or less."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one page of a source.  No lines and `unread` set: the page needs a reader we do not have."""

    lines: tuple[Line, ...]
    kind: SourceKind
    regime: Regime = Regime.PARAGRAPHS
    width: float = 0.0
    height: float = 0.0
    """Size of the page in the source's own units (points or pixels); 0 for a dump."""
    unread: bool = False
    reader: str = ""
    """Name and version of what read it; the same reader makes the same lines of the same file."""
    view: View = AS_IT_LIES
    region: Rect = WHOLE
    """The part of the sheet that is this page, as of a double page; outlines are in parts of the region, sizes its own."""
    graphics: Graphics = NOTHING
    marked: Proposal | None = None
    """The articles as the source itself marks them, where it does: they stand in place of a segmenter's."""
