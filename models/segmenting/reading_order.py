"""The order in which a printed page is read: cut again and again along its rules and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from models.segmenting.printed import X0, X1, Y0, Y1, Edges, Printed, innermost
from models.segmenting.stacks import evened, stacks, usual_box

_ACROSS = 0.7
"""A rule cuts a region when it runs over so much of it."""
_ONE_LINE = 0.7
"""Ems by which pieces of one rule may miss each other."""
_WIDE = 1.4
"""An upright gap so many times as wide as the narrowest parts articles, not columns."""
_WIDEST_GUTTER = 2.2
_LEVEL_GAP = 1.2
"""A level gap of so many ems parts articles, or a heading from its text."""
_LEAST = 1e-6
"""What begins at places less apart begins at one."""
_SLACK = 0.4
"""Ems by which outlines may reach into a gap."""
_LONG = 5
_HEADING = 1.3
"""Type size, in parts of the usual, from which lines are a heading."""


@dataclass(frozen=True, eq=False)
class _Item:
    """A stack, or a frame with all that it holds."""

    lines: tuple[int, ...]
    box: tuple[float, float, float, float]
    heading: bool = False
    vertical: bool = False


@dataclass(frozen=True)
class _Cut:
    axis: int
    """X0 for an upright cut, Y0 for a level one."""
    at: float
    gap: float
    ruled: float
    """How much of the region's extent a rule runs over, where that is enough to cut it; else 0."""


def in_reading_order(page: Printed) -> Printed:
    """`page` with its lines in the order in which they are read, and the stacks they stand in."""
    items, stack_of, size = [], np.zeros(len(page.lines), dtype=np.int64), page.size.copy()
    for number, stack in enumerate(stacks(page)):
        stack_of[stack] = number
        size[stack] = evened(page, stack)
        heading = bool(np.median(page.size[stack]) > _HEADING)
        items.append(_Item(tuple(stack), _box(page, stack), heading, bool(page.vertical[stack[0]])))
    order = [i for item in _framed(page, items) for i in item.lines]
    return replace(page, stack=stack_of, size=size).picked(order)


def _box(page: Printed, stack: list[int]) -> tuple[float, float, float, float]:
    """That of all its lines, but for those of a long stack that reach beyond most of it."""
    x0, y0, x1, y1 = (
        usual_box(page.edges[stack]) if len(stack) > 4 and not page.vertical[stack[0]] else _around(page.edges[stack])
    )
    return x0, y0, x1, y1


def _around(edges: Edges) -> tuple[float, float, float, float]:
    low, high = edges.min(axis=0), edges.max(axis=0)
    return float(low[X0]), float(low[Y0]), float(high[X1]), float(high[Y1])


def _framed(page: Printed, items: list[_Item]) -> list[_Item]:
    """All in order; what a frame holds stays together."""
    frames = page.frames
    homes = innermost(np.array([item.box for item in items]).reshape(-1, 4), frames)
    inside: dict[int, list[_Item]] = {}
    for item, home in zip(items, homes.tolist(), strict=True):
        inside.setdefault(home, []).append(item)
    area = (frames[:, X1] - frames[:, X0]) * (frames[:, Y1] - frames[:, Y0])
    for number in np.argsort(area, kind="stable").tolist():
        held = inside.pop(number, [])
        if held:
            lines = tuple(i for item in _ordered(page, held) for i in item.lines)
            whole = _Item(lines, _held_box(held), all(item.heading for item in held), all(item.vertical for item in held))
            inside.setdefault(_parent(frames, number), []).append(whole)
    return _ordered(page, inside.pop(-1, []))


def _held_box(held: Sequence[_Item]) -> tuple[float, float, float, float]:
    return _around(np.array([item.box for item in held]))


def _parent(frames: Edges, number: int) -> int:
    """The smallest larger frame round the middle of frame `number`, -1 for none."""
    x0, y0, x1, y1 = frames[number]
    x, y, area = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) * (y1 - y0)
    best, least = -1, np.inf
    for other, (a0, b0, a1, b1) in enumerate(frames.tolist()):
        size = (a1 - a0) * (b1 - b0)
        if (size, other) > (area, number) and a0 < x < a1 and b0 < y < b1 and size < least:
            best, least = other, size
    return best


def _ordered(page: Printed, items: list[_Item]) -> list[_Item]:
    done: list[_Item] = []
    parts = [items]
    while parts:
        part = parts.pop()
        cut = _best_cut(page, part) if len(part) > 1 else None
        if cut is None:
            done.extend(part)
            continue
        first, second = _parts(part, cut)
        if cut.axis == X0 and all(item.vertical for item in second) and _reads_right_first(first):
            first, second = second, first
        parts += [second, first]
    return done


