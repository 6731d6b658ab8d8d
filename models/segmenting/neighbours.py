"""Which article of a printed page a caption, a label or a byline that stands alone is nearest to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.segmenting.fragments import Fragment
from models.segmenting.printed import X0, X1, Y0, Y1, Edges, Printed, overlap
from models.segmenting.stacks import ruled_off, walled_off

Box = NDArray[np.float64]
_REACH = 3.0
"""Ems: what is so much farther away is e times less of a neighbour."""
_PHOTO = 3.0
"""Ems between a photograph and its caption at most."""
_BEYOND_RULE = 0.05
_LABEL_REACH = 8.0
_FRAME_HEAD = 6.0
_OVER, _AT_SIDE = 1.0, 4.0


class Neighbours:
    """Distances on one page."""

    def __init__(self, page: Printed) -> None:
        self._page = page
        self._at = {line.number: i for i, line in enumerate(page.lines)}

    def nearness(self, fragment: Fragment, articles: Sequence[Iterable[Fragment]]) -> NDArray[np.float64]:
        """(articles,) in 0..1: how near each is to `fragment` and to the photograph it belongs to; 1 touches it."""
        anchor, frame = self._with_photo(self._box(fragment)), self._frame(fragment)
        return np.array([max((self._nearness(anchor, frame, f) for f in article), default=0.0) for article in articles])

    def under_label(self, label: Fragment, heads: Sequence[Fragment]) -> int | None:
        """Which of the articles, given by their first fragments, `label` stands at, over it first; None for none close by."""
        boxes = [self._box(head) for head in heads]
        if self._heads_frame(self._box(label), boxes):
            return None
        away = [self._from_label(self._box(label), box) for box in boxes]
        nearest = int(np.argmin(away)) if away else 0
        return nearest if away and away[nearest] < _LABEL_REACH else None

    def _from_label(self, label: Box, head: Box) -> float:
        """Distance; what stands under the label is nearer than what stands over it, and that than what is at its side."""
        if overlap(label[None, :], head[None, :])[0, 0] <= 0.0:
            return self._away(label, head) + _AT_SIDE
        return self._away(label, head) if head[Y1] > label[Y0] else 2.0 * self._away(label, head) + _OVER

    def _heads_frame(self, label: Box, heads: Sequence[Box]) -> bool:
        """Whether the label stands at the head of a frame that holds several articles."""
        x, y = (label[X0] + label[X1]) / 2, (label[Y0] + label[Y1]) / 2
        for x0, y0, x1, y1 in self._page.frames:
            if x0 < x < x1 and y0 - _FRAME_HEAD < y < y0 + _FRAME_HEAD and y1 > label[Y1] + _FRAME_HEAD:
                held = [head for head in heads if x0 < (head[X0] + head[X1]) / 2 < x1 and y0 < head[Y0] < y1]
                if len(held) > 1:
                    return True
        return False

    def holder(self, fragment: Fragment, articles: Sequence[Iterable[Fragment]]) -> int | None:
        """The one article that shares a frame with `fragment`; None for no frame, none or several."""
        frame = self._frame(fragment)
        found = [
            i for i, article in enumerate(articles) if frame >= 0 and any(self._frame(other) == frame for other in article)
        ]
        return found[0] if len(found) == 1 else None

    def above(self, fragment: Fragment, articles: Sequence[Iterable[Fragment]]) -> int | None:
        """The article with the text that `fragment` is nearest to, those over it first."""
        box = self._box(fragment)
        away = [min((self._under(box, self._box(other)) for other in article), default=np.inf) for article in articles]
        return int(np.argmin(away)) if away else None

    def _box(self, fragment: Fragment) -> Box:
        edges = self._page.edges[[self._at[number] for number in fragment.numbers]]
        return np.array([*edges.min(axis=0)[:2], *edges.max(axis=0)[2:]])

    def _frame(self, fragment: Fragment) -> int:
        return int(self._page.frame[self._at[fragment.numbers[0]]])

    def _with_photo(self, box: Box) -> Box:
        """`box` and the photographs it lies in, or right under, over or beside."""
        near = [photo for photo in self._page.photos if self._away(box, photo) < _PHOTO and _faces(box, photo)]
        return np.array([*np.min([box, *near], axis=0)[:2], *np.max([box, *near], axis=0)[2:]])

    def _nearness(self, anchor: Box, frame: int, other: Fragment) -> float:
        box = self._box(other)
        worth = float(np.exp(-self._away(anchor, box) / _REACH))
        upper, lower = (anchor, box) if anchor[Y0] < box[Y0] else (box, anchor)
        left, right = (anchor, box) if anchor[X0] < box[X0] else (box, anchor)
        parted = ruled_off(self._page, upper, lower) or walled_off(self._page, left, right)
        return worth * (_BEYOND_RULE if parted or self._frame(other) != frame else 1.0)

    def _under(self, box: Box, other: Box) -> float:
        return self._away(box, other) + (0.0 if other[Y1] < box[Y1] + 1.0 and _faces(box, other) else _LABEL_REACH)

    @staticmethod
    def _away(a: Box, b: Box) -> float:
        across = max(0.0, a[X0] - b[X1], b[X0] - a[X1])
        return float(np.hypot(across, max(0.0, a[Y0] - b[Y1], b[Y0] - a[Y1])))


def _faces(a: Box, b: Box) -> bool:
    """Whether one stands over or beside the other along most of the shorter."""
    pair: tuple[Edges, Edges] = (a[None, :], b[None, :])
    return bool(max(overlap(*pair)[0, 0], overlap(*pair, Y0)[0, 0]) > 0.5)
