"""What a composed page is made of: pieces of text with one role each, and where each went in the source."""

from __future__ import annotations

from dataclasses import dataclass, field

TITLES = ("kicker", "headline", "subtitle")
HEADINGS = ("section_label", *TITLES)
TEXTS = ("lead", "body")


@dataclass(eq=False)
class Piece:
    """Text of one role.  `lines` are the numbers of the source lines it was written in."""

    role: str
    text: str
    article: int = 0
    mark: str = ""
    """Markdown before a line of a heading."""
    gap: bool = False
    """More space than usual after a line of a heading: the next is set in another size."""
    goes_on: bool = False
    """The next piece of the article in reading order continues its paragraph."""
    continues: bool = False
    lines: list[int] = field(default_factory=list)
