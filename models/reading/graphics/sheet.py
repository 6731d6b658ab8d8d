"""A reduced copy of a page picture, with its paper, its ground and its ink told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect

LONGEST = 2000
"""Pixels of the copy's longer side: a hairline still darkens its pixel by a third, dots run together."""

_GLYPH = 10.0
"""Height of body type on such a copy of a broadsheet, where no text was found that tells."""
_TINT = 12
"""Grey levels by which a tinted ground differs from the paper."""
_FAINT = 16
"""Grey levels from which a thing counts as ink; what shows through from the other side is fainter in good scans."""
_SHOWS_THROUGH = 0.18
"""Share of the full black below which a thing may show through from the other side."""

Bitmap = NDArray[np.uint8]
"""255 where something is, else 0."""


@dataclass(frozen=True)
class Sheet:
    """`colour` is (height, width, 3); the outlines of `text` are in parts of it."""

    colour: NDArray[np.uint8]
    text: Sequence[Rect]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.colour.shape[1], self.colour.shape[0]

    @cached_property
    def glyph(self) -> float:
        """Height of the body type in pixels."""
        width, height = self.size
        sides = sorted(min(rect.width * width, rect.height * height) for rect in self.text)
        return min(max(sides[len(sides) // 2], 4.0), 30.0) if sides else _GLYPH

    @cached_property
    def text_map(self) -> Bitmap:
        """Where text stands."""
        found = np.zeros(self.colour.shape[:2], np.uint8)
        for rect in self.text:
            x0, y0, x1, y1 = self.pixels(rect)
            found[y0:y1, x0:x1] = 255
        return found

    @cached_property
    def ground(self) -> NDArray[np.uint8]:
        """What lies under the text: the commonest colour around each pixel, which fine strokes do not alter."""
        return np.asarray(cv2.medianBlur(self.colour, int(self.glyph * 1.25) * 2 + 1), np.uint8)

    @cached_property
    def paper(self) -> NDArray[np.float32]:
        """The bare paper's colour at each pixel: smooth, as light falls on a scanned sheet."""
        small = cv2.resize(self.ground, (64, 64), interpolation=cv2.INTER_AREA).reshape(-1, 3).astype(np.float64)
        y, x = (axis.ravel() / 63 - 0.5 for axis in np.mgrid[0:64, 0:64])
        terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y, x**3, y**3], axis=1)
        fit = np.broadcast_to(np.percentile(small, 80, axis=0), small.shape)
        for _ in range(5):
            bare = (np.abs(small - fit) < 2 * _TINT).all(axis=1)
            if bare.sum() < 4 * terms.shape[1]:
                break
            fit = terms @ np.linalg.lstsq(terms[bare], small[bare], rcond=None)[0]
        surface = np.asarray(fit, np.float32).reshape(64, 64, 3)
        return np.asarray(cv2.resize(surface, self.size, interpolation=cv2.INTER_LINEAR), np.float32)

    @cached_property
    def tinted(self) -> Bitmap:
        """Where the ground is no bare paper: tints, photographs, thick bars."""
        differs = np.abs(self.ground - self.paper).max(axis=2) > _TINT
        return _bitmap(differs)

    @cached_property
    def ink(self) -> Bitmap:
        """Where something is printed on its ground, darker or more coloured than it."""
        depth = cv2.subtract(self.ground, self.colour).max(axis=2)
        full = float(np.percentile(depth, 99.5))
        noise = 1.5 * float(np.median(np.abs(depth[depth > 0].astype(np.int16)))) if depth.any() else 0.0
        return _bitmap(depth > max(_FAINT, _SHOWS_THROUGH * full, min(3 * noise, 0.35 * full)))

    def pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """Whole pixels around `rect`: left, top, right, bottom."""
        width, height = self.size
        x0, y0 = int(rect.x0 * width), int(rect.y0 * height)
        return max(0, x0), max(0, y0), min(width, int(rect.x1 * width) + 1), min(height, int(rect.y1 * height) + 1)

    def parts(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """The same in parts of the page."""
        width, height = self.size
        return Rect(max(0.0, x0 / width), max(0.0, y0 / height), min(1.0, x1 / width), min(1.0, y1 / height))


def _bitmap(where: NDArray[np.bool_]) -> Bitmap:
    return np.asarray(where * 255, np.uint8)
