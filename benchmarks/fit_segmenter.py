"""python -m benchmarks.fit_segmenter PAGES.jsonl FOLDER: fit all weights on composed pages and write them; seeds are fixed.

What ships is made with FOLDER resources/weights: the fit reads the counts of the program, which it has just written there.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.fitting.answers import fit_answers
from benchmarks.fitting.calibration import fit_calibration
from benchmarks.fitting.chain import fit_chain
from benchmarks.fitting.joints import TABLES, Drawn, drawn, fit_joints, options
from benchmarks.fitting.samples import Sample, samples, typeset_samples
from benchmarks.fitting.term_counts import term_counts
from models.segmenting.answers import TABLE
from models.segmenting.weights import DUMPS, PRINTED, Weights

CHAIN_SEED, JOINT_SEED, CALIBRATION_SEED = 1, 2, 3
CHAIN_PENALTY, ANSWER_PENALTY, JOINT_PENALTY = 2.0, 0.1, 1.0
Pages = list[list[Story]]


@dataclass(frozen=True)
class Course:
    """Pages of one kind and how many of them each fit sees."""

    draw: Callable[[Pages, int, int], Iterator[Sample]]
    chain: int
    joints: int
    calibration: int
    largest: int
    """Fragments; larger pages are left out of the fit of joints for memory."""
    share: float = 1.0
    """Of the wrong pairs of a page, so many are looked at."""


COURSES = {
    DUMPS: Course(samples, 880, 550, 132, 110),
    PRINTED: Course(typeset_samples, 400, 320, 80, 220, 0.3),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", choices=list(COURSES), default=list(COURSES), help="fit these weights only")
    parser.add_argument("--part", type=float, default=1.0, help="see fewer pages: a quicker, worse fit")
    asked = parser.parse_args()
    pages, _ = halves(load(asked.corpus))
    asked.folder.mkdir(parents=True, exist_ok=True)
    _write(asked.folder / "counts.json", term_counts(pages))
    for name in asked.only:
        _write(asked.folder / name, asdict(_fit(COURSES[name], pages, asked.part)))


def _fit(course: Course, pages: Pages, part: float) -> Weights:
    began = time.perf_counter()
    lines, steps = fit_chain(list(course.draw(pages, round(part * course.chain), CHAIN_SEED)), CHAIN_PENALTY)
    _say("roles of lines", began)
    weights = Weights(lines, steps, {name: {} for name in (*TABLES, TABLE)}, (1.0, 0.0))
    weights = replace(weights, pairs=_fit_pairs(course, pages, part, weights))
    _say("joints", began)
    unseen = course.draw(pages, round(part * course.calibration), CALIBRATION_SEED)
    calibrated = replace(weights, calibration=fit_calibration(unseen, weights))
    _say("calibration", began)
    return calibrated


def _fit_pairs(course: Course, pages: Pages, part: float, weights: Weights) -> dict[str, dict[str, float]]:
    """Weights of all choices: first seen from the runs of the source, then also from what those weights decode."""
    cut = _cut(course, pages, part, weights)
    answer = fit_answers(cut, ANSWER_PENALTY)
    cut = [Drawn(replace(page.scene, answer_weights=answer), page.links) for page in cut]
    seen = [options(page, None, course.share) for page in cut]
    first = replace(weights, pairs={**fit_joints(seen, JOINT_PENALTY), TABLE: answer})
    seen += [options(page, first, course.share) for page in cut]
    return {**fit_joints(seen, JOINT_PENALTY), TABLE: answer}


def _cut(course: Course, pages: Pages, part: float, weights: Weights) -> Sequence[Drawn]:
    cut = (drawn(sample, weights) for sample in course.draw(pages, round(part * course.joints), JOINT_SEED))
    return [page for page in cut if 2 <= page.scene.size <= course.largest]


def _say(what: str, began: float) -> None:
    print(f"{time.perf_counter() - began:6.0f} s  {what}", flush=True)


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
