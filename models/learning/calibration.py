"""Fits what a margin is worth: the slope and offset that make stated confidence the share of joints that are right."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy.optimize import minimize

from models.learning.joints import seen, true_links
from models.learning.lesson import Lesson
from models.segmenting.confidence import WIDEST, Witness
from models.segmenting.decode import NONE
from models.segmenting.engine import decode
from models.segmenting.weights import Weights


def judged(lesson: Lesson, weights: Weights) -> list[tuple[float, bool]]:
    """(margin, whether it is right) for every joint and start the engine decides on the lesson's page."""
    scene = seen(lesson, weights)
    decoded = decode(scene, weights)
    witness = Witness(decoded.scene, decoded.scores, weights)
    true = {right: left for left, right in enumerate(true_links(lesson, scene.nodes)) if right != NONE}
    said = {right: left for left, right in enumerate(decoded.links) if right != NONE}
    return [(witness.margin(said.get(i, NONE), i), said.get(i, NONE) == true.get(i, NONE)) for i in range(scene.size)]


def fit_calibration(pages: Iterable[Lesson], weights: Weights) -> tuple[float, float]:
    """(slope, offset) of the log-odds over the margin, by likelihood on pages the weights have not seen."""
    seen = [pair for lesson in pages for pair in judged(lesson, weights)]
    margins = np.clip([margin for margin, _ in seen], -WIDEST, WIDEST)
    right = np.array([is_right for _, is_right in seen], dtype=float)

    def loss(w: np.ndarray) -> float:
        odds = w[0] * margins + w[1]
        return float(np.logaddexp(0.0, odds).sum() - (odds * right).sum())

    best = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead")
    return round(float(best.x[0]), 3), round(float(best.x[1]), 3)
