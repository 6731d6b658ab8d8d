"""Rules, frames and photos are found in page pictures drawn here, clean, askew, noisy, shadowed and shown through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.view import View
from models.reading.graphics.picture import picture_graphics

WIDTH, HEIGHT = 1400, 2000
INK = (20, 20, 20)
TEXT = [
    Rect(x / WIDTH, y / HEIGHT, (x + 270) / WIDTH, (y + 12) / HEIGHT)
    for x in (60, 360, 720, 1020)
    for y in [*range(160, 560, 18), *range(1420, 1850, 18)]
]
LEVEL, UPRIGHT = (
    Rect(60 / WIDTH, 620 / HEIGHT, 640 / WIDTH, 622 / HEIGHT),
    Rect(680 / WIDTH, 140 / HEIGHT, 682 / WIDTH, 1900 / HEIGHT),
)
FRAME = Rect(710 / WIDTH, 1410 / HEIGHT, 1300 / WIDTH, 1870 / HEIGHT)
PHOTO = Rect(60 / WIDTH, 700 / HEIGHT, 620 / WIDTH, 1100 / HEIGHT)


def page() -> NDArray[np.uint8]:
    """A new copy, to draw on."""
    return _text_page().copy()


@cache
def _text_page() -> NDArray[np.uint8]:
    """Strokes stand for type: what is looked for is beside it."""
    random = np.random.default_rng(7)
    image = np.full((HEIGHT, WIDTH, 3), 250, np.uint8)
    for rect in TEXT:
        x0, y0, x1, y1 = box(rect)
        for x in range(x0, x1 - 9, 12):
            for ax, ay, bx, by in random.integers(0, 10, (4, 4)).tolist():
                cv2.line(image, (x + ax, y0 + ay), (x + bx, min(y1, y0 + by)), INK, 1)
    return image


def box(rect: Rect) -> tuple[int, int, int, int]:
    return round(rect.x0 * WIDTH), round(rect.y0 * HEIGHT), round(rect.x1 * WIDTH), round(rect.y1 * HEIGHT)


def fill(image: NDArray[np.uint8], rect: Rect, colour: tuple[int, int, int]) -> None:
    x0, y0, x1, y1 = box(rect)
    image[y0:y1, x0:x1] = colour


def photograph(image: NDArray[np.uint8], rect: Rect) -> None:
    """Clouds of grey, with a little sky as bright as the paper."""
    x0, y0, x1, y1 = box(rect)
    clouds = cv2.resize(
        np.random.default_rng(3).integers(30, 190, (12, 16, 3), np.uint8), (x1 - x0, y1 - y0), interpolation=cv2.INTER_CUBIC
    )
    clouds[:30, 40:120] = 250
    image[y0:y1, x0:x1] = clouds


def full_page() -> NDArray[np.uint8]:
    image = page()
    fill(image, LEVEL, INK)
    fill(image, UPRIGHT, (120, 120, 120))
    x0, y0, x1, y1 = box(FRAME)
    cv2.rectangle(image, (x0, y0), (x1, y1), INK, 2)
    photograph(image, PHOTO)
    return image


def near(a: Rect, b: Rect, off: float = 0.012) -> bool:
    pairs = ((a.x0, b.x0), (a.y0, b.y0), (a.x1, b.x1), (a.y1, b.y1))
    return all(abs(one - other) < off for one, other in pairs)


def holds(found: Sequence[Rect], wanted: Rect, off: float = 0.012) -> bool:
    return any(near(rect, wanted, off) for rect in found)


def check(found: Graphics) -> None:
    assert holds(found.rules, LEVEL)
    assert holds(found.rules, UPRIGHT)
    assert [near(rect, FRAME) for rect in found.frames] == [True]
    assert [near(rect, PHOTO) for rect in found.photos] == [True]
    sides = 4
    assert len(found.rules) <= 2 + sides


def degraded(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The other side shines through, a gutter throws its shadow, the paper is yellow, the scanner adds grain."""
    random = np.random.default_rng(5)
    result = image - 0.10 * (255.0 - cv2.GaussianBlur(image[:, ::-1], (0, 0), 3))
    across = np.linspace(0, 1, image.shape[1])[None, :, None]
    result = result * (0.75 + 0.25 * np.clip(across * 6, 0, 1)) * np.array([0.96, 0.93, 0.85])
    result = cv2.GaussianBlur(result, (0, 0), 0.8) + random.normal(0, 8, image.shape)
    return np.asarray(np.clip(result, 0, 255), np.uint8)


