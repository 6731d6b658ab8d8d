"""New weights from an editor's pages: the chain of roles and the joints, drawn towards what ships, in a second or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.learning.chain import Rows, fit_chain, rows_of, true_kinds
from models.learning.habits import Examples, examples, fit_habits
from models.learning.joints import Drawn, Options, fit_joints, options, true_links
from models.learning.lesson import Lesson
from models.segmenting.answers import TABLE
from models.segmenting.articles import Draft
from models.segmenting.decode import paths
from models.segmenting.engine import scene_of
from models.segmenting.fragments import fragments
from models.segmenting.laid_out import laid_out
from models.segmenting.weights import DUMPS, LINES, PRINTED, Weights, shipped

CHAIN_PENALTY, JOINT_PENALTY, HABIT_PENALTY = 0.1, 0.3, 0.5
"""How strongly what is learnt is drawn towards what ships."""
ROUNDS = 40
"""Few: weights that are fitted to the end know their pages by heart."""
LARGEST = 110
"""Fragments; of larger pages only the roles are learnt."""
SHARE = 0.5
"""Of the wrong pairs of a page, so many are looked at."""


@dataclass(frozen=True, eq=False)
class Seen:
    """What the fits need of a lesson, looked at once."""

    lesson: Lesson
    kind: str
    """Which weights the page is cut with."""
    rows: Rows
    options: tuple[Options, ...]
    habits: Examples


def look(lesson: Lesson) -> Seen:
    """Cut as the page should be cut, and seen from its source and from what the shipped weights decode."""
    page, _ = laid_out(lesson.reading)
    kind = DUMPS if page.printed is None else PRINTED
    weights = shipped(kind)
    pieces = fragments(page, true_kinds(lesson, page))
    scene = scene_of(pieces, page, weights)
    drawn = Drawn(scene, true_links(lesson, scene.nodes))
    habits = examples((Draft([scene.nodes[i] for i in path]) for path in paths(drawn.links)), lesson)
    fits = 2 <= scene.size <= LARGEST
    choices = (options(drawn, None, SHARE), options(drawn, weights, SHARE)) if fits else ()
    return Seen(lesson, kind, rows_of(lesson), choices, habits)


def refit(seen: Sequence[Seen], base: Weights) -> Weights:
    """Weights drawn towards `base`."""
    rows = [page.rows for page in seen if page.rows[1]]
    of_lines = base.units.get(LINES, {})
    lines, steps = fit_chain(rows, CHAIN_PENALTY, (base.lines, base.steps), rounds=ROUNDS, units=of_lines)
    choices = [each for page in seen for each in page.options]
    pairs = fit_joints(choices, JOINT_PENALTY, base.pairs, rounds=ROUNDS, units=base.units) if choices else base.pairs
    habits = fit_habits([page.habits for page in seen], HABIT_PENALTY)
    return replace(base, habits=habits, lines=lines, steps=steps, pairs={**pairs, TABLE: base.pairs[TABLE]})
