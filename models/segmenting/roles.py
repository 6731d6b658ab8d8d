"""What each line is, found for all lines of a page at once: a linear chain over features and steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from models.segmenting import lexicon
from models.segmenting.line_features import Layout, line_features
from models.segmenting.weights import Weights


class Kind(StrEnum):
    """What a line can be before it is known which article it belongs to."""

    TEXT = "text"
    HEADING = "heading"
    LABEL = "label"
    BYLINE = "byline"
    CAPTION = "caption"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


KINDS = tuple(Kind)


def kinds(page: Layout, weights: Weights) -> tuple[Kind, ...]:
    """The likeliest kinds of all lines together."""
    scores = _scores([line_features(page, i) for i in range(len(page.lines))], weights)
    steps = np.array([[weights.steps[a].get(b, 0.0) for b in KINDS] for a in KINDS])
    found = [KINDS[k] for k in best_chain(scores, steps)]
    return tuple(Kind.BYLINE if kind is Kind.TEXT and _signs(page, i) else kind for i, kind in enumerate(found))


def _signs(page: Layout, i: int) -> bool:
    """Whether a line of a printed page is nothing but names in brackets, in the right of its column."""
    return page.printed is not None and page.printed.has("toward_right", i) and lexicon.names_in_brackets(page.lines[i].text)


def _scores(rows: Sequence[Mapping[str, float]], weights: Weights) -> NDArray[np.float64]:
    """(lines, kinds): the sum of each line's features by their weights."""
    table = np.array([[weights.lines[kind].get(name, 0.0) for kind in KINDS] for name in weights.line_names])
    found = [
        (i, weights.line_names[name], v) for i, row in enumerate(rows) for name, v in row.items() if name in weights.line_names
    ]
    if not found:
        return np.zeros((len(rows), len(KINDS)))
    lines, names, values = (np.array(part) for part in zip(*found, strict=True))
    each = values[:, None] * table[names]
    return np.stack([np.bincount(lines, each[:, k], len(rows)) for k in range(len(KINDS))], axis=1)


def best_chain(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> Sequence[int]:
    """Viterbi: `scores` is (lines, kinds), `steps` (kinds, kinds); the best sequence of kinds, one a line."""
    if not len(scores):
        return []
    total, back = scores[0], []
    for row in scores[1:]:
        paths = total[:, None] + steps
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    chain = [int(total.argmax())]
    for links in reversed(back):
        chain.append(int(links[chain[-1]]))
    return chain[::-1]
