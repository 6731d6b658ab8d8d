"""Edits of what a line says: an editor's own reading, and verdicts on what engines read beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.domain.correction import Correction, standing, suggested, with_corrections
from models.domain.label import Origin, Verdict
from models.domain.page import Page
from models.editing.edit import NewId
from models.errors import EditRefused


@dataclass(frozen=True, slots=True)
class CorrectLine:
    """`line` says `text`; with the machine's text the editor's own is withdrawn."""

    line: int
    text: str

    def apply(self, page: Page, new_id: NewId) -> Page:
        machine, text = _machine_text(page, self.line), " ".join(self.text.splitlines())
        held = standing(page.corrections).get(self.line)
        if text == (machine if held is None else held.text):
            return page
        rest = _overruled(page.corrections, held)
        return _with(page, rest if text == machine else [*rest, _own(page, self.line, text, held, new_id)])


def _overruled(corrections: Iterable[Correction], held: Correction | None) -> list[Correction]:
    """All but the one that held: an editor's goes, an engine's is refused."""
    return [_refused(c) if c is held else c for c in corrections if c is not held or c.origin is Origin.ENGINE]


def _own(page: Page, line: int, text: str, held: Correction | None, new_id: NewId) -> Correction:
    """The editor's reading; one that goes on at the next key stays the same, unless something was suggested since."""
    goes_on = held is not None and held.origin is Origin.EDITOR and line not in suggested(page.corrections)
    number = held.id if held is not None and goes_on else new_id()
    return Correction(number, line, text, Origin.EDITOR, Verdict.ACCEPTED)


@dataclass(frozen=True, slots=True)
class ConfirmLine:
    """What stands in `line` was read and found right; other readings of it are refused."""

    line: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        machine = _machine_text(page, self.line)
        judged = [_refused(c) if c.line == self.line and _waits(c) else c for c in page.corrections]
        if self.line not in standing(judged):
            judged.append(Correction(new_id(), self.line, machine, Origin.EDITOR, Verdict.ACCEPTED))
        return _with(page, judged)


@dataclass(frozen=True, slots=True)
class TakeSuggestion:
    """The other reading `correction` stands in its line; what stood or waited there gives way."""

    correction: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        taken = _suggestion(page, self.correction)
        rest = (c for c in page.corrections if c.line != taken.line or c.origin is Origin.ENGINE)
        return _with(page, (_judged(c, taken) for c in rest))


def _judged(correction: Correction, taken: Correction) -> Correction:
    if correction is taken:
        return replace(correction, verdict=Verdict.ACCEPTED)
    return _refused(correction) if correction.line == taken.line else correction


@dataclass(frozen=True, slots=True)
class RefuseSuggestion:
    """The other reading `correction` is wrong; where it was taken, the machine's first reading stands again."""

    correction: int

    def apply(self, page: Page, new_id: NewId) -> Page:
        refused = _suggestion(page, self.correction)
        return _with(page, (_refused(c) if c is refused else c for c in page.corrections))


def _machine_text(page: Page, number: int) -> str:
    text = next((line.text for line in page.reading.lines if line.number == number), None)
    if text is None:
        raise EditRefused("no_such_lines")
    return text


def _suggestion(page: Page, correction_id: int) -> Correction:
    found = next((c for c in page.corrections if c.id == correction_id and c.origin is Origin.ENGINE), None)
    if found is None:
        raise EditRefused("suggestion_gone")
    return found


def _waits(correction: Correction) -> bool:
    return correction.verdict is Verdict.PENDING


def _refused(correction: Correction) -> Correction:
    return replace(correction, verdict=Verdict.REJECTED)


def _with(page: Page, corrections: Iterable[Correction]) -> Page:
    kept = tuple(sorted(corrections, key=lambda correction: correction.id))
    return replace(page, corrections=kept, lines=with_corrections(page.reading.lines, kept))
