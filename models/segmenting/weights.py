"""The fitted numbers of the segmenter, loaded from `resources/weights`: names and numbers, no text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from models.segmenting.scorer import Scorer, Units
from models.segmenting.versions import DUMPS as DUMPS
from models.segmenting.versions import FOLDER as FOLDER
from models.segmenting.versions import PRINTED as PRINTED


@dataclass(frozen=True)
class Weights:
    """`pairs` maps a kind of joint to the weight of each feature's name; `lines` a kind of line to the same."""

    lines: Mapping[str, Mapping[str, float]]
    steps: Mapping[str, Mapping[str, float]]
    """Log-odds of one role of line after another."""
    pairs: Mapping[str, Mapping[str, float]]
    calibration: tuple[float, float]
    """Slope and offset that turn a margin into the log-odds of a joint being right."""
    habits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """What an archive has learnt of how its desk names the parts of articles; none ship."""

    units: Mapping[str, Units] = field(default_factory=dict)
    """Features made of others, for `LINES` and by kind of joint; they have weights in the tables like any other."""

    @cached_property
    def line_scorer(self) -> Scorer:
        """One output for each kind of line, in the order of `lines`."""
        return Scorer.of(list(self.lines.values()), self.units.get(LINES, {}))

    @cached_property
    def pair_scorers(self) -> Mapping[str, Scorer]:
        return {name: Scorer.of([table], self.units.get(name, {})) for name, table in self.pairs.items()}


LINES = "lines"
"""Name of the units of lines."""


@cache
def shipped(name: str = DUMPS) -> Weights:
    """The weights that come with the program."""
    return load(FOLDER / name)


def load(path: Path) -> Weights:
    """Read the weights at `path`."""
    return made(json.loads(path.read_text(encoding="utf-8")))


def made(data: Mapping[str, Any]) -> Weights:
    """Weights from what `asdict` made of them; raises KeyError, TypeError or ValueError for anything else."""
    slope, offset = data["calibration"]
    return Weights(data["lines"], data["steps"], data["pairs"], (slope, offset), data.get("habits", {}), data.get("units", {}))


@dataclass(frozen=True)
class Counts:
    """What was counted in newspaper articles, and in stories of our own."""

    documents: int
    characters: int
    single: Mapping[str, int]
    """How often a character occurs."""
    pairs: Mapping[str, int]
    """In how many articles a pair of characters occurs."""
    openings: Mapping[str, Mapping[str, float]]
    """Log-odds of the signs of how texts open, by name; see `openings`."""


@cache
def counts() -> Counts:
    """Shipped counts, in levels that hold the terms joined, of a count about 2 ** (level / 2)."""
    data = json.loads((FOLDER / "counts.json").read_text(encoding="utf-8"))
    single, pairs = (
        {term: round(2 ** (level / 2)) for term, level in _unpacked(data["levels"][name], width)}
        for name, width in (("1", 1), ("2", 2))
    )
    return Counts(data["documents"], data["characters"], single, pairs, data["openings"])


def _unpacked(levels: Mapping[str, str], width: int) -> Iterator[tuple[str, int]]:
    return ((joined[i : i + width], int(level)) for level, joined in levels.items() for i in range(0, len(joined), width))
