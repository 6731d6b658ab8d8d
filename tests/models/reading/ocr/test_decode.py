"""The network's answers become characters."""

from __future__ import annotations

import numpy as np
import pytest

from models.reading.ocr.decode import Said, decoded, joined

CHARACTERS = ["", "甲", "乙", " "]


def _answer(*steps: tuple[int, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """(steps, classes) with the given class and chance at each step."""
    answer = np.zeros((len(steps), len(CHARACTERS)), np.float32)
    for row, (found, chance) in zip(answer, steps, strict=True):
        row[:] = (1 - chance) / 10
        row[found] = chance
    return answer


def test_a_run_of_one_class_is_one_character() -> None:
    said = decoded(_answer((1, 0.6), (1, 0.9), (0, 1), (2, 0.7)), CHARACTERS)
    assert said.text == "甲乙"
    assert said.chances == pytest.approx((0.9, 0.7))
    assert said.places == (0.5, 3.0)


def test_the_same_character_twice_is_parted_by_none() -> None:
    assert decoded(_answer((1, 0.9), (0, 0.9), (1, 0.9)), CHARACTERS).text == "甲甲"


def test_nothing_is_said_of_nothing() -> None:
    said = decoded(_answer((0, 0.9), (0, 0.9)), CHARACTERS)
    assert said == Said()
    assert said.confidence == 0.0


def test_pieces_follow_each_other() -> None:
    whole = joined([Said("甲", (0.5,), (1.0,)), Said("乙", (0.7,), (2.0,))], [0, 10])
    assert whole == Said("甲乙", (0.5, 0.7), (1.0, 12.0))
    assert whole.confidence == pytest.approx(0.6)
