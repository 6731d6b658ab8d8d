"""A page as an OCR file has it, in the file's own units, and what becomes of it beside a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from models.domain.geometry import Rect, union
from models.domain.graphics import Graphics
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.proposal import Proposal, Segment
from models.domain.role import Role
from models.domain.text import is_cjk

_UNSURE = 0.6
"""Confidence below which a character is doubtful."""
_TALL = 1.3
"""Type so many times higher than the page's body is a headline, where the file does not say what it is."""
_VERTICAL = 1.5
"""A line so many times higher than wide is set upright."""
_WIDE = 0.7
"""A gap between Chinese words, in heights of their type, that is a blank in the print."""
_PROPORTION = 0.02
"""By so much the proportions of two copies of one picture differ at most."""


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Rect | None = None
    sure: float | None = None
    """Confidence in 0..1."""
    each_sure: tuple[float, ...] = ()
    """That of each character, where the file says so."""
    apart: bool = True
    """A blank stands before it in the file."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    words: tuple[Word, ...]
    box: Rect | None
    block: str = ""
    """Tells the lines of one block from those of others."""
    role: Role | None = None
    article: str | None = None
    """Tells the lines of one article from those of others."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """Lines in the file's reading order; boxes in its units; width and height 0 where it does not say."""

    lines: tuple[WrittenLine, ...]
    width: float
    height: float
    photos: tuple[Rect, ...] = ()
    rules: tuple[Rect, ...] = ()
    frames: tuple[Rect, ...] = ()


def fits(page: WrittenPage, width: float, height: float) -> bool:
    """Whether `page` can have been read in a picture of that size, or in a larger or smaller copy."""
    if page.width > 0 and page.height > 0:
        return abs(page.width * height / (page.height * width) - 1) < _PROPORTION
    # Without a size the boxes are pixels, and lie in the picture.
    around = union(line.box for line in page.lines if line.box is not None)
    return around is None or (around.x1 <= width * (1 + _PROPORTION) and around.y1 <= height * (1 + _PROPORTION))


def reading_of(page: WrittenPage, width: float, height: float, reader: str) -> Reading:
    """`page` as the reading of a picture of that size in pixels; unread when it has no text."""
    across, down = (page.width, page.height) if page.width > 0 and page.height > 0 else (width, height)

    def parts(box: Rect | None) -> Rect | None:
        if box is None or box.width < 0 or box.height < 0:
            return None
        x0, y0, x1, y1 = box.x0 / across, box.y0 / down, box.x1 / across, box.y1 / down
        return Rect(*(min(1.0, max(0.0, part)) for part in (x0, y0, x1, y1)))

    def all_parts(boxes: Iterable[Rect]) -> tuple[Rect, ...]:
        return tuple(found for box in boxes if (found := parts(box)) is not None and found.width and found.height)

    written = [line for line in page.lines if text_of(line.words).strip()]
    lines = tuple(_line(number, line, parts(line.box), down) for number, line in enumerate(written, start=1))
    return Reading(
        lines,
        SourceKind.PICTURE,
        Regime.WRAPPED,
        width,
        height,
        unread=not lines,
        reader=reader,
        graphics=Graphics(all_parts(page.rules), all_parts(page.frames), all_parts(page.photos)),
        marked=_marked(written, lines),
    )


def _line(number: int, line: WrittenLine, outline: Rect | None, down: float) -> Line:
    text = text_of(line.words)
    box = line.box
    vertical = box is not None and len(text) > 1 and box.height > _VERTICAL * box.width and _is_chinese(text)
    glyph = None if box is None else _type_size(line, vertical) / down
    return Line(number, text, outline, glyph, confidence=_confidence(line.words), unsure=_unsure(line.words), vertical=vertical)


def _type_size(line: WrittenLine, vertical: bool) -> float:
    boxes = [word.box for word in line.words if word.box is not None] or ([line.box] if line.box is not None else [])
    sizes = sorted(box.width if vertical else box.height for box in boxes)
    return sizes[len(sizes) // 2] if sizes else 0.0


def text_of(words: Sequence[Word]) -> str:
    """The line as it is printed: blanks between Latin words, none between Chinese ones unless the print leaves one."""
    return "".join(_before(a, b) + b.text for a, b in pairwise((None, *words)) if b is not None)


def _before(a: Word | None, b: Word) -> str:
    if a is None or not a.text or not b.text or not b.apart:
        return ""
    if not (is_cjk(a.text[-1]) or is_cjk(b.text[0])):
        return " "
    if not (is_cjk(a.text[-1]) and is_cjk(b.text[0])) or a.box is None or b.box is None:
        return ""
    return " " if b.box.x0 - a.box.x1 > _WIDE * max(a.box.height, b.box.height) else ""


def _is_chinese(text: str) -> bool:
    return 2 * sum(map(is_cjk, text)) >= len(text)


def _confidence(words: Sequence[Word]) -> float | None:
    """That of the words, each by its length."""
    known = [(len(word.text), sure) for word in words if word.text and (sure := _word_sure(word)) is not None]
    letters = sum(length for length, _ in known)
    return sum(length * sure for length, sure in known) / letters if letters else None


def _word_sure(word: Word) -> float | None:
    if word.sure is not None:
        return word.sure
    return sum(word.each_sure) / len(word.each_sure) if word.each_sure else None


def _unsure(words: Sequence[Word]) -> tuple[int, ...]:
    found: list[int] = []
    start = 0
    for a, b in pairwise((None, *words)):
        if b is None:
            continue
        start += len(_before(a, b))
        each = b.each_sure if len(b.each_sure) == len(b.text) else (1.0 if b.sure is None else b.sure,) * len(b.text)
        found.extend(start + i for i, sure in enumerate(each) if sure < _UNSURE)
        start += len(b.text)
    return tuple(found)


def _marked(written: Sequence[WrittenLine], lines: Sequence[Line]) -> Proposal | None:
    """The file's articles, in its order; None when it names none."""
    if not any(line.article for line in written):
        return None
    pairs = list(zip(written, lines, strict=True))
    sizes = sorted(line.glyph_height for line in lines if line.glyph_height)
    body = sizes[len(sizes) // 2] if sizes else 0.0
    furniture = [line for source, line in pairs if source.role is Role.FURNITURE]
    named = [pair for pair in pairs if pair[0].role is not Role.FURNITURE]
    articles = dict.fromkeys(source.article for source, _ in named if source.article)
    return Proposal(
        tuple(tuple(_segments([pair for pair in named if pair[0].article == article], body)) for article in articles),
        furniture=tuple((line.number,) for line in furniture),
        unplaced=tuple(segment.lines for segment in _segments([pair for pair in named if not pair[0].article], body)),
    )


def _segments(pairs: Sequence[tuple[WrittenLine, Line]], body: float) -> Iterator[Segment]:
    """Blocks of one role each."""
    for (_, role), group in groupby(pairs, key=lambda pair: (pair[0].block, _role(pair[0], pair[1], body))):
        yield Segment(role, tuple(line.number for _, line in group))


def _role(source: WrittenLine, line: Line, body: float) -> Role:
    if source.role is not None:
        return source.role
    return Role.HEADLINE if body and (line.glyph_height or 0.0) > _TALL * body else Role.BODY
