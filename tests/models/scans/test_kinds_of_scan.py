"""Every kind of picture file that scanners and programs write becomes the same plain RGB, or a known error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from models.domain.geometry import WHOLE, Rect
from models.domain.line import SourceKind
from models.errors import DamagedFile, EmptyFile
from models.reading.reader import read
from models.scans.picture import page_picture

RAMP = np.tile(np.arange(256, dtype=np.uint8), (60, 1))
"""From black at the left to white at the right."""


def rgb(path: Path, sheet: int = 0, region: Rect = WHOLE) -> NDArray[np.uint8]:
    """The page, or a part of it, full size."""
    picture = page_picture(path, SourceKind.PICTURE, sheet, 1 << 20, region)
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def grey16(path: Path) -> None:
    Image.fromarray(RAMP.astype(np.uint16) * 257).save(path)


def rgb16(path: Path) -> None:
    assert cv2.imwrite(str(path), np.dstack([RAMP.astype(np.uint16) * 257] * 3))


def grey32(path: Path) -> None:
    Image.fromarray(RAMP.astype(np.int32) * 65537).save(path)


def fractions(path: Path) -> None:
    Image.fromarray((RAMP / 255).astype(np.float32)).save(path)


def palette(path: Path) -> None:
    Image.fromarray(RAMP).convert("P", palette=Image.Palette.ADAPTIVE).save(path)


def min_is_white(path: Path) -> None:
    Image.fromarray(RAMP).save(path, tiffinfo={262: 0})


def luma(path: Path) -> None:
    Image.fromarray(RAMP).convert("YCbCr").save(path)


def jpeg_in_tiff(path: Path) -> None:
    Image.fromarray(RAMP).convert("RGB").save(path, compression="jpeg")


def plain(path: Path) -> None:
    Image.fromarray(RAMP).save(path)


@pytest.mark.parametrize(
    ("write", "suffix"),
    [
        *((plain, suffix) for suffix in (".tif", ".png", ".bmp", ".jpg")),
        *((write, suffix) for write in (grey16, rgb16) for suffix in (".tif", ".png")),
        *((palette, suffix) for suffix in (".tif", ".png", ".bmp")),
        *((write, ".tif") for write in (grey32, fractions, min_is_white, luma, jpeg_in_tiff)),
    ],
)
def test_all_show_the_same_ramp(tmp_path: Path, write: Callable[[Path], None], suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    write(path)
    found = rgb(path)
    assert found.shape == (60, 256, 3)
    assert np.abs(found.astype(int) - RAMP[:, :, None]).max() <= 3
    (reading,) = read(path)
    assert (reading.width, reading.height, reading.unread) == (256, 60, True)


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_cmyk_keeps_black_dark_and_white_white(tmp_path: Path, suffix: str) -> None:
    none = Image.fromarray(np.zeros_like(RAMP))
    Image.merge("CMYK", [none, none, none, Image.fromarray(255 - RAMP)]).save(tmp_path / f"page{suffix}")
    found = rgb(tmp_path / f"page{suffix}")
    assert found[0, 0].max() < 60
    assert found[0, 255].min() > 250
    assert (np.diff(found[0, ::16, 0].astype(int)) > 0).all()


@pytest.mark.parametrize("suffix", [".tif", ".png"])
def test_one_bit(tmp_path: Path, suffix: str) -> None:
    Image.fromarray(RAMP).convert("1", dither=Image.Dither.NONE).save(tmp_path / f"page{suffix}")
    assert rgb(tmp_path / f"page{suffix}")[0, [0, 100, 150, 255], 0].tolist() == [0, 0, 255, 255]


@pytest.mark.parametrize("suffix", [".tif", ".png", ".webp"])
def test_what_is_transparent_is_paper(tmp_path: Path, suffix: str) -> None:
    black = np.zeros_like(RAMP)
    image = Image.fromarray(np.dstack([black, black, black, RAMP]))
    image.save(tmp_path / f"page{suffix}", lossless=True)
    assert rgb(tmp_path / f"page{suffix}")[0, [0, 255], 0].tolist() == [255, 0]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
@pytest.mark.parametrize(("orientation", "corner"), [(3, (59, 255)), (6, (0, 0)), (8, (255, 0))])
def test_turned_pictures_stand_upright(tmp_path: Path, suffix: str, orientation: int, corner: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    Image.fromarray(RAMP).save(tmp_path / f"page{suffix}", exif=exif)
    found = rgb(tmp_path / f"page{suffix}")
    assert found.shape[:2] == ((60, 256) if orientation == 3 else (256, 60))
    assert found[corner].max() < 10
    (reading,) = read(tmp_path / f"page{suffix}")
    assert (reading.height, reading.width) == found.shape[:2]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_a_strip_of_33_000_pixels_and_a_part_of_it(tmp_path: Path, suffix: str) -> None:
    strip = np.full((300, 33_000), 200, np.uint8)
    strip[:, 30_000:] = 90
    Image.fromarray(strip).save(tmp_path / f"strip{suffix}")
    found = rgb(tmp_path / f"strip{suffix}")
    assert found.shape == (300, 33_000, 3)
    assert found[150, [100, 32_900], 0].tolist() == [200, 90]
    assert rgb(tmp_path / f"strip{suffix}", region=Rect(0.92, 0, 1, 0.5)).shape == (150, 2640, 3)


def test_pages_of_a_tiff_of_many_kinds(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    Image.fromarray(RAMP).convert("1").save(
        path, save_all=True, append_images=[Image.fromarray(RAMP).convert("RGB"), Image.fromarray(RAMP[:30])]
    )
    assert [rgb(path, sheet).shape[0] for sheet in range(3)] == [60, 60, 30]
    assert len(read(path)) == 3


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp", ".webp"])
def test_damaged_and_empty_files(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    Image.effect_noise((300, 300), 80).convert("RGB").save(path)
    path.write_bytes(path.read_bytes()[:3000])
    # libvips shows what is left of a cut TIFF; the reader has refused it by then.
    for ask in (read,) if suffix == ".tif" else (read, rgb):
        with pytest.raises(DamagedFile):
            ask(path)
    path.write_bytes(b"")
    for ask in (read, rgb):
        with pytest.raises(EmptyFile):
            ask(path)
