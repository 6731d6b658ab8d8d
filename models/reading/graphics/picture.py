"""Rules, frames and photos of a page picture."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from models.domain.geometry import Rect
from models.domain.graphics import Graphics
from models.domain.view import AS_IT_LIES, View
from models.reading.graphics.borders import borders
from models.reading.graphics.grounds import grounds
from models.reading.graphics.rules import rules
from models.reading.graphics.sheet import LONGEST, Sheet, shared
from models.reading.graphics.surroundings import paper_only


def picture_graphics(image: NDArray[np.uint8], text: Sequence[Rect], view: View = AS_IT_LIES) -> Graphics:
    """What is printed beside the text whose outlines are `text`.

    `image` is (height, width) or (height, width, 3) as it lies in the file, `view` says how.  Outlines, given and returned,
    are in parts of that picture; `View.straight` makes level rectangles of them.
    """
    height, width = image.shape[:2]
    level = tuple(view.straight(rect, width, height) for rect in text)
    sheet = Sheet(paper_only(_straightened(_reduced(image), view), level), level)
    found = grounds(sheet)
    lines = rules(sheet, (*found.photos, *found.labels), found.tints)
    boxes = [rect for rect in borders(sheet, lines) if not any(_same(rect, photo) for photo in found.photos)]
    boxes += [rect for rect in (*found.tints, *found.labels) if not any(_same(rect, box) for box in boxes)]
    return Graphics(*(tuple(view.slanted(rect, width, height) for rect in group) for group in (lines, boxes, found.photos)))


def _reduced(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = image.shape[:2]
    factor = min(1.0, LONGEST / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    small = image if factor == 1.0 else cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_GRAY2RGB) if small.ndim == 2 else small, np.uint8)


def _straightened(image: NDArray[np.uint8], view: View) -> NDArray[np.uint8]:
    """Turned upright, its lines level, the size of the upright page."""
    turned = np.ascontiguousarray(np.rot90(image, -view.turn // 90))
    if not view.skew:
        return turned
    height, width = turned.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), view.skew, 1.0)
    rim = np.concatenate([turned[[0, -1]].reshape(-1, 3), turned[:, [0, -1]].reshape(-1, 3)])
    beyond = np.median(rim, axis=0).tolist()
    return np.asarray(cv2.warpAffine(turned, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=beyond), np.uint8)


def _same(a: Rect, b: Rect) -> bool:
    """Whether the two cover nearly the same."""
    common = shared(a, b)
    return common > 0.8 * (a.width * a.height + b.width * b.height - common)
