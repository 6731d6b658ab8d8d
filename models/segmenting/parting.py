"""Two headings that stand together in a dump, one of the text above and one of that below, told apart by their words."""

from __future__ import annotations

from collections.abc import Sequence

from models.segmenting import terms

_CLEAR = 0.08
"""By so much more of its words must each heading have in its own text than in the other."""


def parting(above: str, lines: Sequence[str], below: str) -> int | None:
    """How many of the heading `lines` between two texts are of the text `above`; None where all are of one."""
    if not above or not below:
        return None
    places = range(1, len(lines))
    parts = [part for k in places for part in ("".join(lines[:k]), "".join(lines[k:]))]
    said = terms.coverage(parts, [above, below])
    own = said[0::2, 0] - said[0::2, 1], said[1::2, 1] - said[1::2, 0]
    clear = [min(upper, lower) for upper, lower in zip(*own, strict=True)]
    best = max(places, key=lambda k: clear[k - 1], default=None)
    return best if best is not None and clear[best - 1] > _CLEAR else None
