"""Pictures of any kind become eight-bit RGB."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from models.reading.ocr.rgb import rgb


def test_sixteen_bits_are_scaled() -> None:
    deep = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    seen = rgb(Image.fromarray(deep))
    assert seen.shape == (16, 16, 3)
    assert seen[0, 0].tolist() == [0, 0, 0]
    assert seen[-1, -1].tolist() == [255, 255, 255]
    assert int(seen[8, 0, 0]) == pytest.approx(128, abs=1)


def test_floating_greys_are_spread() -> None:
    seen = rgb(Image.fromarray(np.array([[0.0, 0.5], [1.0, 0.25]], np.float32)))
    assert seen[:, :, 0].tolist() == [[0, 127], [255, 63]]


def test_inks_and_palettes_keep_their_colours() -> None:
    red = Image.new("RGB", (4, 4), (204, 0, 51))
    for mode in ("CMYK", "P", "RGBA"):
        assert rgb(red.convert(mode))[0, 0].tolist() == [204, 0, 51], mode


def test_bits_and_greys() -> None:
    assert rgb(Image.new("1", (3, 2), 1)).tolist() == np.full((2, 3, 3), 255).tolist()
    assert rgb(Image.new("L", (3, 2), 90)).tolist() == np.full((2, 3, 3), 90).tolist()


def test_what_is_transparent_is_paper() -> None:
    assert rgb(Image.new("RGBA", (2, 2), (0, 0, 0, 0)))[0, 0].tolist() == [255, 255, 255]
    assert rgb(Image.new("LA", (2, 2), (0, 0)))[0, 0].tolist() == [255, 255, 255]


def test_orientation_is_followed() -> None:
    picture = Image.new("RGB", (4, 2), "white")
    picture.putpixel((0, 0), (255, 0, 0))
    picture.getexif()[0x0112] = 6
    assert rgb(picture).shape == (4, 2, 3)
    assert rgb(picture)[0, 1].tolist() == [255, 0, 0]
