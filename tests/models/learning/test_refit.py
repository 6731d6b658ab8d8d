"""What a refit learns of a newspaper: its own marks, its own names for parts of articles, each newspaper's for itself."""

from __future__ import annotations

import pytest

from models.domain.line import Reading, Regime, SourceKind
from models.domain.role import Role
from models.learning.lesson import Lesson
from models.learning.referee import Verdict, judge, parted, repairs_per_article
from models.learning.refit import look, refit
from models.reading.text_dump import split_lines
from models.segmenting.engine import Segmenter
from models.segmenting.weights import Weights, shipped

TOWNS = ("青石镇", "白桦乡", "红石湾", "柳河村", "沙溪口", "云台县")
MORNING, EVENING = "青石日报", "红石晚报"


def lesson(number: int, newspaper: str | None = None, lead: bool = True, below: Role = Role.SUBTITLE) -> Lesson:
    """Three articles: a headline, a line after a sign that is `below`, and two paragraphs."""
    parts: list[str] = []
    for i in range(3):
        town = TOWNS[(number + i) % len(TOWNS)]
        parts += [
            f"# {town}第{number + i}期水渠通水",
            f"# ※沿线{number + 2}个村受益",
            f"本报讯 {town}水渠昨天通水，沿线{number + 2}个村的旱田第一次得到灌溉。",
            f"{town}水渠全长{number + 7}公里，去年动工，群众投工三万个。",
        ]
    lines = tuple(split_lines("\n\n".join(parts)))
    numbers = [line.number for line in lines]
    articles = tuple(tuple(numbers[i : i + 4]) for i in range(0, 12, 4))
    told = (Role.HEADLINE, below, Role.LEAD if lead else Role.BODY, Role.BODY)
    roles = {n: role for article in articles for n, role in zip(article, told, strict=True)}
    return Lesson(Reading(lines, SourceKind.DUMP, Regime.PARAGRAPHS), roles, articles, newspaper)


def learnt(*lessons: Lesson) -> Weights:
    return refit([look(each) for each in lessons], shipped())


def roles(weights: Weights, page: Lesson) -> list[Role]:
    proposal = Segmenter(weights).propose(page.reading, newspaper=page.newspaper)
    found = {n: part.role for article in proposal.articles for part in article for n in part.lines}
    return [found[line.number] for line in page.reading.lines]


@pytest.mark.parametrize("below", [Role.SUBTITLE, Role.KICKER])
def test_a_sign_tells_which_line_of_a_heading_is_what(below: Role) -> None:
    weights = learnt(*(lesson(number, below=below) for number in range(6)))
    assert roles(weights, lesson(30))[1::4] == [below] * 3


def test_each_newspaper_has_its_own_way_with_leads() -> None:
    pages = [lesson(number, newspaper, newspaper == MORNING) for number in range(5) for newspaper in (MORNING, EVENING)]
    weights = learnt(*pages)
    assert roles(weights, lesson(30, MORNING))[2::4] == [Role.LEAD] * 3
    assert roles(weights, lesson(30, EVENING))[2::4] == [Role.BODY] * 3


def test_what_ships_has_no_habits_and_knows_no_newspaper() -> None:
    assert not shipped().habits
    assert roles(shipped(), lesson(30, MORNING)) == roles(shipped(), lesson(30))


def test_a_refit_leaves_what_it_does_not_touch() -> None:
    weights = learnt(*(lesson(number) for number in range(5)))
    assert weights.calibration == shipped().calibration
    assert weights.units == shipped().units
    assert weights.lines != shipped().lines


def test_every_page_is_judged_once_while_all_fifths_have_their_turn() -> None:
    pages = list(range(12))
    judged = [page for turn in range(5) for page in parted(pages, turn)[1]]
    assert sorted(judged) == pages
    assert all(sorted(learn + judge) == pages for learn, judge in (parted(pages, turn) for turn in range(5)))
    assert [len(parted(list(range(count)), 0)[1]) for count in (5, 6, 9, 10, 20)] == [3, 2, 3, 2, 4]


def test_the_old_weights_stay_unless_the_new_are_no_worse() -> None:
    assert Verdict(4, 1.0, 1.0).accepts
    assert not Verdict(4, 1.0, 1.01).accepts
    assert not Verdict(4, 1.0, 0.95, known_well=True).accepts
    assert Verdict(4, 1.0, 0.9, known_well=True).accepts
    assert Verdict(4, 0.0, 0.0).accepts
    assert not Verdict(4, 0.0, 0.0, known_well=True).accepts, "no repairs can not be bettered"
    others = [lesson(number, lead=False) for number in (20, 21)]
    better, worse = (learnt(*(lesson(n, lead=lead) for n in range(5))) for lead in (False, True))
    assert judge(others, worse, better).accepts
    assert not judge(others, better, worse).accepts
    assert repairs_per_article(others, Segmenter(better)) < repairs_per_article(others, Segmenter(worse))
