"""A reading as the segmenter looks at it: level, in reading order, cleaned, repeats left out, measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.domain.line import Reading
from models.domain.locks import NO_LOCKS, Locks
from models.domain.proposal import Repeat
from models.domain.role import Role
from models.segmenting.level import level
from models.segmenting.line_features import Layout, layout
from models.segmenting.printed import measured
from models.segmenting.reading_order import in_reading_order
from models.segmenting.repair import clean, repeats


def laid_out(reading: Reading, locks: Locks = NO_LOCKS) -> tuple[Layout, tuple[Repeat, ...]]:
    """The lines of `reading` that are said for the first time, and what says some of them again, also by `locks`.

    Lines of a printed page come in the order in which it is read, since its source's means nothing; a dump's in their own.
    """
    straight = level(reading)
    printed = measured(straight)
    if printed is not None:
        printed = in_reading_order(printed)
    lines = [clean(line) for line in (straight.lines if printed is None else printed.lines)]
    said_again = tuple(_repeats(repeats(lines), locks)) if locks else repeats(lines)
    hidden = {number for repeat in said_again for number in repeat.lines}
    kept = [i for i, line in enumerate(lines) if line.number not in hidden]
    return layout([lines[i] for i in kept], reading.regime, printed.picked(kept) if printed is not None else None), said_again


def _repeats(found: Iterable[Repeat], locks: Locks) -> Iterator[Repeat]:
    """Those `found` that hold no line of which an editor says otherwise, and the lines that he says are repeats."""
    said = {line for line, role in locks.roles.items() if role is Role.DUPLICATE}
    decided = locks.in_articles | locks.roles.keys()
    for repeat in found:
        if said.issuperset(repeat.lines) or decided.isdisjoint(repeat.lines):
            said.difference_update(repeat.lines)
            yield repeat
    yield from (Repeat((line,), ()) for line in sorted(said))
