"""Pictures are opened, measured upright and marked unread; what is none is said to be damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from models import picture_file
from models.domain.line import SourceKind
from models.errors import DamagedFile, EmptyFile, PictureTooLarge
from models.reading.pictures import read_picture


def picture(path: Path, size: tuple[int, int] = (60, 90), orientation: int | None = None) -> Path:
    exif = Image.Exif()
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    Image.effect_noise(size, 80).convert("RGB").save(path, exif=exif)
    return path


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp", ".webp"])
def test_every_format_is_measured(tmp_path: Path, suffix: str) -> None:
    (reading,) = read_picture(picture(tmp_path / f"page{suffix}"))
    assert (reading.kind, reading.unread, reading.lines) == (SourceKind.PICTURE, True, ())
    assert (reading.width, reading.height) == (60, 90)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize(("orientation", "size"), [(3, (60, 90)), (6, (90, 60)), (8, (90, 60))])
def test_exif_orientation_turns_the_size(tmp_path: Path, suffix: str, orientation: int, size: tuple[int, int]) -> None:
    (reading,) = read_picture(picture(tmp_path / f"page{suffix}", orientation=orientation))
    assert (reading.width, reading.height) == size


def test_tiff_of_many_pages_without_its_thumbnail(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    pages = [Image.new("L", (40, 50 + i)) for i in range(3)]
    thumbnail = Image.new("L", (4, 5))
    thumbnail.encoderinfo = {"tiffinfo": {254: 1}}
    pages[0].save(path, save_all=True, append_images=[pages[1], thumbnail, pages[2]])
    assert [(reading.width, reading.height) for reading in read_picture(path)] == [(40, 50), (40, 51), (40, 52)]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp", ".webp"])
@pytest.mark.parametrize("share", [0.1, 0.8])
def test_truncated_picture_is_damaged(tmp_path: Path, suffix: str, share: float) -> None:
    path = picture(tmp_path / f"page{suffix}", (300, 300))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedFile):
        read_picture(path)


def test_a_picture_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    path.write_bytes("这不是图片".encode() * 100)
    with pytest.raises(DamagedFile):
        read_picture(path)
    path.write_bytes(b"")
    with pytest.raises(EmptyFile):
        read_picture(path)


def test_a_scan_of_140_megapixels_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    Image.new("L", (10_000, 14_000)).save(path)
    assert read_picture(path)[0].height == 14_000


def test_a_bomb_is_refused_before_decoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = picture(tmp_path / "page.png", (100, 100))
    monkeypatch.setattr(picture_file, "LIMIT", 9_999)
    with pytest.raises(PictureTooLarge) as caught:
        read_picture(path)
    assert (caught.value.pixels, caught.value.limit) == (10_000, 9_999)
