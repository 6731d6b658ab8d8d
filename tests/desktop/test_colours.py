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
    assert contrast(strong, GROUNDS[dark]) >= READABLE
    assert contrast(strong, colours.badge_text(dark)) >= READABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("certainty", list(Certainty))
def test_certainties_are_readable(certainty: Certainty, dark: bool) -> None:
    colour = colours.certainty_colour(certainty, dark)
    assert contrast(colour, GROUNDS[dark]) >= READABLE
    assert contrast(colour, colours.badge_text(dark)) >= READABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_quiet_text_is_readable(dark: bool) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, GROUNDS[dark])
    palette.setColor(QPalette.ColorRole.Text, INKS[dark])
    assert colours.is_dark(palette) is dark
    assert contrast(colours.quiet_colour(palette), GROUNDS[dark]) >= READABLE


def test_articles_that_share_a_colour_differ_in_pattern() -> None:
    seen = {(colours.article_colour(n, False).name(), colours.pattern(n)) for n in range(48)}
    assert len(seen) == 48


def contrast(a: QColor, b: QColor) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
