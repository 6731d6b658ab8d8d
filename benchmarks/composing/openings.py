"""Log-odds of the signs by which `models.segmenting.openings` tells how a text opens, fitted on the paragraphs of stories."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks.composing.corpus import Story
from benchmarks.composing.pieces import OLD_DATELINE
from models.segmenting.openings import INSIDE, LEAD, LENGTH, NEVER_FIRST, SIGNS, without_dateline

Example = tuple[str, bool]
_FEWEST = {LEAD: 40, INSIDE: 15}
"""Signs seen less often are left out."""
_PENALTY = {LEAD: 100.0, INSIDE: 5.0}
_PARAGRAPHS, _SHORTEST = 12, 15
"""Paragraphs of a story that are looked at, and their least length."""
_CUTS, _BEFORE, _AFTER = 4, 12, 1
"""Cuts of a paragraph that are drawn, and how much is left before and after at least."""
_STOP = re.compile(r"[。！？…]”?")
_STOPPED = re.compile(r"[。！？…]”?$")
_SENTENCES = 2
"""Later sentences of a paragraph that are drawn."""
_LEAST = 0.02


def openings(pages: list[list[Story]]) -> dict[str, dict[str, float]]:
    """The weight of each sign by name, for first paragraphs and for texts cut in mid-sentence."""
    stories = [story for page in pages for story in page]
    return {LEAD: _fitted(_leads(stories), LEAD), INSIDE: _fitted(_cuts(stories, random.Random(1)), INSIDE)}


def _leads(stories: Sequence[Story]) -> Iterator[Example]:
    for story in stories:
        long = (text for text in story.paragraphs if len(text) >= _SHORTEST)
        for place, text in enumerate(islice(long, _PARAGRAPHS)):
            yield without_dateline(OLD_DATELINE.sub("", text)), place == 0


def _cuts(stories: Sequence[Story], rng: random.Random) -> Iterator[Example]:
    """Paragraphs and sentences, and the rest of paragraphs from wherever a line may end."""
    for story in stories:
        for text in story.paragraphs:
            yield text, False
            starts = [found.end() for found in _STOP.finditer(text)][:-1]
            yield from ((text[place:], False) for place in starts[:_SENTENCES])
            places = [i for i in range(_BEFORE, len(text) - _AFTER) if text[i] not in NEVER_FIRST]
            for place in rng.sample(places, min(_CUTS, len(places))):
                yield text[place:], not _STOPPED.search(text[:place])


def _fitted(drawn: Iterator[Example], table: str) -> dict[str, float]:
    """Logistic weights, both kinds of example worth the same in all."""
    examples = list(drawn)
    told = [list(SIGNS[table](text[:LENGTH])) for text, _ in examples]
    seen = Counter(sign for found in told for sign in found)
    column = {sign: i for i, sign in enumerate(sorted(sign for sign, count in seen.items() if count >= _FEWEST[table]))}
    kept = [[column[sign] for sign in found if sign in column] for found in told]
    ends = np.cumsum([0, *map(len, kept)])
    x = sparse.csr_array((np.ones(ends[-1]), np.concatenate(kept), ends), shape=(len(kept), len(column)))
    weights = _logistic(x, np.array([holds for _, holds in examples]), _PENALTY[table])
    return {sign: round(float(weights[i]), 2) for sign, i in column.items() if abs(weights[i]) > _LEAST}


def _logistic(x: sparse.csr_array, holds: NDArray[np.bool_], penalty: float) -> NDArray[np.float64]:
    worth = np.where(holds, 0.5 / holds.mean(), 0.5 / (~holds).mean())
    sign = np.where(holds, 1.0, -1.0)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = sign * (x @ w)
        slope = x.T @ (-worth * sign / (1.0 + np.exp(margin)))
        return float(worth @ np.logaddexp(0.0, -margin)) + 0.5 * penalty * float(w @ w), slope + penalty * w

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x)
