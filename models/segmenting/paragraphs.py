"""Which lines of a page make a paragraph together, as far as their ends tell, and what the whole says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models.domain.text import open_end
from models.segmenting import lexicon
from models.segmenting.repair import Clean

_SIZES = ((1, "paragraph_of_1"), (3, "paragraph_of_3"), (9, "paragraph_of_9"))
_CAPTION = 160
"""Characters of a caption at most."""


@dataclass(frozen=True)
class Paragraph:
    """Lines `first` to `last` of a page, and what is said of all of them."""

    first: int
    last: int
    names: tuple[str, ...]


def paragraphs(lines: Sequence[Clean], unfinished: Callable[[int], bool]) -> list[Paragraph]:
    """For each line the paragraph it stands in; `unfinished` tells whether the line of a number goes on in the next."""
    result: list[Paragraph] = []
    first = 0
    for i in range(len(lines)):
        if i + 1 < len(lines) and unfinished(i):
            continue
        text = "".join(line.text for line in lines[first : i + 1])
        below = lines[i + 1].text if i + 1 < len(lines) else ""
        found = Paragraph(first, i, tuple(_names(text, i + 1 - first, below)))
        result += [found] * (i + 1 - first)
        first = i + 1
    return result


def _names(text: str, size: int, below: str) -> Iterator[str]:
    yield next((name for most, name in _SIZES if size <= most), "paragraph_of_more")
    if len(text) > _CAPTION:
        yield "paragraph_long"
        return
    if lexicon.CAPTION.search(text):
        yield "paragraph_says_caption"
    if lexicon.PHOTO_CREDIT.search(text):
        yield "paragraph_ends_with_photographer"
    if len(below) <= 24 and lexicon.PHOTO_CREDIT.search(below):
        yield "photographer_below_paragraph"


def block_names(lines: Sequence[Clean], gap: Callable[[int], bool]) -> list[str | None]:
    """What tells of the block each line stands in, its lines set off by gaps; `gap` tells whether one is before a line."""
    result: list[str | None] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not gap(i):
            continue
        size = i - first
        name = "block_of_1" if size == 1 else "block_of_3" if size <= 3 else None
        if name is not None and all(_unfinished(line.text) for line in lines[first:i]):
            name += "_unfinished"
        result += [name] * size
        first = i
    return result


def _unfinished(text: str) -> bool:
    """Whether neither a sentence ends with `text` nor names stand in it alone."""
    return open_end(text) and not lexicon.is_byline(text) and lexicon.name_share(text) < 1.0
