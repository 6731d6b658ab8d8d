"""The slopes of a network, and what becomes of its weights."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import check_grad

from models.learning.network import Features, Network, with_units
from models.segmenting.scorer import Scorer

Array = NDArray[np.float64]
NETWORK = Network(["near", "alike", "new"], ["joined", "parted"], units=4, penalty=0.5, unit_penalty=0.25)
ROWS: Array = np.random.default_rng(1).normal(size=(6, 3))
GOAL: Array = np.random.default_rng(2).normal(size=(6, 2))


def start() -> Array:
    return NETWORK.start(np.random.default_rng(3)) + 0.1


@pytest.mark.parametrize("rows", [ROWS, sparse.csr_array(ROWS)], ids=["dense", "sparse"])
def test_the_slope_is_that_of_the_loss(rows: Features) -> None:
    def loss(w: Array) -> float:
        scores, _ = NETWORK.forward(rows, w)
        return float(((scores - GOAL) ** 2).sum()) + NETWORK.cost(w)[0]

    def slope(w: Array) -> Array:
        scores, heights = NETWORK.forward(rows, w)
        return NETWORK.slope(rows, w, heights, 2 * (scores - GOAL)) + NETWORK.cost(w)[1]

    assert check_grad(loss, slope, start()) < 1e-4


def test_the_tables_of_a_network_score_as_it_does() -> None:
    w = np.round(start(), 3)
    w[np.abs(w) <= 0.02] = 0.0
    tables, units = NETWORK.tables(w)

    scorer = Scorer.of(list(tables.values()), units)
    ordered = ROWS[:, [NETWORK.names.index(name) for name in scorer.names]]

    assert scorer.scores(ordered) == pytest.approx(NETWORK.forward(ROWS, w)[0])


def test_units_become_columns() -> None:
    units = {"unit 00": {"near": 1.0}, "unit 01": {"alike": 2.0, "new": -1.0}}

    wide = with_units(ROWS, NETWORK.names, units)

    assert wide[:, 3] == pytest.approx(np.tanh(ROWS[:, 0]))
    assert wide[:, 4] == pytest.approx(np.tanh(2.0 * ROWS[:, 1] - ROWS[:, 2]))
    sparsely = with_units(sparse.csr_array(ROWS), NETWORK.names, units)
    assert isinstance(sparsely, sparse.csr_array)
    assert sparsely.toarray() == pytest.approx(wide)


def test_without_units_nothing_is_added() -> None:
    assert with_units(ROWS, NETWORK.names, {}) is ROWS
