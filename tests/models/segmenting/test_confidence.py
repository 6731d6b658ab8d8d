"""What a margin is worth, and when it is sure."""

from __future__ import annotations

import pytest

from models.domain.joint import Certainty
from models.domain.line import Regime
from models.reading.text_dump import split_lines
from models.segmenting.confidence import Witness, certainty
from models.segmenting.decode import NONE
from models.segmenting.engine import decode, scene_of
from models.segmenting.fragments import fragments
from models.segmenting.line_features import layout
from models.segmenting.repair import clean
from models.segmenting.roles import Kind
from models.segmenting.weights import shipped

TEXT = """水渠修到村口
本报讯（记者周小禾）红石湾水渠昨天通水，六个乡镇的旱田第一次得到灌溉。
红石湾水渠全长四十二公里，去年三月动工，沿线群众投工三十万个。"""


@pytest.fixture(scope="module")
def witness() -> Witness:
    page = layout([clean(line) for line in split_lines(TEXT)], Regime.PARAGRAPHS)
    decoded = decode(scene_of(fragments(page, (Kind.HEADING, Kind.TEXT, Kind.TEXT)), page, shipped()), shipped())
    return Witness(decoded.scene, decoded.scores, shipped())


@pytest.mark.parametrize(
    ("confidence", "state"), [(0.99, "sure"), (0.97, "sure"), (0.95, "check"), (0.8, "check"), (0.5, "unsure"), (0.0, "unsure")]
)
def test_states(confidence: float, state: str) -> None:
    assert certainty(confidence) is Certainty(state)


def test_what_the_decode_chose_is_likelier_than_what_it_refused(witness: Witness) -> None:
    assert witness.belief(0, 1).confidence > 0.5 > witness.belief(2, 1).confidence


def test_reasons_for_are_positive_and_sorted_and_the_one_against_is_not(witness: Witness) -> None:
    belief = witness.belief(0, 1)
    weights = [reason.weight for reason in belief.reasons]
    assert weights == sorted(weights, reverse=True)
    assert 0 < len(weights) <= 3
    assert min(weights) > 0
    assert belief.against is None or belief.against.weight < 0


def test_the_best_other_answers_are_told(witness: Witness) -> None:
    belief = witness.belief(0, 1)
    assert {other.node for other in belief.others} == {NONE, 2}
    shares = [other.confidence for other in belief.others]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0 - belief.confidence)
    assert all(other.reason is None or other.reason.weight > 0 for other in belief.others)


def test_an_article_that_begins_here_is_always_among_the_others(witness: Witness) -> None:
    assert NONE in {other.node for left, right in ((0, 1), (1, 2), (2, 1)) for other in witness.belief(left, right).others}
    assert NONE not in {other.node for other in witness.belief(NONE, 0).others}
