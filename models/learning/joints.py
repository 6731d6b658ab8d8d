"""Fits the pair scores: who follows, who stands before, and who is alone, each a choice among all on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from models.learning.lesson import Lesson
from models.learning.network import Network, with_units
from models.segmenting.decode import NONE, article_numbers
from models.segmenting.ends import END_FEATURES, START_FEATURES
from models.segmenting.engine import decode, scene_of
from models.segmenting.fragments import Fragment, fragments, source_runs
from models.segmenting.guess import Guess
from models.segmenting.laid_out import laid_out
from models.segmenting.pair_features import PAIR_FEATURES
from models.segmenting.pairs import ENDS, JOINTS, STARTS, measured
from models.segmenting.roles import kinds
from models.segmenting.scene import Scene
from models.segmenting.scorer import NO_UNITS, Units
from models.segmenting.weights import Weights

Array = NDArray[np.float64]
Places = tuple[NDArray[np.int64], NDArray[np.int64]]
Pairs = Mapping[str, Mapping[str, float]]
_NOWHERE: Pairs = {}
_NO_UNITS: Mapping[str, Units] = {}
TABLES = {
    **dict.fromkeys(JOINTS, tuple(PAIR_FEATURES)),
    **dict.fromkeys(STARTS, tuple(START_FEATURES)),
    **dict.fromkeys(ENDS, tuple(END_FEATURES)),
}

_SELDOM = frozenset(name for name in TABLES if "byline" in name) - {"byline_text"}
"""Kinds of joint with too few examples for units."""


def seen(lesson: Lesson, weights: Weights) -> Scene:
    """The lesson's page as the engine would cut it."""
    page, _ = laid_out(lesson.reading)
    return scene_of(fragments(page, kinds(page, weights)), page, weights)


def true_links(lesson: Lesson, nodes: Sequence[Fragment]) -> list[int]:
    """The fragment that truly follows each, or NONE."""
    places = lesson.places()
    at: dict[int, list[tuple[int, int]]] = {}
    for i, node in enumerate(nodes):
        known = [places[n] for n in node.numbers if n in places]
        if known:
            article = max({a for a, _ in known}, key=lambda a: sum(b == a for b, _ in known))
            at.setdefault(article, []).append((min(place for a, place in known if a == article), i))
    links = [NONE] * len(nodes)
    for order in at.values():
        chain = [i for _, i in sorted(order)]
        for left, right in pairwise(chain):
            links[left] = right
    return links


@dataclass(frozen=True)
class Drawn:
    """A lesson cut into fragments, and what truly follows each."""

    scene: Scene
    links: Sequence[int]


def drawn(lesson: Lesson, weights: Weights) -> Drawn:
    scene = seen(lesson, weights)
    return Drawn(scene, true_links(lesson, scene.nodes))


@dataclass(frozen=True)
class Options:
    """What one fragment of a page can be joined to, by kind of joint: the places of the pairs and their features."""

    size: int
    where: dict[str, Places]
    features: dict[str, NDArray[np.float32]]
    links: Sequence[int]
    share: float = 1.0
    """Of the pairs that do not hold, so many are kept."""


def options(page: Drawn, weights: Weights | None, share: float = 1.0) -> Options:
    """The page's choices as seen from a first guess or from what `weights` decode, with a `share` of the wrong ones."""
    scene, size = page.scene, page.scene.size
    guess = Guess(scene, article_numbers(decode(scene, weights).links) if weights else source_runs(scene.nodes))
    where: dict[str, Places] = {}
    found: dict[str, NDArray[np.float32]] = {}
    pairs = measured(PAIR_FEATURES, guess)
    after = np.array([size if link == NONE else link for link in page.links])
    rng = np.random.default_rng(size)
    for name, (left, right) in JOINTS.items():
        grid = np.argwhere(scene.kind(left)[:, None] & scene.kind(right)[None, :] & ~np.eye(size, dtype=bool))
        grid = grid[(rng.random(len(grid)) < share) | (after[grid[:, 0]] == grid[:, 1])]
        where[name] = (grid[:, 0], grid[:, 1])
        found[name] = np.stack([pairs[f][grid[:, 0], grid[:, 1]] for f in PAIR_FEATURES], axis=1).astype(np.float32)
    for table, functions in ((STARTS, START_FEATURES), (ENDS, END_FEATURES)):
        single = measured(functions, guess)
        for name, kind in table.items():
            at = np.flatnonzero(scene.kind(kind))
            none = np.full(len(at), size)
            where[name] = (none, at) if table is STARTS else (at, none)
            found[name] = np.stack([single[f][at] for f in functions], axis=1).astype(np.float32)
    return Options(size, where, found, page.links, share)


class _Side:
    """One softmax for each fragment, over what can stand after it or before it."""

    def __init__(self, groups: NDArray[np.int64], gold: NDArray[np.bool_]) -> None:
        """`groups` numbers the choice of each option, -1 for none of this side; choices without a true option are left out."""
        decided = np.zeros(int(groups.max()) + 1, dtype=bool)
        decided[groups[gold & (groups >= 0)]] = True
        kept = np.flatnonzero((groups >= 0) & decided[groups])
        self.order = kept[np.argsort(groups[kept], kind="stable")]
        self.starts = np.flatnonzero(np.diff(groups[self.order], prepend=-1))
        self.counts = np.diff(self.starts, append=len(self.order))
        self.gold = gold[self.order]

    def loss(self, scores: Array, change: Array) -> float:
        """Negative log-likelihood; its slope by score is added to `change`."""
        mine = scores[self.order]
        top = np.maximum.reduceat(mine, self.starts)
        share = np.exp(mine - np.repeat(top, self.counts))
        whole = np.add.reduceat(share, self.starts)
        change[self.order] += share / np.repeat(whole, self.counts) - self.gold
        return float((top + np.log(whole)).sum() - mine[self.gold].sum())


