"""Fits the linear chain of line roles by its likelihood (forward and backward sums, L-BFGS)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from models.domain.role import Role
from models.learning.lesson import Lesson
from models.learning.network import Network, with_units
from models.segmenting.laid_out import laid_out
from models.segmenting.line_features import Layout, line_features
from models.segmenting.roles import KINDS, Kind, table
from models.segmenting.scorer import NO_UNITS, Units

KIND_OF_ROLE = {
    **dict.fromkeys((Role.HEADLINE, Role.KICKER, Role.SUBTITLE, Role.CROSSHEAD), Kind.HEADING),
    Role.SECTION_LABEL: Kind.LABEL,
    Role.BYLINE: Kind.BYLINE,
    Role.CAPTION: Kind.CAPTION,
    Role.SIGNATURE: Kind.SIGNATURE,
    Role.FURNITURE: Kind.FURNITURE,
}
"""Every other role is that of text."""
Array = NDArray[np.float64]
_BATCH = 40
"""Pages."""
_KINDS = tuple(map(str, KINDS))

Rows = tuple[list[dict[str, float]], list[Kind]]
"""Features and true kinds of a page's lines."""
Tables = Mapping[str, Mapping[str, float]]
_NOWHERE: tuple[Tables, Tables] = {}, {}


def rows_of(lesson: Lesson) -> Rows:
    """Of the lesson's lines, repeats left out as the engine leaves them out."""
    page, _ = laid_out(lesson.reading)
    return [line_features(page, i) for i in range(len(page.lines))], true_kinds(lesson, page)


def true_kinds(lesson: Lesson, page: Layout) -> list[Kind]:
    return [KIND_OF_ROLE.get(lesson.roles.get(line.number, Role.BODY), Kind.TEXT) for line in page.lines]


def fit_chain(
    pages: Sequence[Rows],
    penalty: float,
    toward: tuple[Tables, Tables] = _NOWHERE,
    rounds: int = 120,
    units: Units = NO_UNITS,
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """(weights of features and `units` by kind, weights of steps), drawn `toward` others and found from there."""
    known = {name for table in toward[0].values() for name in table}
    names = _names(pages, known | {name for unit in units.values() for name in unit})
    network = Network([*names, *units], _KINDS, 0, penalty)
    goal = _row(network, *toward)
    w = _fitted(_batches(pages, names, units), network, penalty, goal, goal, rounds)
    return network.tables(w[: network.size])[0], _steps(w[network.size :])


def fit_chain_with_units(
    pages: Sequence[Rows], size: int, penalties: tuple[float, float], rounds: int
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """(weights by kind, weights of steps, units): `size` units, whose weights have the second of `penalties`."""
    names = _names(pages)
    network = Network(names, _KINDS, size, *penalties)
    start = np.concatenate([network.start(np.random.default_rng(0)), np.zeros(len(KINDS) ** 2)])
    w = _fitted(_batches(pages, names, NO_UNITS), network, penalties[0], np.zeros(len(start)), start, rounds)
    lines, units = network.tables(w[: network.size])
    return lines, _steps(w[network.size :]), units


def _names(pages: Sequence[Rows], known: Iterable[str] = ()) -> list[str]:
    return sorted({name for rows, _ in pages for row in rows for name in row}.union(known))


def _batches(pages: Sequence[Rows], names: Sequence[str], units: Units) -> list[_Chain]:
    """Pages of about one length share a batch, so that little is padding."""
    data = sorted(pages, key=lambda page: len(page[1]))
    return [_Chain(data[i : i + _BATCH], names, units) for i in range(0, len(data), _BATCH)]


def _fitted(batches: Sequence[_Chain], network: Network, penalty: float, goal: Array, start: Array, rounds: int) -> Array:
    """The weights of the network and then of the steps."""

    def loss(w: Array) -> tuple[float, Array]:
        lines, steps = w[: network.size], w[network.size :]
        moved = w - goal
        value, slope = network.cost(moved[: network.size])
        value += 0.5 * penalty * float(moved[network.size :] @ moved[network.size :])
        slope = np.concatenate([slope, penalty * moved[network.size :]])
        for batch in batches:
            scores, heights = network.forward(batch.x, lines)
            likelihood, by_score, by_step = batch.loss(scores, steps.reshape(len(KINDS), len(KINDS)))
            value += likelihood
            slope += np.concatenate([network.slope(batch.x, lines, heights, by_score), by_step.ravel()])
        return value, slope

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 20}).x)


