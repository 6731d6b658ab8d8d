"""One tagger for all tagging tests, and a short way to write an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.domain.label import Field, Suggested
from models.domain.line import Line, Marks, Regime
from models.domain.role import Role
from models.tagging.engine import Tagger

Suggest = Callable[..., tuple[Suggested, ...]]


def article(*blocks: tuple[Role, str]) -> list[tuple[Role, tuple[Line, ...]]]:
    """Blocks from (role, text), a line of text each line."""
    result: list[tuple[Role, tuple[Line, ...]]] = []
    number = 0
    for role, text in blocks:
        lines: list[Line] = []
        for one in text.split("\n"):
            number += 1
            level = len(one) - len(one.lstrip("#"))
            lines.append(Line(number, one, marks=Marks(heading=level, bold=one.startswith("**"))))
        result.append((role, tuple(lines)))
    return result


def values(suggested: tuple[Suggested, ...], field: Field) -> list[str]:
    return [one.value for one in suggested if one.field is field]


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return Tagger()


@pytest.fixture
def suggest(tagger: Tagger) -> Suggest:
    """suggest((role, text), …) of an article printed in paragraphs, or with regime=Regime.WRAPPED in columns."""

    def run(*blocks: tuple[Role, str], regime: Regime = Regime.PARAGRAPHS) -> tuple[Suggested, ...]:
        return tagger.suggest(article(*blocks), regime)

    return run


@pytest.fixture
def found(suggest: Suggest) -> Callable[..., list[str]]:
    """found(field, (role, text), …): the suggested values of one field."""

    def run(field: Field, *blocks: tuple[Role, str], regime: Regime = Regime.PARAGRAPHS) -> list[str]:
        return values(suggest(*blocks, regime=regime), field)

    return run
