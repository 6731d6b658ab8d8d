"""Whether joints are as sure as they say: the share that is right, by how sure they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from models.domain.joint import Certainty, Claim
from models.scoring.answer import Answer

BINS = 10
Judged = tuple[Claim, bool]
"""A claim and whether it is right."""


@dataclass(frozen=True, slots=True)
class JointFigures:
    joints: int
    ece: float
    """Expected calibration error over ten bins (Naeini and others 2015)."""
    sure: float
    """Share of joints that are called sure."""
    wrong_among_sure: float


def judged(claims: Iterable[Claim], truth: Answer, counted: Collection[int]) -> list[Judged]:
    """A page's claims with their verdicts, those left out that lines which may stand anywhere have part in.

    `counted` are the lines that are not blank.
    """
    holds: set[tuple[int | None, int]] = set()
    for article in truth.articles:
        lines = [number for number in article.lines if number in counted and number not in truth.free]
        holds.update(zip([None, *lines], lines, strict=False))
    told = (claim for claim in claims if not {claim.left, claim.right} & truth.free)
    return [(claim, (claim.left, claim.right) in holds) for claim in told]


def joint_figures(found: Sequence[Judged]) -> JointFigures:
    """Of all claims together, whatever page they are from."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for each in found:
        bins[min(BINS - 1, int(each[0].confidence * BINS))].append(each)
    error = sum(abs(sum(claim.confidence for claim, _ in kept) - sum(right for _, right in kept)) for kept in bins)
    sure = [right for claim, right in found if claim.certainty is Certainty.SURE]
    count = max(1, len(found))
    wrong = 1 - sum(sure) / len(sure) if sure else 0.0
    return JointFigures(len(found), round(error / count, 4), round(len(sure) / count, 4), round(wrong, 4))
