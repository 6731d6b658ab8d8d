"""Fits the habits of a desk: when it says lead, and which lines of a heading are kicker, headline and subtitle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from models.domain.role import Role
from models.learning.lesson import Lesson
from models.segmenting.articles import Draft, segments
from models.segmenting.habits import HEADINGS, LEAD, TRUST, heading_features, heading_of, lead_features, opening

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One decision: what was seen, what the rules said and what is true, as a number among the answers."""

    seen: Sequence[str]
    rule: int
    truth: int


@dataclass(frozen=True)
class Examples:
    leads: tuple[Example, ...] = ()
    """0 for none, 1 for a lead."""
    headings: tuple[Example, ...] = ()
    """Numbers among HEADINGS."""


def examples(drafts: Iterable[Draft], lesson: Lesson) -> Examples:
    """What `drafts`, cut as the lesson says, show of the desk's habits."""
    leads: list[Example] = []
    headings: list[Example] = []
    for draft in drafts:
        if draft.texts:
            rules = {number: segment.role for segment in segments(draft) for number in segment.lines}
            leads += _lead(draft, rules, lesson)
            headings += _heading(draft, rules, lesson)
    return Examples(tuple(leads), tuple(headings))


def _lead(draft: Draft, rules: Mapping[int, Role], lesson: Lesson) -> Iterator[Example]:
    lines = opening(draft)
    if lines and rules[lines[0]] in (Role.LEAD, Role.BODY):
        rule, truth = rules[lines[0]] is Role.LEAD, lesson.roles.get(lines[0]) is Role.LEAD
        yield Example(lead_features(draft, rule, lesson.newspaper), int(rule), int(truth))


def _heading(draft: Draft, rules: Mapping[int, Role], lesson: Lesson) -> Iterator[Example]:
    lines = heading_of(draft, rules)
    for i, line in enumerate(lines):
        truth = lesson.roles.get(line.number)
        if truth in HEADINGS:
            yield Example(heading_features(lines, i), HEADINGS.index(rules[line.number]), HEADINGS.index(truth))


def fit_habits(pages: Sequence[Examples], penalty: float) -> dict[str, dict[str, float]]:
    """Weights by name of the answer and of the feature, drawn towards 0, where the rules stand."""
    leads = _choice([each for page in pages for each in page.leads], 2, penalty)
    # Two answers differ by one number: what speaks for a lead speaks against none.
    lead = {name: round(weights[1] - weights[0], 3) for name, weights in leads.items()}
    headings = _choice([each for page in pages for each in page.headings], len(HEADINGS), penalty)
    parts = {role.value: {name: round(w[i], 3) for name, w in headings.items()} for i, role in enumerate(HEADINGS)}
    return {LEAD: lead, **parts}


def _choice(found: Sequence[Example], answers: int, penalty: float) -> dict[str, list[float]]:
    """The weight of each feature for each answer, by likelihood."""
    if not found:
        return {}
    names = sorted({name for each in found for name in each.seen})
    x = np.array([[float(name in each.seen) for name in names] for each in found])
    rule, truth = (np.eye(answers)[[getattr(each, field) for each in found]] for field in ("rule", "truth"))
    # The rules of a choice of two are trusted on both sides alike.
    trust = TRUST * rule * (2.0 if answers == 2 else 1.0)

    def loss(w: Array) -> tuple[float, Array]:
        table = w.reshape(len(names), answers)
        scores = trust + x @ table
        whole = logsumexp(scores, axis=1)
        slope = x.T @ (np.exp(scores - whole[:, None]) - truth) + penalty * table
        return float(whole.sum() - (scores * truth).sum() + 0.5 * penalty * (w @ w)), slope.ravel()

    best = minimize(loss, np.zeros(len(names) * answers), jac=True, method="L-BFGS-B")
    return dict(zip(names, best.x.reshape(len(names), answers).tolist(), strict=True))
