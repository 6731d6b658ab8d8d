"""Text dumps, as an OCR or a layout program wrote them, become lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from models.domain.line import Line, Marks, Reading, Regime, SourceKind
from models.domain.text import ends_sentence, plain
from models.errors import EmptyFile, NotText
from models.reading.contents import contents
from models.reading.encoding import decoded

LIMIT = 4 * 1024 * 1024
"""Bytes.  A full broadsheet page is about 20,000 characters, 60 KB; what is 70 times as long is a book or no text."""

_HEADING = re.compile(r"^\s*(#{1,6})(?=\s|[^\s#\d][^#]*$)")
"""A blank should follow; writers forget it, but #话题# is none."""
_BOLD = re.compile(r"^\s*(?:#{1,6}\s*)?(?:\*\*|__)\S")

WRAPPED_BELOW = 0.4
"""Share of the text in lines that end a sentence: 6 to 9 % in hard-wrapped pages, 71 to 89 % in pages of paragraphs."""


def read_text_dump(path: Path) -> Reading:
    """Raises FileNotFound, NotReadable, EmptyFile, FileTooLarge, NotText."""
    data = contents(path, LIMIT)
    text = decoded(data)
    if text is None:
        raise NotText(path)
    lines = tuple(split_lines(text))
    if not lines:
        raise EmptyFile(path)
    return Reading(lines=lines, kind=SourceKind.DUMP, regime=regime(lines))


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, numbered from 1 as \\n splits it."""
    lines: list[Line] = []
    blanks = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        if raw.strip():
            lines.append(Line(number, raw.rstrip("\r"), marks=_marks(raw, blanks)))
            blanks = 0
        else:
            blanks += 1
    return lines


def _marks(raw: str, blanks: int) -> Marks:
    heading = _HEADING.match(raw)
    return Marks(len(heading[1]) if heading else 0, _BOLD.match(raw) is not None, blanks)


def regime(lines: Sequence[Line]) -> Regime:
    """How `lines` are broken, told from the share of text in lines that end a sentence: verses and headings weigh little."""
    texts = [plain(line) for line in lines]
    ends = sum(len(text) for text in texts if ends_sentence(text))
    return Regime.WRAPPED if ends < WRAPPED_BELOW * sum(map(len, texts)) else Regime.PARAGRAPHS
