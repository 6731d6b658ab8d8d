"""The decode: one best set of paths, no cycle, no line lost."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.segmenting.decode import NONE, article_numbers, paths, successors
from models.segmenting.pairs import IMPOSSIBLE


def table(n: int, **scores: float) -> np.ndarray:
    """An (n, n) table with `ab=2.0` for the joint from fragment a to fragment b, all others impossible."""
    follow = np.full((n, n), IMPOSSIBLE)
    for name, value in scores.items():
        left, right = ("abcdefgh".index(char) for char in name)
        follow[left, right] = value
    return follow


def test_the_whole_page_decides_not_one_pair() -> None:
    # Heading a fits both texts, heading b only the one that a likes better: a must yield.
    follow = table(4, ac=5.0, ad=4.0, bc=4.5)
    links = successors(follow, np.zeros(4), np.zeros(4))
    assert links == [3, 2, NONE, NONE]


def test_no_partner_when_none_is_good_enough() -> None:
    assert successors(table(2, ab=-1.0), np.zeros(2), np.zeros(2)) == [NONE, NONE]


def test_a_joint_is_weighed_against_an_end_and_a_start() -> None:
    follow = table(2, ab=1.0)
    assert successors(follow, np.zeros(2), np.zeros(2)) == [1, NONE]
    assert successors(follow, np.full(2, 1.5), np.full(2, 1.5)) == [NONE, NONE]


def test_a_later_part_may_stand_first() -> None:
    links = successors(table(3, ac=3.0, cb=3.0), np.zeros(3), np.zeros(3))
    assert paths(links) == [[0, 2, 1]]


def test_a_cycle_is_cut_at_its_weakest_joint() -> None:
    links = successors(table(3, ab=5.0, bc=4.0, ca=1.0), np.zeros(3), np.zeros(3))
    assert links == [1, 2, NONE]


def test_articles_are_numbered_by_path() -> None:
    assert article_numbers([2, NONE, NONE]) == [0, 1, 0]


def test_nothing_on_the_page() -> None:
    assert successors(np.zeros((0, 0)), np.zeros(0), np.zeros(0)) == []
    assert paths([]) == []


@given(
    st.integers(1, 7).flatmap(
        lambda n: st.tuples(arrays(float, (n, n), elements=st.floats(-9, 9)), arrays(float, n, elements=st.floats(-9, 9)))
    )
)
def test_paths_hold_every_fragment_once(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    follow, ends = drawn
    np.fill_diagonal(follow, IMPOSSIBLE)
    found = paths(successors(follow, ends, ends[::-1]))
    assert sorted(node for path in found for node in path) == list(range(len(ends)))
