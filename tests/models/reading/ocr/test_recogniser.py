"""The recogniser itself on small pages: what print on newspapers does, it must bear."""

from __future__ import annotations

import logging
import socket
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest

from models.domain.geometry import Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.reading.ocr import READER
from models.reading.ocr.recogniser import Recogniser
from tests.models.reading.ocr.conftest import Draw, Drawing, Picture

BODY = (
    "清晨的渡口雾气还没有散尽，",
    "摆渡的老何已经把缆绳理好，",
    "船上装着给对岸学校的新书。",
    "他说这条水路走了三十一年，",
    "从没有误过一次开学的日子。",
    "孩子们在岸边排队等着搬书，",
    "校长数了两遍，一本也不少。",
    "午后水位上涨，渡船停半天。",
)


def _body(page: Drawing, x: float, y: float, size: int) -> None:
    for number, text in enumerate(BODY):
        page.write(x, y + number * size * 1.5, text, size)


@pytest.fixture
def paper(draw: Draw) -> Drawing:
    """A headline, a label in white on colour, a headline from top to bottom, and two columns with a gutter of 12 pixels."""
    page = draw(560, 480)
    page.write(20, 16, "渡口来了新书", 68)
    page.pen.rectangle((20, 104, 190, 134), fill=(170, 20, 30))
    page.write(28, 108, "水乡见闻录", 22, "white")
    for column in range(2):
        _body(page, 20 + column * 220, 160, 16)
    page.write_down(490, 110, "一船新书过江来", 36)
    return page


def _texts(reading: Reading) -> list[str]:
    return ["".join(line.text.split()) for line in reading.lines]


def _line(reading: Reading, text: str) -> Line:
    return next(line for line in reading.lines if text in line.text)


def _outline(line: Line) -> Rect:
    assert line.outline is not None
    return line.outline


def test_a_page_is_read(paper: Drawing, recogniser: Recogniser) -> None:
    told: list[tuple[int, int]] = []
    reading = recogniser.read(paper.pixels, lambda done, total: told.append((done, total)))
    texts = _texts(reading)
    assert (reading.kind, reading.regime, reading.reader) == (SourceKind.PICTURE, Regime.WRAPPED, READER)
    assert (reading.width, reading.height, reading.view.turn, reading.view.skew) == (560, 480, 0, 0.0)
    assert [line.number for line in reading.lines] == list(range(1, len(texts) + 1))
    assert sorted(texts) == sorted(["渡口来了新书", "水乡见闻录", "一船新书过江来", *BODY, *BODY])
    assert [text for text in texts if text in BODY] == [*BODY, *BODY]
    assert told[-1][0] == told[-1][1] > 0
    down = _line(reading, "一船新书过江来")
    assert down.vertical
    assert _outline(down).centre[0] == pytest.approx(508 / 560, abs=0.01)
    assert not _line(reading, BODY[0]).vertical
    assert (_line(reading, "渡口来了").glyph_height or 0) > 3 * (_line(reading, BODY[0]).glyph_height or 1)
    label = _outline(_line(reading, "水乡见闻录"))
    assert (label.centre[0] * 560, label.centre[1] * 480) == pytest.approx((84, 120), abs=5)


def test_print_of_eight_pixels_is_found(draw: Draw, recogniser: Recogniser) -> None:
    page = draw(1000, 200)
    for column in range(8):
        _body(page, 20 + column * 122, 30, 8)
    texts = _texts(recogniser.read(page.pixels))
    assert len(texts) == 64
    alike = [SequenceMatcher(None, text, BODY[place % 8]).ratio() for place, text in enumerate(texts)]
    assert min(alike) > 0.7
    assert sum(alike) / 64 > 0.95


@pytest.mark.parametrize(("turn", "slope"), [(90, 0.0), (180, 0.0), (0, 3.0)])
def test_a_page_that_lies_wrong_is_read_as_it_should_stand(
    paper: Drawing, recogniser: Recogniser, turn: int, slope: float
) -> None:
    image = paper.image.rotate(-slope, expand=False, fillcolor=(250, 250, 246)) if slope else paper.image
    lies: Picture = np.ascontiguousarray(np.rot90(np.asarray(image, np.uint8), turn // 90))
    reading = recogniser.read(lies)
    assert reading.view.turn == turn
    assert reading.view.skew == pytest.approx(slope, abs=0.3)
    texts = _texts(reading)
    assert sum(text in BODY for text in texts) >= 14
    assert "渡口来了新书" in texts
    height, width = lies.shape[:2]
    level = reading.view.straight(_outline(_line(reading, "渡口来了新书")), width, height)
    assert level.height < 0.25
    assert level.x0 * 560 == pytest.approx(20, abs=12)
    assert level.y0 * 480 == pytest.approx(20, abs=16)
    assert (_line(reading, "渡口来了新书").glyph_height or 0) * height == pytest.approx(64, abs=8)


def test_columns_of_upright_characters_are_read_from_the_right(draw: Draw, recogniser: Recogniser) -> None:
    page = draw(400, 420)
    for number, text in enumerate(BODY):
        page.write_down(360 - number * 40, 40, text, 24)
    reading = recogniser.read(page.pixels)
    assert reading.view.turn == 0
    assert all(line.vertical for line in reading.lines)
    bare = [text.translate({ord(mark): None for mark in "，。"}) for text in _texts(reading)]
    assert bare == [text.translate({ord(mark): None for mark in "，。"}) for text in BODY]


def test_a_part_is_read_again(paper: Drawing, recogniser: Recogniser) -> None:
    lines = recogniser.read_region(paper.pixels, Rect(0.0, 0.31, 0.41, 1.0))
    assert [line.text for line in lines] == list(BODY)
    assert all(_outline(line).y0 > 0.31 and _outline(line).x1 < 0.42 for line in lines)
    assert (_outline(lines[0]).x0 * 560, _outline(lines[0]).centre[1] * 480) == pytest.approx((20, 169), abs=5)
    assert (lines[0].glyph_height or 0) * 480 == pytest.approx(15, abs=3)
    assert recogniser.read_region(paper.pixels, Rect(0.5, 0.22, 0.8, 0.3)) == ()


def test_a_bare_sheet_says_nothing(recogniser: Recogniser) -> None:
    assert recogniser.read(np.full((300, 200, 3), 240, np.uint8)).lines == ()
    assert recogniser.read(np.full((1, 1, 3), 240, np.uint8)).lines == ()


def test_nothing_is_fetched_written_or_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], draw: Draw
) -> None:
    import rapidocr

    package = Path(rapidocr.__file__).parent
    before = sorted(path for path in package.rglob("*") if path.suffix != ".pyc" and path.name != "__pycache__")

    def refused(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    page = draw(300, 60)
    page.write(20, 10, BODY[0], 20)
    assert _texts(Recogniser(1).read(page.pixels)) == [BODY[0]]
    assert sorted(path for path in package.rglob("*") if path.suffix != ".pyc" and path.name != "__pycache__") == before
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("RapidOCR").level >= logging.CRITICAL


def test_the_reader_bears_the_version_of_its_networks() -> None:
    from importlib.metadata import version

    assert READER.startswith(f"rapidocr {version('rapidocr')}/")
