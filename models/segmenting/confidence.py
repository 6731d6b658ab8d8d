"""How sure a joint is, and why: its margin over the best other answer, in named evidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.domain.joint import OTHER_CHOICE, Certainty
from models.domain.label import Reason
from models.segmenting.decode import NONE
from models.segmenting.pairs import JOINTS, STARTS, Scores
from models.segmenting.scene import Scene
from models.segmenting.weights import Weights

SURE, CHECK = 0.95, 0.75
"""Least confidence of a joint that needs no look, and of one that needs a quick one."""
_REASONS = 3
WIDEST = 12.0
"""Margins beyond this are no surer; the calibration saw none."""
_CERTAIN = 50.0
"""Log-odds of a joint that has no alternative."""
_CONSTANT = frozenset({"one", "starts_or_ends"})


@dataclass(frozen=True, slots=True)
class Belief:
    """How sure the joint to `right` is; `other` the fragment that would stand before it instead, or NONE."""

    confidence: float
    reasons: tuple[Reason, ...]
    against: Reason | None
    other: int


def certainty(confidence: float) -> Certainty:
    if confidence >= SURE:
        return Certainty.SURE
    return Certainty.CHECK if confidence >= CHECK else Certainty.UNSURE


@dataclass(frozen=True)
class Witness:
    """Answers for one page's scores."""

    scene: Scene
    scores: Scores
    weights: Weights

    def belief(self, left: int, right: int) -> Belief:
        """How sure it is that `left` (or NONE: an article's start) stands before `right`."""
        options = np.append(self.scores.follow[:, right], self.scores.start[right])
        slope, offset = self.weights.calibration
        margin = self.margin(left, right)
        held = options.copy()
        held[left] = -np.inf
        best = int(held.argmax())
        other = NONE if best == len(options) - 1 else best
        compared = _compared(self._evidence(left, right), self._evidence(other, right))
        return Belief(_squash(slope * max(-WIDEST, min(WIDEST, margin)) + offset), *_strongest(compared), other)

    def margin(self, left: int, right: int) -> float:
        """Log-odds of the joint against all other answers, seen from both sides."""
        before = _odds(np.append(self.scores.follow[:, right], self.scores.start[right]), left)
        if left == NONE:
            return before
        after = _odds(np.append(self.scores.follow[left], self.scores.end[left]), right)
        return min(before, after)

    def _evidence(self, left: int, right: int) -> dict[str, float]:
        """Contribution of each feature to the joint's score, against `left` ending there."""
        kinds = [node.kind for node in self.scene.nodes]
        if left == NONE:
            name = next(n for n, kind in STARTS.items() if kind is kinds[right])
            return _weighed(self.weights.pairs[name], self.scores.start_features, right)
        name = next((n for n, pair in JOINTS.items() if pair == (kinds[left], kinds[right])), "")
        return {f: w * float(self.scores.features[f][left, right]) for f, w in self.weights.pairs.get(name, {}).items()}


def _compared(mine: Mapping[str, float], other: Mapping[str, float]) -> list[Reason]:
    """Each feature's weight for the joint against the other choice, with a note where it is a fact about the other."""
    pairs = {name: (mine.get(name, 0.0), other.get(name, 0.0)) for name in (set(mine) | set(other)) - _CONSTANT}
    return [Reason(name, round(a - b, 3), "" if abs(a) >= abs(b) else OTHER_CHOICE) for name, (a, b) in pairs.items()]


def _weighed(weights: Mapping[str, float], features: Mapping[str, NDArray[np.float64]], node: int) -> dict[str, float]:
    return {name: weight * float(features[name][node]) for name, weight in weights.items()}


def _strongest(compared: Sequence[Reason]) -> tuple[tuple[Reason, ...], Reason | None]:
    """The strongest evidence for, and the strongest against."""
    order = sorted(compared, key=lambda reason: (-reason.weight, reason.name))
    reasons = tuple(reason for reason in order[:_REASONS] if reason.weight > 0)
    return reasons, order[-1] if order and order[-1].weight < 0 else None


def _odds(options: NDArray[np.float64], chosen: int) -> float:
    """Log-odds of `chosen` (an index, -1 for the last) among `options`."""
    rest = np.delete(options, chosen % len(options))
    if not len(rest):
        return _CERTAIN
    top = float(rest.max())
    return min(_CERTAIN, float(options[chosen]) - top - math.log(float(np.exp(rest - top).sum())))


def _squash(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
