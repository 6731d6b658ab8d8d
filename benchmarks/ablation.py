"""python -m benchmarks.ablation PAGES.jsonl: what groups of features and steps of the decode are worth, on held-out pages.

Without a group the weights are fitted anew on what is left, from where they ship; without a step nothing is fitted.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.composing.samples import Sample, samples, typeset_samples
from benchmarks.segmenting import measure
from models.learning.joints import TABLES, Options, drawn, fit_joints, options
from models.segmenting import engine
from models.segmenting.answers import TABLE
from models.segmenting.decode import NONE
from models.segmenting.end_placement import END_PLACEMENT, START_PLACEMENT
from models.segmenting.engine import Segmenter
from models.segmenting.pair_features import GROUPS
from models.segmenting.scene import Matrix
from models.segmenting.weights import DUMPS, PRINTED, Weights, shipped

JIEBA = {"word_across_seam", "whole_words_at_seam"}
"""What is asked of jieba's dictionary for each pair; the same is asked of each open end in `JIEBA_ANSWERS`."""
JIEBA_ANSWERS = {"word_gain", "spanning_word", "whole_words"}
PENALTY, ROUNDS, SHARE = 1.0, 40, 0.3
LARGEST = 110
Array = NDArray[np.float64]
_PASSES = engine.PASSES
Draw = Callable[[list[list[Story]], int, int], Iterator[Sample]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lessons", type=int, default=200, help="composed pages that each fit sees")
    parser.add_argument("--pages", type=int, default=80, help="composed pages held out that are measured")
    parser.add_argument("--seed", type=int, default=99)
    asked = parser.parse_args()
    fitted, held_out = halves(load(asked.corpus))
    print(f"{'':34} exact   order  B-cubed  repairs/article")
    for name, draw in ((DUMPS, samples), (PRINTED, typeset_samples)):
        pages = list(draw(held_out, asked.pages, asked.seed))
        lessons = list(draw(fitted, asked.lessons, asked.seed))
        _report(name, pages, lessons, shipped(name))


def _report(name: str, pages: Sequence[Sample], lessons: Sequence[Sample], weights: Weights) -> None:
    _say(f"{name}: all of it", pages, weights)
    seen = _seen(lessons, weights)
    _say("all of it, fitted in the same way", pages, _without(weights, seen, ()))
    for group, features in GROUPS.items():
        if group != "placement" or name == PRINTED:
            placed = (*START_PLACEMENT, *END_PLACEMENT) if group == "placement" else ()
            _say(f"without {group}", pages, _without(weights, seen, {f.__name__ for f in (*features, *placed)}))
    _say("without jieba at the seam", pages, _without(_without_answers(weights, JIEBA_ANSWERS), seen, JIEBA))
    _say("without the answers to open ends", pages, replace(weights, pairs={**weights.pairs, TABLE: {}}))
    _say("without units", pages, _without(replace(weights, units={"lines": weights.units.get("lines", {})}), seen, ()))
    for passes in (1, 2):
        with patch.object(engine, "PASSES", passes):
            _say(f"{passes} passes instead of {_PASSES}", pages, weights)
    with patch.object(engine, "successors", _best_first):
        _say("the best pair first, no assignment", pages, weights)


def _say(what: str, pages: Sequence[Sample], weights: Weights) -> None:
    segmenter = Segmenter(weights, weights)
    found = [measure(segmenter, page).figures for page in pages]
    shares = "  ".join(f"{mean(getattr(f, field) for f in found):6.3f}" for field in ("exact_f1", "order_f1", "bcubed_f1"))
    print(f"{what:34} {shares}  {mean(f.repairs_per_article for f in found):8.2f}", flush=True)


def _seen(lessons: Sequence[Sample], weights: Weights) -> list[Options]:
    cut = (drawn(sample.lesson, weights) for sample in lessons)
    fit = [page for page in cut if 2 <= page.scene.size <= LARGEST]
    return [options(page, guessed, SHARE) for page in fit for guessed in (None, weights)]


def _without(weights: Weights, seen: Sequence[Options], dropped: Collection[str]) -> Weights:
    """Fitted anew on `seen`, from where the weights are, without the features that are `dropped`."""

    def kept(table: dict[str, float]) -> dict[str, float]:
        return {name: value for name, value in table.items() if name not in dropped}

    pairs = {name: kept(dict(table)) for name, table in weights.pairs.items() if name != TABLE}
    units = {
        name: {unit: kept(dict(table)) for unit, table in tables.items()} if name != "lines" else tables
        for name, tables in weights.units.items()
    }
    choices = [_blank(page, dropped) for page in seen]
    fitted = fit_joints(choices, PENALTY, pairs, ROUNDS, units)
    return replace(weights, pairs={**fitted, TABLE: weights.pairs[TABLE]}, units=units)


def _blank(page: Options, dropped: Collection[str]) -> Options:
    """The page's choices where the dropped features say nothing."""
    said = {name: np.array([feature not in dropped for feature in TABLES[name]]) for name in page.features}
    return replace(page, features={name: values * said[name].astype(values.dtype) for name, values in page.features.items()})


def _without_answers(weights: Weights, dropped: Collection[str]) -> Weights:
    answers = {name: 0.0 if name in dropped else value for name, value in weights.pairs[TABLE].items()}
    return replace(weights, pairs={**weights.pairs, TABLE: answers})


def _best_first(follow: Matrix, start: Array, end: Array, *_: object) -> list[int]:
    """Each pair that is worth more than parting it, the worthiest first, where both are still free and no cycle comes of it."""
    gain = 2.0 * follow - end[:, None] - start[None, :]
    links, taken, head = [NONE] * len(start), set[int](), list(range(len(start)))
    for left, right in sorted(np.argwhere(gain > 0.0).tolist(), key=lambda pair: -gain[tuple(pair)]):
        if links[left] == NONE and right not in taken and head[left] != head[right]:
            links[left] = right
            taken.add(right)
            joined, into = head[right], head[left]
            head = [into if each == joined else each for each in head]
    return links


if __name__ == "__main__":
    main()
