"""Fits which text goes on with an unfinished sentence: a choice of each open end among the texts, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from models.learning.joints import Drawn
from models.segmenting.answers import MEASURES, NO_ANSWER, NO_QUESTION, choice
from models.segmenting.decode import NONE

Array = NDArray[np.float64]
NAMES = (*MEASURES, *NO_ANSWER, *NO_QUESTION)


class _Page:
    """One page: its questions, and the true (n + 1, n + 1) choices of its open ends and of its texts."""

    def __init__(self, page: Drawn) -> None:
        scene, n = page.scene, page.scene.size
        self.questions = scene.questions
        self.pairs = np.stack([self.questions.measures[name] for name in MEASURES], axis=2)
        self.no_answer = np.stack([self.questions.no_answer[name] for name in NO_ANSWER], axis=1)
        self.no_question = np.stack([self.questions.no_question[name] for name in NO_QUESTION], axis=1)
        answers = {i: j for i, j in enumerate(page.links) if j != NONE and scene.open_end[i] and scene.text[j]}
        questions = {j: i for i, j in answers.items()}
        self.rows, self.columns = np.zeros((n, n + 1)), np.zeros((n + 1, n))
        for i in np.flatnonzero(scene.open_end).tolist():
            self.rows[i, answers.get(i, n)] = 1.0
        for j in np.flatnonzero(scene.text).tolist():
            self.columns[questions.get(j, n), j] = 1.0

    def loss(self, w: Array) -> tuple[float, Array]:
        n = len(self.rows)
        by_row, by_column = choice(self.questions, dict(zip(NAMES, w, strict=True)))
        rows = np.exp(by_row) * self.rows.sum(axis=1, keepdims=True) - self.rows
        columns = np.exp(by_column) * self.columns.sum(axis=0) - self.columns
        parts = (
            np.tensordot(rows[:, :n] + columns[:n], self.pairs, 2),
            rows[:, n] @ self.no_answer,
            columns[n] @ self.no_question,
        )
        return -float(by_row[self.rows > 0].sum() + by_column[self.columns > 0].sum()), np.concatenate(parts)


def fit_answers(pages: Iterable[Drawn], penalty: float) -> dict[str, float]:
    """Weight of each measure by name."""
    data = [_Page(page) for page in pages if page.scene.open_end.any()]

    def loss(w: Array) -> tuple[float, Array]:
        parts = [page.loss(w) for page in data]
        return sum(v for v, _ in parts) + 0.5 * penalty * float(w @ w), sum(s for _, s in parts) + penalty * w

    best = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", options={"maxiter": 100})
    return {name: round(float(value), 3) for name, value in zip(NAMES, best.x, strict=True)}
