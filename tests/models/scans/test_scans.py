"""Parts of pages at any scale, levels in the cache, and what becomes of them when the cache or the disk goes wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import ExifTags, Image

from models.domain.geometry import WHOLE, Rect
from models.domain.line import SourceKind
from models.domain.page import Source
from models.errors import DamagedFile, DiskFull
from models.job import Cancelled, Quiet
from models.scans import parts, pyramid
from models.scans.cut import Box
from models.scans.picture import Picture
from models.scans.scans import Scans
from models.scans.shelf import Shelf
from tests.typeset.pdf_pages import Text, write_pdf


class Stopped(Quiet):
    def checkpoint(self) -> None:
        raise Cancelled


class Room(NamedTuple):
    """As shutil.disk_usage tells it."""

    total: int
    used: int
    free: int


@pytest.fixture
def scans(tmp_path: Path) -> Scans:
    return Scans(Shelf(tmp_path / "shelf"), tmp_path / "cache")


@pytest.fixture
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scans of a thousand pixels have levels."""
    monkeypatch.setattr("models.scans.scans.HELD", 1000)
    monkeypatch.setattr(parts, "HELD", 1_000_000)


def shelved(tmp_path: Path, image: Image.Image, suffix: str = ".png", region: Rect = WHOLE, **given: object) -> Source:
    path = tmp_path / f"scan{suffix}"
    image.save(path, **given)  # type: ignore[arg-type]
    size = image.width * region.width, image.height * region.height
    return Source(Shelf(tmp_path / "shelf").put(path), path.name, SourceKind.PICTURE, 0, *size, region)


def ramp(width: int, height: int) -> Image.Image:
    """Grows brighter to the right, and redder downwards."""
    across = np.broadcast_to(np.linspace(0, 255, width), (height, width))
    down = np.broadcast_to(np.linspace(0, 255, height)[:, None], (height, width))
    return Image.fromarray(np.stack([down, across, across], axis=2).astype(np.uint8))


def pixels(picture: Picture) -> NDArray[np.int16]:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3).astype(np.int16)


def is_near(picture: Picture, wanted: Image.Image, most: float = 4.0) -> bool:
    """By the mean difference of all bytes."""
    return float(np.abs(pixels(picture) - np.asarray(wanted.convert("RGB"), np.int16)).mean()) < most


def test_parts_of_a_small_scan_come_at_all_scales(tmp_path: Path, scans: Scans) -> None:
    image = ramp(700, 900)
    source = shelved(tmp_path, image)
    assert not scans.is_large(source)
    whole = scans.part(source, 0, 1.0, Box(512, 512, 512, 512))
    assert (whole.width, whole.height) == (188, 388)
    assert is_near(whole, image.crop((512, 512, 700, 900)), 0.01)
    half = scans.part(source, 0, 0.5, Box(0, 0, 512, 512))
    assert is_near(half, image.resize((350, 450)))


@pytest.mark.usefixtures("_all_are_large")
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_levels_are_made_and_read(tmp_path: Path, scans: Scans, turn: int) -> None:
    image = ramp(1400, 1100)
    source = shelved(tmp_path, image, region=Rect(0.5, 0, 1, 1))
    assert scans.is_large(source)
    scans.make_levels(source, Quiet())
    page = image.crop((700, 0, 1400, 1100)).rotate(-turn, expand=True)
    wanted = page.crop((128, 64, 384, 192))
    assert is_near(scans.part(source, turn, 1.0, Box(128, 64, 256, 128)), wanted)
    assert is_near(scans.part(source, turn, 0.5, Box(64, 32, 128, 64)), wanted.resize((128, 64)))


@pytest.mark.usefixtures("_all_are_large")
def test_levels_are_made_once(tmp_path: Path, scans: Scans) -> None:
    source = shelved(tmp_path, ramp(900, 700))
    scans.make_levels(source, Quiet())
    (kept,) = (tmp_path / "cache").iterdir()
    made = kept.stat().st_ino
    Scans(Shelf(tmp_path / "shelf"), tmp_path / "cache").make_levels(source, Quiet())
    assert kept.stat().st_ino == made


