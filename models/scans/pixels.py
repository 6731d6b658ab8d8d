"""The one door to libvips: scans decoded in parts and in passing, never whole in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import Image

from models import picture_file
from models.errors import DamagedFile
from models.job import Cancelled, Job
from models.scans.cut import Box

Pixels = Any
"""A pyvips.Image: a recipe, whose pixels are made when they are asked for."""

_LOADERS = {"JPEG": "jpegload", "MPO": "jpegload", "PNG": "pngload", "TIFF": "tiffload", "WEBP": "webpload"}

_RARE = ("YCbCr", "LAB", "I", "F")
"""Pillow's names of what libvips shows in wrong colours: TIFFs of bare YCbCr or Lab, of 32-bit numbers and of fractions."""

_WHITE = 255.0

# What was read is kept by those who need it again; libvips would keep the last hundred recipes and their files open.
pyvips.cache_set_max(0)


@contextmanager
def damages(path: Path) -> Iterator[None]:
    """Raises DamagedFile where libvips can not read `path`; pixels are read when they are asked for, so ask inside."""
    try:
        yield
    except pyvips.Error as error:
        raise DamagedFile(path) from error


def in_passing(path: Path, sheet: int, at_least: int = 0) -> Pixels:
    """The page `sheet` of a picture file as it lies, to be read once from top to bottom.

    A JPEG is decoded at 1/2, 1/4 or 1/8 where its longer side stays `at_least` pixels long (0: the whole).
    Raises what `picture_file.opened` raises.
    """
    return _opened(path, sheet, at_least, "sequential")


def upright(path: Path, sheet: int) -> Pixels:
    """The whole page, turned as the file says, to be read once; one that has to be turned may fill a temporary file."""
    scan = in_passing(path, sheet)
    if _is_turned(scan):
        scan = _opened(path, sheet, 0, "random").autorot()
    return plain(scan)


def _opened(path: Path, sheet: int, at_least: int, access: str) -> Pixels:
    with picture_file.opened(path) as picture:
        frame = picture_file.pages(picture)[sheet]
        picture_file.show_page(path, picture, frame)
        given: dict[str, Any] = {"access": access, "fail_on": "truncated"}
        if picture.format not in _LOADERS or picture.mode in _RARE:
            return of_array(_eight_bits(picture))
        if picture.format == "TIFF":
            given["page"] = frame
        if _LOADERS[picture.format] == "jpegload" and at_least:
            given["shrink"] = _shrink(picture, at_least)
        with damages(path):
            return pyvips.Operation.call(_LOADERS[picture.format], str(path), **given)


def _eight_bits(picture: Image.Image) -> NDArray[np.uint8]:
    """RGB as Pillow has it; numbers without a known white reach it where they are largest."""
    if picture.mode not in ("I", "F"):
        return np.asarray(picture.convert("RGB"))
    levels = np.asarray(picture, np.float64)
    grey = np.clip(levels * (255 / max(levels.max(initial=0.0), 1e-9)), 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def _shrink(picture: Image.Image, at_least: int) -> int:
    return next((shrink for shrink in (8, 4, 2) if max(picture.size) // shrink >= at_least), 1)


def size(path: Path, sheet: int) -> tuple[int, int]:
    """Width and height in pixels of a page of a picture file, upright."""
    with picture_file.opened(path) as picture:
        picture_file.show_page(path, picture, picture_file.pages(picture)[sheet])
        return picture_file.shown_size(picture)


def of_array(array: NDArray[np.uint8]) -> Pixels:
    """Of shape (height, width, 3), RGB."""
    return pyvips.Image.new_from_array(array, interpretation="srgb")


def reduced(pixels: Pixels, longest_side: int) -> Pixels:
    """Upright, and no longer than that."""
    small = plain(pixels.thumbnail_image(longest_side, height=longest_side, size="down", no_rotate=True))
    # What is read in passing can not be turned.
    return small.copy_memory().autorot() if _is_turned(small) else small


def _is_turned(pixels: Pixels) -> bool:
    return bool(pixels.get_typeof("orientation")) and pixels.get("orientation") > 1


def part(pixels: Pixels, box: Box, turn: int) -> Pixels:
    """What of `box` lies in the picture, turned by `turn` degrees clockwise."""
    inside = box.within(pixels.width, pixels.height)
    return turned(pixels.crop(inside.left, inside.top, inside.width, inside.height), turn)


def turned(pixels: Pixels, turn: int) -> Pixels:
    return pixels if not turn else pixels.copy_memory().rot(f"d{turn}")


def fitted(pixels: Pixels, width: int, height: int) -> Pixels:
    """Of exactly that size."""
    if (pixels.width, pixels.height) == (width, height):
        return pixels
    return pixels.resize(width / pixels.width, vscale=height / pixels.height)


def plain(pixels: Pixels) -> Pixels:
    """Eight bits of grey or sRGB, without transparency, whatever the file holds."""
    if pixels.interpretation == "multiband":
        pixels = pixels.extract_band(0).copy(interpretation="b-w")
    if pixels.interpretation not in ("srgb", "b-w"):
        pixels = pixels.colourspace("srgb")
    if pixels.hasalpha():
        pixels = pixels.flatten(background=[_WHITE])
    return pixels if pixels.format == "uchar" else pixels.cast("uchar")


def rgb(pixels: Pixels) -> tuple[int, int, bytes]:
    """Width, height, and the rows of three bytes a pixel; here the pixels are made."""
    pixels = plain(pixels)
    if pixels.bands == 1:
        pixels = pixels.colourspace("srgb")
    return pixels.width, pixels.height, bytes(pixels.write_to_memory())


def write_levels(pixels: Pixels, path: Path, tile: int, quality: int, job: Job) -> None:
    """A TIFF of JPEG tiles, `tile` pixels wide and high, and of its halves until one tile holds all.

    Raises Cancelled, and pyvips.Error for what can not be read or written.
    """

    def on_eval(working: Pixels, _progress: object) -> None:
        try:
            job.checkpoint()
        except Cancelled:
            working.set_kill(True)

    pixels.set_progress(True)
    pixels.signal_connect("eval", on_eval)
    sides = {"tile_width": tile, "tile_height": tile}
    try:
        pixels.tiffsave(str(path), tile=True, **sides, pyramid=True, bigtiff=True, compression="jpeg", Q=quality)
    finally:
        job.checkpoint()


def levels(path: Path) -> list[Pixels]:
    """What `write_levels` wrote, the largest first, to be read tile by tile."""
    first = pyvips.Image.tiffload(str(path))
    count = first.get("n-pages") if first.get_typeof("n-pages") else 1
    return [pyvips.Image.tiffload(str(path), page=page) for page in range(count)]