def turned(image: NDArray[np.uint8], skew: float) -> NDArray[np.uint8]:
    matrix = cv2.getRotationMatrix2D(((WIDTH - 1) / 2, (HEIGHT - 1) / 2), -skew, 1.0)
    return np.asarray(cv2.warpAffine(image, matrix, (WIDTH, HEIGHT), borderValue=(250, 250, 250)), np.uint8)


def straight(found: Graphics, view: View) -> Graphics:
    groups = (found.rules, found.frames, found.photos)
    return Graphics(*(tuple(view.straight(rect, WIDTH, HEIGHT) for rect in rects) for rects in groups))


def test_rules_frame_and_photo_of_a_clean_page() -> None:
    check(picture_graphics(full_page(), TEXT))


def test_the_same_of_a_bad_scan() -> None:
    check(picture_graphics(degraded(full_page()), TEXT))


def test_a_grey_picture_is_as_good() -> None:
    check(picture_graphics(np.asarray(cv2.cvtColor(full_page(), cv2.COLOR_RGB2GRAY), np.uint8), TEXT))


@pytest.mark.parametrize("skew", [-5.0, -1.2, 2.0, 5.0])
def test_a_page_askew_is_looked_at_straight(skew: float) -> None:
    view = View(0, skew)
    found = picture_graphics(turned(full_page(), skew), [view.slanted(rect, WIDTH, HEIGHT) for rect in TEXT], view)
    check(straight(found, view))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_keeps_its_own_places(turn: int) -> None:
    view = View(turn)
    lying = np.ascontiguousarray(np.rot90(full_page(), turn // 90))
    found = picture_graphics(lying, [view.in_file(rect) for rect in TEXT], view)
    check(Graphics(*(tuple(view.upright(rect) for rect in rects) for rects in (found.rules, found.frames, found.photos))))


def test_a_larger_picture_has_the_same_things_at_the_same_places() -> None:
    check(
        picture_graphics(np.asarray(cv2.resize(full_page(), None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC), np.uint8), TEXT)
    )


def test_text_alone_has_nothing_beside_it() -> None:
    headline = Rect(60 / WIDTH, 40 / HEIGHT, 700 / WIDTH, 130 / HEIGHT)
    image = page()
    for x in range(60, 680, 90):
        cv2.line(image, (x + 2, 85), (x + 80, 85), INK, 9)
        cv2.line(image, (x + 40, 45), (x + 40, 125), INK, 9)
    assert picture_graphics(image, [*TEXT, headline]) == Graphics()


@pytest.mark.parametrize("colour", [(200, 20, 30), (30, 90, 160), (150, 150, 150)])
def test_coloured_and_thick_rules(colour: tuple[int, int, int]) -> None:
    image = page()
    rule = Rect(60 / WIDTH, 620 / HEIGHT, 1300 / WIDTH, 627 / HEIGHT)
    fill(image, rule, colour)
    (found,) = picture_graphics(image, TEXT).rules
    assert near(found, rule, 0.004)


def test_dotted_and_double_rules() -> None:
    image = page()
    for x in range(60, 1300, 8):
        image[640:643, x : x + 3] = INK
    image[700:702, 60:1300] = INK
    image[706:708, 60:1300] = INK
    found = picture_graphics(image, TEXT).rules
    assert holds(found, Rect(60 / WIDTH, 640 / HEIGHT, 1300 / WIDTH, 643 / HEIGHT))
    assert holds(found, Rect(60 / WIDTH, 700 / HEIGHT, 1300 / WIDTH, 708 / HEIGHT))


def test_a_rule_between_columns_that_the_finder_of_lines_has_merged() -> None:
    image = page()
    rule = Rect(345 / WIDTH, 140 / HEIGHT, 347 / WIDTH, 580 / HEIGHT)
    fill(image, rule, INK)
    merged = [Rect(60 / WIDTH, rect.y0, 630 / WIDTH, rect.y1) for rect in TEXT if rect.x0 < 0.1]
    assert holds(picture_graphics(image, [*merged, *(rect for rect in TEXT if rect.x0 > 0.5)]).rules, rule)


def test_a_tinted_ground_is_a_frame() -> None:
    image = page()
    tint = np.array([238, 226, 205], np.uint8)
    x0, y0, x1, y1 = box(FRAME)
    image[y0:y1, x0:x1] = np.minimum(image[y0:y1, x0:x1], tint)
    found = picture_graphics(image, TEXT)
    assert [near(rect, FRAME) for rect in found.frames] == [True]
    assert (found.rules, found.photos) == ((), ())


def test_a_photo_on_a_tint_is_found_with_the_tint() -> None:
    image = page()
    tint = Rect(40 / WIDTH, 600 / HEIGHT, 1320 / WIDTH, 1380 / HEIGHT)
    fill(image, tint, (225, 232, 240))
    photograph(image, PHOTO)
    caption = Rect(700 / WIDTH, 900 / HEIGHT, 960 / WIDTH, 912 / HEIGHT)
    cv2.putText(image, "ABCDEFGHIJKLMN", (700, 912), cv2.FONT_HERSHEY_SIMPLEX, 0.5, INK, 1)
    found = picture_graphics(image, [*TEXT, caption])
    assert [near(rect, tint) for rect in found.frames] == [True]
    assert [near(rect, PHOTO) for rect in found.photos] == [True]
    assert found.rules == ()


def test_rules_of_the_other_side_are_none_of_this() -> None:
    other = np.minimum(page(), np.roll(page(), 450, axis=0))
    fill(other, UPRIGHT, INK)
    fill(other, LEVEL, INK)
    this = page()
    this[HEIGHT // 2 :] = 250
    image = np.asarray(np.clip(this - 0.16 * (255.0 - np.roll(other, 300, axis=0)[:, ::-1]), 0, 255), np.uint8)
    assert picture_graphics(image, [rect for rect in TEXT if rect.y1 < 0.5]).rules == ()


def test_white_type_on_a_coloured_label_is_a_frame() -> None:
    image = page()
    label = Rect(300 / WIDTH, 60 / HEIGHT, 700 / WIDTH, 100 / HEIGHT)
    fill(image, label, (190, 30, 40))
    cv2.putText(image, "WAEHREND", (330, 92), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (255, 255, 255), 4)
    found = picture_graphics(image, [*TEXT, Rect(320 / WIDTH, 64 / HEIGHT, 680 / WIDTH, 97 / HEIGHT)])
    assert [near(rect, label) for rect in found.frames] == [True]
    assert found.photos == ()


def test_a_frame_whose_border_is_broken_by_its_title() -> None:
    image = page()
    x0, y0, x1, y1 = box(FRAME)
    cv2.rectangle(image, (x0, y0), (x1, y1), INK, 2)
    title = Rect(900 / WIDTH, 1398 / HEIGHT, 1100 / WIDTH, 1424 / HEIGHT)
    fill(image, title, (250, 250, 250))
    cv2.putText(image, "ABCDEF", (905, 1420), cv2.FONT_HERSHEY_SIMPLEX, 0.9, INK, 2)
    assert [near(rect, FRAME) for rect in picture_graphics(image, [*TEXT, title]).frames] == [True]


def test_photos_that_overlap_are_two() -> None:
    image = page()
    small = Rect(560 / WIDTH, 1000 / HEIGHT, 900 / WIDTH, 1240 / HEIGHT)
    photograph(image, PHOTO)
    photograph(image, small)
    found = picture_graphics(image, TEXT).photos
    assert len(found) == 2
    assert all(holds(found, rect, 0.05) for rect in (PHOTO, small))


def test_the_dark_edge_of_a_scan_is_no_rule_and_no_photo() -> None:
    image = page()
    image[:, :25] = 30
    image[-14:] = 30
    assert picture_graphics(image, TEXT) == Graphics()


@pytest.mark.parametrize("skew", [0.0, 1.5])
def test_a_page_on_the_scanners_dark_ground_is_read_as_without(skew: float) -> None:
    image = full_page()
    image[:, :30], image[:, -24:], image[:20], image[-50:] = 50, 50, 50, 50
    matrix = cv2.getRotationMatrix2D(((WIDTH - 1) / 2, (HEIGHT - 1) / 2), -skew, 1.0)
    lying = np.asarray(cv2.warpAffine(image, matrix, (WIDTH, HEIGHT), borderValue=(50, 50, 50)), np.uint8)
    view = View(0, skew)
    found = picture_graphics(lying, [view.slanted(rect, WIDTH, HEIGHT) for rect in TEXT], view)
    check(straight(found, view))


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 2), (40, 30)])
def test_tiny_pictures_have_nothing(size: tuple[int, int]) -> None:
    assert picture_graphics(np.full((*size, 3), 255, np.uint8), []) == Graphics()


def test_blank_and_black_pages_have_nothing_to_part_text() -> None:
    for level in (0, 128, 255):
        found = picture_graphics(np.full((900, 700), level, np.uint8), [])
        assert (found.rules, found.frames) == ((), ())
