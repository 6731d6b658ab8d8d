"""Which lines of two readings of one page are the same print, and how a text is shared out among lines."""

from __future__ import annotations

import difflib
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.domain.geometry import Rect, union
from models.domain.line import Line
from models.domain.text import join

_ALONG = 0.5
"""Of the shorter of two lines, how much must lie beside the longer: one line may have been read as several."""
_ACROSS = 0.4
"""Of the thicker of two lines, how much the other must cover: boxes are drawn more or less tight."""
_WHOLE = 0.75
"""Of the length of lines, how much a second reading must go over to speak for them."""
_BANDS = 64


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the one reading and of the other that lie in the same place, each in the order one reads them.

    Either side is empty for a line that the other reading does not have.
    """

    old: tuple[Line, ...]
    new: tuple[Line, ...]

    def home(self, line: Line) -> Line:
        """Of the old lines, the one that the new `line` covers most."""
        return max(self.old, key=lambda old: _shared(old, line))

    @property
    def whole(self) -> bool:
        """Whether the new lines go about as far as the old ones, and are no mere piece of them."""
        old, new = (union(line.outline for line in side if line.outline) for side in (self.old, self.new))
        if old is None or new is None:
            return False
        upright = all(line.vertical for line in self.old)
        return new.height > _WHOLE * old.height if upright else new.width > _WHOLE * old.width


def matched(old: Sequence[Line], new: Sequence[Line]) -> tuple[Group, ...]:
    """All lines of both, in groups: the old ones' order, then what is new."""
    beside: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    for i, j in _pairs(old, new):
        beside[i].append(j)
        behind[j].append(i)
    seen: set[int] = set()
    groups = [_group(old, new, i, beside, behind, seen) for i in range(len(old)) if i not in seen]
    return (*groups, *(Group((), (line,)) for j, line in enumerate(new) if j not in behind))


def _group(
    old: Sequence[Line],
    new: Sequence[Line],
    first: int,
    beside: dict[int, list[int]],
    behind: dict[int, list[int]],
    seen: set[int],
) -> Group:
    """Everything that hangs together with the old line at `first`."""
    mine, theirs, waiting = {first}, set[int](), [first]
    while waiting:
        for j in beside[waiting.pop()]:
            theirs.add(j)
            waiting += [i for i in behind[j] if i not in mine]
            mine.update(behind[j])
    seen |= mine
    return Group(in_order(old[i] for i in sorted(mine)), in_order(new[j] for j in sorted(theirs)))


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Places of lines that are the same print; only those at one height of the page are compared."""
    bands: dict[int, list[int]] = defaultdict(list)
    for j, line in enumerate(new):
        for band in _bands(line.outline):
            bands[band].append(j)
    for i, line in enumerate(old):
        near = {j for band in _bands(line.outline) for j in bands[band]}
        yield from ((i, j) for j in sorted(near) if _same_print(line, new[j]))


def _bands(outline: Rect | None) -> range:
    return range(0) if outline is None else range(int(outline.y0 * _BANDS), int(outline.y1 * _BANDS) + 1)


def _same_print(a: Line, b: Line) -> bool:
    if a.outline is None or b.outline is None:
        return False
    across, down = _overlap(a.outline, b.outline)
    widths, heights = (a.outline.width, b.outline.width), (a.outline.height, b.outline.height)
    level = across > _ALONG * min(widths) and down > _ACROSS * max(heights)
    upright = down > _ALONG * min(heights) and across > _ACROSS * max(widths)
    if a.vertical != b.vertical:
        # One reader saw a line where the other saw a column: they must lie on each other.
        return level and upright
    return upright if a.vertical else level


def _overlap(a: Rect, b: Rect) -> tuple[float, float]:
    return min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)


def _shared(a: Line, b: Line) -> float:
    """Area that both cover."""
    if a.outline is None or b.outline is None:
        return 0.0
    across, down = _overlap(a.outline, b.outline)
    return max(across, 0.0) * max(down, 0.0)


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Pieces of print as one reads them: level ones row by row from the left, upright ones column by column from the right."""
    lines = tuple(lines)
    if len(lines) < 2 or any(line.outline is None for line in lines):
        return lines
    upright = all(line.vertical for line in lines)
    placed = sorted(((_strip(line, upright), line) for line in lines), key=lambda item: item[0])
    rows: list[list[tuple[_Strip, Line]]] = []
    for strip, line in placed:
        if rows and strip.start < rows[-1][0][0].middle:
            rows[-1].append((strip, line))
        else:
            rows.append([(strip, line)])
    return tuple(line for row in rows for _, line in sorted(row, key=lambda item: item[0].along))


@dataclass(frozen=True, slots=True, order=True)
class _Strip:
    """Where a row or column of print begins and has its middle, and where on it a piece stands."""

    start: float
    middle: float
    along: float


def _strip(line: Line, upright: bool) -> _Strip:
    assert line.outline is not None
    x, y = line.outline.centre
    return _Strip(-line.outline.x1, -x, line.outline.y0) if upright else _Strip(line.outline.y0, y, line.outline.x0)


def same_words(a: str, b: str) -> bool:
    """Whether two texts differ in nothing but blanks and the form of the same characters (，for ,)."""
    return _bare(a) == _bare(b)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def joined(texts: Iterable[str]) -> str:
    """Pieces of one line as one text."""
    whole = ""
    for text in texts:
        whole = join(whole, text.strip())
    return whole


def shared_out(text: str, lines: Sequence[str]) -> tuple[str, ...]:
    """`text` cut into as many parts as there are `lines`, where it agrees best with what they say; nothing of it is lost."""
    if len(lines) == 1:
        return (text,)
    ends = [len(joined(lines[: i + 1])) for i in range(len(lines) - 1)]
    steps = difflib.SequenceMatcher(None, joined(lines), text, autojunk=False).get_opcodes()
    cuts = [0, *(_image(end, steps) for end in ends), len(text)]
    return tuple(text[a:b].strip() for a, b in itertools.pairwise(cuts))


def _image(place: int, steps: Sequence[tuple[str, int, int, int, int]]) -> int:
    """Where `place` of the one text lies in the other."""
    for _, i0, i1, j0, j1 in steps:
        if i0 <= place <= i1:
            return j0 + round((place - i0) * (j1 - j0) / max(i1 - i0, 1))
    return steps[-1][4] if steps else 0
