"""The weights of a scorer as one row of numbers, with the slopes that a fit needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from models.segmenting.scorer import Table, Units

Array = NDArray[np.float64]
Features = NDArray[np.float32] | NDArray[np.float64] | sparse.csr_array
_SMALL = 0.02
"""Weights nearer to 0 are left out of files."""
_INWARD, _OUTWARD = 0.3, 0.1
"""Spread of the units' weights before they are fitted; all 0 would stay all the same."""


@dataclass(frozen=True)
class Network:
    """Shape and penalties of a scorer over `names`; its weights in a row: linear, into units, out of them."""

    names: Sequence[str]
    outputs: Sequence[str]
    units: int = 0
    penalty: float = 1.0
    unit_penalty: float = 1.0

    @property
    def size(self) -> int:
        return len(self.names) * (len(self.outputs) + self.units) + self.units * len(self.outputs)

    def start(self, rng: np.random.Generator) -> Array:
        linear, inward, outward = (np.zeros(shape) for shape in self._shapes)
        return np.concatenate([linear.ravel(), rng.normal(0, _INWARD, inward.size), rng.normal(0, _OUTWARD, outward.size)])

    @property
    def _shapes(self) -> tuple[tuple[int, int], ...]:
        names, outputs = len(self.names), len(self.outputs)
        return (names, outputs), (names, self.units), (self.units, outputs)

    def parts(self, w: Array) -> tuple[Array, Array, Array]:
        """(linear, inward, outward) as a Scorer has them."""
        ends = np.cumsum([0, *(a * b for a, b in self._shapes)])
        return tuple(w[a:b].reshape(shape) for a, b, shape in zip(ends, ends[1:], self._shapes, strict=False))  # type: ignore[return-value]

    def forward(self, x: Features, w: Array) -> tuple[Array, Array]:
        """(rows, outputs) of `x` (rows, names), and the (rows, units) that `slope` wants again."""
        linear, inward, outward = (part.astype(x.dtype) for part in self.parts(w))
        heights = np.tanh(x @ inward)
        return (x @ linear + heights @ outward).astype(float), heights

    def slope(self, x: Features, w: Array, heights: Array, change: Array) -> Array:
        """How a loss that grows by `change` (rows, outputs) with the scores grows with `w`, penalties apart."""
        _, _, outward = self.parts(w)
        change = change.astype(x.dtype)
        within = (change @ outward.T.astype(x.dtype)) * (1 - heights * heights)
        return np.concatenate([np.asarray(part).ravel() for part in (x.T @ change, x.T @ within, heights.T @ change)])

    def cost(self, moved: Array) -> tuple[float, Array]:
        """The penalty of weights that are `moved` from where they are drawn to, and its slope."""
        linear = len(self.names) * len(self.outputs)
        by = np.where(np.arange(self.size) < linear, self.penalty, self.unit_penalty)
        return 0.5 * float(by @ (moved * moved)), by * moved

    def row(self, tables: Sequence[Table]) -> Array:
        """The linear weights of `tables`, one for each output, as a row of a network without units."""
        return np.array([table.get(name, 0.0) for name in self.names for table in tables])

    def tables(self, w: Array) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
        """What files hold: a table for each output, with weights of the units too, and the units."""
        linear, inward, outward = self.parts(w)
        units = [f"unit {number:02}" for number in range(self.units)]
        names, weights = [*self.names, *units], np.concatenate([linear, outward])
        tables = {output: _named(names, weights[:, k]) for k, output in enumerate(self.outputs)}
        return tables, {unit: _named(self.names, inward[:, k]) for k, unit in enumerate(units)}


def _named(names: Sequence[str], values: Array) -> dict[str, float]:
    return {name: round(float(value), 3) for name, value in zip(names, values, strict=True) if abs(value) > _SMALL}


def with_units(x: Features, names: Sequence[str], units: Units) -> Features:
    """`x` (rows, names) and what `units` make of it, one more column each."""
    if not units:
        return x
    inward = np.array([[unit.get(name, 0.0) for unit in units.values()] for name in names]).astype(x.dtype)
    heights = np.tanh(x @ inward)
    return sparse.csr_array(sparse.hstack([x, heights])) if isinstance(x, sparse.csr_array) else np.hstack([x, heights])
