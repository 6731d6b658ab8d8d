"""Scores of named features: each by its weight, and by units that tell what several of them say together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Array: TypeAlias = NDArray[np.float64]
Table = Mapping[str, float]
Units = Mapping[str, Table]
"""A unit is a feature made of others, by its name: the tanh of their sum, each by its weight."""
NO_UNITS: Units = {}
_STRAIGHT = 1e-6
"""Sums as near to 0 as this are their own tanh."""


@dataclass(frozen=True, eq=False)
class Scorer:
    """One set of weights for one or several outputs."""

    names: tuple[str, ...]
    linear: Array
    """(names, outputs)."""
    inward: Array
    """(names, units)."""
    outward: Array
    """(units, outputs)."""

    @classmethod
    def of(cls, tables: Sequence[Table], units: Units) -> Scorer:
        """One output for each of `tables`, whose names are those of features and of `units`."""
        known = {name for table in (*tables, *units.values()) for name in table}
        names = tuple(sorted(known - set(units)))
        return cls(names, _matrix(tables, names).T, _matrix(list(units.values()), names).T, _matrix(tables, list(units)).T)

    def scores(self, features: Array | sparse.csr_array) -> Array:
        """(…, outputs) of `features` (…, names)."""
        found: Array = features @ self.linear + np.tanh(features @ self.inward) @ self.outward
        return found

    def shares(self, features: Array) -> dict[str, float]:
        """What each of `features` (names,) adds to the first output; a unit's part is shared as the sum it is made of."""
        sums = features @ self.inward
        slopes = np.divide(np.tanh(sums), sums, out=np.ones_like(sums), where=np.abs(sums) > _STRAIGHT)
        added = features * (self.linear[:, 0] + self.inward @ (slopes * self.outward[:, 0]))
        return {name: float(value) for name, value in zip(self.names, added, strict=True) if value}


def _matrix(tables: Sequence[Table], names: Sequence[str]) -> Array:
    """(tables, names), 0 where a table says nothing."""
    return np.array([[table.get(name, 0.0) for name in names] for table in tables]).reshape(len(tables), len(names))
