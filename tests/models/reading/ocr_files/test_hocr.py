"""hOCR, well-formed and not."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.geometry import Rect
from tests.models.reading.ocr_files.files import HEIGHT, WIDTH, hocr, hocr_line, read_beside, texts


def test_words_places_and_confidences(tmp_path: Path) -> None:
    words = [("江北", 40, 96), ("添桥", 40, 30), ("New", 50, 90), ("York", 60, 90)]
    body = f"<div class='ocr_carea' id='c1'>{hocr_line(words, 100, 200)}</div>"
    (found,) = read_beside(tmp_path, "page.hocr", hocr(body)).lines
    assert found.text == "江北添桥New York"
    assert found.outline == Rect(100 / WIDTH, 200 / HEIGHT, 306 / WIDTH, 220 / HEIGHT)
    assert found.unsure == (2, 3)
    assert found.confidence == pytest.approx((2 * 0.96 + 2 * 0.3 + 7 * 0.9) / 11)


def test_lines_in_the_order_of_the_document_with_headings_and_captions(tmp_path: Path) -> None:
    lines = "".join(hocr_line([(text, 40, 90)], 100, y) for text, y in (("三", 300), ("一", 100)))
    body = lines.replace("ocr_line", "ocr_header", 1) + hocr_line([("图", 20, 90)], 0, 0).replace("ocr_line", "ocr_caption")
    assert texts(read_beside(tmp_path, "page.hocr", hocr(body))) == ["三", "一", "图"]


def test_lines_without_words_and_entities_of_html(tmp_path: Path) -> None:
    body = "<span class='ocr_line' title='bbox 100 200 500 220'>江北 &amp;\n&#26725;<br>上</span>"
    assert texts(read_beside(tmp_path, "page.html", hocr(body))) == ["江北 & 桥上"]


def test_sections_of_word_processors_are_passed_over(tmp_path: Path) -> None:
    body = "<![if !vml]>" + hocr_line([("江北", 40, 90)], 100, 100) + "<![endif]><![other[x]]>"
    assert texts(read_beside(tmp_path, "page.html", hocr(body))) == ["江北"]


def test_what_is_not_closed_closes_with_what_is_round_it(tmp_path: Path) -> None:
    first, second = hocr_line([("江北", 40, 90)], 100, 100), hocr_line([("桥", 20, 90)], 100, 130)
    body = f"<div class='ocr_carea'><p class='ocr_par'>{first}<p class='ocr_par'><b>{second}</div></i>"
    assert texts(read_beside(tmp_path, "page.hocr", hocr(body))) == ["江北", "桥"]


def test_a_file_cut_off_keeps_what_it_has(tmp_path: Path) -> None:
    text = hocr("".join(hocr_line([("江北", 40, 90)], 100, 30 * i) for i in range(20)))
    assert 5 < len(read_beside(tmp_path, "page.hocr", text[: len(text) // 2]).lines) < 15


def test_photos_and_rules(tmp_path: Path) -> None:
    body = hocr_line([("江北", 40, 90)], 0, 0) + (
        "<div class='ocr_photo' title='bbox 100 200 500 500'></div>"
        "<div class='ocr_separator' title='bbox 100 600 500 602'></div>"
    )
    graphics = read_beside(tmp_path, "page.hocr", hocr(body)).graphics
    assert graphics.photos == (Rect(0.1, 200 / HEIGHT, 0.5, 500 / HEIGHT),)
    assert graphics.rules == (Rect(0.1, 600 / HEIGHT, 0.5, 602 / HEIGHT),)
