"""Which text answers an unfinished sentence, and interrupted bodies cut at every place."""

from __future__ import annotations

import numpy as np
import pytest

from models.domain.line import Reading, SourceKind
from models.reading.text_dump import regime, split_lines
from models.segmenting.answers import Questions, answered, number_goes_on, numeral_alone
from models.segmenting.engine import Segmenter

ORCHARD = "梨园添了滴灌带"
ORCHARD_LEAD = "本报讯（记者田小满）青石坡的两千亩梨园上月全部装上滴灌带，今年春旱，果农没有再为浇水发愁。"
ORCHARD_BODY = (
    "滴灌带由乡农机站统一铺设，每亩成本一百六十元，比漫灌节水四成。果农老秦说，往年浇一遍园子要五天，现在拧开阀门就行。"
)
THEATRE = "旧粮仓改成小剧场"
THEATRE_LEAD = "本报讯（记者陆晚舟）停用十七年的东关粮仓昨晚亮起灯光，县剧团在这里演出改建后的第一台戏。"
THEATRE_BODY = "剧场有三百二十个座位，舞台的横梁是原来的杉木。剧团团长介绍，每个周末都会有一场演出，票价十五元。"
CLINIC = "山里来了牙医车"
CLINIC_LEAD = "本报讯（记者尹南星）一辆装着牙椅的流动诊疗车近日开进松岭乡，三天里为四百名老人检查了牙齿。"
CLINIC_BODY = "诊疗车由市口腔医院改装，水电自备。院长说，今后每个季度都会进山一次，先看老人和学生，再看其他村民。"

STORIES = {
    "orchard": (ORCHARD, ORCHARD_LEAD, ORCHARD_BODY),
    "theatre": (THEATRE, THEATRE_LEAD, THEATRE_BODY),
    "clinic": (CLINIC, CLINIC_LEAD, CLINIC_BODY),
}


def rejoined(engine: Segmenter, cut_story: str, between: str, cut: int) -> bool:
    """Whether a body cut after `cut` characters, another article between its parts, is one article again."""
    head, lead, body = STORIES[cut_story]
    other = STORIES[between]
    page = (f"## {head}", lead, body[:cut], f"## {other[0]}", *other[1:], body[cut:])
    lines = tuple(split_lines("\n\n".join(page)))
    found = engine.propose(Reading(lines, SourceKind.DUMP, regime(lines)))
    return [[n for s in article for n in s.lines] for article in found.articles] == [[1, 3, 5, 13], [7, 9, 11]]


def places(body: str) -> list[int]:
    """Every place inside the body that is not at a mark."""
    return [i for i in range(8, len(body) - 7) if body[i - 1] not in "，。：、" and body[i] not in "，。：、"]


@pytest.mark.parametrize(("cut_story", "between"), [("orchard", "theatre"), ("theatre", "clinic"), ("clinic", "orchard")])
def test_some_cuts_are_rejoined(cut_story: str, between: str) -> None:
    """Far from all: of 84 cuts, 19 with the weights that ship.  Most seams say nothing, and being next in the source wins."""
    engine = Segmenter()
    cuts = places(STORIES[cut_story][2])
    hits = sum(rejoined(engine, cut_story, between, cut) for cut in cuts)
    assert hits >= 0.15 * len(cuts)


def asked(n: int, asks: str, **fit: float) -> np.ndarray:
    """How surely texts go on with the open ends `asks`, with `ab=2.0` for the fit of b to a and 1.0 for no partner."""
    pairs = np.zeros((n, n))
    for name, value in fit.items():
        left, right = ("abcd".index(char) for char in name)
        pairs[left, right] = value
    open_ends = np.array(["abcd"[i] in asks for i in range(n)])
    none = {"none": np.ones(n)}
    return answered(Questions(open_ends, np.ones(n, dtype=bool), {"fit": pairs}, none, none), {"fit": 1.0, "none": 1.0})


def test_the_best_answer_of_both_sides_is_sure() -> None:
    sure = asked(3, "a", ab=6.0, ac=1.0)
    assert sure[0, 1] > 0.9
    assert sure[0, 2] < 0.2
    assert not sure[1:].any()


def test_an_answer_that_two_ends_ask_for_is_not_sure() -> None:
    assert asked(3, "ab", ac=5.0, bc=5.0)[0, 2] < 0.8 * asked(3, "a", ac=5.0)[0, 2]


def test_nothing_is_asked_without_open_ends() -> None:
    assert not asked(2, "", ab=5.0).any()


def test_numbers_across_the_seam() -> None:
    assert number_goes_on("增加了三", "百三十万人") == 1.0
    assert number_goes_on("增加了", "百三十万人") == 0.0
    assert numeral_alone("增加了", "百三十万人") == 1.0
