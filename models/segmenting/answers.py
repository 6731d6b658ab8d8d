"""Which text answers which unfinished sentence: each open end asks all texts of the page, each text all open ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
TABLE = "answer"
"""Name of the weights of this choice."""
NO_ANSWER = ("no_answer", "no_answer_but_text_below", "no_answer_short")
"""What tells that no text of the page goes on with an open end."""
NO_QUESTION = ("no_question", "no_question_after_end", "no_question_after_heading", "no_question_lead")
"""What tells that a text goes on with no open end."""
MEASURES = (
    "word_gain", "spanning_word", "affinity", "whole_words", "said_elsewhere", "number_goes_on", "numeral_alone",
    "sentence_start", "lead_like", "begins_inside", "dateline", "open_start",
    "same_words", "same_names", "quote_closes", "quote_unowed", "other_column",
    "next", "earlier", "distance", "round_the_run",
    "loose", "loose_begins_inside", "loose_sentence_start", "loose_lead",
)  # fmt: skip
_NUMBER_END = re.compile(r"[\d一二三四五六七八九十百千万亿两几多第]$")
_NUMBER_START = re.compile(r"^[\d一二三四五六七八九十百千万亿多余%％年月日元个名人户吨米斤亩次届岁倍]")
_NUMERAL = re.compile(r"^[\d一二三四五六七八九十百千万亿]")


def number_goes_on(left: str, right: str) -> float:
    """Whether one number is cut in two, or a number and what it counts."""
    return float(bool(_NUMBER_END.search(left) and _NUMBER_START.match(right)))


def numeral_alone(left: str, right: str) -> float:
    """Whether the right text begins with a numeral that does not go on with one."""
    return float(bool(_NUMERAL.match(right)) and not _NUMBER_END.search(left))


@dataclass(frozen=True, eq=False)
class Questions:
    """The open ends and texts of a page: `measures` (n, n) of each pair, `no_answer` and `no_question` (n,) of NONE."""

    asks: Flags
    can: Flags
    measures: Mapping[str, Matrix]
    no_answer: Mapping[str, Matrix]
    no_question: Mapping[str, Matrix]


def choice(page: Questions, weights: Mapping[str, float]) -> tuple[Matrix, Matrix]:
    """Log-shares by row (n, n + 1) and by column (n + 1, n) of a choice with NONE last."""
    n = len(page.asks)
    grid = np.full((n + 1, n + 1), -np.inf)
    possible = page.asks[:, None] & page.can[None, :] & ~np.eye(n, dtype=bool)
    grid[:n, :n] = np.where(possible, _weighed(page.measures, weights, (n, n)), -np.inf)
    grid[:n, n] = _weighed(page.no_answer, weights, (n,))
    grid[n, :n] = _weighed(page.no_question, weights, (n,))
    rows, columns = grid[:n], grid[:, :n]
    return rows - logsumexp(rows, axis=1, keepdims=True), columns - logsumexp(columns, axis=0, keepdims=True)


def _weighed(tables: Mapping[str, Matrix], weights: Mapping[str, float], shape: tuple[int, ...]) -> Matrix:
    return sum((weights[name] * table for name, table in tables.items()), np.zeros(shape))


def answered(page: Questions, weights: Mapping[str, float]) -> Matrix:
    """(n, n) in 0..1: how surely each text goes on with each open end, the mean of both sides' shares; 0 without weights."""
    n = len(page.asks)
    if not weights or not page.asks.any():
        return np.zeros((n, n))
    by_row, by_column = choice(page, weights)
    return np.asarray(np.exp(0.5 * (by_row[:, :n] + by_column[:n])))
