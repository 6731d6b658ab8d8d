"""The engine's claim that one line directly follows another in the same article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.domain.label import Reason, Verdict


class Certainty(StrEnum):
    SURE = "sure"
    CHECK = "check"
    UNSURE = "unsure"


OTHER_CHOICE = "other"
"""Detail of a reason that is a fact about what the engine would have done instead, not about the claim."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the engine would have done instead: put `line` before, or begun an article where that is None."""

    line: int | None
    confidence: float | None = None
    """In 0..1; None where a program before schema 4 filed it."""
    reason: Reason | None = None
    """The best that speaks for it and against the claim."""


@dataclass(frozen=True, slots=True)
class Claim:
    """`right` directly follows `left`, or an article starts at `right` when `left` is None; both are line numbers.

    `confidence` is the probability that the claim is true, in 0..1; that of the `others`, the best of which comes first, is
    shared out from the rest.
    """

    left: int | None
    right: int
    confidence: float
    certainty: Certainty
    reasons: tuple[Reason, ...] = ()
    against: Reason | None = None
    others: tuple[Alternative, ...] = ()

    @property
    def other(self) -> int | None:
        """The line the engine would have put before `right` in the first place, or None."""
        return self.others[0].line if self.others else None


@dataclass(frozen=True, slots=True)
class Joint:
    """A claim filed on a page, with the editor's verdict."""

    id: int
    claim: Claim
    verdict: Verdict = Verdict.PENDING
