"""Double pages with a text layer are told from wide ones, and each half reads as if it were alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from models.domain.geometry import WHOLE, Rect
from models.domain.line import Reading
from models.reading.double_page import pdf_halves
from models.reading.pdf_text import read_pdf, read_pdf_sheet
from tests.typeset.double_page import double_page
from tests.typeset.pages import page
from tests.typeset.pdf import write_pdf
from tests.typeset.sheet import Box, Frame, Photo, Rule, SetLine, Sheet
from tests.typeset.style import Style

STYLE = Style(columns=5, margin=0.03, photos=1.0, boxed=0.5, ruled=1.0)


def halves(path: Path) -> tuple[Rect, ...]:
    return pdf_halves(path, 0, read_pdf_sheet(path, 0))


@pytest.fixture(scope="module")
def pages() -> tuple[Sheet, Sheet]:
    return page(30, style=STYLE), page(31, style=STYLE)


@pytest.fixture(scope="module")
def both(pages: tuple[Sheet, Sheet]) -> Sheet:
    return double_page(*pages)


def test_the_fold_lies_between_the_pages(tmp_path: Path, both: Sheet) -> None:
    left, right = halves(write_pdf(both, tmp_path / "both.pdf"))
    assert (left, right) == (Rect(0.0, 0.0, left.x1, 1.0), Rect(left.x1, 0.0, 1.0, 1.0))
    assert left.x1 == pytest.approx(0.5, abs=0.002)


@pytest.mark.parametrize(("side", "seed"), [(0, 30), (1, 31)])
def test_each_half_reads_as_if_it_were_alone(tmp_path: Path, both: Sheet, side: int, seed: int) -> None:
    (alone,) = read_pdf(write_pdf(page(seed, style=STYLE), tmp_path / "alone.pdf"))
    path = write_pdf(both, tmp_path / "both.pdf")
    region = halves(path)[side]
    half = read_pdf_sheet(path, 0, region=region)
    assert (half.region, half.unread, half.reader) == (region, False, alone.reader)
    assert (half.width, half.height) == pytest.approx((alone.width, alone.height), rel=0.005)
    assert [(line.number, line.text, line.vertical) for line in half.lines] == [
        (line.number, line.text, line.vertical) for line in alone.lines
    ]
    assert outlines(half) == [pytest.approx(outline, abs=0.003) for outline in outlines(alone)]
    heights = [[line.glyph_height for line in reading.lines] for reading in (half, alone)]
    assert heights[0] == pytest.approx(heights[1])
    assert drawings(half) == [pytest.approx(drawing, abs=0.003) for drawing in drawings(alone)]


def outlines(reading: Reading) -> list[tuple[float, ...]]:
    return [sides(line.outline) for line in reading.lines if line.outline is not None]


def drawings(reading: Reading) -> list[tuple[float, ...]]:
    drawn = reading.graphics
    assert all((drawn.rules, drawn.frames, drawn.photos))
    return [sides(rect) for rect in (*drawn.rules, *drawn.frames, *drawn.photos)]


def sides(rect: Rect) -> tuple[float, ...]:
    return rect.x0, rect.y0, rect.x1, rect.y1


def test_every_line_of_the_sheet_is_on_one_half(tmp_path: Path, both: Sheet) -> None:
    path = write_pdf(both, tmp_path / "both.pdf")
    parts = [read_pdf_sheet(path, 0, region=region) for region in halves(path)]
    assert Counter(_text(*parts)) == Counter("".join("".join(line.text.split()) for line in both.lines))


def _text(*readings: Reading) -> str:
    return "".join("".join(line.text.split()) for reading in readings for line in reading.lines)


@pytest.mark.parametrize("seed", [31, 32, 33])
def test_a_single_page_that_is_wide_stays_whole(tmp_path: Path, seed: int) -> None:
    sheet = page(seed, style=Style(width=1500, height=1050, columns=10, margin=0.03, ruled=0.0))
    assert halves(write_pdf(sheet, tmp_path / "wide.pdf")) == (WHOLE,)


def test_a_wide_advertisement_stays_whole(tmp_path: Path) -> None:
    path = _set(
        tmp_path / "a.pdf", [(300, 200, 48, "春江茶社今日开业"), (100, 400, 14, "地址：北岸新桥"), (700, 400, 14, "电话")]
    )
    assert halves(path) == (WHOLE,)


def test_a_page_that_stands_upright_stays_whole(tmp_path: Path, pages: tuple[Sheet, Sheet]) -> None:
    assert halves(write_pdf(pages[0], tmp_path / "one.pdf")) == (WHOLE,)


@pytest.mark.parametrize("top", [0.02, 0.5])
def test_a_headline_across_the_fold_joins_the_pages(tmp_path: Path, both: Sheet, top: float) -> None:
    assert halves(write_pdf(_with_line(both, "北岸新桥昨日正式通车市民争相观看", 60.0, top), tmp_path / "a.pdf")) == (WHOLE,)


def test_small_print_across_the_fold_at_the_edge_is_cut_there(tmp_path: Path, both: Sheet) -> None:
    path = write_pdf(_with_line(both, "本版编辑林小满版式设计周一凡校对何大伟", both.glyph, 0.985), tmp_path / "a.pdf")
    parts = halves(path)
    assert len(parts) == 2
    left, right = (_text(read_pdf_sheet(path, 0, region=part)) for part in parts)
    assert "本版编辑林小满" in left
    assert "校对何大伟" in right


def _with_line(sheet: Sheet, text: str, size: float, top: float) -> Sheet:
    """`text` in the middle of the sheet; what it is set on is taken away."""
    left, y = (sheet.width - size * len(text)) / 2, top * sheet.height
    line = replace(sheet.lines[0], text=text, outline=Box(left, y, sheet.width - left, y + size), size=size, vertical=False)
    kept: list[SetLine] = [each for each in sheet.lines if not each.outline.meets(line.outline)]
    return replace(sheet, lines=[*kept, line], painted=list(range(len(kept) + 1)))


@pytest.mark.parametrize("kind", ["photo", "rule", "frame"])
def test_a_drawing_across_the_fold_joins_the_pages(tmp_path: Path, both: Sheet, kind: str) -> None:
    left, right, y = both.width * 0.4, both.width * 0.6, both.height * 0.5
    if kind == "photo":
        joined = replace(both, photos=[*both.photos, Photo(Box(left, y, right, y + 200), None, 1)])
    elif kind == "rule":
        joined = replace(both, rules=[*both.rules, Rule(Box(left, y, right, y + 1))])
    else:
        joined = replace(both, frames=[*both.frames, Frame(Box(left, y, right, y + 200))])
    assert halves(write_pdf(joined, tmp_path / "a.pdf")) == (WHOLE,)


def test_a_rule_in_the_fold_parts_the_pages(tmp_path: Path, both: Sheet) -> None:
    rule = Rule(Box(both.width / 2, 40, both.width / 2 + 0.5, both.height - 40))
    assert len(halves(write_pdf(replace(both, rules=[*both.rules, rule]), tmp_path / "a.pdf"))) == 2


def test_an_empty_sheet_is_one_page(tmp_path: Path) -> None:
    assert halves(_set(tmp_path / "a.pdf", [])) == (WHOLE,)


def test_a_half_without_text_is_unread(tmp_path: Path) -> None:
    path = _set(tmp_path / "a.pdf", [(40, 60 + 20 * line, 12, "江北市今年新修了三座步行桥") for line in range(20)])
    left, right = (read_pdf_sheet(path, 0, region=Rect(x, 0.0, x + 0.5, 1.0)) for x in (0.0, 0.5))
    assert (left.unread, len(left.lines)) == (False, 20)
    assert (right.unread, right.region.x0, right.width) == (True, 0.5, 500)


def _set(path: Path, lines: list[tuple[float, float, float, str]]) -> Path:
    """A sheet of 1000 × 700 points with lines at x and y from its top left, so large."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(1000, 700))
    for x, y, size, text in lines:
        canvas.setFont("STSong-Light", size)
        canvas.drawString(x, 700 - y, text)
    canvas.showPage()
    canvas.save()
    return path
