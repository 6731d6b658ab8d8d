"""python -m benchmarks.compose PAGES.jsonl OUT: lessons for `python -m models train OUT FOLDER`; seeds are fixed.

The pages of the corpus and those of our own stories are parted first, so that no story is in lessons of two kinds: every fifth
page is held out, and every eighth of the others is for the calibration, which the fits must not have seen.  With what is known
of the sample dumps, these are lessons too, each as it is and in other orders; --without leaves one out, to measure on it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.composing.invented import load_invented
from benchmarks.composing.samples import Sample, samples, typeset_samples
from benchmarks.composing.shuffled import sample_lessons, variations
from benchmarks.composing.term_counts import term_counts
from models.commands.lessons import write_lessons
from models.commands.train import COUNTS, HELD_OUT, JOINTS, ROLES, UNSEEN, lesson_file
from models.learning.lesson import Lesson
from models.segmenting.weights import DUMPS, PRINTED

Pages = list[list[Story]]
CALIBRATING = 8
"""Every so manieth page that is not held out is for the calibration."""
VARIATIONS = 23
"""Of each sample dump."""


@dataclass(frozen=True)
class Drawing:
    """Pages of one kind, and how many of them each kind of lessons has."""

    draw: Callable[[Pages, int, int], Iterator[Sample]]
    counts: dict[str, int]

    def lessons(self, pages: Pages, name: str, part: float) -> Iterator[Lesson]:
        return (sample.lesson for sample in self.draw(pages, round(part * self.counts[name]), SEEDS[name]))


SEEDS = {ROLES: 1, JOINTS: 2, UNSEEN: 3, HELD_OUT: 99}
DRAWINGS = {
    DUMPS: Drawing(samples, {ROLES: 3200, JOINTS: 1200, UNSEEN: 200, HELD_OUT: 200}),
    PRINTED: Drawing(typeset_samples, {ROLES: 600, JOINTS: 450, UNSEEN: 80, HELD_OUT: 80}),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", type=float, default=1.0, help="fewer pages")
    parser.add_argument("--truth", type=Path, help="folder of what is known of the sample dumps")
    parser.add_argument("--without", nargs="*", default=[], help="sample dumps to leave out, by how their names begin")
    asked = parser.parse_args()
    known, held_out = ([*old, *new] for old, new in zip(halves(load(asked.corpus)), halves(load_invented()), strict=True))
    fitted, unseen = halves(known, CALIBRATING)
    pages = {ROLES: fitted, JOINTS: fitted, UNSEEN: unseen, HELD_OUT: held_out}
    asked.out.mkdir(parents=True, exist_ok=True)
    counts = json.dumps(term_counts(known), ensure_ascii=False, indent=0, sort_keys=True)
    (asked.out / COUNTS).write_text(counts + "\n", encoding="utf-8")
    real = sample_lessons(asked.truth, asked.without) if asked.truth else []
    for kind, drawing in DRAWINGS.items():
        for name in SEEDS:
            varied = variations(real, VARIATIONS, SEEDS[name]) if kind == DUMPS and name in (ROLES, JOINTS) else ()
            # First, so that a quicker fit on a part of the lessons sees them too.
            lessons = chain(varied, drawing.lessons(pages[name], name, asked.part))
            write_lessons(lesson_file(asked.out, kind, name), lessons)


if __name__ == "__main__":
    main()
