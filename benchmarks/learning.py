"""python -m benchmarks.learning PAGES.jsonl: what an editor's finished pages are worth on a newspaper nobody has seen.

Pages of house styles that no weight was fitted on are finished one by one; repairs an article are measured on others.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.composing.corpus import Story, halves, load
from benchmarks.composing.houses import HOUSES, house_lessons
from models.learning.learner import Learner
from models.learning.lesson import Lesson
from models.learning.referee import repairs_per_article
from models.learning.refit import look, refit
from models.segmenting.engine import Segmenter
from models.segmenting.versions import DUMPS, Versions
from models.segmenting.weights import shipped

STOPS = (0, 5, 10, 20)
FINISHED_SEED, OTHER_SEED = 7, 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pages", type=int, default=25, help="pages that are measured, of stories that no finished page has")
    asked = parser.parse_args()
    _, held_out = halves(load(asked.corpus))
    half = len(held_out) // 2
    for name, house in HOUSES.items():
        finished = list(house_lessons(held_out[:half], max(STOPS), FINISHED_SEED, house))
        others = list(house_lessons(held_out[half:], asked.pages, OTHER_SEED, house))
        print(f"{name}\nfinished pages  repairs an article  fall  version of pages  longest refit, one core")
        first = None
        for count, repairs, pages, seconds in _learnt(finished, others):
            first = first or repairs
            print(f"{count:14}  {repairs:18.2f}  {1 - repairs / first:4.0%}  {pages:16}  {seconds:11.1f} s", flush=True)
    _report_newspapers(held_out)


def _report_newspapers(held_out: list[list[Story]]) -> None:
    """What it is worth to know whose page it is, where two newspapers differ in nothing but their leads."""
    half = len(held_out) // 2
    print("two newspapers, one with leads, one without: repairs an article after 10 finished pages of each")
    for named in (False, True):
        lessons, others = (_of_two(part, seed, named) for part, seed in ((held_out[:half], 7), (held_out[half:], 8)))
        weights = refit([look(lesson) for lesson in lessons], shipped())
        repairs = repairs_per_article(others, Segmenter(weights))
        print(f"{'known by name' if named else 'not told apart':14}  {repairs:18.2f}", flush=True)


def _of_two(pages: list[list[Story]], seed: int, named: bool) -> list[Lesson]:
    """Ten pages of each newspaper, of other stories."""
    house = list(HOUSES.values())[-1]
    found = []
    for number, leads in enumerate((True, False)):
        drawn = house_lessons(pages, 10, 10 * seed + number, replace(house, leads=leads))
        found += [replace(lesson, newspaper=str(number) if named else None) for lesson in drawn]
    return found


def _learnt(finished: Sequence[Lesson], others: Sequence[Lesson]) -> Iterator[tuple[int, float, int, float]]:
    """(finished pages, repairs an article on others, pages of the version in force, processor seconds of the longest refit)."""
    with tempfile.TemporaryDirectory() as folder:
        learner, versions, longest = Learner(Path(folder)), Versions(Path(folder)), 0.0
        for count in range(len(finished) + 1):
            if count:
                began = time.process_time()
                learner.show((count, count), finished[count - 1])
                learner.learn(DUMPS, [(n, n) for n in range(1, count + 1)], count)
                longest = max(longest, time.process_time() - began)
            if count in STOPS:
                version = versions.version(DUMPS)
                repairs = repairs_per_article(others, Segmenter(versions.weights(DUMPS)))
                yield count, repairs, version.pages if version else 0, longest


if __name__ == "__main__":
    main()
