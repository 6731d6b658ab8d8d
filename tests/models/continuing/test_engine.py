"""Which article goes on in which, on pages as papers set them; all stories are ours."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import numpy as np
import pytest

from models.continuing.engine import pairing_chances, proposals
from models.domain.article import Article
from models.domain.continuation import Continuation, Onward
from models.domain.geometry import Rect
from models.domain.joint import Certainty
from models.domain.label import Origin, Verdict
from models.domain.page import Page, PageState
from models.domain.role import Role
from models.wording import reason
from tests.models.checking.conftest import B, H, Spec
from tests.models.continuing.conftest import issue_page, pairs

SURE, UNSURE = Certainty.SURE, Certainty.UNSURE

BRIDGE = "本报讯 记者林小满报道，青石江大桥昨天上午正式通车，两岸居民从此五分钟就能过江。"
BRIDGE_CUT = "通车仪式上，建设者代表说，三百多名工人在江心墩上连续奋战了九十个昼"
BRIDGE_ON = "夜，终于在汛期前实现合龙。大桥通车以后，江北的蔬菜一个小时就能进城。"
SPRING = "本报讯 通讯员何文茵报道，镇供销社把种子、化肥、农膜送到田间地头，备足了三千吨化"
SPRING_ON = "肥，农户不出村就能买到。供销社还组织农技员为农户讲解农膜的用法。"
FERRY: Spec = [(H, ["渡口今起停运"]), (B, ["本报讯 渡口从今天起停运，管理所提醒市民改走别处。"])]
SCHOOL: Spec = [(H, ["白鹭小学开出劳动课"]), (B, ["本报讯 白鹭小学的菜园里，孩子们正在学习育苗。"])]


def front(*articles: Spec, number: str = "1") -> Page:
    return issue_page(number, *articles, page_id=1)


def back(*articles: Spec, number: str | None = "第2版") -> Page:
    return issue_page(number, *articles, page_id=2)


def bridge(note: str = "（下转第2版）") -> Spec:
    return [(H, ["青石江大桥昨日通车"]), (B, [BRIDGE, BRIDGE_CUT, note])]


@pytest.mark.parametrize("note", ["（下转第2版）", "（下转第二版）", "下 转 2 版", "▶下转第２版"])
@pytest.mark.parametrize(
    "rest",
    [
        [(H, ["青石江大桥昨日通车"]), (B, ["（上接第1版）", BRIDGE_ON])],
        [(H, ["大桥通车"]), (B, ["（上接第一版）" + BRIDGE_ON])],
        [(B, ["（上接1版）", BRIDGE_ON])],
        [(H, ["（上接第 1 版）"]), (B, [BRIDGE_ON])],
    ],
)
def test_title_repeated_shortened_or_absent(note: str, rest: Spec) -> None:
    one, two = front(SCHOOL, bridge(note)), back(FERRY, rest)
    found = pairs(one, two)
    assert {places: claim.certainty for places, claim in found.items()} == {(12, 22): SURE}
    claim = found[12, 22]
    assert (one.line(claim.left).text, BRIDGE_ON in two.line(claim.right).text) == (BRIDGE_CUT, True)


def test_letters_in_page_numbers() -> None:
    rest: Spec = [(H, ["大桥通车"]), (B, ["（上接A1版）", BRIDGE_ON])]
    assert list(pairs(front(bridge("（下转A4版）"), number="A01"), back(rest, number="A4"))) == [(11, 21)]
    assert pairs(front(bridge("（下转A4版）"), number="A01"), back(rest, number="B4")) == {}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("titled", [False, True])
def test_two_articles_that_go_on_on_one_page(swapped: bool, titled: bool) -> None:
    """Told apart by the words at the cut, and by title words where there are titles."""
    note = "（上接第1版）"
    rests: list[Spec] = [
        [*([(H, ["大桥通车"])] if titled else []), (B, [note, BRIDGE_ON])],
        [*([(H, ["化肥送到田头"])] if titled else []), (B, [note, SPRING_ON])],
    ]
    spring: Spec = [(H, ["春耕化肥送到田头"]), (B, [SPRING, "（下转第2版）"])]
    found = pairs(front(bridge(), spring), back(*(rests[::-1] if swapped else rests), FERRY))
    assert list(found) == [(11, 22), (12, 21)] if swapped else [(11, 21), (12, 22)]
    assert all(claim.certainty is SURE for claim in found.values())


def test_two_that_nothing_tells_apart_are_unsure() -> None:
    heads = [[(H, [title]), (B, [text, "（下转第2版）"])] for title, text in (("短讯一", "一。"), ("简报二", "二。"))]
    found = pairs(front(*heads), back([(B, ["（上接第1版）", "三。"])], [(B, ["（上接第1版）", "四。"])]))
    assert len(found) == 2
    assert {claim.certainty for claim in found.values()} == {UNSURE}
    assert all(claim.against is not None and "fits as well" in reason(claim.against) for claim in found.values())


def test_a_note_on_one_page_only() -> None:
    """The other half is found by what it says, and a stranger is not taken for it."""
    said = pairs(front(bridge(), SCHOOL), back(FERRY, [(H, ["大桥通车"]), (B, [BRIDGE_ON])]))
    assert list(said) == [(11, 22)]
    began = pairs(front(bridge("又讯。"), SCHOOL), back(FERRY, [(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON])]))
    assert list(began) == [(11, 22)]
    assert began[11, 22].confidence < said[11, 22].confidence
    strangers = pairs(front(bridge(), SCHOOL), back(FERRY))
    assert all(claim.certainty is UNSURE for claim in strangers.values())


def test_a_cue_that_names_another_page_is_believed() -> None:
    rest: Spec = [(H, ["大桥通车"]), (B, ["（上接第3版）", BRIDGE_ON])]
    assert pairs(front(bridge()), back(rest)) == {}


def test_a_note_outside_of_its_article() -> None:
    """As a segmenter leaves it: among the furniture, or at the head of the article below."""
    one = issue_page(
        "1", [(H, ["青石江大桥昨日通车"]), (B, [BRIDGE, BRIDGE_CUT])], SCHOOL, page_id=1, loose=[(Role.FURNITURE, ["x"])]
    )
    lines = [*one.lines[:3], replace(one.lines[-1], number=4, text="（下转第2版）")]
    lines += [replace(line, number=line.number + 1) for line in one.lines[3:-1]]
    school = one.articles[1]
    moved = replace(school, blocks=tuple(replace(b, lines=tuple(n + 1 for n in b.lines)) for b in school.blocks))
    settled = replace(one.loose[0], lines=(4,))
    outside = replace(one, lines=tuple(lines), articles=(one.articles[0], moved), loose=(settled,))
    two = back([(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON])])
    assert list(pairs(outside, two)) == [(11, 21)]
    first = replace(moved.blocks[0], lines=(4, *moved.blocks[0].lines))
    wrong = replace(outside, articles=(one.articles[0], replace(moved, blocks=(first, *moved.blocks[1:]))), loose=())
    assert list(pairs(wrong, two)) == [(11, 21)]


def test_a_printed_page_has_the_note_under_its_column() -> None:
    """By the order of lines the note would be the other article's."""
    one = issue_page(
        "1", [(B, [BRIDGE_CUT])], [(B, ["孩子们正在学习育苗。"])], page_id=1, loose=[(Role.BODY, ["（下转第2版）"])]
    )
    places = {1: Rect(0.1, 0.2, 0.4, 0.22), 2: Rect(0.6, 0.2, 0.9, 0.22), 3: Rect(0.25, 0.23, 0.4, 0.25)}
    one = replace(one, lines=tuple(replace(line, outline=places[line.number]) for line in one.lines))
    assert list(pairs(one, back([(B, ["（上接第1版）", BRIDGE_ON])]))) == [(11, 21)]


