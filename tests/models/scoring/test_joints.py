"""How sure joints are against how often they are right."""

from __future__ import annotations

from models.domain.joint import Certainty, Claim
from models.scoring.answer import Answer, Told
from models.scoring.joints import joint_figures, judged

TRUTH = Answer(
    (Told("", (("headline", (1,)), ("body", (2, 3, 4)))), Told("", (("body", (6, 7)),))), frozenset({9}), frozenset({7})
)
COUNTED = {1, 2, 4, 6, 7, 9}


def claim(left: int | None, right: int, confidence: float, certainty: Certainty = Certainty.SURE) -> Claim:
    return Claim(left, right, confidence, certainty)


def test_a_joint_is_right_when_its_lines_follow_each_other_over_blank_ones() -> None:
    pairs = ((None, 1), (1, 2), (2, 4), (4, 6), (None, 6), (None, 9))
    claims = [claim(left, right, 0.9) for left, right in pairs]
    assert [right for _, right in judged(claims, TRUTH, COUNTED)] == [True, True, True, False, True, False]


def test_lines_that_may_stand_anywhere_judge_nothing() -> None:
    assert judged([claim(6, 7, 0.9), claim(4, 7, 0.9)], TRUTH, COUNTED) == []


def test_who_is_right_as_often_as_he_says_has_no_error() -> None:
    fair = [(claim(1, 2, 0.75), right) for right in (True, True, True, False)]
    boasting = [(claim(1, 2, 0.95), right) for right in (True, True, True, False)]
    assert joint_figures(fair).ece == 0.0
    assert joint_figures(boasting).ece == 0.2


def test_what_is_sure_and_wrong_is_counted_among_what_is_sure() -> None:
    found = [(claim(1, 2, 0.99), True), (claim(1, 2, 0.99), False), (claim(1, 2, 0.6, Certainty.UNSURE), False)]
    told = joint_figures(found)
    assert (told.joints, told.sure, told.wrong_among_sure) == (3, 0.6667, 0.5)
    assert joint_figures([]).wrong_among_sure == 0.0
