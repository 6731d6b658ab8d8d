"""Colours: text stays readable on every article's ground, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop import colours
from models.domain.joint import Certainty

GROUNDS = {False: QColor("#ffffff"), True: QColor("#1b1d21")}
INKS = {False: QColor("#1b1d21"), True: QColor("#e6e6e6")}
READABLE = 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("position", range(8))
def test_text_is_readable_in_every_article_colour(position: int, dark: bool) -> None:
    strong = colours.article_colour(position, dark)
    assert colours.contrast(strong, GROUNDS[dark]) >= READABLE
    assert colours.contrast(strong, colours.badge_text(dark)) >= READABLE
    assert colours.contrast(INKS[dark], colours.article_tint(position, GROUNDS[dark], 0.28)) >= READABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("certainty", list(Certainty))
def test_certainties_are_readable(certainty: Certainty, dark: bool) -> None:
    colour = colours.certainty_colour(certainty, dark)
    assert colours.contrast(colour, GROUNDS[dark]) >= READABLE
    assert colours.contrast(colour, colours.badge_text(dark)) >= READABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_quiet_text_is_readable(dark: bool) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, GROUNDS[dark])
    palette.setColor(QPalette.ColorRole.Text, INKS[dark])
    assert colours.is_dark(palette) is dark
    assert colours.contrast(colours.quiet_colour(palette), GROUNDS[dark]) >= READABLE


def test_articles_that_share_a_colour_differ_in_pattern() -> None:
    seen = {(colours.article_colour(n, False).name(), colours.pattern(n)) for n in range(48)}
    assert len(seen) == 48


def test_contrast_of_black_and_white_is_the_whole_range() -> None:
    assert colours.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
