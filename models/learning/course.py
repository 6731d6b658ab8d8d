"""All weights from the beginning: the chain of roles, the answers, the joints in two rounds, and the calibration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from models.learning.answers import fit_answers
from models.learning.calibration import fit_calibration
from models.learning.chain import fit_chain_with_units, rows_of
from models.learning.joints import TABLES, Drawn, drawn, fit_joints, fit_joints_with_units, options
from models.learning.lesson import Lesson
from models.segmenting.answers import TABLE
from models.segmenting.weights import DUMPS, LINES, PRINTED, Weights

Say = Callable[[str], None]
"""Hears what is done."""
ANSWER_PENALTY = 0.1
LINE_UNITS, JOINT_UNITS = 64, 32
LINE_PENALTIES, JOINT_PENALTIES = (2.0, 8.0), (1.0, 5.0)
"""Of linear weights, and of those of units."""
LINE_ROUNDS, JOINT_ROUNDS, FIRST_ROUNDS = 150, 125, 60
"""Few, since units that are fitted to the end know their pages by heart; found on lessons left out."""


@dataclass(frozen=True)
class Course:
    """What the fit of one kind of page leaves out, for memory."""

    largest: int
    """Fragments; larger pages have no part in the fit of joints."""
    share: float = 1.0
    """Of the wrong pairs of a page, so many are looked at."""


COURSES = {DUMPS: Course(110, 0.4), PRINTED: Course(220, 0.25)}


def fit(course: Course, roles: Iterable[Lesson], joints: Iterable[Lesson], unseen: Iterable[Lesson], say: Say) -> Weights:
    """Weights fitted on lessons for the roles and for the joints, calibrated on lessons `unseen` by both."""
    lines, steps, units = fit_chain_with_units([rows_of(lesson) for lesson in roles], LINE_UNITS, LINE_PENALTIES, LINE_ROUNDS)
    say("roles of lines")
    weights = Weights(lines, steps, {name: {} for name in (*TABLES, TABLE)}, (1.0, 0.0), units={LINES: units})
    weights = _with_pairs(course, joints, weights)
    say("joints")
    calibrated = replace(weights, calibration=fit_calibration(unseen, weights))
    say("calibration")
    return calibrated


def _with_pairs(course: Course, lessons: Iterable[Lesson], weights: Weights) -> Weights:
    """With the weights of all choices: first seen from the runs of the source, then also from what those weights decode."""
    cut = _cut(course, lessons, weights)
    answer = fit_answers(cut, ANSWER_PENALTY)
    cut = [Drawn(replace(page.scene, answer_weights=answer), page.links) for page in cut]
    seen = [options(page, None, course.share) for page in cut]
    first = replace(weights, pairs={**fit_joints(seen, JOINT_PENALTIES[0], rounds=FIRST_ROUNDS), TABLE: answer})
    seen += [options(page, first, course.share) for page in cut]
    pairs, units = fit_joints_with_units(seen, JOINT_UNITS, JOINT_PENALTIES, JOINT_ROUNDS)
    return replace(weights, pairs={**pairs, TABLE: answer}, units={**weights.units, **units})


def _cut(course: Course, lessons: Iterable[Lesson], weights: Weights) -> Sequence[Drawn]:
    cut = (drawn(lesson, weights) for lesson in lessons)
    return [page for page in cut if 2 <= page.scene.size <= course.largest]
