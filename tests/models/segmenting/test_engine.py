"""The segmenter on small pages of our own: one page for each thing that goes wrong in sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.domain.joint import Certainty
from models.domain.line import Line, Marks, Reading, Regime, SourceKind
from models.domain.proposal import Proposal
from models.domain.role import Role
from models.reading.text_dump import regime, split_lines
from models.segmenting.engine import Segmenter
from models.segmenting.pairs import REASON_NAMES

CANAL = "红石湾水渠通水 六乡旱田得灌溉"
CANAL_LEAD = "本报讯（记者周小禾）昨天上午，红石湾水渠正式通水，沿线六个乡镇的三万亩旱田第一次得到灌溉。"
CANAL_BODY = "红石湾水渠全长四十二公里，去年三月动工，沿线群众投工三十万个。水务局说，水渠通水以后，每亩旱田可以增收一百斤。"
SCHOOL = "山村小学办起科学馆"
SCHOOL_LEAD = "本报讯（记者林一苇）柳树沟小学的科学馆近日开馆，孩子们第一次用望远镜看到了月亮上的环形山。"
SCHOOL_BODY = "科学馆由退休教师何守田带着学生自己动手建成，馆里的天平、望远镜和标本都是用旧材料做的。小学每周开两节科学课。"
FERRY = "老渡口换上电动船"
FERRY_LEAD = "本报讯（记者高远帆）青龙河老渡口的柴油渡船上月全部换成电动船，往来两岸的乘客不再闻到油烟味。"
FERRY_BODY = "青龙河渡口有一百二十年历史，每天有两千名乘客过河。渡口站长说，电动船一天只用电费六十元，比柴油船省一半。"


@pytest.fixture(scope="module")
def engine() -> Segmenter:
    return Segmenter()


def read(*paragraphs: str) -> Reading:
    lines = tuple(split_lines("\n\n".join(paragraphs)))
    return Reading(lines, SourceKind.DUMP, regime(lines))


def articles(proposal: Proposal) -> list[list[int]]:
    return [[n for segment in article for n in segment.lines] for article in proposal.articles]


def test_headings_before_bodies(engine: Segmenter) -> None:
    page = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY)
    assert articles(engine.propose(page)) == [[1, 3, 5], [7, 9, 11]]


def test_headings_after_bodies(engine: Segmenter) -> None:
    page = read(CANAL_LEAD, CANAL_BODY, CANAL, SCHOOL_LEAD, SCHOOL_BODY, SCHOOL, FERRY_LEAD, FERRY_BODY, FERRY)
    assert articles(engine.propose(page)) == [[5, 1, 3], [11, 7, 9], [17, 13, 15]]


def test_a_body_cut_by_another_article(engine: Segmenter) -> None:
    cut = CANAL_BODY.index("群众") + 1
    page = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY[:cut], f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY, CANAL_BODY[cut:])
    assert articles(engine.propose(page)) == [[1, 3, 5, 13], [7, 9, 11]]


def test_a_body_that_stops_in_mid_sentence_stays_open(engine: Segmenter) -> None:
    page = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY[:31], f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY)
    assert articles(engine.propose(page)) == [[1, 3, 5], [7, 9, 11]]


def test_a_repeat_is_set_aside(engine: Segmenter) -> None:
    page = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY, CANAL_BODY)
    proposal = engine.propose(page)
    assert [(repeat.lines, repeat.of) for repeat in proposal.repeats] == [((13,), (5,))]
    assert articles(proposal) == [[1, 3, 5], [7, 9, 11]]


def test_roles_of_a_news_article(engine: Segmenter) -> None:
    article = engine.propose(read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY)).articles[0]
    assert [segment.role for segment in article] == [Role.HEADLINE, Role.LEAD, Role.BODY]


def test_a_notice(engine: Segmenter) -> None:
    page = read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, "## 声明", "青龙河渡口服务社公章（编码3309021577）丢失，声明作废。")
    proposal = engine.propose(page)
    assert [segment.role for segment in proposal.articles[1]] == [Role.HEADLINE, Role.NOTICE]


def test_wrapped_columns(engine: Segmenter) -> None:
    def wrapped(text: str) -> str:
        return "\n".join([text[:14], *(text[i : i + 16] for i in range(14, len(text), 16))])

    page = read(CANAL, wrapped(CANAL_LEAD), wrapped(CANAL_BODY), SCHOOL, wrapped(SCHOOL_LEAD), wrapped(SCHOOL_BODY))
    assert page.regime is Regime.WRAPPED
    found = articles(engine.propose(page))
    assert [lines[0] for lines in found] == [1, next(line.number for line in page.lines if line.text == SCHOOL)]


def test_every_joint_has_a_claim_with_known_reasons(engine: Segmenter) -> None:
    proposal = engine.propose(read(f"## {CANAL}", CANAL_LEAD, CANAL_BODY, f"## {SCHOOL}", SCHOOL_LEAD, SCHOOL_BODY))
    assert {(claim.left, claim.right) for claim in proposal.claims} == {(None, 1), (1, 3), (3, 5), (None, 7), (7, 9), (9, 11)}
    for claim in proposal.claims:
        assert 0.0 <= claim.confidence <= 1.0
        assert claim.certainty in Certainty
        assert {reason.name for reason in (*claim.reasons, *([claim.against] if claim.against else []))} <= set(REASON_NAMES)


def test_an_unread_page_has_no_proposal(engine: Segmenter) -> None:
    assert engine.propose(Reading((), SourceKind.PICTURE, unread=True)) == Proposal(())


texts = st.text(st.sampled_from("渠水田乡的。，“”：—（）本报讯记者摄图为年月日12 #*"), min_size=1, max_size=60).filter(
    str.strip
)
marks = st.builds(Marks, st.sampled_from([0, 0, 0, 1, 2, 3]), st.booleans(), st.integers(0, 3))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, marks), max_size=25), st.sampled_from(Regime))
def test_every_line_in_exactly_one_place_and_always_the_same(drawn: list[tuple[str, Marks]], broken: Regime) -> None:
    lines = tuple(Line(3 * i + 2, text, marks=mark) for i, (text, mark) in enumerate(drawn))
    reading = Reading(lines, SourceKind.DUMP, broken)
    first = Segmenter().propose(reading)
    placed = [n for lines in articles(first) for n in lines]
    placed += [n for group in (*first.furniture, *first.unplaced) for n in group]
    placed += [n for repeat in first.repeats for n in repeat.lines]
    assert sorted(placed) == [line.number for line in lines]
    assert Segmenter().propose(reading) == first
