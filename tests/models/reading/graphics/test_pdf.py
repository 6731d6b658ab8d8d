"""Rules, frames and photos are found in what PDF pages draw, however their software draws them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.reading.graphics.pdf import pdf_graphics

WIDTH, HEIGHT = 400.0, 600.0
Paint = Callable[[Canvas], None]


def graphics(folder: Path, paint: Paint, text: Sequence[Rect] = (), rotation: int = 0, upward: bool = False) -> Graphics:
    path = folder / "page.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), bottomup=upward)
    paint(canvas)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        page.set_rotation(rotation)
        return pdf_graphics(page, text)


def points(rect: Rect) -> list[int]:
    return [round(rect.x0 * WIDTH), round(rect.y0 * HEIGHT), round(rect.x1 * WIDTH), round(rect.y1 * HEIGHT)]


def all_points(rects: Sequence[Rect]) -> list[list[int]]:
    return sorted(points(rect) for rect in rects)


def photograph(seed: int = 1) -> ImageReader:
    return ImageReader(Image.fromarray(np.random.default_rng(seed).integers(0, 255, (40, 60, 3), np.uint8)))


def test_a_stroke_is_a_rule_as_thick_as_its_stroke(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setLineWidth(2)
        canvas.line(20, 100, 300, 100)
        canvas.line(200, 120, 200, 500)

    assert all_points(graphics(tmp_path, paint).rules) == [[20, 99, 300, 101], [199, 120, 201, 500]]


def test_a_thin_fill_is_a_rule(tmp_path: Path) -> None:
    found = graphics(tmp_path, lambda canvas: canvas.rect(20, 100, 280, 1.2, stroke=0, fill=1))
    assert all_points(found.rules) == [[20, 100, 300, 101]]
    assert found.frames == ()


def test_what_is_too_short_slanted_white_or_transparent_is_none(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.line(20, 100, 30, 100)
        canvas.line(20, 200, 300, 260)
        canvas.setStrokeGray(1)
        canvas.line(20, 300, 300, 300)
        canvas.setStrokeColorRGB(0, 0, 0, alpha=0)
        canvas.line(20, 400, 300, 400)

    assert graphics(tmp_path, paint) == Graphics()


def test_pieces_and_dots_are_one_rule_and_columns_apart_are_two(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for x in range(20, 180, 40):
            canvas.line(x, 100, x + 40, 100)
        for x in range(20, 180, 4):
            canvas.circle(x, 200, 0.6, stroke=0, fill=1)
        canvas.line(20, 300, 180, 300)
        canvas.line(200, 300, 380, 300)

    rules = all_points(graphics(tmp_path, paint).rules)
    assert len(rules) == 4
    assert rules[0][::2] == [19, 177] or rules[0][::2] == [20, 180]
    assert [200, 380] in [rule[::2] for rule in rules]


@pytest.mark.parametrize("four_lines", [False, True])
def test_a_border_is_a_frame_with_four_rules(tmp_path: Path, four_lines: bool) -> None:
    def paint(canvas: Canvas) -> None:
        if four_lines:
            canvas.lines([(50, 100, 350, 100), (50, 400, 350, 400), (50, 100, 50, 400), (350, 100, 350, 400)])
        else:
            canvas.rect(50, 100, 300, 300)

    found = graphics(tmp_path, paint)
    (frame,) = found.frames
    assert points(frame) == pytest.approx([50, 100, 350, 400], abs=2)
    assert len(found.rules) == 4


def test_round_corners_make_a_frame_too(tmp_path: Path) -> None:
    (frame,) = graphics(tmp_path, lambda canvas: canvas.roundRect(50, 100, 300, 300, 2)).frames
    assert points(frame) == pytest.approx([50, 100, 350, 400], abs=3)


def test_a_tint_is_a_frame_and_a_white_ground_none(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
        canvas.rect(20, 450, 300, 100, stroke=0, fill=1)
        canvas.setFillColorRGB(0.9, 0.95, 1)
        canvas.rect(50, 100, 300, 200, stroke=0, fill=1)

    found = graphics(tmp_path, paint)
    assert all_points(found.frames) == [[50, 100, 350, 300]]
    assert (found.rules, found.photos) == ((), ())


def test_an_image_is_a_photo_once_though_cut_into_strips(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawImage(photograph(), 50, 100, 200, 150)
        for strip in range(3):
            canvas.drawImage(photograph(strip), 50, 300 + 40 * strip, 200, 40)
        canvas.drawImage(photograph(), 300, 300, 10, 10)

    assert all_points(graphics(tmp_path, paint).photos) == [[50, 100, 250, 250], [50, 300, 250, 420]]


def test_of_a_clipped_image_only_what_is_seen_is_a_photo(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for x, y in ((60, 120), (300, 500)):
            canvas.saveState()
            shape = canvas.beginPath()
            shape.rect(x, y, 100, 80)
            canvas.clipPath(shape, stroke=0)
            canvas.drawImage(photograph(), 50, 100, 200, 150)
            canvas.restoreState()

    assert all_points(graphics(tmp_path, paint).photos) == [[60, 120, 160, 200]]


def test_a_label_round_a_word_is_a_frame_and_a_blot_is_none(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.rect(50, 100, 36, 14, stroke=0, fill=1)
        canvas.rect(150, 100, 36, 14, stroke=0, fill=1)

    word = Rect(53 / WIDTH, 102 / HEIGHT, 83 / WIDTH, 112 / HEIGHT)
    assert all_points(graphics(tmp_path, paint, [word]).frames) == [[50, 100, 86, 114]]


def test_a_scanned_page_is_no_photo(tmp_path: Path) -> None:
    assert graphics(tmp_path, lambda canvas: canvas.drawImage(photograph(), 0, 0, WIDTH, HEIGHT)) == Graphics()


def test_a_picture_under_text_is_a_ground(tmp_path: Path) -> None:
    text = [Rect(60 / WIDTH, y / HEIGHT, 240 / WIDTH, (y + 10) / HEIGHT) for y in range(105, 245, 14)]
    found = graphics(tmp_path, lambda canvas: canvas.drawImage(photograph(), 50, 100, 200, 150), text)
    assert all_points(found.frames) == [[50, 100, 250, 250]]
    assert found.photos == ()


def test_what_stands_in_a_form_is_found_where_the_form_stands(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.beginForm("advertisement", 0, 0, 100, 100)
        canvas.line(0, 10, 100, 10)
        canvas.endForm()
        canvas.translate(50, 200)
        canvas.scale(2, 2)
        canvas.doForm("advertisement")

    (rule,) = graphics(tmp_path, paint, upward=True).rules
    assert points(rule) == [50, 379, 250, 381]


def test_a_turned_page_has_its_rules_where_they_are_shown(tmp_path: Path) -> None:
    (rule,) = graphics(tmp_path, lambda canvas: canvas.line(0, 150, WIDTH, 150), rotation=90).rules
    assert rule.x0 == pytest.approx(0.75, abs=0.01)
    assert (rule.y0, rule.y1) == (0, 1)
