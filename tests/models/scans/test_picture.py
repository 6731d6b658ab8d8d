"""Page pictures are upright, of the wanted size, and true to the page."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from models.domain.line import SourceKind
from models.errors import DamagedFile, PasswordNeeded
from models.reading.pdf_text import read_pdf
from models.scans.picture import Picture, page_picture
from tests.typeset.pdf_pages import Text, write_pdf


def image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)


def test_pdf_page_is_rendered_to_size(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[], [Text(100, 300, "江", 200)]])
    picture = page_picture(path, SourceKind.PDF, 1, 1200)
    assert (picture.width, picture.height) == (800, 1200)
    assert image(picture).convert("L").point(lambda grey: 255 * (grey < 128)).getbbox() is not None
    assert set(page_picture(path, SourceKind.PDF, 0, 60).rgb) == {255}


def test_drawn_lines_lie_where_the_reading_says(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Text(100, 300, "江北添桥", 40)]])
    ink = image(page_picture(path, SourceKind.PDF, 0, 600)).convert("L").point(lambda grey: 255 * (grey < 200)).getbbox()
    outline = read_pdf(path)[0].lines[0].outline
    assert outline is not None
    assert ink == pytest.approx((outline.x0 * 400, outline.y0 * 600, outline.x1 * 400, outline.y1 * 600), abs=2.5)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_scan_is_scaled_and_turned_upright(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    scan = Image.new("RGB", (300, 200), "white")
    scan.paste("red", (0, 0, 60, 200))
    scan.save(path, exif=exif)
    picture = page_picture(path, SourceKind.PICTURE, 0, 150)
    assert (picture.width, picture.height) == (100, 150)
    red, _, blue = image(picture).getpixel((50, 5))  # type: ignore[misc]
    assert red > 200 > 60 > blue
    assert min(image(picture).getpixel((50, 140))) > 200  # type: ignore[arg-type]


def test_scan_never_grows_and_grey_becomes_rgb(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("L", (30, 20), 128).save(path)
    assert page_picture(path, SourceKind.PICTURE, 0, 999) == Picture(30, 20, bytes([128]) * 1800)


def test_page_of_a_tiff(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.new("L", (30, 20), 0).save(path, save_all=True, append_images=[Image.new("L", (20, 30), 255)])
    assert page_picture(path, SourceKind.PICTURE, 1, 30) == Picture(20, 30, bytes([255]) * 1800)


def test_known_errors(tmp_path: Path) -> None:
    with pytest.raises(PasswordNeeded):
        page_picture(write_pdf(tmp_path / "a.pdf", [[]], password="secret"), SourceKind.PDF, 0, 100)
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    with pytest.raises(DamagedFile):
        page_picture(tmp_path / "b.jpg", SourceKind.PICTURE, 0, 100)


def test_reading_and_rendering_at_once(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Text(20, 40, "江北添桥")]] * 8)
    results: list[int] = []

    def work() -> None:
        results.append(len(read_pdf(path)) + page_picture(path, SourceKind.PDF, 0, 300).height)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [308] * 6
