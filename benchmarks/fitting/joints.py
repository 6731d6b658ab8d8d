"""Fits the pair scores: who follows, who stands before, and who is alone, each a choice among all on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from benchmarks.fitting.samples import Sample
from models.segmenting.decode import NONE, article_numbers
from models.segmenting.ends import END_FEATURES, START_FEATURES
from models.segmenting.engine import decode
from models.segmenting.fragments import ON_PATHS, Fragment, fragments, source_runs
from models.segmenting.line_features import layout
from models.segmenting.pair_features import PAIR_FEATURES
from models.segmenting.pairs import ENDS, IMPOSSIBLE, JOINTS, STARTS, measured
from models.segmenting.repair import clean, repeats
from models.segmenting.roles import kinds
from models.segmenting.scene import Guess, Scene
from models.segmenting.weights import Weights

Array = NDArray[np.float64]
Places = tuple[NDArray[np.int64], NDArray[np.int64]]
TABLES = {
    **dict.fromkeys(JOINTS, tuple(PAIR_FEATURES)),
    **dict.fromkeys(STARTS, tuple(START_FEATURES)),
    **dict.fromkeys(ENDS, tuple(END_FEATURES)),
}
LARGEST = 110
"""Fragments; larger pages are left out of the fit for memory."""


def nodes_of(sample: Sample, weights: Weights) -> list[Fragment]:
    """The sample's fragments as the engine would cut them."""
    lines = [clean(line) for line in sample.reading.lines]
    hidden = {n for repeat in repeats(lines) for n in repeat.lines}
    page = layout([line for line in lines if line.number not in hidden], sample.reading.regime)
    return [piece for piece in fragments(page, kinds(page, weights)) if piece.kind in ON_PATHS]


def true_links(sample: Sample, nodes: Sequence[Fragment]) -> list[int]:
    """The fragment that truly follows each, or NONE."""
    places = sample.places()
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
class Choices:
    """One page: for each kind of joint the places of its pairs and their features, and the true answer."""

    size: int
    where: dict[str, Places]
    features: dict[str, NDArray[np.float32]]
    links: Sequence[int]


def choices(sample: Sample, weights: Weights, decoded: bool) -> Choices:
    """The page's choices as seen from a first guess or from what `weights` decode."""
    nodes = nodes_of(sample, weights)
    scene = Scene(nodes)
    articles = article_numbers(decode(nodes, weights).links) if decoded else source_runs(nodes)
    guess = Guess(scene, articles)
    where: dict[str, Places] = {}
    found: dict[str, NDArray[np.float32]] = {}
    pairs = measured(PAIR_FEATURES, guess)
    for name, (left, right) in JOINTS.items():
        grid = np.argwhere(scene.kind(left)[:, None] & scene.kind(right)[None, :] & ~np.eye(len(nodes), dtype=bool))
        where[name] = (grid[:, 0], grid[:, 1])
        found[name] = np.stack([pairs[f][grid[:, 0], grid[:, 1]] for f in PAIR_FEATURES], axis=1).astype(np.float32)
    for table, functions in ((STARTS, START_FEATURES), (ENDS, END_FEATURES)):
        single = measured(functions, guess)
        for name, kind in table.items():
            at = np.flatnonzero(scene.kind(kind))
            where[name] = (at, at)
            found[name] = np.stack([single[f][at] for f in functions], axis=1).astype(np.float32)
    return Choices(len(nodes), where, found, true_links(sample, nodes))


class _Problem:
    """All pages at once: two softmax choices a fragment, with shared weights."""

    def __init__(self, pages: Iterable[Choices], prior: Array, penalty: float) -> None:
        self.pages, self.prior, self.penalty = [p for p in pages if 2 <= p.size <= LARGEST], prior, penalty
        self.slices: dict[str, slice] = {}
        at = 0
        for name, features in TABLES.items():
            self.slices[name] = slice(at, at + len(features))
            at += len(features)
        self.size = at

    def loss(self, w: Array) -> tuple[float, Array]:
        value, slope = 0.0, np.zeros(self.size)
        for page in self.pages:
            value += self._page(page, w, slope)
        away = w - self.prior
        return value + 0.5 * self.penalty * float(away @ away), slope + self.penalty * away

    def _page(self, page: Choices, w: Array, slope: Array) -> float:
        n = page.size
        grid = np.full((n + 1, n + 1), IMPOSSIBLE)
        scores = {name: page.features[name] @ w[self.slices[name]] for name in TABLES}
        for name in JOINTS:
            grid[page.where[name]] = scores[name]
        for name in STARTS:
            grid[n, page.where[name][1]] = scores[name]
        for name in ENDS:
            grid[page.where[name][0], n] = scores[name]
        gold = np.zeros((n + 1, n + 1))
        for left, right in enumerate(page.links):
            gold[left, right if right != NONE else n] = 1.0
        gold[n, [j for j in range(n) if j not in set(page.links)]] = 1.0
        gold[grid <= IMPOSSIBLE / 2] = 0.0
        by_row, by_column = grid[:n] - logsumexp(grid[:n], axis=1)[:, None], grid[:, :n] - logsumexp(grid[:, :n], axis=0)
        value = -float((by_row * gold[:n]).sum() + (by_column * gold[:, :n]).sum())
        change = np.zeros_like(grid)
        change[:n] += np.exp(by_row) * gold[:n].sum(axis=1)[:, None] - gold[:n]
        change[:, :n] += np.exp(by_column) * gold[:, :n].sum(axis=0) - gold[:, :n]
        for name in JOINTS:
            slope[self.slices[name]] += change[page.where[name]] @ page.features[name]
        for name in STARTS:
            slope[self.slices[name]] += change[n, page.where[name][1]] @ page.features[name]
        for name in ENDS:
            slope[self.slices[name]] += change[page.where[name][0], n] @ page.features[name]
        return value


def fit_joints(pages: Iterable[Choices], penalty: float) -> dict[str, dict[str, float]]:
    """Weights by kind of joint and name of feature."""
    size = sum(map(len, TABLES.values()))
    problem = _Problem(pages, np.zeros(size), penalty)
    best = minimize(problem.loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {
        name: {f: round(float(v), 3) for f, v in zip(TABLES[name], best.x[where], strict=True) if abs(v) > 0.02}
        for name, where in problem.slices.items()
    }
