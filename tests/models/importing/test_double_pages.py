"""Double pages of a PDF with a text layer: imported as two pages, shown as halves, and read again as the half they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from models.archive import Archive
from models.child_process import Report
from models.domain.geometry import WHOLE, Rect
from models.domain.line import Line, Reading, Regime, SourceKind
from models.domain.page import Page, PageState
from models.importing.recognisers import Recognisers
from models.importing.recognising import Pixels
from models.importing.rereading import Reader
from models.job import Quiet
from models.reading.pdf_text import TEXT_LAYER
from models.scans.picture import Picture
from tests.models.importing.scribe import READER, Scribe
from tests.typeset.double_page import double_page
from tests.typeset.pages import page
from tests.typeset.pdf import write_pdf
from tests.typeset.style import Style

WIDTH, HEIGHT, MARGIN = 1000, 700, 40
RED, BLUE = (0.9, 0.0, 0.0), (0.0, 0.0, 0.9)
LEFT = ["江北市今年新修了三座步行桥", "市民出门不必再绕远路", "三座桥全部由本地工匠设计"]
RIGHT = ["城南书院昨日重新开放", "院中古柏已有三百余年", "每逢周末设有免费讲座"]


class Witness(Scribe):
    """Says which colours it sees in a page, and where in it."""

    def read(self, image: Pixels, report: Report) -> Reading:
        report(1, 1)
        height, width = image.shape[:2]
        places = {"红": _place(image, 0), "蓝": _place(image, 2)}
        seen = [Line(number, text, place, 0.02) for number, (text, place) in enumerate(places.items(), 1) if place]
        return Reading(tuple(seen), SourceKind.PICTURE, Regime.WRAPPED, width, height, reader=READER)


def _place(image: Pixels, channel: int) -> Rect | None:
    """Round what is of the colour of that channel, in parts of the picture."""
    others = [other for other in range(3) if other != channel]
    rows, columns = np.nonzero((image[..., channel] > 180) & (image[..., others].max(axis=2) < 120))
    height, width = image.shape[:2]
    if not len(rows):
        return None
    return Rect(*map(float, (columns.min() / width, rows.min() / height, columns.max() / width, rows.max() / height)))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path / "archive", recognisers=Recognisers(READER, partial(Witness, tmp_path / "log"), processes=1))
    yield archive
    archive.close()


def sheet(path: Path, right: list[str] = RIGHT, picture: Image.Image | None = None) -> Path:
    """A double page: red text on the left, blue text or a picture on the right."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    if picture is not None:
        canvas.drawImage(ImageReader(picture), WIDTH / 2 + 30, 30, WIDTH / 2 - 60, HEIGHT - 60)
    for x, colour, lines in ((MARGIN, RED, LEFT), (WIDTH / 2 + MARGIN, BLUE, right)):
        canvas.setFillColorRGB(*colour)
        for number, line in enumerate(lines * 6):
            canvas.setFont("STSong-Light", 20)
            canvas.drawString(x, HEIGHT - 100 - 30 * number, line)
    canvas.showPage()
    canvas.save()
    return path


def filed(archive: Archive, path: Path, *, split: bool = True) -> list[Page]:
    report = archive.import_files([path], Quiet(), split)
    assert (report.failed, report.broken) == ([], [])
    return [archive.page(page_id) for page_id in report.pages]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def pixels(picture: Picture) -> Pixels:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def test_both_halves_become_pages_with_the_lines_of_the_single_ones(tmp_path: Path, archive: Archive) -> None:
    style = Style(margin=0.03, columns=5)
    pages = [page(seed, style=style) for seed in (40, 41)]
    both = filed(archive, write_pdf(double_page(*pages), tmp_path / "both.pdf"))
    alone = [filed(archive, write_pdf(each, tmp_path / f"{each.folio}.pdf"))[0] for each in pages]
    assert [texts(half) for half in both] == [texts(single) for single in alone]
    assert [half.source.width for half in both] == pytest.approx([style.width] * 2, rel=0.005)
    assert [half.source.region.x0 for half in both] == [0.0, pytest.approx(0.5, abs=0.002)]
    assert [half.reading.reader for half in both] == [TEXT_LAYER] * 2
    assert [len(half.articles) for half in both] == pytest.approx([len(single.articles) for single in alone], abs=2)


def test_unasked_it_stays_one_page(tmp_path: Path, archive: Archive) -> None:
    (whole,) = filed(archive, sheet(tmp_path / "a.pdf"), split=False)
    assert whole.source.region == WHOLE
    assert sorted(texts(whole)) == sorted((*LEFT * 6, *RIGHT * 6))


def test_each_page_has_the_picture_of_its_half(tmp_path: Path, archive: Archive) -> None:
    left, right = filed(archive, sheet(tmp_path / "a.pdf"))
    for half, channel, other in ((left, 0, 2), (right, 2, 0)):
        shown = archive.picture(half.source, 700)
        image = pixels(shown)
        assert shown.width / shown.height == pytest.approx(WIDTH / 2 / HEIGHT, abs=0.01)
        assert _place(image, other) is None
        printed = _place(image, channel)
        assert printed is not None
        outlines = [line.outline for line in half.lines if line.outline is not None]
        assert printed.x0 == pytest.approx(min(outline.x0 for outline in outlines), abs=0.01)
        assert printed.y0 == pytest.approx(min(outline.y0 for outline in outlines), abs=0.01)
        assert printed.x1 == pytest.approx(max(outline.x1 for outline in outlines), abs=0.01)
        strip = pixels(archive.strip(half.source, outlines[0], 400))
        assert _place(strip, channel) is not None
        assert _place(strip, other) is None


@pytest.mark.parametrize(("side", "colour", "lines"), [(0, "红", LEFT), (1, "蓝", RIGHT)])
def test_a_half_that_is_read_again_is_that_half(
    tmp_path: Path, archive: Archive, side: int, colour: str, lines: list[str]
) -> None:
    half = filed(archive, sheet(tmp_path / "a.pdf"))[side]
    outlines = [line.outline for line in half.lines]
    archive.take_reading(half.id, archive.read_again(half, Reader.RECOGNISER, Quiet()), replace=True)
    recognised = archive.page(half.id)
    assert (texts(recognised), recognised.source) == ([colour], half.source)
    archive.take_reading(half.id, archive.read_again(recognised, Reader.TEXT_LAYER, Quiet()), replace=True)
    again = archive.page(half.id)
    assert (texts(again), again.source) == (lines * 6, half.source)
    assert [line.outline for line in again.lines] == outlines


def test_a_half_that_is_a_scan_is_recognised(tmp_path: Path, archive: Archive) -> None:
    picture = Image.new("RGB", (440, 640), "white")
    picture.paste((0, 0, 230), (40, 100, 400, 500))
    left, right = filed(archive, sheet(tmp_path / "a.pdf", [], picture))
    assert (left.reading.reader, texts(left)) == (TEXT_LAYER, LEFT * 6)
    assert (right.reading.reader, texts(right)) == (READER, ["蓝"])


def test_a_half_that_can_not_be_recognised_takes_nothing_from_the_other(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.importing.recognisers.read_page", _failing)
    path = sheet(tmp_path / "a.pdf", [], Image.new("RGB", (440, 640), "navy"))
    report = archive.import_files([path], Quiet(), True)
    left, right = (archive.page(page_id) for page_id in report.pages)
    assert (left.state, right.state) == (PageState.OPEN, PageState.UNREAD)
    assert (texts(left), right.source.region.x1) == (LEFT * 6, 1.0)
    assert len(report.broken) == 1


def _failing(*_asked: object) -> Reading:
    raise ZeroDivisionError
