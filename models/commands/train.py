"""train: the weights that ship, from lessons that `python -m benchmarks.compose` has written."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from models.commands.command import Command
from models.commands.lessons import read_lessons
from models.files import read_refusals, refusals, write_whole
from models.i18n import _
from models.learning.lesson import Lesson
from models.segmenting.versions import KINDS

if TYPE_CHECKING:
    from models.segmenting.weights import Weights

COUNTS = "counts.json"
ROLES, JOINTS, UNSEEN = "roles", "joints", "unseen"
"""What each fit is shown, as files are named; the calibration is fitted on lessons whose stories the others have not seen."""
HELD_OUT = "held_out"
"""Lessons that no fit is shown, of stories that are in none of the others."""


def lesson_file(folder: Path, kind: str, name: str) -> Path:
    """Where lessons for a kind of weights stand among the samples."""
    return folder / f"{Path(kind).stem}-{name}.jsonl"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("samples", type=Path, help=_("folder of lessons and counts"))
    parser.add_argument("out", type=Path, help=_("folder for the weights; what ships is in resources/weights"))
    parser.add_argument("--only", nargs="*", choices=KINDS, default=list(KINDS), help=_("fit these weights only"))
    parser.add_argument("--part", type=float, default=1.0, help=_("see fewer pages: a quicker, worse fit"))


def _train(asked: argparse.Namespace) -> int:
    # Sums are small: threads that wait for each other make them ten times as slow.  Read when numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with refusals(asked.out):
        asked.out.mkdir(parents=True, exist_ok=True)
    # First of all, since the fit reads the counts of the program, which these become where what ships is made.
    _copy_counts(asked.samples / COUNTS, asked.out / COUNTS)
    for kind in asked.only:
        weights = asdict(_fitted(asked.samples, kind, asked.part))
        write_whole(asked.out / kind, json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    return 0


def _copy_counts(given: Path, out: Path) -> None:
    with read_refusals(given):
        text = given.read_bytes()
    with refusals(out):
        out.write_bytes(text)


def _fitted(samples: Path, kind: str, part: float) -> Weights:
    from models.learning.course import COURSES, fit

    began = time.perf_counter()
    roles, joints, unseen = (_shown(lesson_file(samples, kind, name), part) for name in (ROLES, JOINTS, UNSEEN))

    def say(what: str) -> None:
        print(f"{time.perf_counter() - began:6.0f} s  {kind}: {what}", flush=True)

    return fit(COURSES[kind], roles, joints, unseen, say)


def _shown(path: Path, part: float) -> Iterator[Lesson]:
    """The first `part` of the lessons in a file, at least one."""
    with read_refusals(path), path.open(encoding="utf-8") as file:
        count = sum(1 for _line in file)
    return islice(read_lessons(path), max(1, round(part * count)))


TRAIN = Command("train", lambda: _("fit the segmenter's weights on lessons"), _arguments, _train)
