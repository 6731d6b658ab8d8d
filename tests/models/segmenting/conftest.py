"""What the tests of the segmenter share: an engine with the weights that ship, and newspapers to try it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import Story, Way, stories

MISSED = Path(__file__).with_name("hard_cases_missed.txt")
"""The hard cases that the weights that ship get wrong.  All others must be right, and these wrong, or the list is not true."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missed = set(MISSED.read_text(encoding="utf-8").splitlines())
    for item in items:
        if case_of(item) in missed:
            item.add_marker(pytest.mark.xfail(strict=True, raises=AssertionError, reason="not cut rightly yet"))


def case_of(item: pytest.Item) -> str:
    """As the list names it."""
    return f"{item.path.name}::{item.name}"


@pytest.fixture(scope="session")
def shipped() -> Segmenter:
    return Segmenter()


@pytest.fixture(params=("county", "city"))
def news(request: pytest.FixtureRequest) -> list[Story]:
    """Five stories of one newspaper."""
    return stories(request.param)


@pytest.fixture(params=Way)
def way(request: pytest.FixtureRequest) -> Way:
    """How a page is written."""
    return Way(request.param)