def _row(network: Network, lines: Tables, steps: Tables) -> Array:
    """All weights in one row, those of the features before those of the steps; 0 where there is none."""
    features = network.row([lines.get(kind, {}) for kind in _KINDS])
    return np.array([*features, *(steps.get(a, {}).get(b, 0.0) for a in _KINDS for b in _KINDS)])


def _steps(w: Array) -> dict[str, dict[str, float]]:
    steps = w.reshape(len(KINDS), len(KINDS))
    return {a: {b: round(float(steps[i, j]), 3) for j, b in enumerate(_KINDS)} for i, a in enumerate(_KINDS)}


class _Chain:
    """All pages padded to one length, so that each step is one array operation."""

    def __init__(self, data: Sequence[Rows], names: Sequence[str], units: Units) -> None:
        self.pages, self.length = len(data), max(len(kinds) for _, kinds in data)
        self.mask = np.zeros((self.pages, self.length), dtype=bool)
        self.truth = np.zeros((self.pages, self.length), dtype=int)
        rows: list[Mapping[str, float]] = []
        for p, (features, kinds) in enumerate(data):
            self.mask[p, : len(kinds)] = True
            self.truth[p, : len(kinds)] = [KINDS.index(kind) for kind in kinds]
            rows += [*features, *({} for _ in range(self.length - len(kinds)))]
        self.gold = np.eye(len(KINDS))[self.truth] * self.mask[:, :, None]
        self.seen = np.einsum("pti,ptj,pt->ij", self.gold[:, :-1], self.gold[:, 1:], self.mask[:, 1:].astype(float))
        self.x = with_units(table(rows, names), names, units)

    def loss(self, scores: Array, steps: Array) -> tuple[float, Array, Array]:
        """Negative log-likelihood and its slopes by `scores` (pages · length, kinds) and by `steps` (kinds, kinds)."""
        k = len(KINDS)
        scores = scores.reshape(self.pages, self.length, k)
        total, single, expected = self._sums(scores, steps)
        value = total - (scores * self.gold).sum() - (steps * self.seen).sum()
        return float(value), (single - self.gold).reshape(-1, k), expected - self.seen

    def _sums(self, scores: Array, steps: Array) -> tuple[float, Array, Array]:
        """Log of the sum over all chains, the share of each kind by line, and of each step; rescaled line by line."""
        top = scores.max(axis=2)
        own, step = np.exp(scores - top[:, :, None]), np.exp(steps - steps.max())
        forward, backward, scale = np.zeros_like(scores), np.ones_like(scores), np.ones_like(top)
        at = own[:, 0]
        for t in range(self.length):
            at = own[:, t] if t == 0 else (at @ step) * own[:, t]
            scale[:, t] = at.sum(axis=1)
            at = at / scale[:, t, None]
            forward[:, t] = at
        onward = np.zeros_like(scores)
        for t in range(self.length - 1, 0, -1):
            onward[:, t] = own[:, t] * backward[:, t] / scale[:, t, None]
            backward[:, t - 1] = np.where(self.mask[:, t, None], onward[:, t] @ step.T, 1.0)
        k = len(KINDS)
        onward[:, 1:] *= self.mask[:, 1:, None]
        expected = step * (forward[:, :-1].reshape(-1, k).T @ onward[:, 1:].reshape(-1, k))
        total = ((np.log(scale) + top) * self.mask).sum() + steps.max() * self.mask[:, 1:].sum()
        return float(total), forward * backward * self.mask[:, :, None], expected
