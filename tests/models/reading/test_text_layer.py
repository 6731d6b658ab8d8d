"""Text layers that make sense are told from those that do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from models.domain.geometry import Rect
from models.domain.line import Line
from models.reading.pdf_text import TEXT_LAYER, pdf_sheets, read_pdf_sheet
from models.reading.text_layer import is_heap, is_whole, makes_sense

GOOD = "江北市今年新修了三座步行桥，市民出门不必再绕远路。据介绍，三座桥全部由本地工匠设计。"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "江北市今年新修了三座步行桥\ue123，市民出门不必再绕远路，据介绍",
        "第2版 2025.9.13",
        "The three bridges were built by craftsmen from the town.",
        "Déjà à l’été, la fête du théâtre a été différée jusqu’à la rentrée.",
        "tel. 0571-1234567, mail: desk@example.org; fax: 0571-7654321",
        "８",
    ],
)
def test_text(text: str) -> None:
    assert makes_sense(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "\ue001\ue002\ue003江北",
        "江\ufffd北\ufffd桥",
        "\x01\x02\x03\x04江北新桥",
        GOOD.encode("gbk").decode("latin-1"),
        "黐龘靐齉爩鱻麤齾灪龗蠼彠戵雧爨亹豔驫鸞虪",
        "!\"#$%&'()*+,-./ !\"#$%&'()*+,-./",
    ],
)
def test_garbage(text: str) -> None:
    assert not makes_sense(text)


def test_a_heap_is_told_from_lines_and_columns() -> None:
    assert is_heap([(100.0, 100.0)] * 400, 10)
    assert is_heap([(100 + i % 3, 100.0) for i in range(90)], 10)
    assert not is_heap([(10.0 * (i % 20), 13.0 * (i // 20)) for i in range(400)], 10)
    assert not is_heap([(100.0, 100.0)] * 3, 10)


def test_a_stamp_is_not_the_text_of_a_page() -> None:
    stamp = Line(1, "扫描件", Rect(0.4, 0.98, 0.6, 0.99))
    body = [Line(i, "江北新桥", Rect(0.1, i / 100, 0.9, i / 100 + 0.008)) for i in range(20)]
    assert not is_whole([stamp])
    assert is_whole([stamp, *body])


def _page(path: Path, lines: int, *, scanned: bool, step: float = 13.0) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(400, 600))
    if scanned:
        grain = np.random.default_rng(1).integers(0, 255, (60, 40), np.uint8)
        canvas.drawImage(ImageReader(Image.fromarray(grain)), 0, 0, 400, 600)
    canvas.setFont("STSong-Light", 10)
    for i in range(lines):
        canvas.drawString(20, 570 - step * i, GOOD[:30])
    canvas.showPage()
    canvas.save()
    return path


def test_a_full_layer_over_a_scan_is_read(tmp_path: Path) -> None:
    reading = read_pdf_sheet(_page(tmp_path / "a.pdf", 40, scanned=True), 0)
    assert (reading.unread, reading.reader, len(reading.lines)) == (False, TEXT_LAYER, 40)
    assert reading.graphics.photos == ()


def test_a_layer_over_a_corner_of_a_scan_is_not(tmp_path: Path) -> None:
    assert read_pdf_sheet(_page(tmp_path / "a.pdf", 2, scanned=True), 0).unread
    assert not read_pdf_sheet(_page(tmp_path / "b.pdf", 2, scanned=False), 0).unread


def test_a_layer_in_one_place_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.setFont("STSong-Light", 10)
    for char in GOOD:
        canvas.drawString(200, 300, char)
    canvas.showPage()
    canvas.save()
    assert read_pdf_sheet(path, 0).unread


def test_characters_painted_as_outlines_with_a_folio_in_type(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    for i in range(400):
        shape = canvas.beginPath()
        x, y = 20 + 12 * (i % 30), 40 + 13 * (i // 30)
        shape.moveTo(x, y)
        for corner in range(45):
            shape.lineTo(x + 9 * ((corner * 7) % 10) / 10, y + 9 * ((corner * 3) % 10) / 10)
        canvas.drawPath(shape, stroke=0, fill=1)
    canvas.drawString(20, 580, "8 Jiangbei Daily")
    canvas.showPage()
    canvas.save()
    assert read_pdf_sheet(path, 0).unread


def test_the_layer_can_be_left_aside(tmp_path: Path) -> None:
    path = _page(tmp_path / "a.pdf", 40, scanned=False)
    reading = read_pdf_sheet(path, 0, text_layer=False)
    assert (pdf_sheets(path), reading.unread, reading.lines, reading.width) == (1, True, (), 400)
