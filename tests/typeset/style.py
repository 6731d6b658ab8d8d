"""How a newspaper sets its pages: measures, habits, and how often what happens."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.typeset.sheet import BLUE, RED, Ink


@dataclass(frozen=True, slots=True)
class Style:
    """Lengths in characters of the text (ems) unless said otherwise; chances in 0..1."""

    width: float = 680.0
    """Of the sheet, in points; everything else follows from it."""
    height: float = 1090.0
    margin: float = 0.03
    """Of the sheet, in parts of its width."""
    columns: int = 6
    measure: float = 14.0
    """Width of a basic column."""
    gutter: float = 1.5
    leading: float = 1.4
    """Distance of baselines in parts of the type size."""
    articles: int = 8
    """About so many blocks on the page."""
    front: bool = False
    accent: Ink = RED
    ruled: float = 0.5
    """Chance of a rule between two neighbours; the rest is parted by white space."""
    ragged_grid: float = 0.3
    """Chance that an article's columns are wider or narrower than the page's."""
    vertical_heads: float = 0.12
    side_heads: float = 0.3
    """Headline over some of its columns only."""
    low_heads: float = 0.02
    """Headline below its text."""
    low_labels: float = 0.2
    """A label between heading and text."""
    boxed: float = 0.2
    grouped: float = 0.12
    """Several articles in one frame under one label."""
    upright_texts: float = 0.03
    reversed_heads: float = 0.04
    """Headline white on a dark ground."""
    column_rules: float = 0.0
    """Thin rules between the columns of one article."""
    insets: float = 0.25
    """An article that runs round another one: an L, or a frame in its midst."""
    photos: float = 0.5
    run_round: float = 0.3
    """Chance that a photograph reaches half into a column."""
    jumps: float = 0.3
    """Chance that an article too long for its room goes on on another page (下转)."""
    jump_page: str = ""
    """The page it goes on on; any, unless one is given."""
    index: float = 0.4
    editors: float = 0.7
    shuffled: float = 0.5
    """How much of the painting order differs from the reading order."""

    @property
    def glyph(self) -> float:
        """Type size of the text, in points."""
        inner = self.width * (1 - 2 * self.margin)
        return inner / (self.columns * self.measure + (self.columns - 1) * self.gutter)


def any_style(rng: random.Random, front: bool | None = None) -> Style:
    """A newspaper of its own; every page of it can be set with the same style."""
    columns = rng.choice((5, 5, 6, 6, 6, 7, 7, 8))
    width = rng.choice((680.0, 680.0, 720.0, 780.0, 990.0))
    return Style(
        width=width,
        height=width * rng.uniform(1.38, 1.62),
        margin=rng.choice((0.0, 0.02, 0.03, 0.05)),
        columns=columns,
        measure=rng.choice({5: (15, 17, 18), 6: (13, 15, 17), 7: (12, 14, 15), 8: (11, 12, 13)}[columns]),
        gutter=rng.choice((1.0, 1.25, 1.5, 1.5, 2.0)),
        leading=rng.uniform(1.28, 1.52),
        articles=rng.randint(6, 13),
        front=rng.random() < 0.3 if front is None else front,
        accent=rng.choice((RED, RED, BLUE)),
        ruled=rng.choice((0.0, 0.2, 0.5, 0.9, 1.0)),
        ragged_grid=rng.choice((0.0, 0.3, 0.6)),
        vertical_heads=rng.choice((0.0, 0.1, 0.25)),
        side_heads=rng.choice((0.1, 0.3, 0.5)),
        boxed=rng.choice((0.0, 0.15, 0.3)),
        grouped=rng.choice((0.0, 0.1, 0.3)),
        upright_texts=rng.choice((0.0, 0.0, 0.05)),
        column_rules=rng.choice((0.0, 0.0, 0.0, 0.6)),
        insets=rng.choice((0.0, 0.2, 0.4)),
        photos=rng.choice((0.2, 0.5, 0.8)),
        shuffled=rng.choice((0.0, 0.3, 0.6, 1.0)),
    )
