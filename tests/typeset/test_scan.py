"""A scan shows the page, and its truth says where on the picture everything stands."""

from __future__ import annotations

import random

import numpy as np
import pytest

from models.domain.geometry import Rect
from models.domain.view import View
from tests.typeset.pages import page
from tests.typeset.scan import CLEAN, WORN, Scan, Wear, any_wear, scan
from tests.typeset.sheet import Box, Sheet
from tests.typeset.style import Style


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return page(2, style=Style(width=680.0, height=1000.0, columns=5, measure=15.0))


def ink(seen: Scan, box: Box) -> float:
    """Share of pixels in `box` that differ from what most of it is."""
    part = seen.picture[round(box.y0) : round(box.y1), round(box.x0) : round(box.x1)].mean(axis=2)
    return float((np.abs(part - np.median(part)) > 45).mean()) if part.size else 0.0


@pytest.mark.parametrize("wear", [CLEAN, WORN, Wear(skew=-5.0), Wear(skew=3.0, border=0.03, noise=5)], ids=str)
def test_all_lines_stand_where_the_truth_says(sheet: Sheet, wear: Wear) -> None:
    seen = scan(sheet, random.Random(1), wear, width=1400)
    assert seen.picture.shape == (round(seen.placed.height), round(seen.placed.width), 3)
    without = [line.text for line in seen.placed.lines if ink(seen, line.outline) < 0.02]
    assert without == []


def test_between_the_lines_is_paper(sheet: Sheet) -> None:
    """The truth is not only somewhere near: white space above each line of text is white."""
    seen = scan(sheet, random.Random(1), CLEAN, width=1400)
    tall = seen.placed.glyph
    above = [
        Box(a.outline.x0, a.outline.y1 + 0.08 * tall, a.outline.x1, b.outline.y0 - 0.02 * tall)
        for a, b in zip(seen.placed.lines, seen.placed.lines[1:], strict=False)
        if a.block == b.block and a.role == "body" and a.size == b.size
    ]
    assert len(above) > 50
    assert np.mean([ink(seen, box) for box in above]) < 0.02


def test_a_skewed_page_comes_straight_by_its_view(sheet: Sheet) -> None:
    """Outlines on the scan are upright boxes round the sloping lines; the view recovers the printed ones."""
    seen, level = scan(sheet, random.Random(1), Wear(skew=2.0)), scan(sheet, random.Random(1), CLEAN)
    wide, high = seen.placed.width, seen.placed.height
    for sloping, printed in zip(seen.placed.lines, level.placed.lines, strict=True):
        box = sloping.outline
        straight = View(skew=2.0).straight(Rect(box.x0 / wide, box.y0 / high, box.x1 / wide, box.y1 / high), wide, high)
        assert straight.width * wide == pytest.approx(printed.outline.width, abs=2.0)
        assert straight.height * high == pytest.approx(printed.outline.height, abs=2.0)


def test_type_is_as_tall_as_asked(sheet: Sheet) -> None:
    seen = scan(sheet, random.Random(1), glyph=8.0)
    assert seen.placed.glyph == pytest.approx(8.0)
    assert min(line.size for line in seen.placed.lines if line.role == "body") == pytest.approx(8.0)


def test_wear_shows(sheet: Sheet) -> None:
    clean = scan(sheet, random.Random(1), CLEAN, width=900).picture.astype(float)
    assert np.abs(scan(sheet, random.Random(1), Wear(noise=10.0), width=900).picture - clean).mean() > 2
    shadowed = scan(sheet, random.Random(1), Wear(shadow=0.5), width=900).picture
    assert shadowed[:, 3].mean() < 0.7 * shadowed[:, 450].mean()
    shining = scan(sheet, random.Random(1), Wear(show_through=0.3), width=900).picture
    assert shining.mean() < clean.mean() - 1


def test_the_same_dice_make_the_same_scan(sheet: Sheet) -> None:
    a, b = (scan(sheet, random.Random(5), any_wear(random.Random(6)), width=700).picture for _ in range(2))
    assert np.array_equal(a, b)
