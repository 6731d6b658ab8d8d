"""The engine's or an editor's claim that an article goes on on another page of its issue (转版)."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.joint import Certainty
from models.domain.label import Origin, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Onward:
    """The text that stops at line `left` of its page goes on at line `right` of the page with the id `page`.

    Lines are named and not articles, so that a claim stays with its text whatever becomes of the articles.  `confidence` is
    the probability that the claim is true, in 0..1.
    """

    left: int
    page: int
    right: int
    confidence: float = 1.0
    certainty: Certainty = Certainty.SURE
    reasons: tuple[Reason, ...] = ()
    against: Reason | None = None

    @property
    def seam(self) -> tuple[int, int, int]:
        """What tells it apart from the other claims of its page."""
        return self.left, self.page, self.right


@dataclass(frozen=True, slots=True)
class Continuation:
    """A claim filed on the page where the article begins, with the editor's verdict; an editor's own is accepted."""

    id: int
    claim: Onward
    origin: Origin = Origin.ENGINE
    verdict: Verdict = Verdict.PENDING

    @property
    def confidence(self) -> float:
        """1 for what an editor accepted."""
        return 1.0 if self.verdict is Verdict.ACCEPTED else self.claim.confidence

    @property
    def doubtful(self) -> bool:
        """Whether it is not sure and awaits a verdict."""
        return self.verdict is Verdict.PENDING and self.claim.certainty is not Certainty.SURE

    @property
    def trusted(self) -> bool:
        """Whether the two halves count as one article: accepted, or sure and not refused."""
        return self.verdict is Verdict.ACCEPTED or (self.verdict is Verdict.PENDING and not self.doubtful)
