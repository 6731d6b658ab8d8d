"""Two set pages side by side on one sheet."""

from __future__ import annotations

from dataclasses import replace

from tests.typeset.sheet import Box, Sheet


def double_page(left: Sheet, right: Sheet) -> Sheet:
    """A sheet as wide as both, to be written; which articles it holds it does not know."""

    def moved(box: Box) -> Box:
        return Box(box.x0 + left.width, box.y0, box.x1 + left.width, box.y1)

    beside = right.moved(moved, 1.0)
    return replace(
        left,
        width=left.width + right.width,
        height=max(left.height, right.height),
        lines=left.lines + beside.lines,
        rules=left.rules + beside.rules,
        frames=left.frames + beside.frames,
        photos=left.photos + beside.photos,
        articles=[],
        painted=left.painted + [len(left.lines) + place for place in beside.painted],
    )
