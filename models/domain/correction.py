"""What stands in a line instead of what the machine read there, and what is proposed to stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.domain.label import Origin, Verdict
from models.domain.line import Line


@dataclass(frozen=True, slots=True)
class Correction:
    """Another text for one line, by its number.

    An editor's own is accepted; with the machine's text it says "read and found right".  An engine's is a second reading
    beside the first, pending until an editor takes or refuses it.  A line has one accepted correction at most.
    """

    id: int
    line: int
    text: str
    origin: Origin
    verdict: Verdict = Verdict.PENDING


def standing(corrections: Iterable[Correction]) -> dict[int, Correction]:
    """The correction that holds, by line; where two do, the newest."""
    accepted = (correction for correction in corrections if correction.verdict is Verdict.ACCEPTED)
    return {correction.line: correction for correction in sorted(accepted, key=lambda correction: correction.id)}


def suggested(corrections: Iterable[Correction]) -> dict[int, Correction]:
    """The newest suggestion that waits for an editor, by line: pending, and made after the line was last decided on."""
    corrections = tuple(corrections)
    decided = standing(corrections)
    waiting = (correction for correction in corrections if correction.verdict is Verdict.PENDING)
    return {
        correction.line: correction
        for correction in sorted(waiting, key=lambda correction: correction.id)
        if correction.line not in decided or decided[correction.line].id < correction.id
    }


def with_corrections(lines: Iterable[Line], corrections: Iterable[Correction]) -> tuple[Line, ...]:
    """The machine's `lines` as they stand: corrected ones keep the machine's text beside, and nothing in them is unsure."""
    held = standing(corrections)
    return tuple(_corrected(line, held[line.number].text) if line.number in held else line for line in lines)


def _corrected(line: Line, text: str) -> Line:
    return replace(line, text=text, machine=None if text == line.text else line.text, unsure=())
