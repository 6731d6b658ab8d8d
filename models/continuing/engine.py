"""Proposes for the pages of one issue which article goes on in which."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from models.continuing.features import ANOTHER_FITS, contradicts, evidence, names
from models.continuing.halves import Half, halves
from models.domain.continuation import Onward
from models.domain.cues import Way, cues, page_key
from models.domain.issue import links, same_issue
from models.domain.joint import Certainty
from models.domain.label import Reason, Verdict
from models.domain.page import Page

SURE, CHECK, LEAST = 0.93, 0.7, 0.15
"""Least confidence of a continuation that needs no look, of one that needs a quick one, and of one worth proposing."""
_REASONS = 4
_WIDEST = 12.0
"""Log-odds beyond this are no surer."""
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Half
    rest: Half
    reasons: tuple[Reason, ...]

    @property
    def odds(self) -> float:
        """Log-odds, its rivals left aside."""
        return sum(reason.weight for reason in self.reasons)


def proposals(pages: Sequence[Page]) -> dict[int, tuple[Onward, ...]]:
    """What goes on where, by the id of the page where it begins; each page of `pages` is there.

    Articles that an editor has linked are spoken for, and pairs that an editor refused are not proposed again.
    """
    found: dict[int, list[Onward]] = {page.id: [] for page in pages}
    for pair, confidence in _decided(list(_possible(list(_numbered(pages))))):
        if confidence >= LEAST:
            found[pair.first.page.id].append(_claim(pair, confidence))
    return {page: tuple(claims) for page, claims in found.items()}


def _numbered(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages, one that prints no number as the only one that others name, none bears and it does not name itself."""
    named = {page.id: {key for line in page.lines for cue in cues(line.text) for key in cue.pages} for page in pages}
    for page in pages:
        issue = [other for other in pages if same_issue(page, other)]
        borne = {page_key(other.header.number) for other in issue if other.header.number}
        free = set().union(*(named[other.id] for other in issue)) - borne - named[page.id]
        if page.header.number or len(free) != 1:
            yield page
        else:
            yield replace(page, header=replace(page.header, number=free.pop()))


def _possible(pages: Sequence[Page]) -> Iterator[_Pair]:
    settled, refused = _judged(pages)
    ends = {page.id: [half for half in halves(page, Way.ON) if half.article.id not in settled[0]] for page in pages}
    starts = {page.id: [half for half in halves(page, Way.BACK) if half.article.id not in settled[1]] for page in pages}
    for one, other in permutations(pages, 2):
        if not same_issue(one, other):
            continue
        for first in ends[one.id]:
            for rest in starts[other.id]:
                if _may(first, rest) and (first.article.id, rest.article.id) not in refused:
                    yield _Pair(first, rest, evidence(first, rest))


def _may(first: Half, rest: Half) -> bool:
    """Whether a cue says so and none says otherwise."""
    return (names(first, rest) or names(rest, first)) and not contradicts(first, rest) and not contradicts(rest, first)


def _judged(pages: Sequence[Page]) -> tuple[tuple[set[int], set[int]], set[tuple[int, int]]]:
    """The articles that an editor has said go on somewhere, and come from somewhere; and the pairs refused."""
    held = [link for link in links(pages) if link.continuation.verdict is Verdict.ACCEPTED]
    settled = {link.beginning.article.id for link in held}, {link.rest.article.id for link in held}
    there, refused = {page.id: page for page in pages}, set()
    for page in pages:
        for one in page.continuations:
            other = there.get(one.claim.page)
            if one.verdict is Verdict.REJECTED and other is not None:
                first, rest = page.article_of_line(one.claim.left), other.article_of_line(one.claim.right)
                if first is not None and rest is not None:
                    refused.add((first.id, rest.id))
    return settled, refused


def _decided(pairs: list[_Pair]) -> Iterator[tuple[_Pair, float]]:
    """The pairs that are likeliest together, no article twice on one side, with the chance of each."""
    firsts = list(dict.fromkeys(pair.first.article.id for pair in pairs))
    rests = list(dict.fromkeys(pair.rest.article.id for pair in pairs))
    weights = np.zeros((len(firsts), len(rests)))
    best: dict[tuple[int, int], _Pair] = {}
    for pair in sorted(pairs, key=lambda pair: pair.odds):
        place = firsts.index(pair.first.article.id), rests.index(pair.rest.article.id)
        best[place] = pair
        weights[place] = math.exp(min(pair.odds, _WIDEST))
    chances = pairing_chances(weights)
    for row, column in zip(*linear_sum_assignment(np.log1p(weights), maximize=True), strict=True):
        together = best.get((int(row), int(column)))
        if together is not None:
            yield together, float(chances[row, column])


def pairing_chances(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of each pair when every row has one column or none and every column one row or none.

    `weights` are odds against neither having the other.  By messages between rows and columns: exact where the pairs that are
    possible make no ring, and near enough where they do.
    """
    to_columns = to_rows = np.ones_like(weights)
    for _ in range(_ROUNDS):
        said = weights * to_rows
        to_columns = (to_columns + 1.0 / (1.0 + said.sum(1, keepdims=True) - said)) / 2.0
        said = weights * to_columns
        to_rows = (to_rows + 1.0 / (1.0 + said.sum(0, keepdims=True) - said)) / 2.0
    together = weights * to_columns * to_rows
    return np.asarray(together / (1.0 + together))


def _claim(pair: _Pair, confidence: float) -> Onward:
    order = sorted(pair.reasons, key=lambda reason: (-reason.weight, reason.name))
    reasons = tuple(reason for reason in order[:_REASONS] if reason.weight > 0)
    opposed = [reason for reason in (*order[-1:], _rivalry(pair, confidence)) if reason.weight < 0]
    against = min(opposed, key=lambda reason: reason.weight, default=None)
    certainty = Certainty.SURE if confidence >= SURE else Certainty.CHECK if confidence >= CHECK else Certainty.UNSURE
    return Onward(pair.first.line, pair.rest.page.id, pair.rest.line, round(confidence, 4), certainty, reasons, against)


def _rivalry(pair: _Pair, confidence: float) -> Reason:
    """By how much the claim would be likelier if no other article fitted as well."""
    sure = min(max(confidence, 1e-6), 1 - 1e-6)
    return Reason(ANOTHER_FITS, round(min(0.0, math.log(sure / (1 - sure)) - min(pair.odds, _WIDEST)), 3))