class _Problem:
    """All pages at once: two softmax choices a fragment, with a network for each kind of joint, start and end."""

    def __init__(self, pages: Iterable[Options], networks: Mapping[str, Network], units: Mapping[str, Units]) -> None:
        self.networks = networks
        kept = [page for page in pages if page.size >= 2]
        offsets = np.cumsum([0, *(page.size + 1 for page in kept)])
        self.tables = {
            name: with_units(np.concatenate([page.features[name] for page in kept]), TABLES[name], units.get(name, NO_UNITS))
            for name in TABLES
        }
        self.weights = _slices({name: network.size for name, network in networks.items()})
        self.scores = _slices({name: len(table) for name, table in self.tables.items()})
        places = [(offsets[i], page, *page.where[name]) for name in TABLES for i, page in enumerate(kept)]
        after = np.concatenate([np.where(left < page.size, left + at, -1) for at, page, left, _ in places])
        before = np.concatenate([np.where(right < page.size, right + at, -1) for at, page, _, right in places])
        gold = np.concatenate([_true(page, left, right) for _, page, left, right in places])
        shares = np.concatenate([np.full(len(left), page.share) for _, page, left, right in places])
        pair = (after >= 0) & (before >= 0)
        # Each wrong pair that was kept stands for all of its like that were not.
        self.offsets = np.where(pair & ~gold, -np.log(shares), 0.0)
        self.sides = (_Side(after, gold), _Side(before, gold))

    def fitted(self, start: Array, toward: Array | float, rounds: int) -> Array:
        """The weights of all networks in one row, drawn `toward` others and found from `start`."""

        def loss(w: Array) -> tuple[float, Array]:
            value, slope = self._likelihood(w)
            moved = w - toward
            for name, where in self.weights.items():
                cost, by_weight = self.networks[name].cost(moved[where])
                value, slope[where] = value + cost, slope[where] + by_weight
            return value, slope

        return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 20}).x)

    def _likelihood(self, w: Array) -> tuple[float, Array]:
        """Negative log-likelihood and its slope."""
        forward = {name: self.networks[name].forward(table, w[self.weights[name]]) for name, table in self.tables.items()}
        scores = np.concatenate([scores[:, 0] for scores, _ in forward.values()]) + self.offsets
        change = np.zeros(len(scores))
        value = sum(side.loss(scores, change) for side in self.sides)
        slope = np.zeros(len(w))
        for name, table in self.tables.items():
            where, by_score = self.weights[name], change[self.scores[name], None]
            slope[where] = self.networks[name].slope(table, w[where], forward[name][1], by_score)
        return value, slope


def _slices(lengths: Mapping[str, int]) -> dict[str, slice]:
    ends = np.cumsum(list(lengths.values()))
    return {name: slice(int(end) - length, int(end)) for (name, length), end in zip(lengths.items(), ends, strict=True)}


def _true(page: Options, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the pairs hold: a link, an end where nothing follows, a start where nothing stands before."""
    after = np.array([page.size if link == NONE else link for link in page.links] + [-1])
    starts = ~np.isin(np.arange(page.size + 1), after)
    return np.asarray(np.where(left == page.size, starts[np.minimum(right, page.size)], after[left] == right))


def fit_joints(
    pages: Iterable[Options],
    penalty: float,
    toward: Pairs = _NOWHERE,
    rounds: int = 200,
    units: Mapping[str, Units] = _NO_UNITS,
) -> dict[str, dict[str, float]]:
    """Weights of features and `units` by kind of joint, drawn `toward` others and found from there."""
    networks = {n: Network([*names, *units.get(n, NO_UNITS)], [n], 0, penalty) for n, names in TABLES.items()}
    goal = np.concatenate([network.row([toward.get(name, {})]) for name, network in networks.items()])
    problem = _Problem(pages, networks, units)
    return _tables(problem, problem.fitted(goal, goal, rounds))[0]


def fit_joints_with_units(
    pages: Iterable[Options], size: int, penalties: tuple[float, float], rounds: int
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, dict[str, float]]]]:
    """(weights, units) by kind of joint: `size` units each, whose weights have the second of `penalties`."""
    networks = {n: Network(names, [n], 0 if n in _SELDOM else size, *penalties) for n, names in TABLES.items()}
    rng = np.random.default_rng(0)
    problem = _Problem(pages, networks, _NO_UNITS)
    return _tables(problem, problem.fitted(np.concatenate([network.start(rng) for network in networks.values()]), 0.0, rounds))


def _tables(problem: _Problem, w: Array) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, dict[str, float]]]]:
    found = {name: network.tables(w[problem.weights[name]]) for name, network in problem.networks.items()}
    return {name: tables[name] for name, (tables, _) in found.items()}, {n: units for n, (_, units) in found.items() if units}