@pytest.mark.usefixtures("_all_are_large")
@pytest.mark.parametrize("damage", ["empty", "cut", "another"])
def test_damaged_levels_are_made_again(tmp_path: Path, scans: Scans, damage: str) -> None:
    image = ramp(1200, 1000)
    source = shelved(tmp_path, image)
    scans.make_levels(source, Quiet())
    (kept,) = (tmp_path / "cache").iterdir()
    if damage == "another":
        Image.new("RGB", (30, 20)).save(kept)
    else:
        kept.write_bytes(kept.read_bytes()[: 0 if damage == "empty" else kept.stat().st_size // 2])
    scans = Scans(Shelf(tmp_path / "shelf"), tmp_path / "cache")
    scans.make_levels(source, Quiet())
    assert is_near(scans.part(source, 0, 1.0, Box(512, 512, 512, 512)), image.crop((512, 512, 1024, 1000)))


@pytest.mark.usefixtures("_all_are_large")
def test_damage_in_the_middle_of_the_levels_is_met_once(tmp_path: Path, scans: Scans) -> None:
    image = Image.effect_noise((1500, 1500), 80)
    source = shelved(tmp_path, image)
    scans.make_levels(source, Quiet())
    (kept,) = (tmp_path / "cache").iterdir()
    bytes_ = bytearray(kept.read_bytes())
    bytes_[1000:400_000] = bytes(399_000)
    kept.write_bytes(bytes_)
    with pytest.raises(DamagedFile):
        scans.part(source, 0, 1.0, Box(0, 0, 512, 512))
    assert not kept.exists()
    scans.make_levels(source, Quiet())
    assert is_near(scans.part(source, 0, 1.0, Box(0, 0, 512, 512)), image.crop((0, 0, 512, 512)), 12)


@pytest.mark.usefixtures("_all_are_large")
def test_without_room_for_levels_parts_come_from_the_scan(
    tmp_path: Path, scans: Scans, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = ramp(3000, 2000)
    source = shelved(tmp_path, image)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Room(10, 10, 0))
    with pytest.raises(DiskFull):
        scans.make_levels(source, Quiet())
    assert list((tmp_path / "cache").iterdir()) == []
    part = scans.part(source, 0, 1.0, Box(1024, 1024, 512, 512))
    assert is_near(part, image.crop((1024, 1024, 1536, 1536)))


@pytest.mark.usefixtures("_all_are_large")
def test_making_levels_can_be_stopped_and_leaves_nothing(tmp_path: Path, scans: Scans) -> None:
    source = shelved(tmp_path, ramp(1200, 1000))
    with pytest.raises(Cancelled):
        scans.make_levels(source, Stopped())
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.usefixtures("_all_are_large")
def test_the_cache_keeps_to_its_quota(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    quota = round(2 * pyramid._BYTES * 400 * 300)
    found = pyramid.Pyramids(cache, quota)
    for number in range(5):
        path = tmp_path / f"{number}.png"
        Image.effect_noise((400, 300), 80).save(path)
        found.build(path, str(number), 0, Quiet())
    kept = sorted(file.name for file in cache.iterdir())
    assert kept[-1] == "4-0.tif"
    assert 1 < len(kept) < 5
    assert sum(file.stat().st_size for file in cache.iterdir()) <= quota


def kinds() -> dict[str, Image.Image]:
    grey = ramp(1300, 900).convert("L")
    deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    return {
        "deep.png": deep,
        "deep.tif": deep,
        "ink.tif": ramp(1300, 900).convert("CMYK"),
        "ink.jpg": ramp(1300, 900).convert("CMYK"),
        "palette.png": grey.quantize(64),
        "palette.tif": grey.quantize(64),
        "bits.tif": grey.point(lambda value: 255 * (value > 127)).convert("1"),
        "glass.png": grey.convert("LA"),
        "wide.bmp": ramp(1300, 900),
        "wide.webp": ramp(1300, 900),
    }


@pytest.mark.usefixtures("_all_are_large")
@pytest.mark.parametrize("name", kinds())
def test_every_kind_of_picture_has_its_colours_whole_and_in_parts(tmp_path: Path, scans: Scans, name: str) -> None:
    image = kinds()[name]
    source = shelved(tmp_path, image, Path(name).suffix)
    wanted = Image.fromarray((np.asarray(image) // 257).astype(np.uint8)) if name.startswith("deep") else image.convert("RGB")
    allowed = 40 if name.startswith("ink") else 6
    picture = scans.picture(source, 650)
    assert (picture.width, picture.height) == (650, 450)
    assert is_near(picture, wanted.resize((650, 450)), allowed)
    scans.make_levels(source, Quiet())
    assert is_near(scans.part(source, 0, 1.0, Box(512, 0, 512, 512)), wanted.crop((512, 0, 1024, 512)), allowed)


@pytest.mark.usefixtures("_all_are_large")
@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".png"])
def test_levels_of_a_turned_scan_are_upright(tmp_path: Path, scans: Scans, suffix: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    image = ramp(1200, 800)
    source = shelved(tmp_path, image, suffix, exif=exif)
    scans.make_levels(source, Quiet())
    upright = image.rotate(-90, expand=True)
    assert is_near(scans.part(source, 0, 1.0, Box(256, 640, 256, 256)), upright.crop((256, 640, 512, 896)))


@pytest.mark.usefixtures("_all_are_large")
def test_a_picture_of_33_000_pixels_is_seen_whole_and_in_parts(tmp_path: Path, scans: Scans) -> None:
    image = Image.new("L", (33_000, 400), 255)
    image.paste(0, (32_900, 0, 33_000, 400))
    source = shelved(tmp_path, image, ".tif", compression="tiff_lzw")
    picture = scans.picture(source, 1000)
    assert (picture.width, picture.height) == (1000, 12)
    assert pixels(picture)[6, [0, -1], 0].tolist() == pytest.approx([255, 0], abs=3)
    scans.make_levels(source, Quiet())
    assert pixels(scans.part(source, 0, 1.0, Box(32_768, 0, 512, 512)))[200, [0, -1], 0].tolist() == [255, 0]


@pytest.mark.usefixtures("_all_are_large")
def test_each_page_of_a_tiff_has_its_own_levels(tmp_path: Path, scans: Scans) -> None:
    path = tmp_path / "two.tif"
    Image.new("L", (900, 700), 0).save(path, save_all=True, append_images=[Image.new("L", (700, 900), 255)])
    sha256 = Shelf(tmp_path / "shelf").put(path)
    for sheet, size, shade in ((0, (900, 700), 0), (1, (700, 900), 255)):
        source = Source(sha256, "two.tif", SourceKind.PICTURE, sheet, *size)
        scans.make_levels(source, Quiet())
        assert set(scans.part(source, 0, 1.0, Box(0, 0, 64, 64)).rgb) == {shade}


def test_a_scan_cut_short_is_damaged(tmp_path: Path, scans: Scans) -> None:
    path = tmp_path / "cut.jpg"
    Image.effect_noise((1000, 1000), 80).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    source = Source(Shelf(tmp_path / "shelf").put(path), "cut.jpg", SourceKind.PICTURE, 0, 1000, 1000)
    with pytest.raises(DamagedFile):
        scans.picture(source, 500)
    with pytest.raises(DamagedFile):
        scans.part(source, 0, 1.0, Box(0, 0, 512, 512))


def test_parts_of_a_pdf_are_sharp_at_any_scale(tmp_path: Path, scans: Scans) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Text(100, 300, "江", 40)]])
    source = Source(Shelf(tmp_path / "shelf").put(path), "a.pdf", SourceKind.PDF, 0, 400, 600)
    at_once = pixels(scans.picture(source, 6000))
    for turn in (0, 90, 180, 270):
        upright = np.rot90(at_once, -turn // 90)
        part = pixels(scans.part(source, turn, 10.0, Box(900, 2400, 1200, 800)))
        assert np.array_equal(part, upright[2400:3200, 900:2100])


def test_a_strip_shows_what_stands_in_a_part_of_the_page(tmp_path: Path, scans: Scans) -> None:
    image = ramp(4000, 3000)
    source = shelved(tmp_path, image, ".jpg")
    strip = scans.strip(source, Rect(0.25, 0.5, 0.75, 0.6), 600)
    assert (strip.width, strip.height) == (1000, 150)
    assert is_near(strip, image.crop((1000, 1500, 3000, 1800)).resize((1000, 150)))
    turned = scans.strip(source, Rect(0.25, 0.5, 0.75, 0.6), 600, turn=90)
    assert (turned.width, turned.height) == (150, 1000)
    path = write_pdf(tmp_path / "a.pdf", [[Text(100, 300, "江", 40)]])
    page = Source(Shelf(tmp_path / "shelf").put(path), "a.pdf", SourceKind.PDF, 0, 400, 600)
    drawn = scans.strip(page, Rect(0.25, 0.4, 0.5, 0.6), 600)
    assert (drawn.width, drawn.height) == (500, 600)
    assert pixels(drawn).min() < 60


def test_closed_scans_keep_no_file_open(tmp_path: Path, scans: Scans) -> None:
    path = write_pdf(tmp_path / "page.pdf", [[Text(40, 40, "水渠通水", 20)]])
    source = Source(Shelf(tmp_path / "shelf").put(path), path.name, SourceKind.PDF, 0, 400.0, 600.0)
    scans.part(source, 0, 1.0, Box(0, 0, 64, 64))
    (page,) = (part._page for part in scans._open.values() if isinstance(part, parts.DrawnParts))
    scans.close()
    assert page._document.raw is None
