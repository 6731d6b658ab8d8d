"""How well one fragment follows another: named features, weighted by the kinds of the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.segmenting.end_placement import END_PLACEMENT, START_PLACEMENT
from models.segmenting.ends import END_FEATURES, START_FEATURES
from models.segmenting.guess import Guess
from models.segmenting.pair_features import PAIR_FEATURES
from models.segmenting.pair_placement import PLACEMENT
from models.segmenting.roles import Kind
from models.segmenting.scene import Matrix
from models.segmenting.weights import Weights

IMPOSSIBLE = -1e6

JOINTS = {
    "heading_text": (Kind.HEADING, Kind.TEXT),
    "text_text": (Kind.TEXT, Kind.TEXT),
    "text_heading": (Kind.TEXT, Kind.HEADING),
    "heading_heading": (Kind.HEADING, Kind.HEADING),
    "text_byline": (Kind.TEXT, Kind.BYLINE),
    "byline_text": (Kind.BYLINE, Kind.TEXT),
    "byline_heading": (Kind.BYLINE, Kind.HEADING),
    "heading_byline": (Kind.HEADING, Kind.BYLINE),
}
"""Kinds of joint that can be, by name."""

STARTS = {f"start_{kind.value}": kind for kind in (Kind.HEADING, Kind.TEXT, Kind.BYLINE)}
ENDS = {f"end_{kind.value}": kind for kind in (Kind.HEADING, Kind.TEXT, Kind.BYLINE)}

REASON_NAMES = tuple(dict.fromkeys((*PAIR_FEATURES, *START_FEATURES, *END_FEATURES)))
"""Every name a reason of a joint can have; `models.wording` has a sentence for each."""


_UNCHANGING = frozenset(feature.__name__ for feature in (*PLACEMENT, *START_PLACEMENT, *END_PLACEMENT))
"""Features that no guess at the articles changes: counted once a page."""


@dataclass(frozen=True, eq=False)
class Scores:
    """Log-odds of every joint, start and end on a page, with the features they come from.

    `follow` is (n, n), `start` and `end` are (n,).
    """

    follow: Matrix
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    features: Mapping[str, Matrix]
    start_features: Mapping[str, NDArray[np.float64]]
    end_features: Mapping[str, NDArray[np.float64]]


def score(guess: Guess, weights: Weights) -> Scores:
    """Score all pairs of the guess's fragments."""
    scene = guess.scene
    features = measured(PAIR_FEATURES, guess)
    starts, ends = measured(START_FEATURES, guess), measured(END_FEATURES, guess)
    follow = np.full((scene.size, scene.size), IMPOSSIBLE)
    for name, (left, right) in JOINTS.items():
        where = np.ix_(np.flatnonzero(scene.kind(left)), np.flatnonzero(scene.kind(right)))
        follow[where] = scored(weights, name, features, where)
    follow[scene.ruled_out] = IMPOSSIBLE
    kinds = [node.kind for node in scene.nodes]
    return Scores(follow, _ends(kinds, STARTS, starts, weights), _ends(kinds, ENDS, ends, weights), features, starts, ends)


def measured(table: Mapping[str, Callable[[Guess], NDArray[np.float64]]], guess: Guess) -> dict[str, NDArray[np.float64]]:
    """Every feature of `table` on the page."""
    kept = guess.scene.kept
    found = {}
    for name, feature in table.items():
        if name in _UNCHANGING and name in kept:
            found[name] = kept[name]
        else:
            found[name] = np.asarray(feature(guess), dtype=float)
            if name in _UNCHANGING:
                kept[name] = found[name]
    return found


def _ends(
    kinds: list[Kind], table: Mapping[str, Kind], features: Mapping[str, NDArray[np.float64]], weights: Weights
) -> NDArray[np.float64]:
    result = np.zeros(len(kinds))
    for name, kind in table.items():
        where = np.array([k is kind for k in kinds], dtype=bool)
        result[where] = scored(weights, name, features, where)
    return result


def scored(weights: Weights, name: str, features: Mapping[str, NDArray[np.float64]], where: Any) -> NDArray[np.float64]:
    """The scores of one kind of joint, start or end at the places `where` of the tables of `features`."""
    scorer = weights.pair_scorers[name]
    if not scorer.names:
        return np.zeros(next(iter(features.values()))[where].shape)
    return scorer.scores(np.stack([features[f][where] for f in scorer.names], axis=-1))[..., 0]
