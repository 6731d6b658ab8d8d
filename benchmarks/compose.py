"""python -m benchmarks.compose PAGES.jsonl OUT: lessons for `python -m models train OUT FOLDER`; seeds are fixed.

Every fifth page of the corpus is held out: what is written as held out has stories that no other lesson has.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.composing.corpus import halves, load
from benchmarks.composing.term_counts import term_counts
from benchmarks.fit_segmenter import CALIBRATION_SEED, CHAIN_SEED, DRAWINGS, JOINT_SEED
from models.commands.lessons import write_lessons
from models.commands.train import COUNTS, FITS, HELD_OUT, lesson_file

HELD_OUT_SEED, HELD_OUT_COUNT = 99, 80


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", type=float, default=1.0, help="fewer pages")
    asked = parser.parse_args()
    fitted, held_out = halves(load(asked.corpus))
    asked.out.mkdir(parents=True, exist_ok=True)
    counts = json.dumps(term_counts(fitted), ensure_ascii=False, indent=0, sort_keys=True)
    (asked.out / COUNTS).write_text(counts + "\n", encoding="utf-8")
    for kind, drawing in DRAWINGS.items():
        shown = (drawing.chain, CHAIN_SEED), (drawing.joints, JOINT_SEED), (drawing.calibration, CALIBRATION_SEED)
        for name, (count, seed) in zip(FITS, shown, strict=True):
            write_lessons(lesson_file(asked.out, kind, name), drawing.lessons(fitted, asked.part * count, seed))
        unseen = drawing.lessons(held_out, asked.part * HELD_OUT_COUNT, HELD_OUT_SEED)
        write_lessons(lesson_file(asked.out, kind, HELD_OUT), unseen)


if __name__ == "__main__":
    main()
