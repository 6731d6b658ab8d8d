"""Scores of features and of units made of them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import sparse

from models.segmenting.scorer import NO_UNITS, Scorer

UNITS = {"unit 00": {"near": 1.0, "alike": 2.0}}
TABLES = [{"near": 0.5, "unit 00": 3.0}, {"alike": -1.0}]


def test_without_units_a_score_is_the_sum_of_weighed_features() -> None:
    scorer = Scorer.of([{"near": 0.5, "alike": 2.0}], NO_UNITS)

    assert scorer.names == ("alike", "near")
    assert scorer.scores(np.array([[1.0, 4.0]]))[0, 0] == pytest.approx(2.0 + 2.0)


def test_a_unit_adds_what_its_features_say_together() -> None:
    scorer = Scorer.of(TABLES, UNITS)

    scores = scorer.scores(np.array([0.25, 0.5]))  # alike, near

    assert scores.tolist() == pytest.approx([0.25 + 3.0 * math.tanh(1.0), -0.25])


def test_rows_that_are_mostly_empty_score_the_same() -> None:
    scorer, rows = Scorer.of(TABLES, UNITS), np.array([[0.25, 0.0], [0.0, 0.5]])

    assert scorer.scores(sparse.csr_array(rows)) == pytest.approx(scorer.scores(rows))


def test_tables_of_pairs_keep_their_shape() -> None:
    scorer = Scorer.of(TABLES, UNITS)

    assert scorer.scores(np.zeros((3, 4, 2))).shape == (3, 4, 2)


def test_what_the_features_add_is_the_whole_score() -> None:
    scorer, features = Scorer.of(TABLES, UNITS), np.array([0.3, -0.2])

    shares = scorer.shares(features)

    assert set(shares) == {"alike", "near"}
    assert sum(shares.values()) == pytest.approx(float(scorer.scores(features)[0]))


def test_a_feature_that_is_not_there_adds_nothing() -> None:
    assert Scorer.of(TABLES, UNITS).shares(np.array([0.0, 1.0])).keys() == {"near"}
