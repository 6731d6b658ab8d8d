"""How sure a joint is, and why: its margin over the best other answer, in named evidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.domain.joint import OTHER_CHOICE, Certainty
from models.domain.label import Reason
from models.segmenting.decode import NONE
from models.segmenting.directions import as_read
from models.segmenting.pairs import IMPOSSIBLE, JOINTS, STARTS, Scores
from models.segmenting.scene import Scene
from models.segmenting.weights import Weights

SURE, CHECK = 0.97, 0.75
"""Least confidence of a joint that needs no look, and of one that needs a quick one."""
_REASONS = 3
OTHERS = 2
"""Other choices that are told, besides that an article begins."""
WIDEST = 12.0
"""Margins beyond this are no surer; the calibration saw none."""
_CERTAIN = 50.0
"""Log-odds of a joint that has no alternative."""
_CONSTANT = frozenset({"one", "starts_or_ends"})


@dataclass(frozen=True, slots=True)
class Other:
    """A fragment that could stand before another, or NONE, with the best reason for it."""

    node: int
    confidence: float
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Belief:
    """How sure a joint is; `others` what could stand before it instead, the best first."""

    confidence: float
    reasons: tuple[Reason, ...]
    against: Reason | None
    others: tuple[Other, ...]


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
        confidence = _squash(slope * max(-WIDEST, min(WIDEST, margin)) + offset)
        mine, rest = self._evidence(left, right), _others(options, left)
        facts = [_compared(mine, self._evidence(node, right)) for node in rest] or [_compared(mine, {})]
        others = (
            Other(node, share * (1.0 - confidence), _for_other(said))
            for (node, share), said in zip(rest.items(), facts, strict=False)
        )
        return Belief(confidence, *_strongest(facts[0]), tuple(others))

    def margin(self, left: int, right: int) -> float:
        """Log-odds of the joint against all other answers, seen from both sides."""
        before = _odds(np.append(self.scores.follow[:, right], self.scores.start[right]), left)
        if left == NONE:
            return before
        after = _odds(np.append(self.scores.follow[left], self.scores.end[left]), right)
        return min(before, after)

    def _evidence(self, left: int, right: int) -> dict[str, float]:
        """What each feature adds to the joint's score, as far as it speaks as it reads."""
        nodes = self.scene.nodes
        if left == NONE:
            name, features = next(n for n, kind in STARTS.items() if kind is nodes[right].kind), self.scores.start_features
        else:
            name, features = (
                next((n for n, pair in JOINTS.items() if pair == (nodes[left].kind, nodes[right].kind)), ""),
                self.scores.features,
            )
        if name not in self.weights.pairs:
            return {}
        at = (right,) if left == NONE else (left, right)
        scorer = self.weights.pair_scorers[name]
        return as_read(scorer.shares(np.array([features[f][at] for f in scorer.names])))


def _compared(mine: Mapping[str, float], other: Mapping[str, float]) -> list[Reason]:
    """Each feature's weight for the joint against the other choice, with a note where it is a fact about the other."""
    pairs = {name: (mine.get(name, 0.0), other.get(name, 0.0)) for name in (set(mine) | set(other)) - _CONSTANT}
    return [Reason(name, round(a - b, 3), "" if abs(a) >= abs(b) else OTHER_CHOICE) for name, (a, b) in pairs.items()]


def _others(options: NDArray[np.float64], chosen: int) -> dict[int, float]:
    """The best other choices, the best first, each with its part of all others'; NONE is always among them."""
    last = len(options) - 1
    held = options.copy()
    held[chosen] = -np.inf
    possible = [i for i in np.argsort(-held, kind="stable").tolist() if held[i] > IMPOSSIBLE / 2]
    shown = possible[:OTHERS] + [i for i in possible[OTHERS:] if i == last]
    parts = np.exp(held[shown] - held.max()) / max(1.0, float(np.exp(held - held.max()).sum())) if shown else []
    return {NONE if i == last else i: float(part) for i, part in zip(shown, parts, strict=True)}


def _for_other(compared: Iterable[Reason]) -> Reason | None:
    """The strongest fact about the other choice that speaks for it."""
    best = min((reason for reason in compared if reason.detail == OTHER_CHOICE), key=_by_weight, default=None)
    return replace(best, weight=-best.weight, detail="") if best is not None and best.weight < 0 else None


def _by_weight(reason: Reason) -> tuple[float, str]:
    return reason.weight, reason.name


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
