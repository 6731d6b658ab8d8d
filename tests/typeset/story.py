"""What a newspaper page is set from: one story with all its parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ARTICLE = "article"
    BRIEF = "brief"
    """Set with other briefs under one label."""
    NOTICE = "notice"
    PICTURE = "picture"
    """A photograph with a headline and a few lines of text."""
    TEASER = "teaser"
    """Says that the story stands on another page; only front pages have it."""


class Signed(StrEnum):
    """Where `Story.byline` stands; a byline in the dateline is part of the first paragraph and given in no field."""

    LINE = "line"
    ACROSS = "across"
    """Centred under the headline, over all columns."""
    END = "end"
    """In brackets at the end of the last paragraph."""
    END_LINE = "end line"


@dataclass(frozen=True, slots=True)
class Story:
    """A blank in a heading marks where it may be broken."""

    headline: str
    paragraphs: tuple[str, ...]
    kind: Kind = Kind.ARTICLE
    kicker: str = ""
    subtitle: str = ""
    label: str = ""
    """栏目, set over the heading."""
    byline: str = ""
    """With a line break where it takes two lines."""
    signed: Signed = Signed.LINE
    lead: str = ""
    crossheads: tuple[tuple[int, str], ...] = ()
    """(number of the paragraph it stands before, text)."""
    captions: tuple[str, ...] = ()
    """One for each photograph."""
    signature: tuple[str, ...] = ()
    """Lines under a notice: who gives it, and the date."""
    continued_from: str = ""
    """Number of the page it begins on."""

    @property
    def length(self) -> int:
        return sum(map(len, self.paragraphs))
