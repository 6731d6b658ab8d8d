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
class Claim:
    """`right` directly follows `left`, or an article starts at `right` when `left` is None; both are line numbers.

    `confidence` is the probability that the claim is true, in 0..1.  `other` is the line the engine would have put before
    `right` instead, or None.
    """

    left: int | None
    right: int
    confidence: float
    certainty: Certainty
    reasons: tuple[Reason, ...] = ()
    against: Reason | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Joint:
    """A claim filed on a page, with the editor's verdict."""

    id: int
    claim: Claim
    verdict: Verdict = Verdict.PENDING
