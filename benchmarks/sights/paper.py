"""A page like a newspaper's, of any size: columns of type, headlines, a photo, on paper with its grain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]

_PAPER, _INK = 228, 36
_COLUMNS = 7
_GLYPH = 60
"""Pixels from one character to the next in a column, and from line to line."""


def write_paper(folder: Path, width: int, height: int) -> Iterator[Path]:
    """A JPEG and a TIFF of the same page; the page is given free before each is yielded."""
    chance = np.random.default_rng(7)
    page = _page(chance, width, height)
    rows = [_grained(chance, page[top : top + 500]) for top in range(0, height, 500)]
    picture = Image.fromarray(np.concatenate(rows))
    paths = folder / "paper.jpg", folder / "paper.tif"
    picture.save(paths[0], quality=90)
    picture.save(paths[1], compression="tiff_lzw")
    del picture, page, rows
    yield from paths


def _page(chance: np.random.Generator, width: int, height: int) -> Grey:
    page = np.full((height, width), _PAPER, np.uint8)
    _set_columns(chance, page)
    top, left = height // 4, width // 7
    photo = chance.integers(40, 220, (30, 40), dtype=np.uint8).repeat(100, 0).repeat(100, 1)
    page[top : top + 3000, left : left + 4000] = photo[: height - top, : width - left]
    for y in (height // 20, height // 2, height * 4 // 5):
        _set(chance, page[y : y + 600, width // 20 : -width // 20], 500)
    return page


def _set_columns(chance: np.random.Generator, page: Grey) -> None:
    gutter = page.shape[1] // 60
    each = page.shape[1] // _COLUMNS
    for column in range(_COLUMNS):
        left = column * each + gutter
        _set(chance, page[gutter:-gutter, left : left + each - gutter], _GLYPH)


def _set(chance: np.random.Generator, place: Grey, pitch: int) -> None:
    """Fills a place with marks as large and as dense as characters."""
    cells = 12
    place[:] = _PAPER
    down, across = place.shape[0] // pitch, place.shape[1] // pitch
    marks = chance.random((down, across, cells, cells)) < 0.42
    marks[:, :, -2:, :] = marks[:, :, :, -2:] = False
    step = max(1, pitch // cells)
    ink = marks.transpose(0, 2, 1, 3).reshape(down * cells, across * cells).repeat(step, 0).repeat(step, 1)
    place[: ink.shape[0], : ink.shape[1]][ink] = _INK


def _grained(chance: np.random.Generator, band: Grey) -> Grey:
    """In colour, a little yellow."""
    grain = chance.normal(0, 5, band.shape)
    tints = (1.0, 0.98, 0.92)
    colours = [np.clip(band * tint + grain, 0, 255).astype(np.uint8) for tint in tints]
    return np.stack(colours, axis=2)
