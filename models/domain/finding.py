"""A suspicious thing on a page: what, where, in which article, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """Gravest first: the order in which findings are listed."""

    UNPLACED = "unplaced"
    """漏标: lines that belong to nothing."""
    NO_TITLE = "no_title"
    TWO_TITLES = "two_titles"
    LONE_BYLINE = "lone_byline"
    """A byline or signature with no text that it could belong to."""
    OPEN_START = "open_start"
    """The body starts in mid-sentence."""
    OPEN_END = "open_end"
    """The body stops in mid-sentence."""
    REPEATED = "repeated"
    NO_CONTINUATION = "no_continuation"
    """下转 without 上接 on the page it names."""
    NO_BEGINNING = "no_beginning"
    """上接 without 下转 on the page it names."""
    FAR_HEADLINE = "far_headline"
    FOREIGN_WORD = "foreign_word"
    SUSPICIOUS_CHARACTER = "suspicious_character"


class Remedy(StrEnum):
    """What one key does about a finding; `models.editing.remedies` makes it an edit."""

    FURNITURE = "furniture"
    NEW_ARTICLE = "new_article"
    HEADLINE = "headline"
    SPLIT = "split"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Finding:
    kind: FindingKind
    lines: tuple[int, ...]
    """Where to look, in reading order; never empty."""
    article: int | None = None
    detail: str = ""
    """What was found, as it stands on the page: a word, a character, a page number."""
    remedy: Remedy | None = None
