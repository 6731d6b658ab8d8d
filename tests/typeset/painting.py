"""The order in which a page's lines are painted: block by block, and seldom the order in which they are read."""

from __future__ import annotations

import itertools
import random

from tests.typeset.sheet import Sheet


def painted(sheet: Sheet, rng: random.Random, shuffled: float) -> list[int]:
    """Places in `sheet.lines`; `shuffled` is how much is painted out of turn, in 0..1."""
    pages = [list(group) for _, group in itertools.groupby(range(len(sheet.lines)), key=lambda i: sheet.lines[i].article)]
    if rng.random() < shuffled:
        rng.shuffle(pages)
    blocks = []
    for article in pages:
        own = [list(group) for _, group in itertools.groupby(article, key=lambda i: sheet.lines[i].block)]
        if len(own) > 1 and rng.random() < shuffled:
            own.append(own.pop(0))  # A layout program often paints the heading last.
        if len(own) > 2 and rng.random() < 0.6 * shuffled:
            own.insert(rng.randrange(len(own)), own.pop(rng.randrange(len(own))))
        blocks += own
    for _ in range(rng.randint(0, max(1, round(shuffled * len(blocks) / 4)))):
        blocks.insert(rng.randrange(len(blocks)), blocks.pop(rng.randrange(len(blocks))))
    return [i for block in blocks for i in block]
