"""Every rule finds what it is for, at its place, and keeps still about a page that is in order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from models.checking.check import check
from models.domain.continuation import Continuation, Onward
from models.domain.finding import Finding, FindingKind, Remedy
from models.domain.geometry import Rect
from models.domain.issue import Link, Part
from models.domain.line import Regime
from models.domain.page import Page, PageReading, keeps_every_line
from models.domain.role import Role
from models.editing.edit import settled
from models.editing.remedies import remedy
from models.editing.words import CorrectLine
from models.wording import finding_name, finding_reason, remedy_name
from tests.models.checking.conftest import GOOD, B, C, H, Spec, Y, page_of

K = FindingKind


def kinds(page: Page) -> list[tuple[FindingKind, tuple[int, ...]]]:
    return [(finding.kind, finding.lines) for finding in check(page)]


def linked(front: Page, back: Page) -> Link:
    """Their first articles are one."""
    first, rest = front.articles[0], back.articles[0]
    claim = Onward(first.lines[-1], back.id, rest.lines[0])
    return Link(Continuation(1, claim), Part(front, first), Part(back, rest))


def test_a_page_in_order_has_no_findings() -> None:
    picture: Spec = [(C, ["图为新桥全景。何川 摄"]), (H, ["新桥全景"])]
    assert check(page_of(GOOD, picture, loose=[(Role.FURNITURE, ["第2版"]), (Role.DUPLICATE, ["北岸"])])) == ()


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ([(B, ["北岸新桥昨日通车，两岸居民过河只要五分钟。"])], [(K.NO_TITLE, (1,))]),
        ([*GOOD, (H, ["渡口停运"]), (B, ["渡口今起停运。"])], [(K.TWO_TITLES, (4,))]),
        ([*GOOD, (Role.KICKER, ["交通"]), (H, ["渡口停运"]), (B, ["渡口停运。"])], [(K.TWO_TITLES, (4, 5))]),
        ([(H, ["北岸新桥"]), (Role.SUBTITLE, ["昨日通车"]), (H, ["两岸相连"]), (B, ["通车了。"])], []),
        ([(Y, ["本报记者 林小满"])], [(K.NO_TITLE, (1,)), (K.LONE_BYLINE, (1,))]),
        ([(H, ["新桥"]), (B, ["，两岸居民过河只要五分钟。"])], [(K.OPEN_START, (2,))]),
        ([(H, ["新桥"]), (B, ["新桥通车。", "两岸居民从今天起过河只要五"])], [(K.OPEN_END, (3,))]),
        ([(H, ["新桥"]), (B, ["新桥通车。", "两岸居民从今天起过河只要五"]), (B, ["（下转本版）"])], []),
        ([(H, ["桥"]), (B, ["桥头的风", "吹过渡口的清晨", "船歌已远", "桥灯长明在我心里"])], []),
        ([(H, ["新桥"]), (B, ["新桥通车。", "林小满"])], []),
        ([(H, ["新桥"]), (B, ["新桥 beautiful 通车，两岸居民用上了 app 和GDP统计。"])], [(K.FOREIGN_WORD, (2,))]),
        ([(H, ["新桥"]), (B, ["新桥するする通车。"])], [(K.FOREIGN_WORD, (2,))]),
        ([(H, ["新桥"]), (B, ["新桥\ufffd通车\ue000。"])], [(K.SUSPICIOUS_CHARACTER, (2,))]),
        (
            [(H, ["新桥"]), (B, ["新\u200b桥通车。", "⽇前。", "制\t表\x07"])],
            [(K.SUSPICIOUS_CHARACTER, (n,)) for n in (2, 3, 4)],
        ),
    ],
)
def test_rules_of_one_article(article: Spec, expected: list[tuple[FindingKind, tuple[int, ...]]]) -> None:
    assert kinds(page_of(article)) == expected


def test_unplaced_lines_come_first_and_say_where() -> None:
    page = page_of(
        [(B, ["通车。"])], loose=[(B, ["记者从指挥部获悉，新桥" * 5]), (Role.FURNITURE, ["2"]), (B, ["第二版"]), (H, ["桥"])]
    )
    assert kinds(page) == [(K.UNPLACED, (2,)), (K.UNPLACED, (4,)), (K.UNPLACED, (5,)), (K.NO_TITLE, (1,))]
    assert [finding.remedy for finding in check(page)[:3]] == [Remedy.NEW_ARTICLE, Remedy.FURNITURE, None]


def test_repeated_text_names_the_later_run() -> None:
    again = ["记者从北岸建设指挥部获悉，新桥全长三公里半，", "两岸居民今后过河只要五分钟，渡口从此停运。"]
    page = page_of([(H, ["新桥"]), (B, again)], [(H, ["又一"]), (B, ["先说一句。", *again])])
    assert kinds(page) == [(K.REPEATED, (6, 7))]


def test_set_phrases_may_be_said_twice() -> None:
    assert kinds(page_of([(H, ["一"]), (B, ["据新华社电。"])], [(H, ["二"]), (B, ["据新华社电。"])])) == []


def test_far_headline_by_outline() -> None:
    page = page_of(GOOD)
    near = {1: Rect(0.1, 0.1, 0.5, 0.15), 2: Rect(0.1, 0.2, 0.3, 0.22), 3: Rect(0.1, 0.22, 0.3, 0.24)}
    assert kinds(_outlined(page, near)) == []
    assert kinds(_outlined(page, {**near, 1: Rect(0.6, 0.8, 0.9, 0.85)})) == [(K.FAR_HEADLINE, (1,))]


def _outlined(page: Page, outlines: dict[int, Rect]) -> Page:
    return replace(page, lines=tuple(replace(line, outline=outlines[line.number]) for line in page.lines))


def test_a_corrected_line_is_looked_at_as_it_stands() -> None:
    page = page_of([(H, ["新桥"]), (B, ["新桥通车。", "两岸居民从今天起过河只要五"])])
    assert kinds(page) == [(K.OPEN_END, (3,))]
    page = replace(page, reading=PageReading(1, lines=page.lines))
    assert kinds(CorrectLine(3, "两岸居民从今天起过河只要五分。").apply(page, lambda: 900)) == []


def test_far_headline_by_lines_between() -> None:
    other: Spec = [(H, ["渡口"]), (B, [f"渡口第{n}班船按时开出，两岸平安。" for n in range(20)])]
    page = page_of([(H, ["新桥通车"])], other, [(B, ["新桥昨日通车。"])])
    assert (K.FAR_HEADLINE, (1,)) not in kinds(page)
    title, middle, body = page.articles
    joined = replace(title, blocks=title.blocks + body.blocks)
    assert kinds(replace(page, articles=(joined, middle))) == [(K.FAR_HEADLINE, (1,))]


def test_continuation_with_and_without_partner() -> None:
    front = page_of([(H, ["新桥"]), (B, ["新桥通车。", "（下转第三版）"])], number="01")
    back = page_of([(H, ["新桥"]), (B, ["（上接第1版）", "两岸相连。"])], number="第3版", page_id=2)
    told = (linked(front, back),)
    assert check(front, told) == check(back, told) == ()
    assert [(f.kind, f.lines, f.detail) for f in check(front)] == [(K.NO_CONTINUATION, (3,), "三")]
    assert [(f.kind, f.lines, f.detail) for f in check(back)] == [(K.NO_BEGINNING, (2,), "1")]


def test_a_link_accounts_for_half_a_sentence_and_a_title_that_is_missing() -> None:
    front = page_of([(H, ["新桥"]), (B, ["北岸新桥昨日通车。", "两岸居民从今天起过河只要五"])], number="1")
    back = page_of([(B, ["，分钟之内就能到学校。", "渡口今起停运。"])], number="2", page_id=2)
    assert [finding.kind for finding in check(front)] == [K.OPEN_END]
    assert [finding.kind for finding in check(back)] == [K.NO_TITLE, K.OPEN_START]
    told = (linked(front, back),)
    assert check(front, told) == check(back, told) == ()


def test_a_note_outside_of_its_article_is_answered_once() -> None:
    notes: Spec = [(Role.FURNITURE, ["（下转第2版）", "（下转第2版）"])]
    front = page_of([(H, ["新桥"]), (B, ["新桥通车。"])], loose=notes, number="1")
    back = page_of([(H, ["新桥"]), (B, ["（上接第1版）", "两岸相连。"])], number="2", page_id=2)
    assert [(f.kind, f.lines) for f in check(front, (linked(front, back),))] == [(K.NO_CONTINUATION, (4,))]


def test_wrapped_lines_end_where_the_column_ends() -> None:
    lines = ["本报讯 记者林小满报道，", "北岸新桥昨日通车，两岸居", "民过河只要五分钟。渡口从", "今天起停运。"]
    page = replace(page_of([(H, ["新桥"]), (B, lines)]), regime=Regime.WRAPPED)
    assert kinds(page) == []
    assert kinds(replace(page_of([(H, ["新桥"]), (B, lines[:3])]), regime=Regime.WRAPPED)) == [(K.OPEN_END, (4,))]


FINDINGS = [
    (page_of(GOOD, loose=[(B, ["第二版"])]), Remedy.FURNITURE),
    (page_of(GOOD, loose=[(B, ["两岸居民过河只要五分钟，" * 5])]), Remedy.NEW_ARTICLE),
    (page_of([(B, ["北岸新桥通车", "本报讯 记者林小满报道，新桥昨日通车。"])]), Remedy.HEADLINE),
    (page_of([*GOOD, (H, ["渡口停运"]), (B, ["渡口今起停运。"])]), Remedy.SPLIT),
    (
        page_of(
            GOOD, [(H, ["又"]), (B, ["记者从指挥部获悉，新桥全长三公里，两岸居民过河只要五分钟，渡口停运，渡船另有安排。"] * 2)]
        ),
        Remedy.DUPLICATE,
    ),
]


@pytest.mark.parametrize(("page", "expected"), FINDINGS, ids=[remedy.value for _, remedy in FINDINGS])
def test_a_remedy_takes_its_finding_away(page: Page, expected: Remedy) -> None:
    finding = next(finding for finding in check(page) if finding.remedy is expected)
    edit = remedy(finding)
    assert edit is not None
    fresh = itertools.count(1000)
    mended = settled(edit.apply(page, lambda: next(fresh)))
    assert keeps_every_line(mended)
    assert (finding.kind, finding.lines) not in kinds(mended)


def test_no_remedy_where_only_an_editor_can_tell() -> None:
    assert remedy(Finding(K.OPEN_END, (1,), 1)) is None


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_words(kind: FindingKind) -> None:
    finding = Finding(kind, (1,), detail="新桥")
    assert finding_name(kind)
    assert finding_reason(finding).endswith((".", "新桥"))


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_a_name(remedy: Remedy) -> None:
    assert remedy_name(remedy)
