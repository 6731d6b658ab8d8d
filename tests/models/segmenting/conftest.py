"""What the tests of the segmenter share: an engine with the weights that ship, and newspapers to try it on."""

from __future__ import annotations

import pytest

from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import Story, Way, stories


@pytest.fixture(scope="session")
def shipped() -> Segmenter:
    return Segmenter()


@pytest.fixture(params=("county", "city"))
def news(request: pytest.FixtureRequest) -> list[Story]:
    """Five stories of one newspaper."""
    return stories(request.param)


@pytest.fixture(params=[Way.COLUMNS, Way.PARAGRAPHS, Way.MARKDOWN])
def way(request: pytest.FixtureRequest) -> Way:
    """How a page is written."""
    return Way(request.param)
