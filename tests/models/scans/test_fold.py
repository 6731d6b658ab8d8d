"""Where a double page folds, and that a single one does not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from models.domain.geometry import WHOLE, Rect
from models.scans.fold import find_fold, halves

HEIGHT, GUTTER = 800, 8


def sheet(width: int, *columns: tuple[int, int]) -> NDArray[np.uint8]:
    """White paper with columns of print from left to right."""
    grey = np.full((HEIGHT, width), 245, np.uint8)
    for left, right in columns:
        for top in range(40, HEIGHT - 40, 12):
            grey[top : top + 7, left:right:2] = 40
    return grey


def spread(fold: int, margin: int = 30, width: int = 1200) -> NDArray[np.uint8]:
    """Two pages of three columns each, with margins on both sides of the fold."""
    columns = []
    for left, right in ((40, fold - margin), (fold + margin, width - 40)):
        step = (right - left + GUTTER) / 3
        columns += [(round(left + n * step), round(left + (n + 1) * step) - GUTTER) for n in range(3)]
    return sheet(width, *columns)


@pytest.mark.parametrize("fold", [560, 600, 650])
def test_blank_band(fold: int) -> None:
    found = find_fold(spread(fold))
    assert found == pytest.approx(fold / 1200, abs=0.01)


@pytest.mark.parametrize("fold", [570, 600, 640])
def test_shadow(fold: int) -> None:
    grey = spread(fold, margin=4).astype(np.float64)
    away = np.abs(np.arange(1200) - fold)
    grey *= 1 - 0.5 * np.clip(1 - away / 20, 0, None)
    assert find_fold(grey) == pytest.approx(fold / 1200, abs=0.01)


def test_a_page_that_stands_upright_has_none() -> None:
    assert find_fold(spread(300, width=600)) is None


def test_columns_of_one_wide_page_are_no_pages() -> None:
    assert find_fold(spread(600, margin=GUTTER // 2)) is None


def test_a_title_over_both_pages_hides_no_shadow_and_joins_blank_pages() -> None:
    grey = spread(600)
    grey[300:420, 100:1100] = 40
    assert find_fold(grey) is None
    assert halves(grey) == (WHOLE,)


def test_the_halves_are_the_sheet() -> None:
    left, right = halves(spread(600))
    assert left == Rect(0.0, 0.0, right.x0, 1.0)
    assert right == Rect(left.x1, 0.0, 1.0, 1.0)


def test_an_upright_rule_is_no_shadow() -> None:
    grey = spread(600, margin=GUTTER)
    grey[:, 599:601] = 40
    assert find_fold(grey) is None
