"""Characters with places become printed lines: by geometry, since the order of painting is not that of reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.domain.geometry import Rect, union
from models.domain.text import is_cjk
from models.reading.glyphs import Glyph

_GUTTER = 1.2
"""A gap of so many characters' width parts two columns."""
_BLANK = 0.2
"""A gap between Chinese characters so much wider, in their width, than the line's usual one is a blank."""
_LATIN_BLANK = 0.22
"""A gap between the ink of Latin letters, in parts of the type size, that is a blank."""
_BESIDE_ONE = 0.1
"""The figure 1 leaves so much more of its room empty than other figures, on either side."""
_COLUMN_LINES = 1.9
"""Baselines of a column lie closer than so many times the type size."""


@dataclass(frozen=True, slots=True)
class Row:
    """Characters of one printed line, in reading order; `order` is the place of its first in the order of painting."""

    glyphs: tuple[Glyph, ...]
    order: int
    vertical: bool = False

    @property
    def outline(self) -> Rect:
        outline = union(glyph.ink for glyph in self.glyphs)
        assert outline is not None
        return outline

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @property
    def text(self) -> str:
        """With a blank where the print leaves one; letters that are evenly spaced out stand close."""
        pairs = list(pairwise(self.glyphs))
        gaps = [self._gap(a, b) for a, b in pairs]
        chinese = sorted(gap for gap, (a, b) in zip(gaps, pairs, strict=True) if is_cjk(a.char) and is_cjk(b.char))
        usual = max(0.0, chinese[len(chinese) // 2]) if chinese else 0.0
        pieces = [self.glyphs[0].char]
        for gap, (a, b) in zip(gaps, pairs, strict=True):
            pieces.append(" " + b.char if _is_blank(gap, usual, a.char, b.char) else b.char)
        return "".join(pieces)

    def _gap(self, a: Glyph, b: Glyph) -> float:
        room = b.cell.y0 - a.cell.y1 if self.vertical else b.cell.x0 - a.cell.x1
        return room / max(a.size, b.size)


def _is_blank(gap: float, usual: float, a: str, b: str) -> bool:
    if is_cjk(a) and is_cjk(b):
        return gap > usual + _BLANK
    if a.isascii() and b.isascii():
        figures = a.isdigit() and b.isdigit()
        return gap > _LATIN_BLANK + (_BESIDE_ONE * (a + b).count("1") if figures else 0.0)
    # A quarter of a character always stands between Chinese and Latin: that is no blank.
    return gap > usual + 0.5


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The lines of one page in the order in which their first characters were painted; none runs across a gutter."""
    runs = list(_runs(glyphs))
    return sorted(_joined(runs), key=lambda row: row.order)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """Characters painted one after the other that stand side by side, or one below the other."""
    run: list[Glyph] = []
    start = 0
    vertical = False
    for order, glyph in enumerate(glyphs):
        if run and not vertical and _beside(run[-1], glyph):
            run.append(glyph)
        elif run and (vertical or len(run) == 1) and _below(run[-1], glyph):
            vertical = True
            run.append(glyph)
        else:
            if run:
                yield Row(tuple(run), start, vertical)
            run, start, vertical = [glyph], order, False
    if run:
        yield Row(tuple(run), start, vertical)


def _beside(a: Glyph, b: Glyph) -> bool:
    """Whether `b` stands right of `a` on its line, closer than a gutter."""
    size = max(a.size, b.size)
    level = abs(a.baseline - b.baseline) < 0.3 * size and min(a.size, b.size) > 0.55 * size
    # Cells of punctuation set close overlap by up to their width; the ink never runs back.
    return level and b.ink.x0 - a.ink.x1 > -0.3 * size and b.cell.x0 - a.cell.x1 < _GUTTER * size


def _below(a: Glyph, b: Glyph) -> bool:
    """Whether `b` stands under `a` as in a vertical line."""
    size = max(a.size, b.size)
    (ax, _), (bx, _) = a.cell.centre, b.cell.centre
    same = abs(ax - bx) < 0.2 * size and min(a.size, b.size) > 0.8 * size
    return same and is_cjk(a.char) and is_cjk(b.char) and -0.3 * size < b.cell.y0 - a.cell.y1 < 0.8 * size


def _joined(runs: Sequence[Row]) -> Iterator[Row]:
    """Runs of one line that were painted apart are put together."""
    yield from (run for run in runs if run.vertical)
    flat = [row for group in _levels(run for run in runs if not run.vertical) for row in _merged(group, _close)]
    column = _Columns(flat)
    for group in _levels(flat):
        yield from _merged(group, column.goes_on)


def _levels(runs: Iterable[Row]) -> Iterator[list[Row]]:
    """Runs on one baseline, left to right."""
    level: list[Row] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if level and run.baseline - level[0].baseline > 0.3 * run.size:
            yield sorted(level, key=lambda run: run.glyphs[0].ink.x0)
            level = []
        level.append(run)
    if level:
        yield sorted(level, key=lambda run: run.glyphs[0].ink.x0)


def _merged(level: Sequence[Row], belong: Callable[[Row, Row], bool]) -> Iterator[Row]:
    current = level[0]
    for run in level[1:]:
        if belong(current, run):
            current = Row(current.glyphs + run.glyphs, min(current.order, run.order))
        else:
            yield current
            current = run
    yield current


def _close(left: Row, right: Row) -> bool:
    return _beside(left.glyphs[-1], right.glyphs[0])


class _Columns:
    """Tells a wide gap inside a column, as before a name set flush right, from a gutter, by the lines above and below."""

    def __init__(self, flat: Sequence[Row]) -> None:
        self._flat = sorted(flat, key=lambda row: row.baseline)
        self._baselines = [row.baseline for row in self._flat]

    def goes_on(self, left: Row, right: Row) -> bool:
        """Whether the line above runs across the gap to where `right` ends, and no line below begins in the gap or after."""
        size, gap, end = left.size, left.outline.x1, right.outline.x1
        if abs(right.size - size) > 0.2 * size:
            return False
        across = any(
            row.outline.x0 < gap - size and abs(row.outline.x1 - end) < 3 * size and abs(row.size - size) < 0.2 * size
            for row in self._between(left.baseline - _COLUMN_LINES * size, left.baseline - size)
        )
        below = self._between(left.baseline + size, left.baseline + _COLUMN_LINES * size)
        return across and not any(gap - size / 2 < row.outline.x0 < end for row in below)

    def _between(self, top: float, bottom: float) -> Sequence[Row]:
        return self._flat[bisect_left(self._baselines, top) : bisect_right(self._baselines, bottom)]