@pytest.mark.parametrize(("one", "two"), [(None, "2"), ("1", None), (None, None)])
def test_pages_that_print_no_number(one: str | None, two: str | None) -> None:
    """A front page often has none; it is the one that the other names."""
    rest: Spec = [(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON])]
    begins = issue_page(one, bridge(), SCHOOL, page_id=1)
    found = pairs(begins, issue_page(two, rest, FERRY, page_id=2))
    assert {places: claim.certainty for places, claim in found.items()} == {(11, 21): SURE}


def test_three_pages() -> None:
    middle: Spec = [(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON, "市交通局表示，今年还将建设连接", "（下转第3版）"])]
    last = issue_page("3", [(H, ["大桥通车"]), (B, ["（上接第2版）", "线，方便两岸。"])], FERRY, page_id=3)
    assert list(pairs(last, front(bridge()), back(middle))) == [(11, 21), (21, 31)]


def test_only_pages_of_one_issue() -> None:
    rest: Spec = [(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON])]
    two = back(rest)
    assert pairs(front(bridge())) == {}
    assert pairs(front(bridge()), issue_page("2", rest, page_id=2, day=datetime.date(2031, 5, 7))) == {}
    assert pairs(front(bridge()), replace(two, header=replace(two.header, newspaper=None))) == {}
    assert pairs(front(bridge()), replace(two, state=PageState.DELETED)) == {}
    assert pairs(front(bridge()), back(rest, number=None)) != {}, "the rest says where it comes from, whatever its own number"


def judged(page: Page, claim: Onward, verdict: Verdict) -> Page:
    return replace(page, continuations=(Continuation(1, claim, Origin.ENGINE, verdict),))


def test_what_an_editor_said_holds() -> None:
    one, two = front(bridge(), SCHOOL), back(FERRY, [(H, ["大桥通车"]), (B, ["（上接第1版）", BRIDGE_ON])])
    (claim,) = proposals([one, two])[1]
    assert (11, 22) not in pairs(judged(one, claim, Verdict.REJECTED), two)
    cut = two.articles[1]
    regrouped = replace(two, articles=(two.articles[0], Article(cut.id, cut.blocks[1:])), loose=cut.blocks[:1])
    assert (11, 22) not in pairs(judged(one, claim, Verdict.REJECTED), regrouped), "the same articles, their blocks others"
    own = replace(claim, right=two.articles[0].lines[-1])
    assert pairs(judged(one, own, Verdict.ACCEPTED), two) == {}, "the first goes on where the editor says"


def test_chances_are_those_of_all_ways_to_pair() -> None:
    weights = np.array([[8.0, 0.5, 2.0], [3.0, 6.0, 0.1]])
    rows, columns = weights.shape
    total, found = 0.0, np.zeros_like(weights)
    for chosen in itertools.product([None, *range(columns)], repeat=rows):
        taken = [column for column in chosen if column is not None]
        if len(set(taken)) == len(taken):
            worth = float(np.prod([weights[row, column] for row, column in enumerate(chosen) if column is not None]))
            total += worth
            for row, column in enumerate(chosen):
                if column is not None:
                    found[row, column] += worth
    assert np.abs(pairing_chances(weights) - found / total).max() < 0.05
    assert pairing_chances(np.array([[4.0]]))[0, 0] == pytest.approx(0.8)
    assert pairing_chances(np.zeros((0, 3))).shape == (0, 3)
