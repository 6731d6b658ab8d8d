"""PDF pages become lines at their printed places, columns apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.geometry import Rect
from models.domain.line import Regime, SourceKind
from models.errors import DamagedFile, EmptyFile, FileNotFound, PasswordNeeded
from models.reading.glyph_lines import Row
from models.reading.glyphs import Glyph
from models.reading.pdf_text import read_pdf, reading
from tests.typeset.pdf_pages import HEIGHT, WIDTH, Text, column, vertical, write_pdf

LEFT = ["江北市今年新修了三座", "步行桥，市民出门不必", "再绕远路。"]
RIGHT = ["据介绍，三座桥全部由", "本地工匠设计，桥面铺", "了防滑木板。"]


def texts(path: Path, sheet: int = 0) -> list[str]:
    return [line.text for line in read_pdf(path)[sheet].lines]


def test_columns_side_by_side_stay_apart(tmp_path: Path) -> None:
    pages = [[Text(20, 40, "江北添了三座桥", 24), *column(20, 80, LEFT), *column(134, 80, RIGHT)]]
    assert texts(write_pdf(tmp_path / "a.pdf", pages)) == ["江北添了三座桥", *LEFT, *RIGHT]


def test_columns_painted_row_by_row_stay_apart(tmp_path: Path) -> None:
    rows = [text for pair in zip(column(20, 80, LEFT), column(134, 80, RIGHT), strict=True) for text in pair]
    assert sorted(texts(write_pdf(tmp_path / "a.pdf", [rows]))) == sorted([*LEFT, *RIGHT])


def test_outlines_and_glyph_heights_are_parts_of_the_page(tmp_path: Path) -> None:
    page = read_pdf(write_pdf(tmp_path / "a.pdf", [[Text(100, 300, "江北", 40), Text(100, 400, "江北新闻", 10)]]))[0]
    assert (page.kind, page.regime, page.width, page.height) == (SourceKind.PDF, Regime.WRAPPED, WIDTH, HEIGHT)
    head, body = page.lines
    assert head.outline is not None
    assert head.outline.x0 == pytest.approx(100 / WIDTH, abs=0.01)
    assert head.outline.x1 == pytest.approx(180 / WIDTH, abs=0.01)
    assert head.outline.y1 == pytest.approx(300 / HEIGHT, abs=0.015)
    assert head.glyph_height is not None
    assert body.glyph_height is not None
    assert head.glyph_height / body.glyph_height == pytest.approx(4, rel=0.1)


def test_pieces_of_a_line_painted_apart_are_one_line(tmp_path: Path) -> None:
    pieces = [Text(20, 80, "会期"), Text(60, 80, "天，共"), Text(41, 80, "12.5")]
    assert texts(write_pdf(tmp_path / "a.pdf", [pieces])) == ["会期12.5天，共"]


def test_shadow_of_a_headline_is_read_once(tmp_path: Path) -> None:
    pages = [[Text(20, 40, "江北添桥", 24), Text(21, 41, "江北添桥", 24)]]
    assert texts(write_pdf(tmp_path / "a.pdf", pages)) == ["江北添桥"]


def test_vertical_headline_is_one_line(tmp_path: Path) -> None:
    pages = [[*vertical(300, 60, "桥上看江", 24), *column(20, 80, LEFT)]]
    assert texts(write_pdf(tmp_path / "a.pdf", pages)) == ["桥上看江", *LEFT]


def test_blank_between_names_is_kept_and_letter_spacing_is_not(tmp_path: Path) -> None:
    spaced = [Text(20 + i * 32, 40, char, 24) for i, char in enumerate("江北添桥")]
    names = [Text(20, 80, "记者"), Text(44, 80, "陆一舟"), Text(78, 80, "文野")]
    assert texts(write_pdf(tmp_path / "a.pdf", [[*spaced, *names]])) == ["江北添桥", "记者 陆一舟 文野"]


@pytest.mark.parametrize("said", ["2011年", "1110人", "6月18日", "12 30", "11 11"])
def test_the_room_about_a_narrow_one_is_no_blank(said: str) -> None:
    glyphs, x = list[Glyph](), 0.0
    for char in said:
        bearing, width = (0.9, 4.4) if char == "1" else (0.4, 4.4) if char.isdigit() else (0.0, 2.2 if char == " " else 8.0)
        ink = Rect(x + bearing, 0, x + width - (1.65 if char == "1" else bearing), 6)
        if char != " ":
            glyphs.append(Glyph(char, ink, ink, 6, 8))
        x += width
    assert Row(tuple(glyphs), 0).text == said


def test_name_set_flush_right_belongs_to_the_last_line(tmp_path: Path) -> None:
    lines = [
        Text(20, 80, "江北市今年新修了三座步"),
        Text(20, 93, "行桥。"),
        Text(90, 93, "（文野）"),
    ]
    assert texts(write_pdf(tmp_path / "a.pdf", [lines])) == ["江北市今年新修了三座步", "行桥。 （文野）"]


def test_each_page_is_read_and_one_without_text_is_unread(tmp_path: Path) -> None:
    first, empty = read_pdf(write_pdf(tmp_path / "a.pdf", [column(20, 80, LEFT), []]))
    assert (first.unread, len(first.lines)) == (False, 3)
    assert (empty.unread, empty.lines, empty.width) == (True, (), WIDTH)


def _glyphs(text: str) -> list[Glyph]:
    cells = [Rect(20 + 10 * i, 80, 30 + 10 * i, 90) for i in range(len(text))]
    return [Glyph(char, cell, cell, 89, 10) for char, cell in zip(text, cells, strict=True)]


def test_radicals_are_folded_and_the_layer_text_is_kept() -> None:
    line = reading(_glyphs("⼈⺠⽇报在江北"), WIDTH, HEIGHT).lines[0]
    assert (line.text, line.raw) == ("人民日报在江北", "⼈⺠⽇报在江北")


def test_line_without_radicals_has_no_raw_text() -> None:
    assert reading(_glyphs("江北日报"), WIDTH, HEIGHT).lines[0].raw is None


@pytest.mark.parametrize("text", ["\ue001\ue002\ue003江", "江\ufffd北\ufffd桥", "黐龘靐齉爩鱻麤齾灪龗蠼彠戵雧爨亹豔驫鸞虪"])
def test_garbage_layer_is_unread(text: str) -> None:
    page = reading(_glyphs(text), WIDTH, HEIGHT)
    assert (page.unread, page.lines) == (True, ())


def test_password_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(PasswordNeeded):
        read_pdf(write_pdf(tmp_path / "a.pdf", [column(20, 80, LEFT)], password="桥".encode().hex()))


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_truncated_file_is_damaged(tmp_path: Path, share: float) -> None:
    path = write_pdf(tmp_path / "a.pdf", [column(20, 80, LEFT)] * 40)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedFile):
        read_pdf(path)


def test_garbage_is_damaged_and_nothing_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"\x00\x11garbage" * 200)
    with pytest.raises(DamagedFile):
        read_pdf(path)
    path.write_bytes(b"")
    with pytest.raises(EmptyFile):
        read_pdf(path)
    with pytest.raises(FileNotFound):
        read_pdf(tmp_path / "none.pdf")
