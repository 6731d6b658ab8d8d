"""The text layer of a set page comes back as it was set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from models.reading.pdf_text import read_pdf
from tests.typeset.pages import page
from tests.typeset.pdf import pdf_bytes, write_pdf
from tests.typeset.sheet import Sheet
from tests.typeset.style import Style


def characters(texts: list[str]) -> Counter[str]:
    return Counter("".join("".join(text.split()) for text in texts))


@pytest.mark.parametrize("seed", [2, 5, 9, 13, 43])
def test_the_reader_finds_all_characters(tmp_path: Path, seed: int) -> None:
    sheet = page(seed)
    found = read_pdf(write_pdf(sheet, tmp_path / "page.pdf"))[0]
    assert characters([line.text for line in found.lines]) == characters([line.text for line in sheet.lines])


def test_the_reader_finds_all_lines_where_they_were_set(tmp_path: Path) -> None:
    sheet = page(3, style=Style(gutter=2.0, vertical_heads=0.0))
    found = read_pdf(write_pdf(sheet, tmp_path / "page.pdf"))[0]
    places = {_bare(line.text): line.outline for line in found.lines}
    times = Counter(_bare(line.text) for line in sheet.lines)
    body = [line for line in sheet.lines if len(line.text) > 8 and times[_bare(line.text)] == 1 and not line.vertical]
    assert len(body) > 100
    for line in body:
        outline = places[_bare(line.text)]
        assert outline is not None
        assert outline.x0 * sheet.width == pytest.approx(line.outline.x0, abs=line.size)
        assert outline.x1 * sheet.width == pytest.approx(line.outline.x1, abs=line.size)
        assert outline.centre[1] * sheet.height == pytest.approx((line.outline.y0 + line.outline.y1) / 2, abs=0.3 * line.size)


def test_text_is_painted_in_the_order_of_painting() -> None:
    sheet = page(4, style=Style(shuffled=1.0))
    with pypdfium2.PdfDocument(pdf_bytes([sheet])) as document:
        said = _bare(document[0].get_textpage().get_text_range())
    first = [_bare(sheet.lines[place].text) for place in sheet.painted if len(sheet.lines[place].text) > 9]
    # A text that stands twice on the page tells nothing about the order.
    at = [said.find(text) for text in first if said.count(text) == 1]
    assert at == sorted(at)
    assert len(at) > 50


def test_a_file_holds_several_pages_and_is_the_same_each_time(tmp_path: Path) -> None:
    sheets: list[Sheet] = [page(1), page(2, front=True)]
    path = write_pdf(sheets, tmp_path / "paper.pdf")
    assert path.read_bytes() == pdf_bytes(sheets)
    assert [reading.unread for reading in read_pdf(path)] == [False, False]


def _bare(text: str) -> str:
    return "".join(text.split())