def _reads_right_first(left: Sequence[_Item]) -> bool:
    """Vertical lines on the right come first unless a heading of its own stands over what is left of them."""
    top = min(left, key=lambda item: item.box[Y0])
    return not top.heading or top.vertical


def _parts(items: list[_Item], cut: _Cut) -> tuple[list[_Item], list[_Item]]:
    """What begins before the cut and what after it."""
    first = [item for item in items if item.box[cut.axis] < cut.at - _LEAST / 2]
    return first, [item for item in items if item.box[cut.axis] >= cut.at - _LEAST / 2]


def _best_cut(page: Printed, items: list[_Item]) -> _Cut | None:
    upright, flat = list(_gaps(page, items, X0)), list(_gaps(page, items, Y0))
    ruled = [cut for cut in (*upright, *flat) if cut.ruled]
    if ruled:
        return max(ruled, key=lambda cut: (round(cut.ruled, 1), cut.gap))
    if upright:
        narrowest, widest = min(cut.gap for cut in upright), max(upright, key=lambda cut: cut.gap)
        if widest.gap > _WIDEST_GUTTER and widest.gap > _WIDE * max(1.0, narrowest if len(upright) > 1 else 1.0):
            return widest
    tallest_first = sorted(flat, key=lambda cut: -cut.gap)
    tall = next((cut for cut in tallest_first if not _parts_headings(items, cut)), None)
    if tall is not None and tall.gap > _LEVEL_GAP:
        return tall
    if upright:
        return _before_upright_lines(items, upright) or min(upright, key=lambda cut: cut.at)
    return tall or _least_bad(items)


def _before_upright_lines(items: list[_Item], cuts: Sequence[_Cut]) -> _Cut | None:
    """The cut that leaves nothing but vertical lines on its right."""
    clean = (cut for cut in cuts if all(item.vertical for item in _parts(items, cut)[1]))
    return min(clean, key=lambda cut: cut.at, default=None)


def _gaps(page: Printed, items: Sequence[_Item], axis: int) -> Iterable[_Cut]:
    """The cuts that no item stands in the way of."""
    other = Y0 if axis == X0 else X0
    low, high = min(item.box[other] for item in items), max(item.box[other + 2] for item in items)
    end, first = -np.inf, min(item.box[axis] for item in items)
    for item in sorted(items, key=lambda item: item.box[axis]):
        begin = item.box[axis]
        if begin > max(end - _SLACK, first + _LEAST):
            yield _Cut(axis, begin, begin - end, _ruled(page, axis, (end, begin), (low, high)))
        end = max(end, item.box[axis + 2])


def _ruled(page: Printed, axis: int, gap: tuple[float, float], span: tuple[float, float]) -> float:
    rules = page.upright_rules if axis == X0 else page.level_rules
    other = Y0 if axis == X0 else X0
    if not len(rules):
        return 0.0
    middle = (rules[:, axis] + rules[:, axis + 2]) / 2
    inside = rules[(middle > gap[0] - _SLACK) & (middle < gap[1] + _SLACK)]
    covered = np.maximum(0.0, np.minimum(inside[:, other + 2], span[1]) - np.maximum(inside[:, other], span[0]))
    at = np.round(middle[(middle > gap[0] - _SLACK) & (middle < gap[1] + _SLACK)] / _ONE_LINE)
    # Pieces on one line are one rule, as where a label interrupts it; rules of neighbours at about one height are not.
    share = max((float(covered[at == one].sum()) for one in np.unique(at)), default=0.0) / max(1e-6, span[1] - span[0])
    return min(1.0, share) if share > _ACROSS else 0.0


def _parts_headings(items: list[_Item], cut: _Cut) -> bool:
    """Whether a level cut would part several headings side by side from their texts."""
    above, _ = _parts(items, cut)
    if not all(item.heading for item in above):
        return False
    boxes = sorted(item.box for item in above)
    return any(b[X0] > a[X1] for a, b in pairwise(boxes))


def _least_bad(items: Sequence[_Item]) -> _Cut | None:
    """The cut that runs through the fewest items, each of which goes to the part it begins in; None where all begin at one."""
    boxes = np.array([item.box for item in items])
    best, least = None, np.inf
    for axis in (X0, Y0):
        starts, ends = boxes[:, axis], boxes[:, axis + 2]
        places = np.unique(starts[starts > starts.min() + _LEAST])
        if len(places):
            through = ((starts[:, None] < places - _LEAST / 2) & (ends[:, None] > places + 1.0)).sum(axis=0)
            if through.min() < least:
                best, least = _Cut(axis, float(places[through.argmin()]), 0.0, 0.0), int(through.min())
    return best
