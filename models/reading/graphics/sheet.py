"""A reduced copy of a page picture, with its paper, its ground and its ink told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

from models.domain.geometry import Rect

LONGEST = 2000
"""Pixels of the copy's longer side: a hairline still darkens its pixel by a third, dots run together."""

_GLYPH = 10.0
"""Height of body type on such a copy of a broadsheet, where no text was found that tells."""
_TINT = 12
"""Grey levels by which a tinted ground differs from the paper."""
_PICTURE = 40
"""Grey levels by which the most of a photograph differs from the paper."""
_STRONG = 70
"""Grey levels by which a label in white on colour differs from the paper."""
_TYPE = 0.55
"""Share of a grey shape that lies in lines of text from which the type itself makes it grey."""
_FAINT = 10
"""Grey levels from which a long straight run counts as a rule: hairlines are pale on a reduced copy."""
_INK = 16
"""Grey levels from which a thing counts as ink."""
_PALE = 0.03
"""Share of the bare paper with pale ink from which the other side shows through: 0.04 and more; clean pages have 0.01."""
_SHINING = 0.25
"""Share of the full black that rules of the other side do not reach."""
_SHOWS_THROUGH = 0.18
"""Share of the full black below which a thing may show through from the other side."""
_GUTTER = 0.15
"""A gutter's shadow falls on so much of the sheet at most."""
_SHADOW = 80.0
"""Grey levels that it takes away at most; what is darker is no paper."""

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
        width, height = self.size
        half = cv2.resize(self.colour, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)
        smooth = cv2.medianBlur(half, int(self.glyph * 0.6) * 2 + 1)
        return np.asarray(cv2.resize(smooth, self.size, interpolation=cv2.INTER_LINEAR), np.uint8)

    @cached_property
    def paper(self) -> NDArray[np.uint8]:
        """The bare paper's colour at each pixel: smooth, as light falls on a scanned sheet."""
        small = cv2.resize(self.ground, (64, 64), interpolation=cv2.INTER_AREA).reshape(-1, 3).astype(np.float64)
        y, x = (axis.ravel() / 63 - 0.5 for axis in np.mgrid[0:64, 0:64])
        terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y, x**3, y**3], axis=1)
        fit = np.broadcast_to(np.percentile(small, 80, axis=0), small.shape)
        for darker in (2.0, 1.4, 1.0, 0.7, 0.5, 0.5):
            # Tints and small type are a little darker than paper, and never lighter.
            bare = ((small - fit < 2 * _TINT) & (fit - small < darker * _TINT)).all(axis=1)
            if bare.sum() < 4 * terms.shape[1]:
                break
            fit = terms @ np.linalg.lstsq(terms[bare], small[bare], rcond=None)[0]
        surface = _with_gutters(np.asarray(fit).reshape(64, 64, 3), small.reshape(64, 64, 3))
        return np.asarray(cv2.resize(surface, self.size, interpolation=cv2.INTER_LINEAR), np.uint8)

    @cached_property
    def tinted(self) -> Bitmap:
        """Where the ground is no bare paper: tints, photographs, thick bars; more than an uneven paper differs by itself."""
        bare = self.apart[self.text_map == 0]
        uneven = 2.5 * float(np.median(bare)) if bare.size else 0.0
        # Small blurred type darkens its ground.
        return _bitmap(self.apart > max(_TINT, uneven, 1.6 * float(np.median(self.apart))))

    @cached_property
    def pictorial(self) -> Bitmap:
        """Where the ground is as far from the paper as in photographs, and farther than what shows through."""
        return _bitmap(self.apart > _PICTURE)

    @cached_property
    def strong(self) -> Bitmap:
        """Where a pixel itself is far from the paper: type, and the labels it is cut out of."""
        return _bitmap(_most(cv2.absdiff(self.colour, self.paper)) > _STRONG)

    @cached_property
    def apart(self) -> NDArray[np.uint8]:
        """Grey levels between the ground and the paper, in the channel that differs most."""
        return _most(cv2.absdiff(self.ground, self.paper))

    @cached_property
    def seams(self) -> Bitmap:
        """The blurred edges of grounds high enough for a line of type, which look like rules."""
        side = int(1.3 * self.glyph)
        solid = np.asarray(cv2.morphologyEx(self.tinted, cv2.MORPH_OPEN, np.ones((side, side), np.uint8)), np.uint8)
        solid = self.without_type(solid, _TYPE)
        edges = cv2.morphologyEx(solid, cv2.MORPH_GRADIENT, np.ones((7, 7), np.uint8))
        # Where light falls off there is no edge, wherever the tint is said to begin.
        return np.asarray(np.where(self.steps(7) > _TINT, edges, 0), np.uint8)

    def without_type(self, found: Bitmap, share: float) -> Bitmap:
        """`found` without the shapes that lie in lines of text with more than `share` of their area."""
        count, labels, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=4)
        in_text = np.bincount(labels[self.text_map > 0], minlength=count)
        kept = in_text <= share * stats[:, cv2.CC_STAT_AREA]
        kept[0] = False
        return _bitmap(kept[labels])

    def steps(self, side: int) -> NDArray[np.uint8]:
        """By how much the ground changes within `side` pixels."""
        kernel = np.ones((side, side), np.uint8)
        return _most(cv2.subtract(cv2.dilate(self.ground, kernel), cv2.erode(self.ground, kernel)))

    @cached_property
    def depth(self) -> NDArray[np.uint8]:
        """By how much each pixel is darker or more coloured than its ground."""
        return _most(cv2.subtract(self.ground, self.colour))

    @cached_property
    def noise(self) -> float:
        """What depth the paper's own grain has, in grey levels."""
        bare = self.depth[(self.text_map == 0) & (self.tinted == 0)]
        return float(np.percentile(bare, 80)) if bare.size else 0.0

    @cached_property
    def ink(self) -> Bitmap:
        """Where something is printed on its ground."""
        full = float(np.percentile(self.depth, 99.5))
        return _bitmap(self.depth > max(_INK, _SHOWS_THROUGH * full, min(3 * self.noise, 0.35 * full)))

    @cached_property
    def thin(self) -> Bitmap:
        """Long thin runs of ink, as of rules, a little widened."""
        found = np.zeros_like(self.ink)
        side, length = max(3, int(0.6 * self.glyph)), int(6 * self.glyph)
        for bar in ((1, length), (length, 1)):
            runs = cv2.morphologyEx(self.ink, cv2.MORPH_OPEN, np.ones(bar, np.uint8))
            thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
            found |= np.asarray(cv2.subtract(runs, thick), np.uint8)
        return np.asarray(cv2.dilate(found, np.ones((3, 3), np.uint8)), np.uint8)

    @cached_property
    def faint_ink(self) -> Bitmap:
        """The same with all that is pale, and much that is grain: to look for long runs in."""
        least = max(_FAINT, min(2 * self.noise, 40.0))
        full = float(np.percentile(self.depth, 99.5))
        bare = self.depth[self.text_map == 0]
        pale = float(((bare > least) & (bare < 0.3 * full)).mean()) if bare.size else 0.0
        # Where much is pale, the other side shows through, with its rules.
        return _bitmap(self.depth > (max(least, _SHINING * full) if pale > _PALE else least))

    def pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """Whole pixels around `rect`: left, top, right, bottom."""
        width, height = self.size
        x0, y0 = int(rect.x0 * width), int(rect.y0 * height)
        return max(0, x0), max(0, y0), min(width, int(rect.x1 * width) + 1), min(height, int(rect.y1 * height) + 1)

    def parts(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """The same in parts of the page."""
        width, height = self.size
        return Rect(max(0.0, x0 / width), max(0.0, y0 / height), min(1.0, x1 / width), min(1.0, y1 / height))


def shared(a: Rect, b: Rect) -> float:
    """The area that both cover."""
    return max(0.0, min(a.x1, b.x1) - max(a.x0, b.x0)) * max(0.0, min(a.y1, b.y1) - max(a.y0, b.y0))


def _with_gutters(surface: NDArray[np.float64], seen: NDArray[np.float64]) -> NDArray[np.uint8]:
    """`surface` darkened along the sides of the sheet, where the shadow of a gutter falls, as most of each row or column is."""
    result = surface
    for axis in (0, 1):
        shadow = np.clip(np.percentile(seen - result, 75, axis=axis, keepdims=True), -_SHADOW, 0.0)
        at = np.minimum(np.arange(64), 63 - np.arange(64)) / 64 < _GUTTER
        result = result + shadow * at.reshape((1, 64, 1) if axis == 0 else (64, 1, 1))
    return np.clip(result, 0, 255).astype(np.uint8)


def _most(levels: MatLike) -> NDArray[np.uint8]:
    """The greatest of three channels; much quicker than numpy's."""
    red, green, blue = cv2.split(levels)
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8)


def _bitmap(where: NDArray[np.bool_]) -> Bitmap:
    return np.asarray(where * 255, np.uint8)
