"""Drawn pages: text where it is wanted, in a Chinese font of the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from models.reading.ocr.recogniser import Recogniser

Picture = NDArray[np.uint8]
_FONTS = ("wqy-microhei.ttc", "wqy-zenhei.ttc", "NotoSansCJK-Regular.ttc", "msyh.ttc", "simhei.ttf", "PingFang.ttc")
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "C:/Windows/Fonts")


class Drawing:
    """A page of paper-white pixels to write on."""

    def __init__(self, font: Path, width: int, height: int) -> None:
        self._font = font
        self.image = Image.new("RGB", (width, height), (250, 250, 246))
        self.pen = ImageDraw.Draw(self.image)

    def write(self, x: float, y: float, text: str, size: int, ink: str = "black") -> None:
        self.pen.text((x, y), text, font=ImageFont.truetype(self._font, size), fill=ink)

    def write_down(self, x: float, y: float, text: str, size: int) -> None:
        for place, char in enumerate(text):
            self.write(x, y + place * size * 1.1, char, size)

    @property
    def pixels(self) -> Picture:
        return np.asarray(self.image, np.uint8)


Draw = Callable[[int, int], Drawing]


@pytest.fixture(scope="session")
def font() -> Path:
    there = {path.name: path for folder in _FOLDERS for path in Path(folder).rglob("*.tt[cf]")}
    found = next((there[name] for name in _FONTS if name in there), None)
    if found is None:
        pytest.skip("no Chinese font on this system")
    return found


@pytest.fixture
def draw(font: Path) -> Draw:
    return lambda width, height: Drawing(font, width, height)


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return Recogniser(2)
