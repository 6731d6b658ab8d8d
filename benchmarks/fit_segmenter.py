"""python -m benchmarks.fit_segmenter PAGES.jsonl FOLDER: fit all weights on composed pages and write them; seeds are fixed.

What ships is made with FOLDER resources/weights: the fit reads the counts of the program, which it has just written there.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.fitting.answers import fit_answers
from benchmarks.fitting.calibration import fit_calibration
from benchmarks.fitting.chain import fit_chain
from benchmarks.fitting.joints import LARGEST, TABLES, Drawn, drawn, fit_joints, options
from benchmarks.fitting.samples import samples
from benchmarks.fitting.term_counts import term_counts
from models.segmenting.answers import TABLE
from models.segmenting.weights import Weights

CHAIN_SEED, JOINT_SEED, CALIBRATION_SEED = 1, 2, 3
CHAIN_PENALTY, ANSWER_PENALTY, JOINT_PENALTY = 2.0, 0.1, 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chain-pages", type=int, default=880)
    parser.add_argument("--joint-pages", type=int, default=550)
    parser.add_argument("--calibration-pages", type=int, default=132)
    asked = parser.parse_args()
    began = time.perf_counter()
    pages, _ = halves(load(asked.corpus))
    asked.folder.mkdir(parents=True, exist_ok=True)
    _write(asked.folder / "counts.json", term_counts(pages))
    lines, steps = fit_chain(list(samples(pages, asked.chain_pages, CHAIN_SEED)), CHAIN_PENALTY)
    _say("roles of lines", began)
    weights = Weights(lines, steps, {name: {} for name in (*TABLES, TABLE)}, (1.0, 0.0))
    weights = replace(weights, pairs=_fit_pairs(pages, asked.joint_pages, weights))
    _say("joints", began)
    unseen = samples(pages, asked.calibration_pages, CALIBRATION_SEED)
    _write(asked.folder / "segmenter.json", asdict(replace(weights, calibration=fit_calibration(unseen, weights))))
    _say("calibration", began)


def _fit_pairs(pages: list[list[Story]], count: int, weights: Weights) -> dict[str, dict[str, float]]:
    """Weights of all choices: first seen from the runs of the source, then also from what those weights decode."""
    cut = _cut(pages, count, weights)
    answer = fit_answers(cut, ANSWER_PENALTY)
    cut = [Drawn(replace(page.scene, answer_weights=answer), page.links) for page in cut]
    seen = [options(page, None) for page in cut]
    first = replace(weights, pairs={**fit_joints(seen, JOINT_PENALTY), TABLE: answer})
    seen += [options(page, first) for page in cut]
    return {**fit_joints(seen, JOINT_PENALTY), TABLE: answer}


def _cut(pages: list[list[Story]], count: int, weights: Weights) -> Sequence[Drawn]:
    cut = (drawn(sample, weights) for sample in samples(pages, count, JOINT_SEED))
    return [page for page in cut if 2 <= page.scene.size <= LARGEST]


def _say(what: str, began: float) -> None:
    print(f"{time.perf_counter() - began:6.0f} s  {what}", flush=True)


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
