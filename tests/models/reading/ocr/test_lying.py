"""How a sheet lies in its picture: edges, slope, and the way back into the file's own coordinates."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from models.domain.geometry import Rect
from models.domain.view import View
from models.reading.ocr.paper import sheet_bounds
from models.reading.ocr.plane import Plane
from models.reading.ocr.skew import skew
from models.reading.ocr.spot import Spot, spot
from tests.models.reading.ocr.conftest import Draw, Picture


def _lined(width: int = 900, height: int = 1200) -> Picture:
    """Two columns of bars as long as lines of print."""
    page = np.full((height, width, 3), 245, np.uint8)
    for top in range(100, height - 100, 24):
        page[top : top + 14, 80 : width // 2 - 20] = page[top : top + 14, width // 2 + 20 : width - 80] = 40
        page[top : top + 14, 80 : width - 80 : 18] = 245
    return page


def _sloping(page: Picture, degrees: float) -> Picture:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, matrix, (width, height), borderValue=(245, 245, 245)), np.uint8)


@pytest.mark.parametrize("degrees", [-4.6, -1.0, 0.4, 3.0, 5.0])
def test_the_slope_is_measured(degrees: float) -> None:
    assert skew(_sloping(_lined(), degrees)) == pytest.approx(degrees, abs=0.15)


def test_a_level_page_is_left_alone() -> None:
    assert skew(_lined()) == 0.0
    assert skew(np.full((300, 200, 3), 255, np.uint8)) == 0.0


def test_dark_edges_are_left_out() -> None:
    scan = np.full((1000, 800, 3), 240, np.uint8)
    scan[:, :60] = scan[950:] = 20
    left, top, right, bottom = sheet_bounds(scan)
    assert left == pytest.approx(60, abs=6)
    assert (top, right) == (0, 800)
    assert bottom == pytest.approx(950, abs=6)


def test_a_shadow_is_paper() -> None:
    scan = np.full((1000, 800, 3), 240, np.uint8)
    scan[:, :200] = np.linspace(40, 240, 200)[None, :, None]
    assert sheet_bounds(scan) == (0, 0, 800, 1000)
    assert sheet_bounds(np.zeros((50, 40, 3), np.uint8)) == (0, 0, 40, 50)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("slope", [0.0, 2.0, -3.0])
def test_a_cut_shows_what_stands_there_in_the_file(turn: int, slope: float) -> None:
    level = np.full((400, 600, 3), 255, np.uint8)
    level[150:180, 200:420] = (200, 30, 30)
    lies = np.ascontiguousarray(np.rot90(_sloping(level, slope), turn // 90))
    plane = Plane(lies, View(turn, slope))
    assert plane.size == (600, 400)
    inside = plane.cut(Spot(203, 153, 417, 177))
    assert inside.shape == (24, 214, 3)
    assert np.abs(inside.astype(int) - (200, 30, 30)).max() < 12
    around = plane.cut(Spot(190, 140, 430, 190), 2.0)
    assert around.shape == (100, 480, 3)
    assert around[:12].min() > 240
    assert around[:, :12].min() > 240
    height, width = lies.shape[:2]
    copy = plane.copy(600, 400)
    assert np.abs(copy[160:170, 210:410].astype(int) - (200, 30, 30)).max() < 40
    rect = Rect(200 / 600, 150 / 400, 420 / 600, 180 / 400)
    back = plane.view.straight(plane.view.slanted(rect, width, height), width, height)
    assert (back.x0, back.y1) == pytest.approx((rect.x0, rect.y1))


def test_cuts_reach_beyond_the_picture() -> None:
    plane = Plane(np.full((40, 60, 3), 9, np.uint8), View())
    assert plane.cut(Spot(-10, -5, 20, 10)).shape == (15, 30, 3)
    assert (plane.cut(Spot(100, 100, 130, 120)) == 255).all()


def test_a_picture_wider_than_opencv_cuts_from() -> None:
    wide = np.full((40, 33_000, 3), 255, np.uint8)
    wide[10:30, 32_900:32_950] = 0
    assert Plane(wide, View()).cut(Spot(32_900, 10, 32_950, 30)).mean() < 30


def test_corners_become_a_spot() -> None:
    found = spot(np.array([[10, 10], [110, 12], [110, 32], [10, 30]], np.float32))
    assert (found.x0, found.x1) == pytest.approx((10, 110), abs=0.1)
    assert found.height == pytest.approx(20)
    assert found.slope == pytest.approx(1.15, abs=0.01)
    assert not found.tall
    assert spot(np.array([[10, 10], [30, 10], [30, 210], [10, 210]], np.float32)).tall


def test_print_is_ink_whichever_is_darker(draw: Draw) -> None:
    from models.reading.ocr.finder import ink

    page = draw(400, 120)
    page.write(20, 20, "春天的菜市", 30)
    page.pen.rectangle((0, 70, 400, 120), fill="darkred")
    page.write(20, 75, "春天的菜市", 30, "white")
    found = ink(page.pixels)
    assert found[20:60, 20:170].mean() > 0.2
    assert found[78:112, 20:170].mean() > 0.2
    assert not found[:, 250:][80:115].any()
