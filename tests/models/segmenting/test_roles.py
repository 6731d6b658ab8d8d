"""The chain of line roles."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.segmenting.roles import KINDS, best_chain
from models.segmenting.weights import shipped


@given(arrays(float, (4, 3), elements=st.integers(-5, 5)), arrays(float, (3, 3), elements=st.integers(-5, 5)))
def test_the_chain_is_the_best_of_all(scores: np.ndarray, steps: np.ndarray) -> None:
    def worth(chain: tuple[int, ...]) -> float:
        own = sum(scores[i, k] for i, k in enumerate(chain))
        return float(own + sum(steps[a, b] for a, b in pairwise(chain)))

    best = max(worth(chain) for chain in product(range(3), repeat=4))
    assert worth(tuple(best_chain(scores, steps))) == best


def test_no_lines_no_chain() -> None:
    assert list(best_chain(np.zeros((0, 7)), np.zeros((7, 7)))) == []


def test_every_kind_has_weights() -> None:
    assert set(shipped().lines) == set(KINDS)
    assert set(shipped().steps) == set(KINDS)
