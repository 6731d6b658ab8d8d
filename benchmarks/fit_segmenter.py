"""python -m benchmarks.fit_segmenter PAGES.jsonl FOLDER: fit all weights on composed pages and write them; seeds are fixed.

What ships is made with FOLDER resources/weights: the fit reads the counts of the program, which it has just written there.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.composing.samples import Sample, samples, typeset_samples
from benchmarks.composing.term_counts import term_counts
from models.learning.course import COURSES, fit
from models.learning.lesson import Lesson
from models.segmenting.weights import DUMPS, PRINTED, Weights

CHAIN_SEED, JOINT_SEED, CALIBRATION_SEED = 1, 2, 3
Pages = list[list[Story]]


@dataclass(frozen=True)
class Drawing:
    """Pages of one kind and how many of them each fit sees."""

    draw: Callable[[Pages, int, int], Iterator[Sample]]
    chain: int
    joints: int
    calibration: int

    def lessons(self, pages: Pages, count: float, seed: int) -> Iterator[Lesson]:
        return (sample.lesson for sample in self.draw(pages, round(count), seed))


DRAWINGS = {DUMPS: Drawing(samples, 1600, 1200, 200), PRINTED: Drawing(typeset_samples, 500, 350, 80)}


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
        _write(asked.folder / name, asdict(_fit(name, pages, asked.part)))


def _fit(name: str, pages: Pages, part: float) -> Weights:
    drawing, began = DRAWINGS[name], time.perf_counter()
    return fit(
        COURSES[name],
        drawing.lessons(pages, part * drawing.chain, CHAIN_SEED),
        drawing.lessons(pages, part * drawing.joints, JOINT_SEED),
        drawing.lessons(pages, part * drawing.calibration, CALIBRATION_SEED),
        lambda what: print(f"{time.perf_counter() - began:6.0f} s  {what}", flush=True),
    )


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
