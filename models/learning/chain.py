"""Fits the linear chain of line roles by its likelihood (forward and backward sums, L-BFGS)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from models.domain.role import Role
from models.learning.lesson import Lesson
from models.segmenting.laid_out import laid_out
from models.segmenting.line_features import Layout, line_features
from models.segmenting.roles import KINDS, Kind

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
    begin: tuple[Tables, Tables] | None = None,
    rounds: int = 120,
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """(weights of features by kind, weights of steps), drawn `toward` others and found from where they `begin`."""
    # Pages of about one length share a batch, so that little is padding.
    data = sorted(pages, key=lambda page: len(page[1]))
    known = {name for lines, _ in (toward, begin or toward) for table in lines.values() for name in table}
    names = sorted({name for rows, _ in data for row in rows for name in row} | known)
    batches = [_Chain(data[i : i + _BATCH], names) for i in range(0, len(data), _BATCH)]
    goal = _vector(names, *toward)

    def loss(w: Array) -> tuple[float, Array]:
        parts, moved = [batch.loss(w) for batch in batches], w - goal
        value = sum(value for value, _ in parts) + 0.5 * penalty * float(moved @ moved)
        return value, sum(slope for _, slope in parts) + penalty * moved

    start = _vector(names, *(begin or toward))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return _tables(names, best.x)


def _vector(names: Sequence[str], lines: Tables, steps: Tables) -> Array:
    """All weights in one row, those of the features before those of the steps; 0 where there is none."""
    features = [lines.get(str(k), {}).get(name, 0.0) for name in names for k in KINDS]
    return np.array([*features, *(steps.get(str(a), {}).get(str(b), 0.0) for a in KINDS for b in KINDS)])


def _tables(names: Sequence[str], w: Array) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    k = len(KINDS)
    features, steps = w[: len(names) * k].reshape(len(names), k), w[len(names) * k :].reshape(k, k)
    lines = {
        str(kind): {name: round(float(v), 3) for name, v in zip(names, features[:, j], strict=True) if abs(v) > 0.02}
        for j, kind in enumerate(KINDS)
    }
    return lines, {str(a): {str(b): round(float(steps[i, j]), 3) for j, b in enumerate(KINDS)} for i, a in enumerate(KINDS)}


class _Chain:
    """All pages padded to one length, so that each step is one array operation."""

    def __init__(self, data: Sequence[Rows], names: Sequence[str]) -> None:
        index = {name: i for i, name in enumerate(names)}
        self.pages, self.length, self.names = len(data), max(len(kinds) for _, kinds in data), len(index)
        self.mask = np.zeros((self.pages, self.length), dtype=bool)
        self.truth = np.zeros((self.pages, self.length), dtype=int)
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for p, (features, kinds) in enumerate(data):
            self.mask[p, : len(kinds)] = True
            self.truth[p, : len(kinds)] = [KINDS.index(kind) for kind in kinds]
            for t, row in enumerate(features):
                rows.extend([p * self.length + t] * len(row))
                columns.extend(index[name] for name in row)
                values.extend(row.values())
        self.gold = np.eye(len(KINDS))[self.truth] * self.mask[:, :, None]
        self.seen = np.einsum("pti,ptj,pt->ij", self.gold[:, :-1], self.gold[:, 1:], self.mask[:, 1:].astype(float))
        self.x = sparse.csr_array((values, (rows, columns)), shape=(self.pages * self.length, self.names))

    def unpack(self, w: Array) -> tuple[Array, Array]:
        k = len(KINDS)
        return w[: self.names * k].reshape(self.names, k), w[self.names * k :].reshape(k, k)

    def loss(self, w: Array) -> tuple[float, Array]:
        """Negative log-likelihood and its gradient."""
        features, steps = self.unpack(w)
        k = len(KINDS)
        scores = np.asarray(self.x @ features).reshape(self.pages, self.length, k)
        total, single, expected = self._sums(scores, steps)
        value = total - (scores * self.gold).sum() - (steps * self.seen).sum()
        slope = np.asarray(self.x.T @ (single - self.gold).reshape(-1, k))
        return float(value), np.concatenate([slope.ravel(), (expected - self.seen).ravel()])

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
